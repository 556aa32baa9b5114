"""Quotes: found by code, place and voice, read in their context, then starred, lightly edited, approved and copied."""

from collections.abc import Callable
from dataclasses import replace
from typing import cast

from rich.style import Style
from rich.text import Text
from textual.app import ComposeResult
from textual.containers import Container
from textual.content import Content
from textual.widgets import Static

from workbench.errors import WorkbenchError
from workbench.i18n import N_, _, language, ngettext
from workbench.store import Store, context, holding
from workbench.terminal import safe
from workbench.tui.actions import Action, bindings
from workbench.tui.screens.base import DeskScreen, fault
from workbench.tui.widgets import lightedit
from workbench.tui.widgets.ask import AskScreen
from workbench.tui.widgets.choose import ChooseScreen
from workbench.tui.widgets.lightedit import LightEditScreen
from workbench.tui.widgets.lines import Lines
from workbench.tui.widgets.page import Page
from workbench.tui.widgets.quotefilter import QuoteFilter, offers
from workbench.tui.widgets.quotepage import quote_line, quote_page
from workbench.tui.widgets.reading import Read, read
from workbench.workflow.quote_concerns import concerns
from workbench.workflow.quote_marking import approve, edit, refuse_unquotable, star, unapprove, unstar
from workbench.workflow.quotes import MarkedQuote, find_quotes

ACTIONS = (
    Action("quotes.star", ("s",), N_("Star"), N_("Chosen for the report; again takes the star away."), footer=True,
           verbs=("quotes star", "quotes unstar")),
    Action("quotes.edit", ("e",), N_("Edit lightly"), N_("What you leave out or add is marked."), footer=True,
           verbs=("quotes edit",)),
    Action("quotes.approve", ("a",), N_("Approve"), N_("The words are right as they are; again takes it back."),
           footer=True, verbs=("quotes approve", "quotes unapprove")),
    Action("quotes.copy", ("y",), N_("Copy"), N_("In quotation marks, with whom it is by."), footer=True),
    Action("quotes.filter", ("f",), N_("Filter"), N_("By code, municipality, role, age …; again takes it away."),
           footer=True),
    Action("quotes.search", ("slash",), N_("Only with these words")),
    Action("quotes.valence", ("v",), N_("Next valence")),
    Action("quotes.starred", ("S",), N_("Only with a star")),
    Action("quotes.approved", ("A",), N_("Approved, not approved, all")),
    Action("quotes.all", ("x",), N_("All quotes"), N_("Takes every filter away.")),
    Action("quotes.open", ("enter",), N_("Read on in the transcript")),
    *lightedit.ACTIONS,
)  # fmt: skip


class QuoteList(Lines):
    """The quotes that were found."""

    JUMP = "q"
    TITLE = N_("Quotes")


class QuoteDetail(Page):
    """The chosen quote."""

    JUMP = "d"
    TITLE = N_("The quote in its context")


class QuotesScreen(DeskScreen):
    """The quotes of the project, or those that are asked for."""

    DEFAULT_CSS = """
    QuotesScreen #filters { height: 1; padding: 0 1; color: $muted; }
    QuotesScreen #body { layout: horizontal; height: 1fr; }
    QuotesScreen QuoteList { width: 1fr; padding: 0 1; }
    QuotesScreen QuoteDetail { width: 1fr; padding: 0 0 0 2; }
    QuotesScreen.-narrow #body { layout: vertical; }
    QuotesScreen.-narrow QuoteList { width: 100%; height: 2fr; }
    QuotesScreen.-narrow QuoteDetail { width: 100%; height: 3fr; padding: 0 0 0 1; }
    """
    SCOPE = "quotes"
    BINDINGS = bindings(ACTIONS[: -len(lightedit.ACTIONS)])

    def __init__(self) -> None:
        super().__init__()
        self.filter = QuoteFilter()
        self.found: list[MarkedQuote] = []
        self._read = False
        """Whether anything was read yet."""
        self._shown = QuoteFilter()
        """What was asked for when they were found."""
        self._chosen = ""
        """Id of the quote that is chosen."""
        self._only_marked = False
        """Whether nothing but the marks of the chosen quote changed: it stays where it is then."""
        self._drafts: dict[str, str] = {}
        """Edits that were begun and left, by quote."""

    def title_said(self) -> str:
        return _("Quotes")

    def body(self) -> ComposeResult:
        yield Static(id="filters")
        with Container(id="body"):
            yield QuoteList(self._line)
            yield QuoteDetail()

    def fill(self) -> None:
        at = next((number for number, one in enumerate(self.found) if one.quote.id == self._chosen), 0)
        if self._only_marked and self.found:
            self.found[at : at + 1] = find_quotes(self.desk.store, [self._chosen])
            self._list.repaint(at)
        else:
            read(self, (self.filter, self.desk.changes, language()), self.filter.find)
        self._show_filters()
        self._show_chosen()

    def on_read(self, message: Read) -> None:
        """The quotes that were asked for are there."""
        asked, *before = cast("tuple[QuoteFilter, int, str]", message.asked)
        if asked != self.filter:
            return
        if before != [self.desk.changes, language()]:
            self.fill()
            return
        if message.error is not None:
            error = message.error
            self.tell(error) if isinstance(error, WorkbenchError) else self.say(fault(error), error=True)
            return
        found = cast("list[MarkedQuote]", message.found)
        at = next((number for number, one in enumerate(found) if one.quote.id == self._chosen), None)
        if at is None:  # what was chosen is gone: what stands in its place now
            same = bool(self.found) and self._shown == self.filter
            at = self._list.chosen if same else 0
        self.found, self._read, self._shown = found, True, self.filter
        self._list.fill(len(found), at)
        self._show_filters()
        self._show_chosen()

    def filter_by(self, *, code: str = "", municipality: str = "") -> None:
        """Show the quotes of a code and a municipality (id), and no other filter."""
        self._ask_for(QuoteFilter(code=code, municipality=municipality))

    @property
    def chosen(self) -> MarkedQuote | None:
        """The quote that the keys are about."""
        return self.found[self._list.chosen] if self.found else None

    def on_lines_chosen(self) -> None:
        self._show_chosen()

    def on_lines_opened(self) -> None:
        self.action_open()

    def action_star(self) -> None:
        def change(store: Store, one: MarkedQuote) -> str:
            if one.mark.starred:
                unstar(store, [one])
                return _("The star is taken away.")
            star(store, [one])
            return _("★ starred: reports take it first.")

        self._mark(change)

    def action_approve(self) -> None:
        def change(store: Store, one: MarkedQuote) -> str:
            if one.mark.approved_by:
                unapprove(store, [one])
                return _("It is not approved any more.")
            approve(store, [one])
            return _("✓ approved in these words.")

        self._mark(change)

    def action_edit(self) -> None:
        one = self.chosen
        if one is None:
            return
        try:
            refuse_unquotable([one])
        except WorkbenchError as error:
            self.tell(error)
            return
        id, said = one.quote.id, " ".join(one.quote.text.split())
        form = LightEditScreen(said, self._drafts.get(id, one.text), lambda text: self._keep_edit(one, text))

        def closed(draft: str | None) -> None:
            self._drafts.pop(id, None)
            if draft and draft != one.text:
                self._drafts[id] = draft
            if form.done:
                self._marked()
                self.say(form.done)

        self.workbench.push_screen(form, closed)

    def action_copy(self) -> None:
        one = self.chosen
        if one is None:
            return
        try:
            refuse_unquotable([one])
        except WorkbenchError as error:
            self.tell(error)
            return
        self.workbench.copy_to_clipboard(one.attributed)
        said = _("Copied, with whom it is by: {role}.").format(role=one.by)
        self.say(said if one.mark.approved_by else said + " " + _("It is not approved yet."))

    def action_open(self) -> None:
        if one := self.chosen:
            self.workbench.open_source(one.quote.source_id, one.quote.place.start)

    def action_filter(self) -> None:
        every = offers(self.desk, self.filter)

        def chosen(number: int | None) -> None:
            if number is not None:
                self._ask_for(every[number].filter)

        self.workbench.push_screen(ChooseScreen(_("Show only"), [one.choice for one in every]), chosen)

    def action_search(self) -> None:
        def take(typed: str) -> str:
            words = typed.strip()
            if words:
                holding(words)  # refuses what cannot be sought
            self._ask_for(replace(self.filter, text=words))
            return ""

        hint = _('Words in any form, or a "whole phrase"; nothing shows all again.')
        self.workbench.push_screen(AskScreen(_("Only with these words"), take, value=self.filter.text, hint=hint))

    def action_valence(self) -> None:
        self._ask_for(self.filter.next_valence())

    def action_starred(self) -> None:
        self._ask_for(replace(self.filter, starred=not self.filter.starred))

    def action_approved(self) -> None:
        self._ask_for(self.filter.next_approval())

    def action_all(self) -> None:
        self._ask_for(QuoteFilter())

    @property
    def _list(self) -> QuoteList:
        return self.query_one(QuoteList)

    def _ask_for(self, asked: QuoteFilter) -> None:
        self.filter = asked
        if self.is_mounted and self._list.is_mounted:
            self.show_anew(always=True)
            self._list.focus()

    def _mark(self, change: Callable[[Store, MarkedQuote], str]) -> None:
        if one := self.chosen:
            self._only_marked = True
            self.attempt(lambda: self.desk.do(lambda store: change(store, one)))
            self._only_marked = False

    def _marked(self) -> None:
        self._only_marked = True
        self.show_anew()
        self._only_marked = False

    def _keep_edit(self, one: MarkedQuote, text: str) -> str:
        told: list[str] = []

        def change(store: Store) -> str:
            done = edit(store, one, text)
            if done is None:
                return _("Nothing to change.")
            [now] = find_quotes(store, [one.quote.id])
            told.append(_("Edited.") if now.mark.edited else _("Back to the words as said."))
            if one.mark.approved_by and not now.mark.approved_by:
                told.append(_("It was approved in other words, and is not approved any more."))
            told.extend(
                _("“{word}” is left out: see that it still means the same.").format(word=word)
                for word in done.negations
            )
            return " ".join(told)

        return self.desk.do(change)

    def _line(self, entry: int, width: int, muted: Style) -> Text:
        one = self.found[entry]
        return quote_line(one, width, muted, self.desk.name(one.quote.code))

    def _show_filters(self) -> None:
        n = len(self.found)
        reading = self._shown != self.filter or not self._read
        said = self.filter.said(self.desk) or _("All quotes that reports count")
        count = "…" if reading else ngettext("{n} quote", "{n} quotes", n).format(n=n)
        self.query_one("#filters", Static).update(Text(f"{safe(said)}   {count}", no_wrap=True, overflow="ellipsis"))

    def _show_chosen(self) -> None:
        page, one = self.query_one(QuoteDetail), self.chosen
        self._chosen = one.quote.id if one else ""
        if one is None:
            nothing = (
                _("No quote is like that. x shows all again.") if self.filter != QuoteFilter() else self.empty_said()
            )
            page.show(Content(nothing if self._read else ""))
            return
        store = self.desk.store
        page.show(quote_page(self.desk, one, context(store, one.quote), concerns(store, [one])))
