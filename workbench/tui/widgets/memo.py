"""Writing a memo: what it is on above, its words below."""

from collections.abc import Callable

from rich.text import Text
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static, TextArea

from workbench.errors import WorkbenchError
from workbench.i18n import N_
from workbench.terminal import safe
from workbench.tui.actions import Action, bindings, shown
from workbench.tui.widgets.modal import Modal

ACTIONS = (
    Action("memo.keep", ("ctrl+s",), N_("Keep the memo"), verbs=("memo add", "memo edit", "memo remove")),
    Action("memo.close", ("escape",), N_("Away; what you typed is there when you come back")),
)


class MemoScreen(Modal[str]):
    """Answers with what was typed; `take` has kept it where that was asked for, which `kept` says."""

    DEFAULT_CSS = """
    MemoScreen { align: center middle; background: $background 60%; }
    MemoScreen > Vertical {
        width: 90%; max-width: 80; height: 14; max-height: 90%; background: $surface; border: round $primary;
        padding: 0 1;
    }
    MemoScreen .heading { text-style: bold; }
    MemoScreen TextArea { height: 1fr; background: $panel; padding: 0 1; }
    MemoScreen #told { color: $muted; }
    MemoScreen #told.-error { color: $error; text-style: bold; }
    """
    SCOPE = "memo"
    BINDINGS = bindings(ACTIONS)

    def __init__(self, heading: str, body: str, take: Callable[[str], str]) -> None:
        super().__init__()
        self._heading, self._body, self._take = heading, body, take
        self.done = ""
        """What was done, once it was kept."""

    def compose(self) -> ComposeResult:
        with Vertical():
            yield Static(Text(safe(self._heading), no_wrap=True, overflow="ellipsis"), classes="heading")
            yield TextArea(
                self._body, soft_wrap=True, show_line_numbers=False, compact=True, highlight_cursor_line=False
            )
            yield Static(Text(" · ".join(f"{shown(one.keys[0])} {one.said}" for one in ACTIONS)), id="told")

    def on_mount(self) -> None:
        area = self.query_one(TextArea)
        area.move_cursor(area.document.end)

    def action_keep(self) -> None:
        text = self.query_one(TextArea).text
        try:
            self.done = self._take(text)
        except WorkbenchError as error:
            told = self.query_one("#told", Static)
            told.set_class(True, "-error")
            told.update(Text(safe(f"! {error.message} {error.hint or ''}".strip())))
            return
        self.dismiss("")

    def action_close(self) -> None:
        self.dismiss(self.query_one(TextArea).text)
