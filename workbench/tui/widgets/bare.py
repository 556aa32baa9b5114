"""A widget around whose rows nothing stands but blanks: they need not pass Textual's cache of borders and paddings."""

from collections.abc import Iterable

from rich.segment import Segment
from rich.style import Style
from textual.cache import LRUCache
from textual.geometry import Region, Spacing
from textual.strip import Strip
from textual.widget import Widget

KEPT = 512
"""Rows that are remembered as they were finished."""


class Bare(Widget):
    """Paints its rows itself, in `render_line`; what Textual does to each costs more than most rows do.

    A row that is the same object as before is finished already.
    """

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._finished: LRUCache[int, tuple[Strip, Strip]] = LRUCache(KEPT)
        """By the identity of the row, which is kept beside it so that no other gets the same."""

    def notify_style_update(self) -> None:
        super().notify_style_update()
        self._finished.clear()

    @property
    def base(self) -> Style:
        """How it looks where nothing is said of that."""
        return self.visual_style.rich_style

    def render_lines(self, crop: Region) -> list[Strip]:
        gutter, size = self.styles.gutter, self.outer_size
        if gutter != self.styles.padding or self.opacity < 1:
            return super().render_lines(crop)
        blank, bottom = Strip.blank(size.width - gutter.width, self.base), size.height - gutter.bottom
        rows = [self.render_line(y - gutter.top) if gutter.top <= y < bottom else blank for y in crop.line_range]
        if any(id(row) not in self._finished for row in rows):
            self._finish(rows, gutter)
        strips = [self._finished[id(row)][1] for row in rows]
        first, last = crop.column_span
        return strips if (first, last) == (0, size.width) else [one.crop(first, last) for one in strips]

    def _finish(self, rows: Iterable[Strip], gutter: Spacing) -> None:
        """Put blanks beside rows, and see to their colours as this terminal shows them."""
        style, filters, background = self.base, self.get_line_filters(), self.background_colors[1]
        inside = self.scrollable_content_region.width
        for row in rows:
            segments = [Segment(" " * gutter.left, style), *row] if gutter.left else list(row)
            if (beside := inside - row.cell_length + gutter.right) > 0:
                segments.append(Segment(" " * beside, style))
            for one in filters:
                segments = one.apply(segments, background)
            self._finished[id(row)] = row, Strip(segments, row.cell_length + gutter.left + max(0, beside))
