"""Help: what can be done where one is, then everywhere, then on the other screens. Typing filters it."""

from collections.abc import Mapping, Sequence

from rich.table import Table
from rich.text import Text
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.widgets import Input, Static

from workbench.i18n import N_, _
from workbench.tui.actions import Action, bindings, shown
from workbench.tui.widgets.modal import Modal

ACTIONS = (
    Action("help.close", ("escape",), N_("Close the help")),
    Action("help.up", ("up",), N_("Up in the help")),
    Action("help.down", ("down",), N_("Down in the help")),
    Action("help.page_up", ("pageup",), N_("A page up in the help")),
    Action("help.page_down", ("pagedown",), N_("A page down in the help")),
)

Section = tuple[str, Sequence[Action]]
"""Its title, in the language spoken, and what can be done there."""


class HelpScreen(Modal[None]):
    """Keys and what they do, by place."""

    DEFAULT_CSS = """
    HelpScreen { align: center middle; background: $background 60%; }
    HelpScreen > Vertical {
        width: 90%; max-width: 110; height: 90%; background: $surface; border: round $primary; padding: 0 1;
    }
    HelpScreen Input, HelpScreen Input:focus { width: 1fr; margin: 0 0 1 0; background: $panel; padding: 0 1; }
    HelpScreen VerticalScroll { scrollbar-size-vertical: 1; }
    """
    SCOPE = "help"
    BINDINGS = bindings(ACTIONS)

    def __init__(self, sections: Sequence[Section], keys: Mapping[str, str]) -> None:
        super().__init__()
        self._sections, self._keys = sections, keys

    def compose(self) -> ComposeResult:
        with Vertical():
            yield Input(placeholder=_("Type to find a key; ↑ ↓ scroll, esc closes"), compact=True)
            with VerticalScroll(can_focus=False):
                yield Static(id="keys")

    def on_mount(self) -> None:
        self._show("")

    def on_input_changed(self, event: Input.Changed) -> None:
        self._show(event.value)

    def _show(self, typed: str) -> None:
        table = Table.grid(padding=(0, 2))
        table.add_column(min_width=8, max_width=14)
        table.add_column()
        for title, actions in self._sections:
            found = [one for one in actions if self._is_like(one, typed.casefold())]
            if not found:
                continue
            if table.row_count:
                table.add_row("", "")
            table.add_row(Text(title, style="underline"), "")
            for one in found:
                said = Text(one.said)
                if one.explained:
                    said.append(f" – {one.explained}", style="dim")
                table.add_row(Text(self._keys_of(one), style="bold"), said)
        self.query_one("#keys", Static).update(table if table.row_count else Text(_("No key does that.")))

    def _is_like(self, one: Action, typed: str) -> bool:
        return typed in f"{one.said} {one.explained}".casefold() or typed in self._keys_of(one).split()

    def _keys_of(self, one: Action) -> str:
        return " ".join(map(shown, self._keys.get(one.id, ",".join(one.keys)).split(",")))

    def action_up(self) -> None:
        self.query_one(VerticalScroll).scroll_up(animate=False)

    def action_down(self) -> None:
        self.query_one(VerticalScroll).scroll_down(animate=False)

    def action_page_up(self) -> None:
        self.query_one(VerticalScroll).scroll_page_up(animate=False)

    def action_page_down(self) -> None:
        self.query_one(VerticalScroll).scroll_page_down(animate=False)

    def action_close(self) -> None:
        self.dismiss()
