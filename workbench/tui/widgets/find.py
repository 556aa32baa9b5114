"""Finding words in what is shown: the line one types in, and where they stand."""

import re
from typing import ClassVar

from textual.binding import BindingType
from textual.message import Message
from textual.widgets import Input

from workbench.i18n import N_, _
from workbench.model import Place
from workbench.tui.actions import Action, bindings

ACTIONS = (Action("find.close", ("escape",), N_("Back to where you were")),)


def hits(text: str, typed: str) -> list[Place]:
    """Where a text has these signs, whatever their case; a blank where words are parted, in whatever way."""
    words = typed.split()
    if not words:
        return []
    wanted = re.compile(r"\s+".join(map(re.escape, words)), re.IGNORECASE)
    return [Place(*match.span()) for match in wanted.finditer(text)]


class FindBar(Input):
    """One line under the text, hidden until it is asked for."""

    DEFAULT_CSS = """
    FindBar, FindBar:focus { display: none; width: 1fr; height: 1; border: none; background: $panel; padding: 0 1; }
    FindBar.-open, FindBar.-open:focus { display: block; }
    """
    SCOPE: ClassVar[str] = "find"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(ACTIONS)]

    class Closed(Message):
        """One wants back to where one was before."""

    def __init__(self) -> None:
        super().__init__(compact=True)

    def ask(self) -> None:
        """Let somebody type."""
        self.placeholder = _("Find in this source; ↵ stays there, esc goes back")
        self.add_class("-open")
        self.focus()
        self.action_select_all()

    def close(self) -> None:
        """Hide it; what was typed stays for the next time."""
        self.remove_class("-open")

    def action_close(self) -> None:
        self.post_message(self.Closed())
