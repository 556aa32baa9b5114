"""Quotes: found by code, place and voice, read in their context, then starred, lightly edited, approved and copied."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from typing import cast

from rich.segment import Segment
from rich.style import Style
from textual.app import ComposeResult
from textual.containers import Container

from workbench.errors import WorkbenchError
from workbench.i18n import _, language
from workbench.store import Store, sources
from workbench.tui import quotes as parts
from workbench.tui.actions import bindings
from workbench.tui.codebook import ExampleForm, exemplified
from workbench.tui.job import Say
from workbench.tui.quotes import AskedLine, Found, LightEditScreen, QuoteDetail, QuoteFilter, QuoteList
from workbench.tui.screens.base import DeskScreen, fault
from workbench.tui.widgets.reading import Read, read
from workbench.workflow.quote_marking import refuse_unquotable
from workbench.workflow.quotes import MarkedQuote, marked

ACTIONS = (*parts.ACTIONS, *parts.LIGHT_EDIT)


class QuotesScreen(DeskScreen):
    """The quotes of the project, or those that are asked for."""

    DEFAULT_CSS = """
    QuotesScreen #body { layout: horizontal; height: 1fr; }
    QuotesScreen QuoteList { width: 1fr; }
    QuotesScreen QuoteDetail { width: 1fr; }
    QuotesScreen.-wide QuoteList { width: 4fr; }
    QuotesScreen.-wide QuoteDetail { width: 3fr; }
    QuotesScreen.-narrow #body { layout: vertical; }
    QuotesScreen.-narrow QuoteList { width: 100%; height: 2fr; }
    QuotesScreen.-narrow QuoteDetail { width: 100%; height: 3fr; }
    """
    SCOPE = "quotes"
    BINDINGS = bindings(parts.ACTIONS)

    def __init__(self) -> None:
        super().__init__()
        self.filter = QuoteFilter()
        self._found = Found()
        self._chosen = ""
        """Id of the quote that is chosen."""
        self._only_marked = False
        """Whether nothing but the marks of the chosen quote changed: it stays where it is then."""
        self._edits: dict[str, str] = {}
        self._examples: dict[str, str] = {}
        """Edits and examples that were begun and left, by quote."""

    # -- What is shown

    def title_said(self) -> str:
        return _("Quotes")

    def body(self) -> ComposeResult:
        yield AskedLine()
        with Container(id="body"):
            yield QuoteList(self._line, self._show_chosen)
            yield QuoteDetail()

    def fill(self) -> None:
        if self._only_marked and (one := self.chosen):
            at = self._list.chosen
            self._found = self._found.with_marks(at, marked(self.desk.store, [one.quote])[0])
            self._list.repaint(at)
        else:
            read(self, (self.filter, self.desk.changes, language()), self.filter.find)
        self._show_asked()
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
        found = Found(asked, cast("list[MarkedQuote]", message.found))
        at = found.place(self._chosen)
        if at is None:  # what was chosen is gone: what stands in its place now
            at = self._list.chosen if self._found.asked == asked else 0
        self._found = found
        self._list.fill(len(found.quotes), at)
        self._show_asked()
        self._show_chosen()

    def filter_by(self, *, code: str = "", municipality: str = "") -> None:
        """Show the quotes of a code and a municipality (id), and no other filter."""
        self._ask_for(QuoteFilter(code=code, municipality=municipality))

    @property
    def found(self) -> Sequence[MarkedQuote]:
        """The quotes in the list."""
        return self._found.quotes

    @property
    def chosen(self) -> MarkedQuote | None:
        """The quote that the keys are about."""
        return self.found[self._list.chosen] if self.found else None

    def on_entries_opened(self) -> None:
        self.action_open()

    # -- What is done with one quote

    def action_star(self) -> None:
        self._mark(parts.star_or_unstar)

    def action_approve(self) -> None:
        self._mark(parts.approve_or_unapprove)

    def action_edit(self) -> None:
        if one := self._quotable():
            id, said = one.quote.id, " ".join(one.quote.text.split())
            form = LightEditScreen(
                said,
                self._edits.get(id, one.text),
                lambda text: self.desk.do(lambda store: parts.keep_edit(store, one, text)),
            )
            self.workbench.push_screen(form, form.left(self._edits, id, one.text, self._marked))

    def action_copy(self) -> None:
        if one := self._quotable():
            self.workbench.copy_to_clipboard(one.attributed)
            said = _("Copied, with whom it is by: {role}.").format(role=one.by)
            self.say(said if one.mark.approved_by else said + " " + _("It is not approved yet."))

    def action_example(self) -> None:
        if one := self._quotable():
            id, at = one.quote.id, (one.quote.codebook, one.quote.code)
            form = ExampleForm(
                self.desk.name(one.quote.code),
                self._examples.get(id, one.text),
                lambda text: exemplified(self.desk, at, text),
            )
            self.workbench.push_screen(form, form.left(self._examples, id, one.text, self._marked))

    def action_open(self) -> None:
        if one := self.chosen:
            self.workbench.open_source(one.quote.source_id, one.quote.place.start)

    def action_further(self) -> None:
        self.query_one(QuoteDetail).go_round()

    # -- What is asked for

    def action_filter(self) -> None:
        parts.ask_what(self.workbench, self.desk, self.filter, self._ask_for)

    def action_search(self) -> None:
        parts.ask_words(self.workbench, self.filter, self._ask_for)

    def action_valence(self) -> None:
        self._ask_for(self.filter.next_valence())

    def action_starred(self) -> None:
        self._ask_for(replace(self.filter, starred=not self.filter.starred))

    def action_approved(self) -> None:
        self._ask_for(self.filter.next_approval())

    def action_all(self) -> None:
        self._ask_for(QuoteFilter())

    def action_write(self) -> None:
        found = self.found

        def write(store: Store, say: Say) -> str:
            say(_("Writing …"))
            return parts.write_table(store, found)

        if found:
            self.work(write)

    # --

    @property
    def _list(self) -> QuoteList:
        return self.query_one(QuoteList)

    def _ask_for(self, asked: QuoteFilter) -> None:
        self.filter = asked
        if self.is_mounted and self._list.is_mounted:
            self.say("")
            self.show_anew(always=True)
            self._list.focus()

    def _quotable(self) -> MarkedQuote | None:
        """The chosen quote; where it may not be quoted, it is said why."""
        one = self.chosen
        try:
            refuse_unquotable([one] if one else [])
        except WorkbenchError as error:
            self.tell(error)
            return None
        return one

    def _mark(self, change: Callable[[Store, MarkedQuote], str]) -> None:
        if one := self.chosen:
            with self._marks_only():
                self.attempt(lambda: self.desk.do(lambda store: change(store, one)))

    def _marked(self, said: str) -> None:
        """Something was done about the chosen quote alone."""
        with self._marks_only():
            self.show_anew()
        self.say(said)

    @contextmanager
    def _marks_only(self) -> Iterator[None]:
        """While nothing but the marks of the chosen quote changes."""
        self._only_marked = True
        try:
            yield
        finally:
            self._only_marked = False

    def _line(self, entry: int, width: int, muted: Style) -> Iterator[Segment]:
        one = self.found[entry]
        return parts.quote_line(one, width, muted, self.desk.name(one.quote.code))

    def _show_asked(self) -> None:
        count = None if self._found.asked != self.filter else len(self.found)
        self.query_one(AskedLine).tell(self.filter.said(self.desk), count)

    def _show_chosen(self) -> None:
        page, one = self.query_one(QuoteDetail), self.chosen
        self._chosen = one.quote.id if one else ""
        if one is not None:
            page.show_quote(self.desk, one)
        elif self._found.asked is None:
            page.say("")
        elif self.filter != QuoteFilter():
            page.say(_("No quote is like that. x shows all again."))
        elif sources(self.desk.store):
            page.say(_("Nothing is coded yet. That is done in 2 and 3."))
        else:
            page.say(self.empty_said())
