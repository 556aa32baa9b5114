"""One line of the list of codes: what it is called, how often it was set, and the digit it is on."""

from rich.style import Style
from rich.text import Text

from workbench.i18n import _
from workbench.terminal import safe
from workbench.tui.codebook.outline import Entry

OPEN, CLOSED = "▾ ", "▸ "
COUNT = 4
"""Columns for how often a code was set."""


def code_line(
    entry: Entry, name: str, width: int, muted: Style, *, folded: bool, count: str, digit: int, retired: bool
) -> Text:
    """The line, exactly as wide as there is room for; text from data in it is made safe."""
    mark = (CLOSED if folded else OPEN) if entry.holds else "  "
    line = Text("  " * entry.depth + mark, no_wrap=True)
    line.append(safe(name), "" if entry.depth else "bold")
    if retired:
        line.append("  " + _("retired"), muted)
    beside = Text(f"  {count:>{COUNT}}", muted).append(f" {f'‹{digit}›' if digit else '':3}", "bold")
    line.truncate(max(0, width - beside.cell_len), overflow="ellipsis", pad=True)
    return line.append_text(beside)
