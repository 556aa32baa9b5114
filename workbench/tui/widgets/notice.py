"""The line above the footer: what was done, what went wrong, how far something is."""

from rich.text import Text
from textual.widgets import Static

from workbench.terminal import safe


class Notice(Static):
    """One sentence at a time; the next one replaces it. What went wrong may take more lines: it says what to do."""

    DEFAULT_CSS = """
    Notice { height: 1; padding: 0 1; background: $panel; color: $foreground; }
    Notice { text-wrap: nowrap; text-overflow: ellipsis; }
    Notice.-error { height: auto; max-height: 4; color: $error; text-style: bold; text-wrap: wrap; }
    """

    def say(self, sentence: str, *, error: bool = False) -> None:
        """Show a sentence; text from data in it is made safe."""
        grows = error or self.has_class("-error")
        self.set_class(error, "-error")
        text = safe(" ".join(sentence.split("\n")))
        self.update(Text(f"! {text}") if error else Text(text, no_wrap=True, overflow="ellipsis"), layout=grows)
