"""A widget around whose rows nothing stands but blanks, and a rule to the left of them: they need not pass Textual's
cache of borders and paddings."""

from collections.abc import Callable

from rich.segment import Segment
from rich.style import Style
from textual._border import get_box
from textual.cache import LRUCache
from textual.geometry import Region, Size, Spacing
from textual.strip import Strip
from textual.style import Style as Ink
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
        self._finish: Callable[[Strip], Strip] | None = None
        """Finishes a row; None when it would look otherwise than those before."""
        self._finished_for: tuple[Spacing, Size] | None = None

    def notify_style_update(self) -> None:
        super().notify_style_update()
        self._finish = None

    @property
    def base(self) -> Style:
        """How it looks where nothing is said of that."""
        return self.visual_style.rich_style

    def render_lines(self, crop: Region) -> list[Strip]:
        gutter, size = self.styles.gutter, self.outer_size
        *others, _left = self.styles.border
        if any(edge for edge, _colour in others) or self.opacity < 1:
            return super().render_lines(crop)
        finish = self._finish
        if finish is None or (gutter, size) != self._finished_for:
            finish = self._finish = self._finishing(gutter)
            self._finished_for = gutter, size
            self._finished.clear()
        blank, bottom = Strip.blank(size.width - gutter.width, self.base), size.height - gutter.bottom
        strips = []
        for y in crop.line_range:
            row = self.render_line(y - gutter.top) if gutter.top <= y < bottom else blank
            if (known := self._finished.get(id(row))) is None:
                known = self._finished[id(row)] = row, finish(row)
            strips.append(known[1])
        first, last = crop.column_span
        return strips if (first, last) == (0, size.width) else [one.crop(first, last) for one in strips]

    def _finishing(self, gutter: Spacing) -> Callable[[Strip], Strip]:
        """What puts blanks beside a row, and sees to its colours as this terminal shows them."""
        style, filters = self.base, self.get_line_filters()
        below, background = self.background_colors
        padding, (edge, colour) = self.styles.padding, self.styles.border[3]
        left = [Segment(" " * padding.left, style)] if padding.left else []
        if edge:
            inside, outside = Ink(background=below + background), Ink(background=below)
            left.insert(0, get_box(edge, inside, outside, Ink(foreground=below + colour))[1][0])
        width = gutter.left + self.scrollable_content_region.width + gutter.right

        def finish(row: Strip) -> Strip:
            segments, wide = [*left, *row], gutter.left + row.cell_length
            if wide < width:
                segments.append(Segment(" " * (width - wide), style))
            for one in filters:
                segments = one.apply(segments, background)
            return Strip(segments, max(wide, width))

        return finish
