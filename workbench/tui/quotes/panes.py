"""The list of quotes, and beside it the one that is chosen."""

from collections.abc import Callable

from textual.content import Content

from workbench.i18n import N_
from workbench.store import context
from workbench.tui.desk import Desk
from workbench.tui.quotes.line import asked_line
from workbench.tui.quotes.page import quote_page
from workbench.tui.widgets.lines import Lines, Painter
from workbench.tui.widgets.page import ReadingPage
from workbench.tui.widgets.rows import Rows
from workbench.workflow.quote_concerns import concerns
from workbench.workflow.quotes import MarkedQuote


class AskedLine(Rows):
    """What is asked for, and how many quotes that finds."""

    DEFAULT_CSS = """
    AskedLine { height: 1; padding: 0 1; color: $muted; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._told: tuple[str, int | None] = ("", None)

    def tell(self, asked: str, count: int | None) -> None:
        """`count` is None while they are being read."""
        self._told = (asked, count)
        self.on_resize()

    def on_resize(self) -> None:
        self.paint([asked_line(*self._told, self.size.width)])


class QuoteList(Lines):
    """The quotes that were found."""

    GAP = 1
    JUMP = "q"
    TITLE = N_("Quotes")

    def __init__(self, paint: Painter, chosen: Callable[[], None]) -> None:
        super().__init__(paint)
        self._tell = chosen

    def choose(self, entry: int) -> None:
        """Choose this entry; what stands beside the list is painted along with it, at once."""
        before = self.chosen
        super().choose(entry)
        if self.chosen != before:
            self._tell()


class QuoteDetail(ReadingPage):
    """The chosen quote."""

    JUMP = "d"
    TITLE = N_("The quote in its context")

    def show_quote(self, desk: Desk, one: MarkedQuote) -> None:
        """A quote, with what is said around it and what to think of before it goes into a report."""
        self.show(quote_page(desk, one, context(desk.store, one.quote), concerns(desk.store, [one])))

    def say(self, sentence: str) -> None:
        """A sentence where there is no quote."""
        self.show(Content(sentence))
