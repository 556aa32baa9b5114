"""The rows of a transcript on the screen, each painted once for as long as nothing about it changes."""

from typing import Self

from rich.style import Style
from textual.cache import LRUCache
from textual.geometry import Region
from textual.scroll_view import ScrollView
from textual.scrollbar import ScrollBar
from textual.strip import Strip

from workbench.model import Place
from workbench.tui.transcript.bar import SlimBar
from workbench.tui.transcript.document import Document
from workbench.tui.transcript.gutter import Gutter
from workbench.tui.transcript.ink import Ink
from workbench.tui.transcript.lanes import Lanes
from workbench.tui.transcript.paint import NOWHERE, Range, Sheet, meet
from workbench.tui.transcript.selection import Selection
from workbench.tui.transcript.wrap import Wrap

_ROWS_KEPT = 512
"""Ten screens; more would be more for the collector to look through, which is felt at the keys."""


def empty(document: Document, lanes: Lanes) -> Sheet:
    """A sheet whose rows are not broken yet."""
    return Sheet(document, Wrap(Document("", ()), 2), Gutter(0, 0, 0, 1, 2, 1), lanes)


class Surface(ScrollView):
    """Paints a sheet with a cursor and a selection; what moves them says which rows that changes."""

    _stale: set[int] | None = None
    """Rows of the text that are not as they were painted; None when none may be."""
    _laid_for = -1
    """Columns that the rows are broken for; -1 when they are not."""

    def __init__(self, *, name: str | None = None, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(name=name, id=id, classes=classes)
        self._sheet = empty(Document("", ()), Lanes(Document("", ())))
        self.selection_now = Selection(0)
        self._chosen: Range = NOWHERE
        self._entered: Range = NOWHERE
        """The passage that the cursor stands in."""
        self._strips: LRUCache[int, tuple[object, Strip]] = LRUCache(_ROWS_KEPT)
        """Rows by number, each with what of cursor, selection and passage it was painted with."""
        self._ink: Ink | None = None
        self._frame: list[Strip] = []
        """What was painted last, row by row of the view."""
        self._framed: tuple[Region, int] | None = None
        """Which part of the view that is, and the row that it begins with."""

    @property
    def wrap(self) -> Wrap:
        """The rows as they are shown now."""
        return self._sheet.wrap

    @property
    def vertical_scrollbar(self) -> ScrollBar:
        """Made when it is first asked for, as Textual does."""
        if self._vertical_scrollbar is None:
            bar = SlimBar(vertical=True, name="vertical", thickness=self.scrollbar_size_vertical)
            bar.display = False
            self._vertical_scrollbar = bar
            self.app._start_widget(self, bar)
        return self._vertical_scrollbar

    def notify_style_update(self) -> None:
        self._ink = self._stale = None
        self._strips.clear()
        super().notify_style_update()

    def _part(self, name: str) -> Style:
        return self.get_component_rich_style(name, partial=True)

    def refresh(self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False) -> Self:
        if repaint and not regions:
            self._stale = None
        elif repaint and self._stale is not None:
            top = self.scroll_offset.y
            for region in regions:
                self._stale.update(range(region.y + top, region.bottom + top))
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)

    def render_lines(self, crop: Region) -> list[Strip]:
        """The rows of a part of the view. Nothing stands around them, so they need not pass Textual's cache of
        borders and paddings, which costs more than the rows."""
        if self.styles.gutter or self.opacity < 1:
            return super().render_lines(crop)
        top = self.scroll_offset.y
        frame, framed, stale = self._frame, (crop, top), self._stale
        if framed != self._framed or stale is None:
            frame[:] = [Strip([])] * crop.height
            stale = set(range(crop.y + top, crop.bottom + top))
        background, filters, (first, last) = self.background_colors[1], self.get_line_filters(), crop.column_span
        for row in stale & set(range(crop.y + top, crop.bottom + top)):
            strip = self.render_line(row - top)
            for one in filters:
                strip = strip.apply_filter(one, background)
            frame[row - top - crop.y] = strip if last - first == self._laid_for else strip.crop(first, last)
        self._framed, self._stale = framed, set()
        return frame

    def render_line(self, y: int) -> Strip:
        if self._ink is None:
            self._ink = Ink(self.rich_style, self._part)
        sheet, row = self._sheet, y + self.scroll_offset.y
        if row >= len(sheet.wrap):
            return Strip.blank(max(0, self._laid_for), self._ink.base)
        start, until, cursor = sheet.wrap.starts[row], sheet.until(row), self.selection_now.cursor
        cursor = cursor if start <= cursor < until else -1
        chosen = self._chosen if meet(self._chosen, start, until) else NOWHERE
        passage = self._entered if meet(self._entered, start, until) else NOWHERE
        state = (cursor, max(chosen[0], start - 1), min(chosen[1], until), passage)
        known = self._strips.get(row)
        if known is not None and known[0] == state:
            return known[1]
        segments = sheet.row(self._ink, row, cursor=cursor, chosen=chosen, passage=passage)
        strip = Strip(segments, sheet.gutter.width + sheet.gutter.text + sheet.gutter.rest)
        self._strips.discard(row)  # Textual's cache keeps what it has.
        self._strips[row] = state, strip
        return strip

    def _repaint(self, start: int, end: int) -> None:
        """The rows in view that show any of a range; NOWHERE has none."""
        if end < 0:
            return
        top = self.scroll_offset.y
        first = max(self.wrap.row_at(start), top)
        last = min(self.wrap.row_at(end), top + self.size.height - 1)
        if first <= last:
            self.refresh_lines(first, last - first + 1)

    def _forget(self, place: Place) -> None:
        """Paint the rows of a place anew, now or when they come into view."""
        for row in range(self.wrap.row_at(place.start), self.wrap.row_at(place.end) + 1):
            self._strips.discard(row)
        self._repaint(place.start, place.end)

    def _all_anew(self) -> None:
        self._strips.clear()
        self.refresh()
