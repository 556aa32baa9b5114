"""A list with a line for each entry, as a screen paints it."""

from collections.abc import Callable, Iterable
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Size
from textual.strip import Strip

from workbench.tui.widgets.entries import Entries

Painter = Callable[[int, int, Style], Iterable[Segment]]
"""The line of an entry, as wide as it must be: by its number, that width, and the style of what may step back."""


class Lines(Entries):
    """Shows entries and which of them is chosen; what `enter` does is the screen's own affair."""

    DEFAULT_CSS = """
    Lines { overflow-x: hidden; overflow-y: scroll; }
    """
    GAP: ClassVar[int] = 0
    """Columns left free on either side."""

    def __init__(self, paint: Painter, id: str | None = None) -> None:
        super().__init__(id=id)
        self._painter = paint
        self._count = 0

    @property
    def count(self) -> int:
        return self._count

    def fill(self, count: int, at: int = 0) -> None:
        """So many entries now, of which this one is chosen, or the last where there are fewer."""
        self._count = count
        self.stretch(Size(0, count))
        self.begin(at)

    def paint(self, entry: int, lit: Style | None) -> Strip:
        base, muted = self.base, Style.null()
        if lit is None:
            muted = self.get_component_rich_style("entries--muted", partial=True)
        width = self.wide - 2 * self.GAP
        gap = Segment(" " * self.GAP, base)
        line = Segment.apply_style(self._painter(entry, width, muted), lit or base)
        return Strip([gap, *line, gap], self.wide)
