"""What stands left of the text: time, speaker, lanes of codes, and a bar beside the passage one is at."""

import math
from collections.abc import Collection
from dataclasses import dataclass

from rich.cells import cell_len, set_cell_size

from workbench.tui.transcript.document import Document

NARROW = 90
"""Cells; a narrower view gives lanes less room."""
SHORT, LONG = 9, 14
"""Cells of a name at most, by the room there is."""
COMFORT = 56
"""Cells of text that longer names leave."""
MEASURE = 100
"""Cells of text in a row at most: longer lines are hard to read."""
MOST_ENDING = 3
"""Letters of a name's end that are kept where names begin alike."""
LEAST = 12
"""Cells of text at least; a view too narrow for that loses its names, then its times."""


@dataclass(frozen=True, slots=True)
class Gutter:
    """How many cells each part has, in the order they stand; time and name with the space after them."""

    edge: int
    time: int
    name: int
    lanes: int
    text: int
    rest: int
    """Right of the text; at least one, where the cursor stands at the end of a full row."""
    ending: int = 0
    """Letters that end a name which is cut: as many as it takes to tell names apart that begin alike."""

    @classmethod
    def of(cls, document: Document, width: int) -> "Gutter":
        """Parts that suit a document in a view of this width."""
        longest = document.longest
        time = 0 if math.isnan(longest) else len(clock(longest)) + 1
        names = max(map(cell_len, document.speakers))
        lanes = 3 if width < NARROW else 4
        spare = width - time - lanes - COMFORT - 5
        name = min(names, max(SHORT, min(LONG, spare))) + 1 if names else 0
        if width - time - name - lanes - 4 < LEAST:
            time = 0
        if width - time - name - lanes - 4 < LEAST:
            name, lanes = 0, 1
        left = 3 + time + name + lanes
        text = max(2, min(MEASURE, width - left - 1))
        return cls(1, time, name, lanes, text, max(1, width - left - text), _ending(document.speakers, name))

    @property
    def width(self) -> int:
        """All that stands left of the text: also a sign for more codings than lanes, and the bar."""
        return self.edge + self.time + self.name + self.lanes + 2

    def head(self, document: Document, turn: int) -> tuple[str, str]:
        """Time and name as they stand on a turn's first row."""
        seconds = document.seconds(turn)
        said = "" if seconds is None or not self.time else clock(seconds)
        name = fitted(document.speaker(turn), self.name, self.ending)
        return f"{said:>{max(0, self.time - 1)}} "[: self.time], name

    def lane(self, x: int) -> int | None:
        """The lane under a column of the view, if any."""
        lane = x - self.edge - self.time - self.name
        return lane if 0 <= lane < self.lanes else None


def _ending(names: Collection[str], width: int) -> int:
    for letters in range(MOST_ENDING + 1):
        if len({fitted(name, width, letters) for name in names}) == len(set(names)):
            return letters
    return 0


def clock(seconds: float) -> str:
    """A time as it is said: 4:07, 1:04:07."""
    minutes, rest = divmod(max(0, int(seconds)), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def fitted(name: str, width: int, ending: int = 0) -> str:
    """A name in so many cells, the last of them a space.

    A longer one ends in an ellipsis in its last letters, so many of them as `ending` says: SPEA…00.
    """
    if width < 2:
        return " " * width
    if cell_len(name) < width:
        return set_cell_size(name, width)
    end = name[-ending:] if ending and cell_len(name[-ending:]) <= width - 4 else ""
    return set_cell_size(set_cell_size(name, width - 2 - cell_len(end)).rstrip() + "…" + end, width)
