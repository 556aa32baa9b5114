"""The footer: at most seven keys that do something where one is."""

from collections.abc import Iterable

from textual.content import Content
from textual.widgets import Static

from workbench.tui.actions import Action, shown

MOST = 7


class KeyBar(Static):
    """One line of keys and what they do."""

    DEFAULT_CSS = """
    KeyBar {
        height: 1; padding: 0 1; background: $footer-background; color: $footer-foreground;
        text-wrap: nowrap; text-overflow: ellipsis;
    }
    """

    def show(self, actions: Iterable[Action], keys: dict[str, str]) -> None:
        """Show these; `keys` are those that somebody gave other keys, by action."""
        several = []
        for one in list(actions)[:MOST]:
            key = keys.get(one.id, one.keys[0]).split(",")[0]
            several.append(Content.assemble((shown(key), "bold $primary"), f" {one.said}"))
        self.update(Content("   ").join(several))
