"""What a transcript view tells the screen around it."""

from textual.message import Message
from textual.widget import Widget

from workbench.model import Place


class _FromView(Message):
    def __init__(self, view: Widget) -> None:
        super().__init__()
        self.view = view

    @property
    def control(self) -> Widget:
        """The view, for handlers that name it."""
        return self.view


class CursorMoved(_FromView):
    """The cursor is somewhere else: its offset, the turn (from 0) and the passage's number, if in one."""

    def __init__(self, view: Widget, offset: int, turn: int, passage: int | None) -> None:
        super().__init__(view)
        self.offset, self.turn, self.passage = offset, turn, passage

    def can_replace(self, message: Message) -> bool:
        """While a key is held, only the newest matters."""
        return isinstance(message, CursorMoved) and message.view is self.view


class SelectionChanged(_FromView):
    """Something else is chosen; None when nothing is."""

    def __init__(self, view: Widget, place: Place | None) -> None:
        super().__init__(view)
        self.place = place


class PlaceClicked(_FromView):
    """A coded place, or a lane beside it, was clicked: ids of its codings."""

    def __init__(self, view: Widget, codings: tuple[str, ...]) -> None:
        super().__init__(view)
        self.codings = codings
