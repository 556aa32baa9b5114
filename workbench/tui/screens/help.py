"""Help: what can be done where one is, then the rest. Typing filters it."""

from collections.abc import Sequence

from rich.table import Table
from rich.text import Text
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from workbench.i18n import _
from workbench.tui.actions import Action, bindings, shown


class HelpScreen(ModalScreen[None]):
    """Keys and what they do, by place."""

    DEFAULT_CSS = """
    HelpScreen { align: center middle; }
    HelpScreen > Vertical { width: 90%; max-width: 100; height: 90%; background: $surface; border: round $primary; padding: 0 1; }
    HelpScreen Input { border: none; height: 1; margin: 0 0 1 0; background: $panel; }
    """
    BINDINGS = bindings([Action("help.close", ("escape",), "Close")])

    def __init__(self, here: Sequence[Action], rest: Sequence[Action], keys: dict[str, str]) -> None:
        super().__init__()
        self._here, self._rest, self._keys = here, rest, keys

    def compose(self) -> ComposeResult:
        with Vertical():
            yield Input(placeholder=_("Type to find a key; esc closes"))
            with VerticalScroll(can_focus=False):
                yield Static(id="keys")

    def on_mount(self) -> None:
        self._show("")

    def on_input_changed(self, event: Input.Changed) -> None:
        self._show(event.value)

    def _show(self, typed: str) -> None:
        table = Table.grid(padding=(0, 2))
        for title, actions in ((_("Here"), self._here), (_("Elsewhere"), self._rest)):
            found = [one for one in actions if typed.casefold() in f"{one.said} {one.explained}".casefold()]
            if not found:
                continue
            table.add_row(Text(title, style="bold"), "")
            for one in found:
                keys = self._keys.get(one.id, ",".join(one.keys)).split(",")
                said = Text(one.said)
                if one.explained:
                    said.append(f"  {one.explained}", style="dim")
                table.add_row(Text(" ".join(map(shown, keys)), style="bold"), said)
            table.add_row("", "")
        self.query_one("#keys", Static).update(table)

    def action_close(self) -> None:
        self.dismiss()
