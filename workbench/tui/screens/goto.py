"""Go to: every screen and every pane of this one by a key, from anywhere; digits stay free for codes."""

from collections.abc import Sequence

from rich.text import Text
from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from workbench.i18n import _
from workbench.tui.widgets.modal import Modal


class GoToScreen(Modal[str | None]):
    """Answers with the key that was pressed, if it is one of those offered."""

    DEFAULT_CSS = """
    GoToScreen { align: center middle; background: $background 60%; }
    GoToScreen > Vertical {
        width: 40; height: auto; max-height: 100%; background: $surface; border: round $primary; padding: 0 1;
    }
    """

    def __init__(self, offered: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self._offered = dict(offered)

    def compose(self) -> ComposeResult:
        with Vertical():
            line = Text()
            line.append(_("Go to"), style="bold")
            for key, name in self._offered.items():
                line.append(f"\n {key}", style="bold")
                line.append(f"  {name}")
            yield Static(line)

    def on_key(self, event: events.Key) -> None:
        event.stop()
        key = event.character or event.key
        self.dismiss(key if key in self._offered else None)
