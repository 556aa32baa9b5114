"""Quotes on one line: what is asked for, and each with its marks, its words and, where there is room, its place."""

from collections.abc import Iterator

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.content import Content

from workbench.i18n import _, ngettext
from workbench.terminal import safe
from workbench.tui.widgets.columns import fitted
from workbench.workflow.quotes import MarkedQuote

STAR, APPROVED, HELD = "★", "✓", "×"
"""Chosen for the report; its words are right; may not be quoted."""

WIDE, WIDEST = 66, 90
"""Columns from which on a line has room for where a quote comes from, and for its code too."""


def quote_line(one: MarkedQuote, width: int, muted: Style, name: str) -> Iterator[Segment]:
    """A quote on one line: its marks, its words and, where there is room, its code and municipality."""
    held = HELD if one.hindrance else " "
    marks = f"{STAR if one.mark.starred else held} {APPROVED if one.mark.approved_by else ' '} "
    beside = min(48, width * 2 // 5) if width >= WIDEST else 12 if width >= WIDE else 0
    begins = " ".join((one.mark.edited or one.quote.text)[: 2 * width].split())
    room = width - len(marks) - (beside + 2 if beside else 0)
    yield Segment(marks)
    yield Segment(fitted(safe(begins) or "–", room), muted if one.hindrance else None)
    if beside:
        told = (one.quote.municipality, name) if width >= WIDEST else (one.quote.municipality,)
        yield Segment("  " + fitted(safe(" · ".join(told)), beside), muted)


def asked_line(said: str, count: int | None, width: int) -> Content:
    """What is asked for, and how many quotes there are; None while they are being read. The number is always seen."""
    told = "…" if count is None else ngettext("{n} quote", "{n} quotes", count).format(n=count)
    line = fitted(safe(said or _("All quotes that reports count")), width - cell_len(told) - 3).rstrip()
    return Content(f"{line}   {told}")
