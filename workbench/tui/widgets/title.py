"""The line at the top that says where one is."""

from rich.text import Text
from textual.widgets import Static

from workbench.terminal import safe


class TitleLine(Static):
    """Where one is, from the outside in."""

    DEFAULT_CSS = """
    TitleLine { dock: top; height: 1; padding: 0 1; background: $primary; color: $background; text-style: bold; }
    TitleLine { text-wrap: nowrap; text-overflow: ellipsis; }
    """
    _said = ""

    def say(self, title: str) -> None:
        """Show this title, where it is another than before."""
        if title != self._said:
            self._said = title
            # One line, whatever it says: laying the screen out again would cost more than all else a key does.
            self.update(Text(safe(title), no_wrap=True, overflow="ellipsis"), layout=False)
