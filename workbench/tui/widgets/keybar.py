"""The footer: at most seven keys that do something where one is."""

from collections.abc import Iterable

from textual.content import Content
from textual.widgets import Static

from workbench.tui.actions import Action, shown

MOST = 7
GAP = "   "


class KeyBar(Static):
    """One line of keys and what they do."""

    DEFAULT_CSS = """
    KeyBar {
        height: 1; padding: 0 1; background: $footer-background; color: $footer-foreground;
        text-wrap: nowrap; text-overflow: ellipsis;
    }
    """

    def __init__(self) -> None:
        super().__init__()
        self._several: list[Content] = []

    def show(self, actions: Iterable[Action], keys: dict[str, str]) -> None:
        """Show these; `keys` are those that somebody gave other keys, by action."""
        self._several = []
        for one in list(actions)[:MOST]:
            key = keys.get(one.id, one.keys[0]).split(",")[0]
            self._several.append(Content.assemble((shown(key), "bold $primary"), f" {one.said}"))
        self._fit()

    def on_resize(self) -> None:
        self._fit()

    def _fit(self) -> None:
        """The last, which is the help, always; of the others as many as there is room for."""
        several, last = self._several[:-1], self._several[-1:]
        while several and Content(GAP).join([*several, *last]).cell_length > max(self.size.width - 2, MOST):
            several.pop()
        self.update(Content(GAP).join([*several, *last]), layout=False)
