"""One line of the list of codes: what it is called, how often it was set, and the digit it is on."""

from collections.abc import Iterator

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style

from workbench.i18n import _
from workbench.terminal import safe
from workbench.tui.codebook.outline import Entry
from workbench.tui.widgets.columns import fitted

OPEN, CLOSED = "▾ ", "▸ "
COUNT = 4
"""Columns for how often a code was set."""
BOLD = Style(bold=True)


def code_line(
    entry: Entry, name: str, width: int, muted: Style, *, folded: bool, count: str, digit: int, retired: bool
) -> Iterator[Segment]:
    """The line, exactly as wide as there is room for; text from data in it is made safe."""
    before = "  " * entry.depth + ((CLOSED if folded else OPEN) if entry.holds else "  ")
    gone = "  " + _("retired") if retired else ""
    beside = f"{gone}  {count:>{COUNT}}"
    pinned = f" {f'‹{digit}›' if digit else '':3}"
    yield Segment(before)
    room = width - len(before) - cell_len(beside) - len(pinned)
    yield Segment(fitted(safe(name), room), None if entry.depth else BOLD)
    yield Segment(beside, muted)
    yield Segment(pinned, BOLD)
