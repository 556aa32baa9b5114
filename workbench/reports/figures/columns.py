"""Names of columns: level where their words have room, else read from below; never cut, never upon each other."""

from collections.abc import Sequence
from itertools import chain

from workbench.reports.figures.lettering import longest_word, widest, wrapped
from workbench.reports.figures.marks import CAPITAL, LEADING, LEFT, RIGHT, Letters

_AROUND = 4.0
"""Free room between two names."""
_TALLEST = 110.0
"""An upright name is as tall as this at most, unless its column is too narrow for its lines or one word longer."""
_LONGEST = 200.0
"""Even a single word."""


def fit_level(names: Sequence[str], each: float) -> bool:
    """Whether no word of these names is wider than its column."""
    return max(map(longest_word, names), default=0.0) <= each - _AROUND


class Columns:
    """Names side by side, each in the middle of its column."""

    def __init__(self, names: Sequence[str], each: float) -> None:
        self._each = each
        self._upright = not fit_level(names, each)
        self._lines = [self._standing(name) if self._upright else wrapped(name, each - _AROUND) for name in names]

    @property
    def height(self) -> float:
        """In points, from the top of the tallest to the foot of the lowest."""
        if self._upright:
            return widest(chain(*self._lines))
        return max((len(lines) for lines in self._lines), default=0) * LEADING

    def marks(self, left: float, top: float, colour: str, *, on_floor: bool) -> list[Letters]:
        """The names, from this corner on; standing on the floor or hanging from the top."""
        marks = []
        for number, lines in enumerate(self._lines):
            middle = left + (number + 0.5) * self._each
            if self._upright:
                first = middle + CAPITAL / 2 - (len(lines) - 1) * LEADING / 2
                for at, line in enumerate(lines):
                    edge, align = (top + self.height, LEFT) if on_floor else (top, RIGHT)
                    marks.append(Letters(line, first + at * LEADING, edge, colour, align, upright=True))
            else:
                above = self.height - len(lines) * LEADING if on_floor else 0.0
                for at, line in enumerate(lines):
                    baseline = top + above + (at + 0.5) * LEADING + CAPITAL / 2
                    marks.append(Letters(line, middle, baseline, colour, "center"))
        return marks

    def _standing(self, name: str) -> tuple[str, ...]:
        most = max(1, int(self._each // LEADING))
        room = max(_TALLEST, min(longest_word(name), _LONGEST))
        while len(lines := wrapped(name, room)) > most:
            room += LEADING
        return lines
