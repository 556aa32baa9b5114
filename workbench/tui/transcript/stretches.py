"""Ranges of a text that lie one after the other: words, sentences, passages, hits, evidence."""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from operator import attrgetter

from workbench.model import Place

_start = attrgetter("start")


class Stretches:
    """Ranges in order that never overlap, in code points. Flat numbers: there may be as many as there are words."""

    __slots__ = ("ends", "starts")

    def __init__(self, pairs: Iterable[tuple[int, int]] = ()) -> None:
        self.starts = array("I")
        self.ends = array("I")
        for start, end in pairs:
            self.starts.append(start)
            self.ends.append(end)

    @classmethod
    def of(cls, places: Iterable[Place]) -> "Stretches":
        """Places in any order; those that overlap or touch become one, empty ones none."""
        found = cls()
        for place in sorted(places, key=_start):
            if place.start == place.end:
                continue
            if found.ends and place.start <= found.ends[-1]:
                found.ends[-1] = max(found.ends[-1], place.end)
            else:
                found.starts.append(place.start)
                found.ends.append(place.end)
        return found

    def __len__(self) -> int:
        return len(self.starts)

    def __getitem__(self, index: int) -> Place:
        return Place(self.starts[index], self.ends[index])

    def around(self, offset: int) -> tuple[int, int]:
        """Start and end of the one that holds the character at this offset; -1 and -1 when none does."""
        at = self.index(offset)
        return (-1, -1) if at is None else (self.starts[at], self.ends[at])

    def index(self, offset: int) -> int | None:
        """Which one holds the character at this offset."""
        at = bisect_right(self.starts, offset) - 1
        return at if at >= 0 and offset < self.ends[at] else None

    def following(self, offset: int) -> int:
        """The first that begins after this offset; as many as there are when none does."""
        return bisect_right(self.starts, offset)

    def preceding(self, offset: int) -> int:
        """The last that begins before this offset; -1 when none does."""
        return bisect_left(self.starts, offset) - 1

    def within(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Start and end of each that has something in common with the range, cut to it."""
        for at in range(bisect_right(self.ends, start), bisect_left(self.starts, end)):
            yield max(start, self.starts[at]), min(end, self.ends[at])
