"""What people mean when they move and select: words, sentences, turns, and a question with its answers."""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Callable
from enum import IntEnum

from workbench.danish import sentences, tokens
from workbench.model import Place
from workbench.tui.transcript.document import Document
from workbench.tui.transcript.stretches import Stretches

_KEPT = 64
"""Stretches whose words and sentences are remembered."""
_LONG = 8_000
"""Code points; words and sentences of a longer turn are found bit by bit: all at once takes longer than a key may."""


class Unit(IntEnum):
    """From small to large."""

    WORD = 0
    SENTENCE = 1
    TURN = 2
    EXCHANGE = 3
    """A question and all that is answered to it."""


class Units:
    """Finds the units of a document, turn by turn, when they are asked for."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self._bits = array("I")
        """Where the bits begin that are looked through at once: turns, and pieces of long ones."""
        for start, end in zip(document.starts, document.ends, strict=True):
            self._bits.append(start)
            while end - start > _LONG:
                middle = start + _LONG // 2
                cut = max(document.text.find(". ", middle, start + _LONG), document.text.find(" ", middle)) + 1
                if not middle < cut < end:
                    break
                start = cut
                self._bits.append(start)
        self._found: dict[tuple[Unit, int], Stretches] = {}

    def at(self, offset: int, unit: Unit) -> Place:
        """The unit that holds an offset; between two, the one before. A place without words is one sign."""
        turn = self.document.turn_at(offset)
        if unit is Unit.TURN:
            return self.document.turn(turn)
        if unit is Unit.EXCHANGE:
            return self._exchange(turn)
        parts = self._parts(self._bit(offset), unit)
        index = parts.index(offset)
        if index is None and unit is Unit.SENTENCE and len(parts):
            index = max(0, parts.preceding(offset))
        if index is not None:
            return parts[index]
        start = self.document.start_of(offset)
        return Place(start, self.document.past(start))

    def start_after(self, offset: int, unit: Unit) -> int:
        """Where the next unit begins; the end of the text when none follows."""
        return self._ahead(offset, unit, lambda parts: parts.starts)

    def end_after(self, offset: int, unit: Unit) -> int:
        """The first end of a unit after an offset; the end of the text when none follows."""
        return self._ahead(offset, unit, lambda parts: parts.ends)

    def start_before(self, offset: int, unit: Unit) -> int:
        """Where this unit begins or, when the offset is there already, the one before; else 0."""
        return self._behind(offset, unit, lambda parts: parts.starts)

    def end_before(self, offset: int, unit: Unit) -> int:
        """The last end of a unit before an offset; 0 when there is none."""
        return self._behind(offset, unit, lambda parts: parts.ends)

    def _ahead(self, offset: int, unit: Unit, side: "_Side") -> int:
        for bit in range(self._bit(offset), len(self._bits)):
            offsets = side(self._parts(bit, unit))
            at = bisect_right(offsets, offset)
            if at < len(offsets):
                return offsets[at]
        return len(self.document)

    def _behind(self, offset: int, unit: Unit, side: "_Side") -> int:
        for bit in range(self._bit(offset), -1, -1):
            offsets = side(self._parts(bit, unit))
            at = bisect_left(offsets, offset)
            if at:
                return offsets[at - 1]
        return 0

    def _bit(self, offset: int) -> int:
        return max(0, bisect_right(self._bits, offset) - 1)

    def _parts(self, bit: int, unit: Unit) -> Stretches:
        start = self._bits[bit]
        if unit >= Unit.TURN:
            place = self.at(start, unit)
            return Stretches([(place.start, place.end)])
        known = self._found.get((unit, bit))
        if known is None:
            if len(self._found) >= _KEPT:
                self._found.clear()
            said = self.document.text[start : self._bits[bit + 1] if bit + 1 < len(self._bits) else None]
            places = (one.place for one in tokens(said)) if unit is Unit.WORD else sentences(said)
            known = Stretches((start + one.start, start + one.end) for one in places)
            self._found[unit, bit] = known
        return known

    def _exchange(self, turn: int) -> Place:
        """From the question before to the last answer before the next; where nobody asks, with the turn before."""
        document = self.document
        if not document.asking:
            return Place(document.starts[max(0, turn - 1)], document.ends[turn])
        first = last = turn
        while first and not (document.asks(first) and not document.asks(first - 1)):
            first -= 1
        while last + 1 < document.turns and not (document.asks(last + 1) and not document.asks(last)):
            last += 1
        return Place(document.starts[first], document.ends[last])


_Side = Callable[[Stretches], "array[int]"]
