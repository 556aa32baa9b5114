"""Moving cursor and selection: what that changes is painted and told, and the cursor stays in view."""

from textual.message import Message

from workbench.model import Place
from workbench.tui.transcript.acting import Acting
from workbench.tui.transcript.document import Document
from workbench.tui.transcript.messages import CursorMoved, SelectionChanged
from workbench.tui.transcript.paint import NOWHERE, Range, meet
from workbench.tui.transcript.selection import Selection
from workbench.tui.transcript.stretches import Stretches
from workbench.tui.transcript.units import Unit, Units


class Moving(Acting):
    """Keeps cursor and selection; every offset is in code points of the source's text."""

    document: Document
    units: Units
    _passages: Stretches
    _numbers: list[int]
    """The passages' numbers, in their order."""
    _column = 0
    """The one to keep to from row to row."""
    _dragged_from: int | None = None
    """Where the mouse began to select."""

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

    def go_to(self, place: Place | int, *, select: bool = False) -> None:
        """The cursor to an offset or the beginning of a place, in view; with `select` all of the place is chosen."""
        if isinstance(place, int):
            place = Place(place, place)
        kept = min(place.start, len(self.document)), min(place.end, len(self.document))
        if select:
            self.put(Selection.of(Place(*kept), self.document))
        else:
            self.put(Selection(self.document.start_of(kept[0])))

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
            self._tell(SelectionChanged(self, self.selection))
        self._reveal()
        if selection.cursor != before.cursor:
            offset = selection.cursor
            self._tell(CursorMoved(self, offset, self.document.turn_at(offset), self.passage))

    def _tell(self, message: Message) -> None:
        """Tell the screen itself: what goes up step by step comes after the first painting, and costs a second one."""
        self.screen.post_message(message)

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

    def _reveal(self) -> None:
        """Scroll when the cursor is out of view, by a third of it: most moves then paint two rows only."""
        row, top, height = self.wrap.row_at(self.cursor), self.scroll_offset.y, self.size.height
        # While the mouse draws the selection along, the text follows row by row.
        ahead = 0 if self._dragged_from is not None else height // 3
        if row < top:
            self.scroll_to(y=row - ahead, animate=False, immediate=True, force=True)
        elif row >= top + height:
            self.scroll_to(y=row - height + 1 + ahead, animate=False, immediate=True, force=True)
