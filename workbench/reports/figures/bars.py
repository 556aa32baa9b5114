"""Barriers and enablers as pairs of bars, a number at every bar."""

from itertools import chain

from workbench.reports.figures.lettering import widest, wrapped
from workbench.reports.figures.marks import (
    LEADING,
    WIDTH,
    Area,
    Drawing,
    Mark,
    Stroke,
    hatched,
    lines_of,
)
from workbench.reports.figures.palette import ACCENT, ENABLER, GROUND, INK, LINE, MUTED, WARM
from workbench.reports.figures.values import Bars

_BAR = 8.5
"""Height of a bar."""
_PAIR = 2 * _BAR + 1.5
_BETWEEN = 9.0
"""Rows."""
_LABELS = 0.4 * WIDTH
"""The widest they get."""
_GAP = 8.0
"""Between a label and its bars, and between a bar and its number."""
_HIDDEN = 14.0
"""Length of what stands for a hidden number: always the same."""


def drawn(bars: Bars) -> Drawing:
    labels = [wrapped(row.label, _LABELS) for row in bars.rows]
    start = widest(chain(*labels)) + _GAP
    numbers = [number for row in bars.rows for number in (row.barriers, row.enablers) if number is not None]
    room = WIDTH - start - _GAP / 2 - widest(map(str, numbers)) - 1
    unit = room / max([1, *numbers])
    marks, top = _legend(bars)
    first = top
    for row, label in zip(bars.rows, labels, strict=True):
        height = max(_PAIR, len(label) * LEADING)
        middle = top + height / 2
        marks += lines_of(label, 0, middle, INK)
        marks += _bar(row.barriers, start, middle - _PAIR / 2, unit, bars.hidden, WARM, WARM)
        marks += _bar(row.enablers, start, middle + _PAIR / 2 - _BAR, unit, bars.hidden, ENABLER, ACCENT)
        top += height + _BETWEEN
    if bars.rows:
        marks.append(Stroke((((start, first - 2), (start, top - _BETWEEN + 2)),), MUTED))
    return Drawing(top - _BETWEEN + 5, tuple(marks))


def _bar(
    number: int | None, left: float, top: float, unit: float, hidden: str, fill: str, outline: str
) -> tuple[Mark, ...]:
    if number is None:
        length, bar = _HIDDEN, hatched(left, top, _HIDDEN, _BAR, GROUND, LINE)
    else:
        length = number * unit
        bar = (Area(left, top, length, _BAR, fill, outline),) if number else ()
    text = (hidden if number is None else str(number),)
    return *bar, *lines_of(text, left + length + _GAP / 2, top + _BAR / 2, INK)


def _legend(bars: Bars) -> tuple[list[Mark], float]:
    """What dark and light stand for, what is counted, and where the rows begin."""
    marks: list[Mark] = []
    left, top = 0.0, 2.0
    for words, fill, outline in ((bars.barriers, WARM, WARM), (bars.enablers, ENABLER, ACCENT), (bars.unit, "", "")):
        indent = 13.0 if fill else 0.0
        lines = wrapped(words, WIDTH - indent)
        wide = indent + widest(lines)
        if left and left + wide > WIDTH:
            left, top = 0.0, top + LEADING + 3
        if fill:
            marks.append(Area(left, top, _BAR, _BAR, fill, outline))
        for number, line in enumerate(lines):
            marks += lines_of((line,), left + indent, top + _BAR / 2 + number * LEADING, INK if fill else MUTED)
        top += (len(lines) - 1) * LEADING
        left += wide + 16
    return marks, top + _BAR + 10
