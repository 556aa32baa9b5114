"""How each kind of text looks: a style for every combination, made of the theme's colours when it is first met."""

from collections.abc import Callable
from enum import IntFlag

from rich.style import Style


class Kind(IntFlag):
    """What is known about a stretch of text; the later ones are painted over the earlier."""

    SAID = 0
    ASKED = 1
    TINT = 2
    OVERLAP = 4
    EVIDENCE = 8
    HIT = 16
    CHOSEN = 32
    CURSOR = 64


CLASSES = tuple(f"transcript--{kind.name.lower()}" for kind in Kind if kind.name)
LANES = tuple(f"transcript--lane-{hue}" for hue in range(1, 7))
TIME, NAME, ASKER, FOCUSED, PASSAGE = (
    f"transcript--{part}" for part in ("time", "name", "asker", "focused", "passage")
)
EVERY = {*CLASSES, *LANES, TIME, NAME, ASKER, FOCUSED, PASSAGE}


class Ink:
    """Styles by kind. To be made anew when the theme changes or the view gains or loses the focus."""

    def __init__(self, base: Style, part: Callable[[str], Style]) -> None:
        self.base = base
        self._part = part
        self._kinds: dict[int, Style] = {0: base}
        self.time, self.name, self.asker, self.passage = (base + part(one) for one in (TIME, NAME, ASKER, PASSAGE))
        self.lanes = [base + part(one) for one in LANES]
        focused = part(FOCUSED)
        self.focused = [one + focused for one in self.lanes]

    def of(self, kinds: int) -> Style:
        """The style of a combination of kinds."""
        style = self._kinds.get(kinds)
        if style is None:
            style = self.base
            for number, name in enumerate(CLASSES):
                if kinds >> number & 1:
                    style += self._part(name)
            self._kinds[kinds] = style
        return style


CSS = """
TranscriptView {
    background: $surface; color: $foreground; overflow-x: hidden; overflow-y: scroll; scrollbar-size-vertical: 1;
    & > .transcript--time { color: $muted; }
    & > .transcript--name { color: $primary; text-style: bold; }
    & > .transcript--asker { color: $muted; text-style: italic; }
    & > .transcript--asked { color: $muted; }
    & > .transcript--lane-1 { color: $lane-1; text-style: bold; }
    & > .transcript--lane-2 { color: $lane-2; text-style: bold; }
    & > .transcript--lane-3 { color: $lane-3; text-style: bold; }
    & > .transcript--lane-4 { color: $lane-4; text-style: bold; }
    & > .transcript--lane-5 { color: $lane-5; text-style: bold; }
    & > .transcript--lane-6 { color: $lane-6; text-style: bold; }
    & > .transcript--focused { text-style: bold reverse; }
    & > .transcript--passage { color: $primary; }
    & > .transcript--tint { background: $tint; color: $foreground; }
    & > .transcript--overlap { text-style: underline; }
    & > .transcript--evidence { background: $evidence; color: $foreground; text-style: italic; }
    & > .transcript--hit { background: $hit; color: $foreground; text-style: bold; }
    & > .transcript--chosen { background: $chosen; color: $foreground; text-style: bold; }
    & > .transcript--cursor { text-style: underline; }
    &:focus > .transcript--cursor {
        background: $block-cursor-background; color: $block-cursor-foreground; text-style: not underline;
    }
}
"""
"""Never colour alone: letters in the lanes, underline where codes overlap, italic evidence, bold hits and
selection."""
