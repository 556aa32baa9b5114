"""Rows of text, painted as far as they changed: a key that changes one row costs what one row does."""

from collections.abc import Sequence
from typing import ClassVar

from rich.segment import Segment
from textual.cache import LRUCache
from textual.content import Content
from textual.geometry import Region
from textual.strip import Strip

from workbench.tui.widgets.bare import Bare

KEPT = 256
"""Rows of one pane that are remembered."""


class Rows(Bare):
    """Shows rows that fit its width. Its size never hangs on what it says, so nothing is laid out again."""

    DEFAULT_CSS = """
    Rows { text-wrap: nowrap; text-overflow: clip; }
    """
    ALLOW_SELECT: ClassVar[bool] = False

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self.auto_links = False
        self._rows: Sequence[Content] = ()
        self._strips: LRUCache[object, Strip] = LRUCache(KEPT)
        """Rows that were painted before: most of what changes only moves."""

    def paint(self, rows: Sequence[Content]) -> None:
        """Show these rows."""
        before, self._rows = self._rows, rows
        same = [one.is_same(other) for one, other in zip(before, rows, strict=False)]
        changed = [y for y in range(max(len(before), len(rows))) if y >= len(same) or not same[y]]
        self.refresh(*(Region(0, y, self.size.width, 1) for y in changed)) if changed else None

    def render_line(self, y: int) -> Strip:
        width = self.size.width
        if y >= len(self._rows):
            return Strip.blank(width, self.base)
        row = self._rows[y]
        look = row.plain, tuple(row.spans), width
        strip = self._strips.get(look)
        if strip is None:
            # Textual's own way makes a style of its own for every piece, for the mouse: several times slower.
            base = self.visual_style
            pieces = [Segment(text, style.rich_style) for text, style in row.render(base, "", self._get_style)]
            strip = self._strips[look] = Strip(pieces).adjust_cell_length(width, base.rich_style)
        return strip

    def notify_style_update(self) -> None:
        self._strips.clear()
        super().notify_style_update()
