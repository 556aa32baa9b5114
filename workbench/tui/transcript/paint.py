"""One row of a transcript as segments: gutter and text, cut wherever what is known about it changes."""

from dataclasses import dataclass, field
from itertools import pairwise

from rich.segment import Segment

from workbench.tui.transcript.document import Document
from workbench.tui.transcript.gutter import Gutter
from workbench.tui.transcript.ink import Ink, Kind
from workbench.tui.transcript.lanes import Coded, Lanes
from workbench.tui.transcript.stretches import Stretches
from workbench.tui.transcript.wrap import Wrap

BAR, LINE, END, MORE = "▎", "│", "╵", "+"
NOWHERE = (-1, -1)

Range = tuple[int, int]


@dataclass(slots=True)
class Sheet:
    """All that the rows of a transcript are painted from, but for cursor and selection."""

    document: Document
    wrap: Wrap
    gutter: Gutter
    lanes: Lanes
    evidence: Stretches = field(default_factory=Stretches)
    hits: Stretches = field(default_factory=Stretches)
    focus: str = ""
    """The code whose places are tinted; none: every coded place is."""

    def until(self, row: int) -> int:
        """Where the next row begins; one past the text after the last."""
        starts = self.wrap.starts
        return starts[row + 1] if row + 1 < len(starts) else len(self.document) + 1

    def row(self, ink: Ink, row: int, *, cursor: int, chosen: Range, passage: Range) -> list[Segment]:
        """A row; `cursor`, `chosen` and `passage` are NOWHERE, or where they are in the text."""
        wrap, gutter = self.wrap, self.gutter
        start, end, owner = wrap.starts[row], wrap.ends[row], wrap.owners[row]
        until = self.until(row)
        first = start == self.document.starts[owner]
        codings = self.lanes.within(start, until)
        segments = (
            self._head(ink, owner) if first else [Segment(" " * (gutter.edge + gutter.time + gutter.name), ink.base)]
        )
        segments.extend(self._lanes(ink, codings, start, until, first))
        if meet(passage, start, until):
            segments.append(Segment(BAR, ink.passage))
        else:
            segments.append(Segment(" ", ink.base))
        segments.extend(self._text(ink, start, end, owner, codings, cursor, chosen))
        return segments

    def _head(self, ink: Ink, owner: int) -> list[Segment]:
        time, name = self.gutter.head(self.document, owner)
        edge = " " * self.gutter.edge
        return [Segment(edge + time, ink.time), Segment(name, ink.asker if self.document.asks(owner) else ink.name)]

    def _lanes(self, ink: Ink, codings: list[tuple[int, Coded]], start: int, until: int, first: bool) -> list[Segment]:
        """A letter where a coding begins and at each turn it goes on in, a line between; and whether there are more."""
        width = self.gutter.lanes
        if not codings:
            return [Segment(" " * (width + 1), ink.base)]
        cells = [Segment(" ", ink.base)] * (width + 1)
        for lane, one in codings:
            if lane >= width:
                cells[width] = Segment(MORE, ink.time)
                continue
            style = (ink.focused if one.code == self.focus else ink.lanes)[one.hue - 1]
            sign = one.mark if first or start <= one.place.start else END if one.place.end <= until else LINE
            cells[lane] = Segment(sign, style)
        return cells

    def _text(
        self,
        ink: Ink,
        start: int,
        end: int,
        owner: int,
        codings: list[tuple[int, Coded]],
        cursor: int,
        chosen: Range,
    ) -> list[Segment]:
        document, width = self.document, self.gutter.text + self.gutter.rest
        asked = int(Kind.ASKED) if document.asks(owner) else 0
        evidence = list(self.evidence.within(start, end))
        hits = list(self.hits.within(start, end))
        here = start <= cursor <= end
        taken = document.cells(start, end)
        if not codings and not evidence and not hits and not here and not meet(chosen, start, end):
            body = document.shown[start:end]
            return [Segment(body, ink.of(asked)), Segment(" " * (width - taken), ink.base)]
        coded = [(one.place.start, one.place.end, one.code) for _lane, one in codings]
        cuts = {start, end}
        for low, high in (*((first, last) for first, last, _code in coded), *evidence, *hits, chosen):
            cuts.add(low if low > start else start)
            cuts.add(high if high < end else end)
        if here:
            cuts.add(cursor)
            cuts.add(min(document.next(cursor), end))
        ordered = sorted(cut for cut in cuts if start <= cut <= end and not document.joined(cut))
        segments = []
        for low, high in pairwise(ordered):
            kinds = asked
            codes = {code for first, last, code in coded if first <= low < last}
            if codes and (not self.focus or self.focus in codes):
                kinds |= Kind.TINT
            if len(codes) > 1:
                kinds |= Kind.OVERLAP
            if _holds(evidence, low):
                kinds |= Kind.EVIDENCE
            if _holds(hits, low):
                kinds |= Kind.HIT
            if chosen[0] <= low < chosen[1]:
                kinds |= Kind.CHOSEN
            if low == cursor:
                kinds |= Kind.CURSOR
            segments.append(Segment(document.shown[low:high], ink.of(int(kinds))))
        room = width - taken
        if cursor == end and room:
            segments.append(Segment(" ", ink.of(Kind.CURSOR)))
            room -= 1
        segments.append(Segment(" " * room, ink.base))
        return segments


def meet(one: Range, start: int, end: int) -> bool:
    """Whether the two ranges have something in common; NOWHERE has not."""
    return one[0] < end and one[1] > start


def _holds(ranges: list[Range], offset: int) -> bool:
    return any(low <= offset < high for low, high in ranges)
