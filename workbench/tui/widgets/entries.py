"""Entries one below the other, of which one is chosen: 4,000 cost what the twenty do that are seen."""

from abc import abstractmethod
from typing import ClassVar

from rich.style import Style
from textual import events
from textual.binding import Binding, BindingType
from textual.cache import LRUCache
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip

from workbench.tui.widgets.scrolled import Scrolled

KEPT = 512
"""Rows that are remembered as they were painted."""


class Entries(Scrolled, can_focus=True):
    """A list that one moves in; a subclass says how many entries there are and paints each in a row of its own."""

    DEFAULT_CSS = """
    Entries { height: 1fr; background: $background; scrollbar-size-vertical: 1; }
    Entries > .entries--chosen { background: $block-cursor-background; color: $block-cursor-foreground; }
    Entries > .entries--muted { color: $muted; }
    Entries > .entries--away { background: $panel; color: $foreground; }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {"entries--chosen", "entries--away", "entries--muted"}
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "move(-1)", show=False),
        Binding("down,j", "move(1)", show=False),
        Binding("pageup", "page(-1)", show=False),
        Binding("pagedown", "page(1)", show=False),
        Binding("home,ctrl+home", "go(0)", show=False),
        Binding("end,ctrl+end", "go(-1)", show=False),
    ]
    HEAD: ClassVar[int] = 0
    """Rows above the first entry, which stay where they are."""
    CLICKS: ClassVar[int] = 2
    """So many open an entry."""

    class Chosen(Message):
        """Another entry is chosen, or the list is another one."""

        def __init__(self, entries: "Entries") -> None:
            super().__init__()
            self.entries = entries

        @property
        def control(self) -> "Entries":
            return self.entries

    class Opened(Message):
        """An entry was clicked as often as opens it: the same as `enter` on it."""

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self.chosen = 0
        self.wide = 0
        """Columns that rows are painted for."""
        self._painted: LRUCache[int, Strip] = LRUCache(KEPT)
        """Rows of entries that are not chosen."""

    @property
    @abstractmethod
    def count(self) -> int:
        """How many entries there are, as far as is known."""

    @abstractmethod
    def paint(self, entry: int, lit: Style | None) -> Strip:
        """The row of an entry; it stands out in a style where it is chosen."""

    def head(self) -> Strip:
        """What stands above the entries."""
        return Strip.blank(self.wide, self.base)

    @property
    def lit(self) -> bool:
        """Whether keys go here, so that the chosen entry stands out."""
        return self.has_focus

    def begin(self, at: int) -> None:
        """Other entries are listed: choose this one, or the nearest there is."""
        self.chosen = max(0, min(at, self.count - 1))
        self.repaint()
        self.call_after_refresh(self.show_chosen)

    def repaint(self, *entries: int) -> None:
        """These entries say something else now; where none is named, all may."""
        if not entries:
            self._painted.clear()
            self.refresh()
            return
        for entry in entries:
            self._painted.discard(entry)
        self._refresh(*entries)

    def notify_style_update(self) -> None:
        super().notify_style_update()
        self._painted.clear()

    def render_lines(self, crop: Region) -> list[Strip]:
        if (wide := self.scrollable_content_region.width) != self.wide:
            self.wide, self._finish = wide, None
            self._painted.clear()
        return super().render_lines(crop)

    def render_line(self, y: int) -> Strip:
        entry = y - self.HEAD + self.scroll_offset.y
        if y < self.HEAD:
            return self.head()
        if entry >= self.count:
            return Strip.blank(self.wide, self.base)
        if entry == self.chosen:
            return self.paint(entry, self.get_component_rich_style("entries--chosen" if self.lit else "entries--away"))
        if (strip := self._painted.get(entry)) is None:
            strip = self._painted[entry] = self.paint(entry, None)
        return strip

    def action_move(self, by: int) -> None:
        self.choose(self.chosen + by)

    def action_page(self, pages: int) -> None:
        self.choose(self.chosen + pages * max(1, self.scrollable_content_region.height - self.HEAD - 1))

    def action_go(self, entry: int) -> None:
        """To an entry; what is less than 0 counts back from the last one."""
        self.choose(entry % max(1, self.count))

    def choose(self, entry: int) -> None:
        """Choose this entry, or the nearest there is."""
        entry = max(0, min(entry, self.count - 1))
        if entry != self.chosen:
            before, self.chosen = self.chosen, entry
            self._refresh(before, entry)
            self.show_chosen()
            self.post_message(self.Chosen(self))

    def on_click(self, event: events.Click) -> None:
        if (entry := self.under(event.y)) is not None:
            self.choose(entry)
            if event.chain == self.CLICKS:
                self.post_message(self.Opened())

    def under(self, y: int) -> int | None:
        """The entry in this row of the list; None where there is none."""
        entry = y - self.HEAD + self.scroll_offset.y
        return entry if y >= self.HEAD and entry < self.count else None

    def on_focus(self) -> None:
        self._refresh(self.chosen)

    def on_blur(self) -> None:
        self._refresh(self.chosen)

    def on_resize(self) -> None:
        self.show_chosen()

    def show_chosen(self) -> None:
        """Keep the chosen entry in sight; past an edge a third of the list comes along: most keys paint little."""
        (left, top), rows = self.scroll_offset, self.scrollable_content_region.height - self.HEAD
        if rows < 1:
            return
        if self.chosen < top:
            top = self.chosen - rows // 3
        elif self.chosen >= top + rows:
            top = self.chosen - rows + 1 + rows // 3
        to = self.scrolled_right(left), max(0, min(top, self.count - rows))
        if to != self.scroll_offset:
            self.scroll_to(*to, animate=False, immediate=True)

    def scrolled_right(self, left: int) -> int:
        """How far to scroll to the right, from where it is scrolled now."""
        return left

    def _refresh(self, *entries: int) -> None:
        for entry in entries:
            self.refresh(Region(0, self.HEAD + entry - self.scroll_offset.y, self.size.width, 1))
