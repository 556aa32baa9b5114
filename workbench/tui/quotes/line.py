"""Quotes on one line: what is asked for, and each with its marks, its words and, where there is room, its place."""

from rich.cells import cell_len
from rich.style import Style
from rich.text import Text
from textual.content import Content

from workbench.i18n import _, ngettext
from workbench.terminal import safe
from workbench.workflow.quotes import MarkedQuote

STAR, APPROVED, HELD = "★", "✓", "×"
"""Chosen for the report; its words are right; may not be quoted."""

WIDE, WIDEST = 66, 90
"""Columns from which on a line has room for where a quote comes from, and for its code too."""


def quote_line(one: MarkedQuote, width: int, muted: Style, name: str) -> Text:
    """A quote on one line: its marks, its words and, where there is room, its code and municipality."""
    held = HELD if one.hindrance else " "
    line = Text(f"{STAR if one.mark.starred else held} {APPROVED if one.mark.approved_by else ' '} ")
    beside = min(48, width * 2 // 5) if width >= WIDEST else 12 if width >= WIDE else 0
    begins = " ".join((one.mark.edited or one.quote.text)[: 2 * width].split())
    words = Text(safe(begins) or "–", muted if one.hindrance else "")
    words.truncate(width - len(line) - (beside + 2 if beside else 0), overflow="ellipsis", pad=bool(beside))
    line.append_text(words)
    if beside:
        told = (one.quote.municipality, name) if width >= WIDEST else (one.quote.municipality,)
        where = Text(safe(" · ".join(told)), muted)
        where.truncate(beside, overflow="ellipsis")
        line.append("  ").append_text(where)
    return line


def asked_line(said: str, count: int | None, width: int) -> Content:
    """What is asked for, and how many quotes there are; None while they are being read. The number is always seen."""
    told = "…" if count is None else ngettext("{n} quote", "{n} quotes", count).format(n=count)
    line = Text(safe(said or _("All quotes that reports count")))
    line.truncate(max(0, width - cell_len(told) - 3), overflow="ellipsis")
    return Content(f"{line.plain}   {told}")
