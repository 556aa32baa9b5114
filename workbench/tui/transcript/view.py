"""The transcript on the screen: a whole source in one widget that paints only the rows that changed.

Measured: an editor widget costs a hundred milliseconds a key in a source of twenty thousand turns, a widget for each
turn ten seconds to show. Here a key repaints two rows. Cursor and selection are the view's own, so keyboard and mouse
share them; every offset and place is in code points of the source's text.
"""

from collections.abc import Iterable
from typing import ClassVar, Protocol, Self

from rich.style import Style
from textual.binding import BindingType
from textual.cache import LRUCache
from textual.geometry import Region, Size
from textual.scrollbar import ScrollBar
from textual.strip import Strip

from workbench.i18n import N_
from workbench.model import Place
from workbench.terminal import safe
from workbench.tui.actions import bindings
from workbench.tui.transcript.acting import ACTIONS
from workbench.tui.transcript.bar import SlimBar
from workbench.tui.transcript.document import Document
from workbench.tui.transcript.gutter import Gutter
from workbench.tui.transcript.ink import CSS, EVERY, Ink
from workbench.tui.transcript.lanes import Coded, Lanes
from workbench.tui.transcript.messages import CursorMoved, SelectionChanged
from workbench.tui.transcript.paint import NOWHERE, Range, Sheet, meet
from workbench.tui.transcript.pointing import Pointing
from workbench.tui.transcript.selection import Selection
from workbench.tui.transcript.stretches import Stretches
from workbench.tui.transcript.units import Unit, Units
from workbench.tui.transcript.wrap import Wrap

_ROWS_KEPT = 512
"""Ten screens; more would be more for the collector to look through, which is felt at the keys."""
_FEW = 200
"""Places; rows of so many are found one by one when they change, of more all are painted anew."""


class Numbered(Protocol):
    """A passage: its number and its place."""

    @property
    def number(self) -> int: ...
    @property
    def place(self) -> Place: ...


class TranscriptView(Pointing, can_focus=True, inherit_bindings=False):
    """Shows a source, its codings, evidence and hits; moves a cursor and a selection; says where they are."""

    SCOPE: ClassVar[str] = "text"
    JUMP: ClassVar[str] = "t"
    TITLE: ClassVar[str] = N_("Text")
    ALLOW_SELECT = False
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(ACTIONS)]
    COMPONENT_CLASSES: ClassVar[set[str]] = EVERY
    DEFAULT_CSS = CSS

    def __init__(self, *, name: str | None = None, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(name=name, id=id, classes=classes)
        self._stale: set[int] | None = None
        self._strips: LRUCache[int, tuple[object, Strip]] = LRUCache(_ROWS_KEPT)
        """Rows by number, each with what of cursor, selection and passage it was painted with."""
        self._ink: Ink | None = None
        self._frame: list[Strip] = []
        """What was painted last, row by row of the view."""
        self._framed: tuple[Region, int] | None = None
        """Which part of the view that is, and the row that it begins with."""
        self._stale: set[int] | None = None
        """Rows of the text that are not as they were painted; None when none may be."""
        self.show(Document("", ()))

    def show(
        self, document: Document, codings: Iterable[Coded] = (), passages: Iterable[Numbered] = (), *, cursor: int = 0
    ) -> None:
        """Show another source, the cursor at an offset. `passages` are in order."""
        known = list(passages)
        self._numbers = [one.number for one in known]
        self._passages = Stretches((one.place.start, one.place.end) for one in known)
        self.document = document
        self.units = Units(document)
        self._settle(Selection(document.start_of(cursor)))
        self._column = 0
        self._sheet = Sheet(document, Wrap(Document("", ()), 2), Gutter(0, 0, 0, 1, 2, 1), Lanes(document, codings))
        self._laid_for = -1
        if self.is_mounted:
            self._lay()

    @property
    def wrap(self) -> Wrap:
        """The rows as they are shown now."""
        return self._sheet.wrap

    @property
    def cursor(self) -> int:
        """Offset of the sign that the cursor stands on."""
        return self.selection_now.cursor

    @property
    def selection(self) -> Place | None:
        """What is chosen."""
        return None if self._chosen is NOWHERE else Place(*self._chosen)

    @property
    def here(self) -> Place:
        """What is chosen; where nothing is, the sentence at the cursor."""
        return self.selection or self.units.at(self.cursor, Unit.SENTENCE)

    @property
    def passage(self) -> int | None:
        """Number of the passage that the cursor stands in."""
        index = self._passages.index(self.cursor)
        return None if index is None else self._numbers[index]

    def set_codings(self, codings: Iterable[Coded]) -> None:
        """Show these codings and no others."""
        self._sheet.lanes = Lanes(self.document, codings)
        self._all_anew()

    def add_coding(self, one: Coded) -> None:
        """Show one more coding, or another in place of the one with its id."""
        if one.id in self._sheet.lanes:
            self._forget(self._sheet.lanes[one.id].place)
        self._sheet.lanes.add(one)
        self._forget(one.place)

    def remove_coding(self, id: str) -> None:
        """Show a coding no longer. Raises KeyError."""
        self._forget(self._sheet.lanes.remove(id).place)

    def codings_at(self, offset: int) -> tuple[Coded, ...]:
        """The codings that hold an offset, by lane."""
        return tuple(one for _lane, one in self._sheet.lanes.within(offset, offset + 1))

    def focus_code(self, code: str | None) -> None:
        """Tint only the places of this code; with None, every coded place."""
        if self._sheet.focus != (code or ""):
            self._sheet.focus = code or ""
            self._all_anew()

    def highlight(self, places: Iterable[Place]) -> None:
        """Mark the words that speak for a suggestion; none takes the marks away."""
        before, self._sheet.evidence = self._sheet.evidence, Stretches.of(places)
        self._changed(before, self._sheet.evidence)

    def show_hits(self, places: Iterable[Place]) -> None:
        """Mark what was searched for; none takes the marks away."""
        before, self._sheet.hits = self._sheet.hits, Stretches.of(places)
        self._changed(before, self._sheet.hits)

    @property
    def hits(self) -> Stretches:
        """What was searched for, where it stands."""
        return self._sheet.hits

    def go_to(self, place: Place | int, *, select: bool = False) -> None:
        """The cursor to an offset or the beginning of a place, in view; with `select` all of the place is chosen."""
        if isinstance(place, int):
            place = Place(place, place)
        kept = min(place.start, len(self.document)), min(place.end, len(self.document))
        if select:
            self.put(Selection.of(Place(*kept), self.document))
        else:
            self.put(Selection(self.document.start_of(kept[0])))

    def chosen_text(self) -> str:
        """The words that are chosen or, where nothing is, the sentence at the cursor; safe to paste."""
        return "\n".join(safe(line) for line in self.here.of(self.document.text).split("\n"))

    def action_copy(self) -> None:
        self.app.copy_to_clipboard(self.chosen_text())

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """`escape` goes on to whoever else wants it when nothing is chosen."""
        return self.selection_now.anchor is not None if action == "clear" else True

    # -- where things are shown

    def on_resize(self) -> None:
        self._lay()

    def _lay(self) -> None:
        """Break rows anew when the width is another; the cursor keeps its height on the screen."""
        width = self.scrollable_content_region.width
        if width == self._laid_for or width <= 0:
            self._reveal()
            return
        fresh = self._laid_for < 0
        height = self.wrap.row_at(self.cursor) - self.scroll_offset.y
        self._laid_for = width
        sheet = self._sheet
        sheet.gutter = Gutter.of(self.document, width)
        sheet.wrap = Wrap(self.document, sheet.gutter.text)
        self._strips.clear()
        self.virtual_size = Size(width, len(sheet.wrap))
        self._column = sheet.wrap.column(self.cursor)
        row = sheet.wrap.row_at(self.cursor)
        rows = self.scrollable_content_region.height
        above = rows // 3 if fresh else max(0, min(height, rows - 1))
        self.scroll_to(y=row - above, animate=False, immediate=True, force=True)
        self.refresh()

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
        start, until, cursor = sheet.wrap.starts[row], sheet.until(row), self.cursor
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

    # -- moving

    def put(self, selection: Selection, *, column: int | None = None) -> None:
        """Cursor and selection from now on; what changed is painted and told, and the cursor is in view.

        `column` is the one to keep to when rows follow.
        """
        before, chosen, passage = self.selection_now, self._chosen, self._entered
        if selection == before:
            self._reveal()
            return
        self._settle(selection)
        self._column = self.wrap.column(selection.cursor) if column is None else column
        self._repaint(before.cursor, before.cursor)
        self._repaint(selection.cursor, selection.cursor)
        if passage != self._entered:
            self._repaint(*passage)
            self._repaint(*self._entered)
        if chosen != self._chosen:
            self._repaint_chosen(chosen, self._chosen)
            self.post_message(SelectionChanged(self, self.selection))
        self._reveal()
        if selection.cursor != before.cursor:
            offset = selection.cursor
            self.post_message(CursorMoved(self, offset, self.document.turn_at(offset), self.passage))

    def _settle(self, selection: Selection) -> None:
        """What every row is painted with."""
        self.selection_now = selection
        chosen = selection.place(self.document)
        self._chosen = (chosen.start, chosen.end) if chosen else NOWHERE
        self._entered = self._passages.around(selection.cursor)

    def row(self, by: int, *, begun: bool = False) -> None:
        """So many rows down, in the same column as far as rows are long enough."""
        row = max(0, min(self.wrap.row_at(self.cursor) + by, len(self.wrap) - 1))
        now = self.selection_now.begun() if begun else self.selection_now
        self.put(now.to(self.wrap.offset(row, self._column)), column=self._column)

    @property
    def page(self) -> int:
        """Rows that one page goes on by: one of the last page stays in view."""
        return max(1, self.size.height - 1)

    def _repaint_chosen(self, before: Range, now: Range) -> None:
        """Only rows at the ends that moved, else all that was or is chosen."""
        if meet(before, *now):
            self._repaint(min(before[0], now[0]), max(before[0], now[0]))
            self._repaint(min(before[1], now[1]), max(before[1], now[1]))
        else:
            self._repaint(*before)
            self._repaint(*now)

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

    def _changed(self, *several: Stretches) -> None:
        if sum(map(len, several)) > _FEW:
            self._all_anew()
            return
        for places in several:
            for index in range(len(places)):
                self._forget(places[index])

    def _all_anew(self) -> None:
        self._strips.clear()
        self.refresh()

    def _reveal(self) -> None:
        """Scroll when the cursor is out of view, by a third of it: most moves then paint two rows only."""
        row, top, height = self.wrap.row_at(self.cursor), self.scroll_offset.y, self.size.height
        # While the mouse draws the selection along, the text follows row by row.
        ahead = 0 if self._dragged_from is not None else height // 3
        if row < top:
            self.scroll_to(y=row - ahead, animate=False, immediate=True, force=True)
        elif row >= top + height:
            self.scroll_to(y=row - height + 1 + ahead, animate=False, immediate=True, force=True)
