"""What stands behind the numbers at the cursor, or what long work left to read."""

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content

from workbench.i18n import N_
from workbench.tui.widgets.page import ReadingPage

FAR = 10_000
"""Pages: more than there are."""


class Why(ReadingPage):
    """A pane of a fixed height, so that nothing moves while the cursor does; what does not fit is paged through."""

    DEFAULT_CSS = """
    Why { height: 8; }
    Why.-left, .-wide Why { height: 12; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("home,ctrl+home", f"turn(-{FAR})", show=False),
        Binding("end,ctrl+end", f"turn({FAR})", show=False),
    ]
    JUMP = "w"
    TITLE = N_("Why")

    def about(self, text: Content) -> None:
        """What the cursor is on; nothing while something is left to read."""
        if not self.left:
            self.show(text)

    @property
    def left(self) -> bool:
        """Whether it shows what long work left to read."""
        return self.has_class("-left")

    def leave(self, text: Content) -> None:
        """Show what long work left to read; nothing of it when empty."""
        if text or self.left:
            self.set_class(bool(text), "-left")
            self.show(text)
