"""Which codings stand where, each in a lane of its own beside the text."""

from collections.abc import Iterable
from dataclasses import dataclass

from workbench.model import Place
from workbench.tui.transcript.document import Document

APART = 100
"""Code points that must lie between two codings of one lane and turn: no row is longer, so each lane of a row shows one
at most."""
_BLOCK = 9
"""Codings are looked up by blocks of 2 ** 9 code points, so that the longest turn is no slower than the shortest."""


@dataclass(frozen=True, slots=True)
class Coded:
    """A coding as it is shown."""

    id: str
    place: Place
    code: str
    mark: str
    """One letter for the code."""
    hue: int
    """1 to 6: which of the theme's colours."""


class Lanes:
    """The codings of a document. Adding and removing one costs as much as it has neighbours."""

    def __init__(self, document: Document, codings: Iterable[Coded] = ()) -> None:
        self._document = document
        self._blocks: dict[int, list[tuple[int, Coded]]] = {}
        self._lane: dict[str, tuple[int, Coded]] = {}
        self._reach = 0
        """Nothing was ever shown beyond this offset."""
        for one in sorted(codings, key=lambda one: (one.place.start, -one.place.end, one.code, one.id)):
            self.add(one)

    def __len__(self) -> int:
        return len(self._lane)

    def __contains__(self, id: str) -> bool:
        return id in self._lane

    def __getitem__(self, id: str) -> Coded:
        """The coding with this id. Raises KeyError."""
        return self._lane[id][1]

    def lane(self, id: str) -> int:
        """The lane of a coding, from 0: the lowest that was free around it. Raises KeyError."""
        return self._lane[id][0]

    def add(self, one: Coded) -> None:
        """Show a coding; the one of the same id, if any, is replaced."""
        if one.id in self._lane:
            self.remove(one.id)
        entry = self._free(one.place), one
        self._lane[one.id] = entry
        self._reach = max(self._reach, one.place.end)
        for block in _blocks(one.place.start, one.place.end):
            self._blocks.setdefault(block, []).append(entry)

    def _free(self, place: Place) -> int:
        """The lowest lane that nothing around a place takes."""
        document = self._document
        first = last = document.turn_at(place.start)
        if place.end > document.ends[first] + 1:
            last = document.turn_at(place.end - 1)
        # A row shows one turn: beyond the turns it touches nothing is in a coding's way.
        start = min(place.start, max(document.starts[first], place.start - APART))
        if start >= self._reach:
            return 0
        end = max(place.end, min(document.ends[last] + 1, place.end + APART))
        taken = set()
        for block in _blocks(start, end):
            for lane, other in self._blocks.get(block, ()):
                if other.place.start < end and other.place.end > start:
                    taken.add(lane)
        lane = 0
        while lane in taken:
            lane += 1
        return lane

    def remove(self, id: str) -> Coded:
        """Show a coding no longer. Raises KeyError."""
        entry = self._lane.pop(id)
        for block in _blocks(entry[1].place.start, entry[1].place.end):
            self._blocks[block].remove(entry)
        return entry[1]

    def within(self, start: int, end: int) -> list[tuple[int, Coded]]:
        """Lane and coding of each that has something in common with a range, by lane and place."""
        blocks = _blocks(start, end)
        if len(blocks) == 1:
            found: Iterable[tuple[int, Coded]] = self._blocks.get(blocks[0], ())
        else:
            found = {one.id: (lane, one) for block in blocks for lane, one in self._blocks.get(block, ())}.values()
        return sorted(
            ((lane, one) for lane, one in found if one.place.start < end and one.place.end > start),
            key=lambda entry: (entry[0], entry[1].place.start),
        )


def _blocks(start: int, end: int) -> range:
    return range(start >> _BLOCK, (max(start, end - 1) >> _BLOCK) + 1)
