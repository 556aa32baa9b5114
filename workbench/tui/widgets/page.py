"""A page of text beside a list: read there, and further on by its keys and the wheel when it does not fit."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import ClassVar

from rich._wrap import divide_line
from rich.segment import Segment
from textual import events
from textual.binding import Binding, BindingType
from textual.cache import LRUCache
from textual.content import Content
from textual.geometry import Region
from textual.strip import Strip

from workbench.tui.widgets.bare import Bare

KEPT = 256
"""Rows, and lines broken into rows, that are remembered."""
MORE = "⋮"
"""The last row where there is more below."""
BAR = "▌"
"""At the head of a line it stands beside all of it."""
HEAD = re.compile(rf"[+–!×›{BAR}] |\s+")
"""What hangs out before a line: the rest of it stands to the right of that."""


class ReadingPage(Bare, can_focus=True):
    """Shows a text, broken into rows once and painted as far as it is seen and changed."""

    DEFAULT_CSS = """
    ReadingPage { height: 1fr; background: $surface; padding: 0 1 0 2; }
    ReadingPage:focus { border-left: wide $primary; padding: 0 1 0 1; }
    ReadingPage > .page--more { color: $muted; }
    """
    ALLOW_SELECT: ClassVar[bool] = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {"page--more"}
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k,pageup", "turn(-1)", show=False),
        Binding("down,j,pagedown", "turn(1)", show=False),
    ]

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self._said = Content()
        self._rows: Sequence[tuple[str, int, int]] = ()
        """All rows: where each begins and ends."""
        self._seen: list[Strip] = []
        """Those in sight."""
        self._strips: LRUCache[tuple[Segment, ...], Strip] = LRUCache(KEPT)
        """Rows that were painted before: of most texts after one another, some rows only move."""
        self._top = 0

    def show(self, said: Content) -> None:
        """Show this text from its beginning; where it is the same, as it stands."""
        if not said.is_same(self._said):
            self._said, self._top = said, 0
            self._lay()

    def turn(self, by: int) -> None:
        """So many pages on, or back."""
        height = self.size.height
        self._top = max(0, min(self._top + by * max(1, height - 2), len(self._rows) - height))
        self._paint()

    def go_round(self) -> None:
        """A page on; after the last one the first."""
        before = self._top
        self.turn(1)
        if self._top == before:
            self.turn(-len(self._rows))

    def action_turn(self, by: int) -> None:
        self.turn(by)

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        self.turn(1)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        self.turn(-1)

    def on_resize(self) -> None:
        self._lay()

    def notify_style_update(self) -> None:
        super().notify_style_update()
        self._lay()

    def render_line(self, y: int) -> Strip:
        return self._seen[y] if y < len(self._seen) else Strip.blank(self.size.width, self.base)

    def _lay(self) -> None:
        width, height = self.size
        if width:
            self._rows = list(_rows(self._said.plain, width))
            self._top = max(0, min(self._top, len(self._rows) - height))
            self._paint()

    def _paint(self) -> None:
        width, height = self.size
        before, self._seen = self._seen, list(self._painted(self._rows[self._top : self._top + height]))
        if self._top + height < len(self._rows) and self._seen:
            more = Segment(MORE, self.get_component_rich_style("page--more"))
            self._seen[-1] = Strip([more])
        changed = [y for y in range(height) if before[y : y + 1] != self._seen[y : y + 1]]
        if changed:
            self.refresh(*(Region(0, y, width, 1) for y in changed))

    def _painted(self, rows: Sequence[tuple[str, int, int]]) -> Iterator[Strip]:
        """These rows, each as wide as the page."""
        # Textual's own way gives every piece a style of its own, for the mouse to select by: four times slower.
        base = self.visual_style
        pieces, at = [], 0
        for text, style in self._said.render(base, "", self._get_style):
            pieces.append((at, at + len(text), style.rich_style))
            at += len(text)
        plain, first = self._said.plain, 0
        for hang, start, end in rows:
            segments = [Segment(hang, base.rich_style)] if hang else []
            number = first
            while number < len(pieces) and pieces[number][0] < max(end, start + 1):
                begin, finish, ink = pieces[number]
                if text := plain[max(begin, start) : min(finish, end)]:
                    segments.append(Segment(text, ink))
                first, number = number, number + 1
            look = tuple(segments)
            if (strip := self._strips.get(look)) is None:
                strip = self._strips[look] = Strip(look)
            yield strip


def _rows(text: str, width: int) -> Iterator[tuple[str, int, int]]:
    """Rows that are at most so many cells wide: where each begins and ends, without the blanks it breaks at.

    Before it stands what a line goes on under: a sign at its head hangs out, and a bar goes all the way down.
    """
    at = 0
    for line in text.split("\n"):
        head = HEAD.match(line)
        hang = head.end() if head and head.end() < width // 2 else 0
        under = f"{BAR} " if line.startswith(BAR) else " " * hang
        body = line[hang:]
        for start, end in pairwise((0, *_broken(body, width - hang), len(body))):
            last = hang + start + len(body[start:end].rstrip())
            yield under if start else "", at + (start + hang if start else 0), at + last
        at += len(line) + 1


@lru_cache(KEPT)
def _broken(line: str, width: int) -> Sequence[int]:
    """Where a line is broken."""
    return divide_line(line, width)
