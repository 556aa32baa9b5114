"""One of many, found by typing a part of its name."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from rich.text import Text
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Input, Static

from workbench.i18n import _
from workbench.model import folded
from workbench.terminal import safe
from workbench.tui.widgets.columns import fitted
from workbench.tui.widgets.lines import Lines
from workbench.tui.widgets.modal import Modal


@dataclass(frozen=True, slots=True)
class Choice:
    """Something that can be chosen, in the language spoken."""

    name: str
    kind: str = ""
    """What it is one of; stands before the name."""
    on: bool = False
    """Whether it is chosen already."""


def found(choices: Sequence[Choice], typed: str) -> list[int]:
    """The numbers of those that were meant: that hold every word typed, else whose names hold the letters in order."""
    letters = [folded(word) for word in typed.split()]
    whole = [folded(f"{one.kind} {one.name}") for one in choices]
    meant = [number for number, text in enumerate(whole) if all(one in text for one in letters)]
    return meant or [number for number, one in enumerate(choices) if _in_order("".join(letters), folded(one.name))]


def _in_order(letters: str, text: str) -> bool:
    rest = iter(text)
    return all(letter in rest for letter in letters)


class ChooseScreen(Modal[int | None]):
    """Answers with the number of what was chosen; None when the person went away."""

    DEFAULT_CSS = """
    ChooseScreen { align: center middle; background: $background 60%; }
    ChooseScreen > Vertical {
        width: 90%; max-width: 90; height: 80%; max-height: 30; background: $surface; border: round $primary;
        padding: 0 1;
    }
    ChooseScreen Input, ChooseScreen Input:focus { width: 1fr; margin: 0 0 1 0; background: $panel; padding: 0 1; }
    ChooseScreen Lines { background: $surface; }
    ChooseScreen .heading { text-style: bold; }
    """
    BINDINGS = [  # noqa: RUF012 — as Textual declares it
        ("escape", "close", ""),
        ("up", "list('move(-1)')", ""),
        ("down", "list('move(1)')", ""),
        ("pageup", "list('page(-1)')", ""),
        ("pagedown", "list('page(1)')", ""),
    ]

    def __init__(self, heading: str, choices: Sequence[Choice]) -> None:
        super().__init__()
        self._heading, self._choices = heading, choices
        self._found = list(range(len(choices)))
        self._widest = min(18, max((cell_len(one.kind) for one in choices), default=0))

    def compose(self) -> ComposeResult:
        with Vertical():
            yield Static(Text(safe(self._heading), no_wrap=True, overflow="ellipsis"), classes="heading")
            yield Input(placeholder=_("Type a part of it; ↵ takes it, esc goes back"), compact=True)
            yield ChoiceLines(self._line)

    def on_mount(self) -> None:
        self.query_one(Lines).fill(len(self._found))

    def on_input_changed(self, event: Input.Changed) -> None:
        self._found = found(self._choices, event.value)
        self.query_one(Lines).fill(len(self._found))

    def on_input_submitted(self) -> None:
        self._take()

    def on_entries_opened(self) -> None:
        self._take()

    def _take(self) -> None:
        if self._found:
            self.dismiss(self._found[self.query_one(Lines).chosen])

    def _line(self, entry: int, width: int, muted: Style) -> Iterator[Segment]:
        one = self._choices[self._found[entry]]
        yield Segment("✓ " if one.on else "  ")
        before = 2
        if self._widest:
            yield Segment(fitted(safe(one.kind), self._widest) + "  ", muted)
            before += self._widest + 2
        yield Segment(fitted(safe(one.name), width - before))

    async def action_list(self, what: str) -> None:
        await self.query_one(ChoiceLines).run_action(what)

    def action_close(self) -> None:
        self.dismiss(None)


class ChoiceLines(Lines, can_focus=False):
    """The list under the field in which one types: shown as if it had the focus."""

    CLICKS = 1

    @property
    def lit(self) -> bool:
        return True
