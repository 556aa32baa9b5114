"""Picking a code: a few letters of it, and with the list what the code is about."""

from collections.abc import Iterator

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from rich.text import Text
from textual.app import ComposeResult
from textual.containers import Container, Vertical
from textual.content import Content
from textual.widgets import Input, Static

from workbench.i18n import _
from workbench.store import recent_codes
from workbench.terminal import safe
from workbench.tui.desk import Desk
from workbench.tui.widgets.choose import ChoiceLines
from workbench.tui.widgets.code_notes import code_notes
from workbench.tui.widgets.columns import fitted
from workbench.tui.widgets.modal import Modal
from workbench.tui.widgets.page import ReadingPage
from workbench.workflow.lookup import likely

RECENT = "• "
"""Before a code that was set lately."""


class Notes(ReadingPage, can_focus=False):
    """What the code is about that is chosen; the keys go to the list."""


class CodePicker(Modal[str | None]):
    """Answers with a code's id, such as `plan.dobbelt`; None when the person went away.

    Before anything is typed the codes set last come first, then all others as in their codebooks.
    """

    DEFAULT_CSS = """
    CodePicker { align: center middle; background: $background; }
    CodePicker > Vertical {
        width: 94%; max-width: 130; height: 90%; max-height: 32; background: $surface; border: round $primary;
        padding: 0 1;
    }
    CodePicker .heading { text-style: bold; }
    CodePicker Input, CodePicker Input:focus { width: 1fr; margin: 0 0 1 0; background: $panel; padding: 0 1; }
    CodePicker Container { height: 1fr; layout: horizontal; }
    CodePicker Lines { width: 3fr; background: $surface; }
    CodePicker Notes { width: 2fr; height: 1fr; padding: 0 0 0 2; background: $surface; }
    CodePicker.-narrow > Vertical { width: 100%; height: 100%; }
    CodePicker.-narrow Container { layout: vertical; }
    CodePicker.-narrow Lines { width: 1fr; height: 1fr; }
    CodePicker.-narrow Notes { width: 1fr; height: 2fr; padding: 1 0 0 0; }
    """
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-middle")]  # noqa: RUF012 — as Textual declares it
    BINDINGS = [  # noqa: RUF012 — as Textual declares it
        ("escape", "close", ""),
        ("up", "list('move(-1)')", ""),
        ("down", "list('move(1)')", ""),
        ("pageup", "list('page(-1)')", ""),
        ("pagedown", "list('page(1)')", ""),
    ]

    def __init__(self, desk: Desk, heading: str = "") -> None:
        super().__init__()
        self._desk, self._heading = desk, heading
        self._recent = recent_codes(desk.store)
        place = {code: at for at, code in enumerate(self._recent)}
        usable = [one for one in desk.codes if not one.folder]
        self._known = sorted(usable, key=lambda one: place.get(one.code, len(place)))
        self._widest = max((cell_len(one.code) for one in usable), default=0)
        self._explained = {
            code.id: " ".join((code.definition, *code.include)) for book in desk.codebooks for code in book.codes
        }
        self._found = self._known
        self._list, self._notes = ChoiceLines(self._line), Notes()

    def compose(self) -> ComposeResult:
        with Vertical():
            heading = self._heading or _("Which code?")
            yield Static(Text(safe(heading), no_wrap=True, overflow="ellipsis"), classes="heading")
            yield Input(placeholder=_("Two letters will do; ↵ takes it, esc goes back"), compact=True)
            with Container():
                yield self._list
                yield self._notes

    def on_mount(self) -> None:
        self._fill()

    def on_input_changed(self, event: Input.Changed) -> None:
        typed = event.value.strip()
        self._found = likely(self._known, typed, self._explained, recent=self._recent) if typed else self._known
        self._fill()

    def on_input_submitted(self) -> None:
        self._take()

    def on_entries_opened(self) -> None:
        self._take()

    def on_entries_chosen(self) -> None:
        self._tell()

    def _fill(self) -> None:
        self._list.fill(len(self._found))
        self._tell()

    def _take(self) -> None:
        if self._found:
            self.dismiss(self._found[self._list.chosen].code)

    def _tell(self) -> None:
        if self._found:
            self._notes.show(code_notes(self._desk, self._found[self._list.chosen].code))
        else:
            self._notes.show(Content(_("No code looks like that.")))

    def _line(self, entry: int, width: int, muted: Style) -> Iterator[Segment]:
        """A code on one line: its name, and in a column of its own what it is called in the codebook."""
        one = self._found[entry]
        recent = RECENT if one.code in self._recent else " " * len(RECENT)
        yield Segment(fitted(recent + safe(self._desk.name(one.code)), width - self._widest - 2))
        yield Segment("  " + fitted(safe(one.code), self._widest), muted)

    async def action_list(self, what: str) -> None:
        await self._list.run_action(what)

    def action_close(self) -> None:
        self.dismiss(None)
