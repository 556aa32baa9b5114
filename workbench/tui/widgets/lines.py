"""A list with a line for each entry, painted as far as it is seen: 4,000 entries cost what twenty do."""

from collections.abc import Callable
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from rich.text import Text
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

Painter = Callable[[int, int, Style], Text]
"""The line of an entry, by its number, the width there is, and the style of what may step back."""


class Lines(ScrollView, can_focus=True):
    """Shows entries and which of them is chosen; what `enter` does is the screen's own affair."""

    DEFAULT_CSS = """
    Lines { height: 1fr; background: $background; scrollbar-size-vertical: 1; overflow-x: hidden; overflow-y: scroll; }
    Lines > .lines--chosen { background: $primary; color: $background; }
    Lines > .lines--muted { color: $muted; }
    Lines > .lines--away { background: $panel; color: $foreground; }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {"lines--chosen", "lines--away", "lines--muted"}
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "move(-1)", show=False),
        Binding("down,j", "move(1)", show=False),
        Binding("pageup", "page(-1)", show=False),
        Binding("pagedown", "page(1)", show=False),
        Binding("home,ctrl+home", "go(0)", show=False),
        Binding("end,ctrl+end", "go(-1)", show=False),
    ]

    class Chosen(Message):
        """Another entry is chosen."""

    class Opened(Message):
        """An entry was clicked twice: the same as `enter` on it."""

    def __init__(self, paint: Painter, id: str | None = None) -> None:
        super().__init__(id=id)
        self._paint = paint
        self._count = 0
        self.chosen = 0

    @property
    def lit(self) -> bool:
        """Whether keys go here, so that the chosen entry stands out."""
        return self.has_focus

    def fill(self, count: int, at: int = 0) -> None:
        """So many entries now, of which this one is chosen, or the last where there are fewer."""
        self._count = count
        self.chosen = max(0, min(at, count - 1))
        self.virtual_size = Size(0, count)
        self.refresh()
        self.call_after_refresh(self._show_chosen)

    def repaint(self, entry: int) -> None:
        """One entry says something else now."""
        self.refresh(Region(0, entry - self.scroll_offset.y, self.size.width, 1))

    def render_line(self, y: int) -> Strip:
        entry, width = y + self.scroll_offset.y, self.scrollable_content_region.width
        style, muted = self.visual_style.rich_style, Style.null()
        if entry >= self._count:
            return Strip.blank(width, style)
        if entry == self.chosen:
            style = self.get_component_rich_style("lines--chosen" if self.lit else "lines--away")
        else:
            muted = Style(color=self.get_component_rich_style("lines--muted").color)
        line = self._paint(entry, width, muted)
        line.truncate(width, overflow="ellipsis", pad=True)
        segments = line.render(self.app.console, end="")
        return Strip(list(Segment.apply_style(segments, style)), width).adjust_cell_length(width, style)

    def action_move(self, by: int) -> None:
        self.choose(self.chosen + by)

    def action_page(self, pages: int) -> None:
        self.choose(self.chosen + pages * max(1, self.size.height - 1))

    def action_go(self, entry: int) -> None:
        self.choose(entry % max(1, self._count))

    def choose(self, entry: int) -> None:
        """Choose this entry, or the nearest there is."""
        entry = max(0, min(entry, self._count - 1))
        if entry != self.chosen:
            before, self.chosen = self.chosen, entry
            self.repaint(before)
            self.repaint(entry)
            self._show_chosen()
            self.post_message(self.Chosen())

    def on_click(self, event: events.Click) -> None:
        self.choose(event.y + self.scroll_offset.y)
        if event.chain == 2:
            self.post_message(self.Opened())

    def on_focus(self) -> None:
        self.repaint(self.chosen)

    def on_blur(self) -> None:
        self.repaint(self.chosen)

    def on_resize(self) -> None:
        self._show_chosen()

    def _show_chosen(self) -> None:
        """Keep the chosen entry in sight; past an edge a third of the list comes along: most keys paint little."""
        height, top = self.size.height, self.scroll_offset.y
        if not height or top <= self.chosen < top + height:
            return
        third = height // 3
        to = self.chosen - third if self.chosen < top else self.chosen - height + 1 + third
        self.scroll_to(y=max(0, to), animate=False, immediate=True)
