"""What a drawing is made of: marks on paper, in points from the upper left corner. Colours are written `1F5F6B`."""

from dataclasses import dataclass
from typing import Literal

Align = Literal["left", "center", "right"]
LEFT: Align = "left"
RIGHT: Align = "right"

WIDTH = 16 / 2.54 * 72
"""Of every drawing: the text's width of a report."""
SIZE = 8.5
"""Of type."""
LEADING = 11.0
"""From line to line."""
CAPITAL = 6.2
"""Height of a capital letter or digit: by it text is centred."""


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle; its outline, if it has one, lies inside it."""

    left: float
    top: float
    width: float
    height: float
    fill: str
    outline: str = ""


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line through points, or several of one look."""

    lines: tuple[tuple[tuple[float, float], ...], ...]
    colour: str
    width: float = 0.6


@dataclass(frozen=True, slots=True)
class Dot:
    x: float
    y: float
    colour: str
    radius: float = 3.0


@dataclass(frozen=True, slots=True)
class Letters:
    """One line of text."""

    text: str
    x: float
    baseline: float
    colour: str
    align: Align = "left"
    """How it stands to x."""
    upright: bool = False
    """Read from below: x is where its baseline stands, `baseline` the height that it is aligned to."""


Mark = Area | Stroke | Dot | Letters


@dataclass(frozen=True, slots=True)
class Drawing:
    height: float
    marks: tuple[Mark, ...]
    """Later ones lie upon earlier ones."""


def lines_of(
    lines: tuple[str, ...], x: float, middle: float, colour: str, align: Align = "left"
) -> tuple[Letters, ...]:
    """Lines of text under each other, centred on a height."""
    first = middle + CAPITAL / 2 - (len(lines) - 1) * LEADING / 2
    return tuple(Letters(line, x, first + number * LEADING, colour, align) for number, line in enumerate(lines))


def hatched(left: float, top: float, width: float, height: float, ground: str, colour: str) -> tuple[Mark, ...]:
    """A rectangle under slanted lines: what is hidden."""
    lines = []
    for step in range(1, int((width + height) / _BETWEEN) + 1):
        along = step * _BETWEEN
        # A line rises from the left side or the bottom and ends at the top or the right side.
        start = (left + max(0.0, along - height), top + min(along, height))
        end = (left + min(along, width), top + max(0.0, along - width))
        lines.append((start, end))
    return Area(left, top, width, height, ground), Stroke(tuple(lines), colour, 0.5)


_BETWEEN = 4.5
