"""The footer: at most seven keys that do something where one is."""

from collections.abc import Iterable

from rich.text import Text
from textual.widgets import Static

from workbench.tui.actions import Action, shown

MOST = 7


class KeyBar(Static):
    """One line of keys and what they do."""

    DEFAULT_CSS = """
    KeyBar { dock: bottom; height: 1; padding: 0 1; background: $footer-background; color: $footer-foreground; }
    """

    def show(self, actions: Iterable[Action], keys: dict[str, str]) -> None:
        """Show these; `keys` are those that somebody gave other keys, by action."""
        line = Text(no_wrap=True, overflow="ellipsis")
        for one in list(actions)[:MOST]:
            key = keys.get(one.id, one.keys[0]).split(",")[0]
            line.append(f" {shown(key)} ", style="reverse")
            line.append(f" {one.said}  ")
        self.update(line)
