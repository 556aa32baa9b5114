"""The quotes that were found, and what was asked for when they were."""

from collections.abc import Sequence
from dataclasses import dataclass

from workbench.tui.quotes.filter import QuoteFilter
from workbench.workflow.quotes import MarkedQuote


@dataclass(frozen=True, slots=True)
class Found:
    """What a filter found, in the order of the list."""

    asked: QuoteFilter | None = None
    """None while nothing was read yet."""
    quotes: Sequence[MarkedQuote] = ()

    def place(self, id: str) -> int | None:
        """The number of the quote with this id; None where it is not among them."""
        return next((number for number, one in enumerate(self.quotes) if one.quote.id == id), None)

    def with_marks(self, number: int, one: MarkedQuote) -> "Found":
        """With this in place of the same quote as it was marked before."""
        return Found(self.asked, (*self.quotes[:number], one, *self.quotes[number + 1 :]))
