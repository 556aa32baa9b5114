"""Finding quotes: what is asked for, the list of those that are like that, and the one that is chosen."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import cast

from rich.segment import Segment
from rich.style import Style
from textual.app import ComposeResult
from textual.containers import Container

from workbench.i18n import _, language
from workbench.store import sources
from workbench.tui.quotes.asking import ask_what, ask_words
from workbench.tui.quotes.filter import QuoteFilter
from workbench.tui.quotes.found import Found
from workbench.tui.quotes.line import quote_line
from workbench.tui.quotes.offers import again
from workbench.tui.quotes.panes import AskedLine, QuoteDetail, QuoteList
from workbench.tui.screens.base import DeskScreen
from workbench.tui.widgets.reading import Read, read
from workbench.workflow.quotes import MarkedQuote, marked


class FindingQuotes(DeskScreen):
    """Shows the quotes that are asked for; what is done with one of them is its subclass's affair."""

    def __init__(self) -> None:
        super().__init__()
        self.filter = QuoteFilter()
        self._found = Found()
        self._chosen = ""
        """Id of the quote that is chosen."""
        self.only_marked = False
        """Whether nothing but the marks of the chosen quote changed: it stays where it is then."""

    def title_said(self) -> str:
        return _("Quotes")

    def body(self) -> ComposeResult:
        yield AskedLine()
        with Container(id="body"):
            yield QuoteList(self._line, self._show_chosen)
            yield QuoteDetail()

    def on_mount(self) -> None:
        """What was asked for when this person left is asked for again, where nothing else is."""
        if self.filter == QuoteFilter():
            self.filter = again(self.desk, self.workbench.last.quotes)

    def fill(self) -> None:
        if self.only_marked and (one := self.chosen):
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
            self.tell(message.error)
            return
        found = Found(asked, cast("list[MarkedQuote]", message.found))
        at = found.place(self._chosen)
        if at is None:  # what was chosen is gone: what stands in its place now
            at = self._list.chosen if self._found.asked == asked else 0
        self._found = found
        self._list.fill(len(found.quotes), at)
        self._show_asked()
        self._show_chosen()

    @property
    def found(self) -> Sequence[MarkedQuote]:
        """The quotes in the list."""
        return self._found.quotes

    @property
    def chosen(self) -> MarkedQuote | None:
        """The quote that the keys are about."""
        return self.found[self._list.chosen] if self.found else None

    def filter_by(self, *, code: str = "", municipality: str = "") -> None:
        """Show the quotes of a code and a municipality (id), and no other filter."""
        self._ask_for(QuoteFilter(code=code, municipality=municipality))

    def action_filter(self) -> None:
        ask_what(self.workbench, self.desk, self.filter, self._ask_for)

    def action_search(self) -> None:
        ask_words(self.workbench, self.filter, self._ask_for)

    def action_valence(self) -> None:
        self._ask_for(self.filter.next_valence())

    def action_starred(self) -> None:
        self._ask_for(replace(self.filter, starred=not self.filter.starred))

    def action_approved(self) -> None:
        self._ask_for(self.filter.next_approval())

    def action_all(self) -> None:
        self._ask_for(QuoteFilter())

    def action_further(self) -> None:
        self.query_one(QuoteDetail).go_round()

    @property
    def _list(self) -> QuoteList:
        return self.query_one(QuoteList)

    def _ask_for(self, asked: QuoteFilter) -> None:
        self.filter = asked
        self.workbench.last = self.workbench.last.at(quotes=asked.kept())
        if self.is_mounted and self._list.is_mounted:
            self.say("")
            self.show_anew(always=True)
            self._list.focus()

    def _line(self, entry: int, width: int, muted: Style) -> Iterator[Segment]:
        one = self.found[entry]
        return quote_line(one, width, muted, self.desk.name(one.quote.code))

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
