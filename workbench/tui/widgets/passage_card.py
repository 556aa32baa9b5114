"""A passage under review, with its context, what is suggested for it and what this person has said."""

from textual import events
from textual.content import Content
from textual.message import Message

from workbench.terminal import safe
from workbench.tui.desk import Desk
from workbench.tui.review import Laid, Sitting, laid_out
from workbench.tui.widgets.rows import Rows


class PassageCard(Rows):
    """Paints where a sitting is, in the room there is."""

    DEFAULT_CSS = """
    PassageCard { width: 1fr; height: 1fr; padding: 0 2; background: $background; }
    """

    class Picked(Message):
        """A suggestion (from 0) was clicked; twice, it was meant."""

        def __init__(self, suggestion: int, *, twice: bool) -> None:
            super().__init__()
            self.suggestion, self.twice = suggestion, twice

    def __init__(self) -> None:
        super().__init__()
        self._of: tuple[Sitting, Desk] | None = None
        self._said = ""
        self._laid = Laid(())
        self._top = 0
        self._brief = True

    def show(self, sitting: Sitting, desk: Desk, *, anew: bool, brief: bool) -> None:
        """Show where a sitting is; `anew` when it is another passage than before.

        `brief` leaves out what else speaks for a suggestion: it stands elsewhere.
        """
        self._of, self._brief = (sitting, desk), brief
        self._top = 0 if anew else self._top
        self._lay()

    def say(self, said: str) -> None:
        """Show some sentences instead of a passage."""
        self._of, self._said = None, said
        self._lay()

    @property
    def unseen(self) -> int:
        """How many rows of the passage are out of sight."""
        return self._laid.unseen

    def turn(self, by: int) -> None:
        """Other rows of a passage that does not fit."""
        page = max(1, self.size.height // 3)
        self._top = max(0, min(self._top + by * page, self._laid.unseen))
        self._lay()

    def on_resize(self, event: events.Resize) -> None:
        self._lay()

    def _lay(self) -> None:
        width, height = self.size
        if self._of is None or self._of[0].item is None or not height:
            self._laid = Laid(())
            self.paint([Content(""), *(Content(safe(line)) for line in self._said.split("\n"))])
            return
        sitting, desk = self._of
        assert sitting.item is not None
        self._laid = laid_out(sitting, sitting.item, desk, width, height, top=self._top, brief=self._brief)
        self.paint([row.said for row in self._laid.rows])

    def on_click(self, event: events.Click) -> None:
        offset = event.get_content_offset(self)
        if offset is not None and offset.y < len(self._laid.rows):
            suggestion = self._laid.rows[offset.y].suggestion
            if suggestion is not None:
                self.post_message(self.Picked(suggestion, twice=event.chain == 2))
