"""Turns put together line by line, with the marks of time that stand in them.

f4 writes `#00:01:02-5#` at the end of a turn, noScribe `[00:00:12]` at its beginning; others put such marks in the
middle, where they tell nothing about the turn. Nobody said any of them.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from workbench.exchange.clock import CLOCK, seconds
from workbench.exchange.page import Said

_MARK = re.compile(rf"\s*(?:#({CLOCK})#|\[({CLOCK})\])\s*")
_AFTER = re.compile(rf"\(({CLOCK})\)[ \t]*")


@dataclass(slots=True)
class Open:
    """A turn that is still being said."""

    label: str
    words: list[str] = field(default_factory=list)
    start: float | None = None
    end: float | None = None

    def say(self, text: str) -> None:
        """Add words; marks of time in them become the turn's times."""
        if not self.words and text.startswith("(") and (after := _AFTER.match(text)):
            self.start, text = seconds(after[1]), text[after.end() :]
        if "#" in text or "[" in text:
            for mark in _MARK.finditer(text):
                at = seconds(mark[1] or mark[2])
                if mark.end() == len(text) and mark.start() > 0:
                    self.end = at
                elif mark.start() == 0 and not self.words and self.start is None:
                    self.start = at
            text = _MARK.sub(" ", text).strip()
        if text:
            self.words.append(text)


def timed(turns: Sequence[Open]) -> Iterator[Said]:
    """The turns that say anything. Where times stand at the end, a turn begins when the one before it ended."""
    before: float | None = None
    for turn in turns:
        if turn.words:
            start = turn.start if turn.start is not None else before
            yield Said(turn.label, " ".join(turn.words), start, turn.end)
        before = turn.end
