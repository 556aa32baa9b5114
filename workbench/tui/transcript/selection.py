"""What is chosen in a document: a cursor and, while something is chosen, the end that stays."""

from dataclasses import dataclass, replace

from workbench.model import Place
from workbench.tui.transcript.document import Document
from workbench.tui.transcript.units import Unit, Units


@dataclass(frozen=True, slots=True)
class Selection:
    """Cursor and anchor stand on signs; both are part of what is chosen."""

    cursor: int = 0
    anchor: int | None = None

    @classmethod
    def of(cls, place: Place, document: Document) -> "Selection":
        """All of a place, the cursor on its last sign; of an empty place, only the cursor."""
        if not len(place):
            return cls(document.start_of(place.start))
        start = document.start_of(place.start)
        return cls(max(start, document.previous(place.end)), start)

    @property
    def forward(self) -> bool:
        """Whether the cursor is the right end."""
        return self.anchor is None or self.cursor >= self.anchor

    def place(self, document: Document) -> Place | None:
        """What is chosen; None when nothing is. The line break at its end is not part of it."""
        if self.anchor is None:
            return None
        low, high = min(self.anchor, self.cursor), max(self.anchor, self.cursor)
        end = document.past(high)
        return Place(low, end) if low < end else None

    def begun(self) -> "Selection":
        """Something is chosen from here on; the end that stays is kept where there is one."""
        return self if self.anchor is not None else replace(self, anchor=self.cursor)

    def cleared(self) -> "Selection":
        """Nothing is chosen."""
        return replace(self, anchor=None)

    def to(self, offset: int) -> "Selection":
        """The cursor elsewhere."""
        return replace(self, cursor=offset)

    def swapped(self) -> "Selection":
        """The other end moves from now on."""
        return self if self.anchor is None else Selection(self.anchor, self.cursor)

    def stepped(self, units: Units, unit: Unit, by: int) -> "Selection":
        """One unit ahead (1) or back (-1). While something is chosen its right end moves along ends of units and
        its left end along beginnings, so that whole units are chosen."""
        document = units.document
        if self.anchor is None:
            return self.to(units.start_after(self.cursor, unit) if by > 0 else units.start_before(self.cursor, unit))
        if not self.forward:
            if by < 0:
                return self.to(units.start_before(self.cursor, unit))
            return self.to(min(units.start_after(self.cursor, unit), self.anchor))
        end = document.past(self.cursor)
        if by > 0:
            return self.to(document.previous(max(units.end_after(end, unit), end)))
        before = units.end_before(end, unit)
        if before > self.anchor:
            return self.to(document.previous(before))
        return self.to(self.anchor if self.cursor > self.anchor else units.start_before(self.cursor, unit))

    def grown(self, units: Units, least: Unit = Unit.WORD) -> "Selection":
        """The smallest unit, `least` or larger, that holds what is chosen and more; the same when none does."""
        document = units.document
        chosen = self.place(document) or Place(self.cursor, self.cursor)
        for unit in Unit:
            if unit < least:
                continue
            first, last = units.at(chosen.start, unit), units.at(max(chosen.start, chosen.end - 1), unit)
            whole = Place(min(first.start, chosen.start), max(last.end, chosen.end))
            if len(whole) > len(chosen):
                return Selection.of(whole, document)
        return self
