"""The mouse in a transcript: the same cursor and selection that the keys move."""

from textual import events

from workbench.tui.transcript.messages import PlaceClicked
from workbench.tui.transcript.moving import Moving
from workbench.tui.transcript.selection import Selection
from workbench.tui.transcript.units import Unit


class Pointing(Moving):
    """Click, drag, twice for the word, three times for the sentence; with shift the selection reaches there."""

    def offset_at(self, event: events.MouseEvent) -> int:
        """The sign under the mouse; above and below the view, that of the next row out of it."""
        y = max(-1, min(event.y, self.size.height)) + self.scroll_offset.y
        row = max(0, min(y, len(self.wrap) - 1))
        return self.wrap.offset(row, max(0, event.x - self._sheet.gutter.width))

    def on_mouse_down(self, event: events.MouseDown) -> None:
        if event.button != 1:
            return
        offset = self.offset_at(event)
        self._dragged_from = offset
        self.put(self.selection_now.begun().to(offset) if event.shift else Selection(offset))
        self.capture_mouse()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        if self._dragged_from is None:
            return
        offset = self.offset_at(event)
        if self.selection_now.anchor is not None or offset != self._dragged_from:
            self.put(self.selection_now.begun().to(offset))

    def on_mouse_up(self, event: events.MouseUp) -> None:
        if self._dragged_from is not None:
            self._dragged_from = None
            self.release_mouse()

    def on_click(self, event: events.Click) -> None:
        if event.button != 1 or event.shift:
            return
        offset, document = self.offset_at(event), self.wrap.document
        if event.chain == 2:
            self.put(Selection.of(self.units.at(offset, Unit.WORD), document))
        elif event.chain >= 3:
            self.put(Selection.of(self.units.at(offset, Unit.SENTENCE), document))
        elif self.selection_now.anchor is None and (ids := self._clicked(event, offset)):
            self.post_message(PlaceClicked(self, ids))

    def _clicked(self, event: events.MouseEvent, offset: int) -> tuple[str, ...]:
        """Codings of the place clicked or, in the gutter, of the lane."""
        gutter, row = self._sheet.gutter, event.y + self.scroll_offset.y
        if row >= len(self.wrap):
            return ()
        if event.x >= gutter.width:
            return tuple(one.id for _lane, one in self._sheet.lanes.within(offset, offset + 1))
        beside = self._sheet.lanes.within(self.wrap.starts[row], self._sheet.until(row))
        return tuple(one.id for lane, one in beside if lane == gutter.lane(event.x))
