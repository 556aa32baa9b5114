"""The words of one source as the screen shows them: who says what when, and how wide it is.

The text that is shown has one code point for each of the stored text, so a place means the same in both. Turns are
flat arrays: twenty thousand objects more make the collector's pauses felt at the keys.
"""

import math
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable

from workbench.model import Place, Turn
from workbench.terminal import safe
from workbench.tui.transcript.signs import shown_as


class Document:
    """A source's text and turns. Offsets and places are code points of the text; an offset may be its length."""

    __slots__ = (
        "_extra",
        "_joined",
        "_odd",
        "_seconds",
        "_speaker_of",
        "asking",
        "ends",
        "shown",
        "speakers",
        "starts",
        "text",
    )

    def __init__(self, text: str, turns: Iterable[Turn], *, asking: Collection[str] = ()) -> None:
        """`asking` are the labels of those who interview. A text without turns is shown as one, by nobody."""
        self.text = text
        self.starts, self.ends, self._speaker_of = array("I"), array("I"), array("I")
        self._seconds = array("d")
        labels: dict[str, int] = {}
        for turn in turns:
            self.starts.append(turn.place.start)
            self.ends.append(turn.place.end)
            self._seconds.append(math.nan if turn.from_seconds is None else turn.from_seconds)
            self._speaker_of.append(labels.setdefault(turn.speaker, len(labels)))
        if not self.starts:
            self.starts, self.ends, self._speaker_of = array("I", [0]), array("I", [len(text)]), array("I", [0])
            self._seconds, labels = array("d", [math.nan]), {"": 0}
        self.speakers = tuple(safe(label) for label in labels)
        self.asking = frozenset(number for label, number in labels.items() if label in asking)
        self.shown, self._odd, self._extra, self._joined = shown_as(text, len(self.starts) - 1)

    def __len__(self) -> int:
        return len(self.text)

    @property
    def turns(self) -> int:
        """How many there are; at least one."""
        return len(self.starts)

    @property
    def longest(self) -> float:
        """Seconds at which the last turn with a time begins; nan when none has one."""
        return max((one for one in self._seconds if one == one), default=math.nan)

    def turn_at(self, offset: int) -> int:
        """The turn (from 0) that an offset lies in; a turn's end belongs to it."""
        return max(0, bisect_right(self.starts, offset) - 1)

    def turn(self, index: int) -> Place:
        """Where a turn stands."""
        return Place(self.starts[index], self.ends[index])

    def speaker(self, index: int) -> str:
        """Who says a turn, safe to show."""
        return self.speakers[self._speaker_of[index]]

    def asks(self, index: int) -> bool:
        """Whether a turn is an interviewer's."""
        return self._speaker_of[index] in self.asking

    def seconds(self, index: int) -> float | None:
        """When a turn begins."""
        at = self._seconds[index]
        return None if at != at else at

    def plain(self, start: int, end: int) -> bool:
        """Whether every character there is a sign of one cell, so that columns can be counted and not measured."""
        return not self._odd or bisect_left(self._odd, start) == bisect_left(self._odd, end)

    def odd_after(self, offset: int) -> int:
        """The next character at or after the offset that is none; past the end of the text if none is."""
        at = bisect_left(self._odd, offset)
        return self._odd[at] if at < len(self._odd) else len(self.text) + 1

    def cells(self, start: int, end: int) -> int:
        """How many cells of the terminal a range takes."""
        if not self._odd:
            return end - start
        return end - start + self._extra[bisect_left(self._odd, end)] - self._extra[bisect_left(self._odd, start)]

    def fitting(self, start: int, end: int, width: int) -> int:
        """Where the last sign from `start` on ends that fits into so many cells; `start` when none does."""
        odd, extra = self._odd, self._extra
        first = index = bisect_left(odd, start)
        fits = min(end, start + width)
        while index < len(odd):
            wide = 1 + extra[index + 1] - extra[index]
            if odd[index] > fits or (odd[index] == fits and wide > 0):
                break
            index += 1
            fits = min(end, max(odd[index - 1], start + width - extra[index] + extra[first]))
        return max(start, self.start_of(fits)) if fits < end else end

    def joined(self, offset: int) -> bool:
        """Whether the character only makes one sign together with the one before: an accent, a joined emoji."""
        if not self._joined:
            return False
        at = bisect_left(self._joined, offset)
        return at < len(self._joined) and self._joined[at] == offset

    def start_of(self, offset: int) -> int:
        """Where the sign begins that the character at this offset is part of; also for offsets outside the text."""
        offset = max(0, min(offset, len(self.text)))
        while self.joined(offset):
            offset -= 1
        return offset

    def next(self, offset: int) -> int:
        """The sign after this one; the end of a turn is a stop of its own."""
        offset += 1
        while self.joined(offset):
            offset += 1
        return min(offset, len(self.text))

    def previous(self, offset: int) -> int:
        """The sign before this one."""
        return self.start_of(offset - 1)

    def past(self, offset: int) -> int:
        """Where the sign at this offset ends; the end of a turn has nothing to end."""
        return offset if offset >= self.ends[self.turn_at(offset)] else self.next(offset)
