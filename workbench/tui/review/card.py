"""A passage under review, with its context, what is suggested for it and what this person has said."""

from dataclasses import dataclass

from textual import events
from textual.content import Content
from textual.message import Message

from workbench.terminal import safe
from workbench.tui.review.case import Case
from workbench.tui.review.layout import Laid, laid_out
from workbench.tui.review.suggested import Named
from workbench.tui.widgets.rows import Rows


class PassageCard(Rows):
    """Paints a passage in the room there is, or some sentences where there is none to decide."""

    DEFAULT_CSS = """
    PassageCard { width: 1fr; height: 1fr; padding: 0 2; background: $background; }
    """

    @dataclass
    class Picked(Message):
        """A suggestion (from 0) was clicked; twice, it was meant."""

        suggestion: int
        twice: bool

    def __init__(self, name: Named) -> None:
        super().__init__()
        self._named = name
        self._one: Case | None = None
        self._said = ""
        self._laid = Laid(())
        self._top = 0
        self._brief = True

    def show(self, one: Case, *, brief: bool) -> None:
        """Show a passage, where it is the same as before from the row it is scrolled to.

        `brief` leaves out what else speaks for a suggestion: it stands elsewhere.
        """
        self._top = self._top if self._one is not None and self._one.at == one.at else 0
        self._one, self._brief = one, brief
        self._lay()

    def say(self, said: str) -> None:
        """Show some sentences instead of a passage."""
        self._one, self._said = None, said
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
        if self._one is None or not width or not height:
            self._laid = Laid(())
            self.paint([Content(""), *(Content(safe(line)) for line in self._said.split("\n"))])
        else:
            self._laid = laid_out(self._one, self._named, width, height, top=self._top, brief=self._brief)
            self.paint([row.said for row in self._laid.rows])

    def on_click(self, event: events.Click) -> None:
        offset = event.get_content_offset(self)
        if offset is not None and offset.y < len(self._laid.rows):
            suggestion = self._laid.rows[offset.y].suggestion
            if suggestion is not None:
                self.post_message(self.Picked(suggestion, twice=event.chain == 2))
