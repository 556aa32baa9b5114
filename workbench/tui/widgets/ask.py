"""One question, answered in a line of text."""

from collections.abc import Callable

from rich.text import Text
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Input, Static

from workbench.errors import WorkbenchError
from workbench.i18n import _
from workbench.terminal import safe
from workbench.tui.widgets.modal import Modal

Take = Callable[[str], str]
"""What is done with an answer; says what was done, or raises WorkbenchError."""


class AskScreen(Modal[str | None]):
    """Answers with the sentence of what was done; None when the person went away. After a refusal it stays."""

    DEFAULT_CSS = """
    AskScreen { align: center middle; background: $background 60%; }
    AskScreen > Vertical {
        width: 90%; max-width: 90; height: auto; max-height: 100%; background: $surface; border: round $primary;
        padding: 0 1;
    }
    AskScreen Input, AskScreen Input:focus { width: 1fr; margin: 1 0; background: $panel; padding: 0 1; }
    AskScreen .heading { text-style: bold; }
    AskScreen #told { color: $muted; }
    AskScreen #told.-error { color: $error; text-style: bold; }
    """
    BINDINGS = [("escape", "close", "")]  # noqa: RUF012 — as Textual declares it

    def __init__(self, heading: str, take: Take, *, value: str = "", hint: str = "") -> None:
        super().__init__()
        self._heading, self._take, self._value, self._hint = heading, take, value, hint

    def compose(self) -> ComposeResult:
        with Vertical():
            yield Static(Text(safe(self._heading)), classes="heading")
            yield Input(self._value, compact=True)
            yield Static(Text(self._hint or _("↵ takes it, esc goes back")), id="told")

    def on_input_submitted(self, event: Input.Submitted) -> None:
        try:
            self.dismiss(self._take(event.value))
        except WorkbenchError as error:
            told = self.query_one("#told", Static)
            told.set_class(True, "-error")
            told.update(Text(safe(f"! {error.message} {error.hint or ''}".strip())))

    def action_close(self) -> None:
        self.dismiss(None)
