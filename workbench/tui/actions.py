"""What can be done by key: one list feeds bindings, palette, footer, help and documentation.

Every screen and pane declares its actions beside the methods that do them; nothing else in the screen knows a key.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from textual.binding import Binding, BindingType

from workbench.i18n import translated

SHOWN = {
    "question_mark": "?",
    "slash": "/",
    "full_stop": ".",
    "comma": ",",
    "minus": "-",
    "plus": "+",
    "asterisk": "*",
    "left_parenthesis": "(",
    "right_parenthesis": ")",
    "less_than_sign": "<",
    "greater_than_sign": ">",
    "enter": "↵",
    "escape": "esc",
    "backspace": "⌫",
    "space": "␣",
    "left": "←",
    "right": "→",
    "up": "↑",
    "down": "↓",
    "pageup": "pgup",
    "pagedown": "pgdn",
}
"""Keys by Textual's name, as people know them."""


@dataclass(frozen=True, slots=True)
class Action:
    """Something that one key does."""

    id: str
    """Scope and method: `transcript.code` is `action_code` of whoever declares it. Also its name in the keys file."""
    keys: tuple[str, ...]
    """By Textual's names; the first is the one that is shown."""
    title: str
    """Message id of a few words: what it does."""
    help: str = ""
    """Message id of a sentence, for the help screen."""
    footer: bool = False
    """Whether it is one of the few that the footer shows."""
    always: bool = False
    """Whether it works in dialogues and while somebody types, too."""
    verbs: tuple[str, ...] = ()
    """The commands it may write to the history; each can be given on the command line too."""

    @property
    def scope(self) -> str:
        return self.id.partition(".")[0]

    @property
    def method(self) -> str:
        return self.id.partition(".")[2].replace("-", "_")

    @property
    def said(self) -> str:
        """The title in the language spoken now."""
        return translated(self.title)

    @property
    def explained(self) -> str:
        """The help in the language spoken now; empty where the title says enough."""
        return translated(self.help) if self.help else ""


def bindings(actions: Iterable[Action]) -> list[BindingType]:
    """For a class's BINDINGS: each can be given other keys by its id."""
    return [
        Binding(",".join(one.keys), one.method, one.title, show=False, id=one.id, priority=one.always)
        for one in actions
    ]


def shown(key: str) -> str:
    """A key as people know it: `ctrl+right` is `ctrl+→`, `question_mark` is `?`."""
    held, plus, name = key.rpartition("+")
    return held + plus + SHOWN.get(name, name)
