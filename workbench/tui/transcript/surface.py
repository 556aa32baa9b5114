"""The rows of a transcript on the screen, each painted once for as long as nothing about it changes."""

from rich.style import Style
from textual.cache import LRUCache
from textual.strip import Strip

from workbench.model import Place
from workbench.tui.transcript.document import Document
from workbench.tui.transcript.gutter import Gutter
from workbench.tui.transcript.ink import Ink
from workbench.tui.transcript.lanes import Lanes
from workbench.tui.transcript.paint import NOWHERE, Range, Sheet, meet
from workbench.tui.transcript.selection import Selection
from workbench.tui.transcript.wrap import Wrap
from workbench.tui.widgets.scrolled import Scrolled

_ROWS_KEPT = 512
"""Ten screens; more would be more for the collector to look through, which is felt at the keys."""


def empty(document: Document, lanes: Lanes) -> Sheet:
    """A sheet whose rows are not broken yet."""
    return Sheet(document, Wrap(Document("", ()), 2), Gutter(0, 0, 0, 1, 2, 1), lanes)


class Surface(Scrolled):
    """Paints a sheet with a cursor and a selection; what moves them says which rows that changes."""

    _laid_for = -1
    """Columns that the rows are broken for; -1 when they are not."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._sheet = empty(Document("", ()), Lanes(Document("", ())))
        self.selection_now = Selection(0)
        self._chosen: Range = NOWHERE
        self._entered: Range = NOWHERE
        """The passage that the cursor stands in."""
        self._strips: LRUCache[int, tuple[object, Strip]] = LRUCache(_ROWS_KEPT)
        """Rows by number, each with what of cursor, selection and passage it was painted with."""
        self._ink: Ink | None = None

    @property
    def wrap(self) -> Wrap:
        """The rows as they are shown now."""
        return self._sheet.wrap

    def notify_style_update(self) -> None:
        self._ink = None
        self._strips.clear()
        super().notify_style_update()

    def _part(self, name: str) -> Style:
        return self.get_component_rich_style(name, partial=True)

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
