"""How the stages of youth journeys felt: a line that breaks where nothing is shown."""

from dataclasses import dataclass
from itertools import chain, groupby

from workbench.reports.figures.columns import Columns
from workbench.reports.figures.lettering import widest, width, wrapped
from workbench.reports.figures.marks import CAPITAL, LEADING, WIDTH, Area, Dot, Drawing, Mark, Stroke, hatched, lines_of
from workbench.reports.figures.palette import ACCENT, GROUND, INK, LINE, MUTED, PAPER
from workbench.reports.figures.tables import signed
from workbench.reports.figures.values import JourneyLine

_STEP = 26.0
"""From one feeling to the next, unless their names need more."""
_NAMES = 0.2 * WIDTH
"""The widest names of feelings get."""
_NUMBER = 15.0
"""Room over the best feeling and under the worst, for numbers."""


@dataclass(frozen=True, slots=True)
class _Scale:
    """Where feelings stand."""

    top: float
    step: float

    def __call__(self, feeling: float) -> float:
        return self.top + (2 - feeling) * self.step


def drawn(journey: JourneyLine) -> Drawing:
    names = [wrapped(name, _NAMES) for name in journey.feelings]
    told = wrapped(journey.told, _NAMES)
    left = widest(chain(*names, told)) + 8
    each = (WIDTH - left) / max(1, len(journey.stages))
    title = wrapped(journey.feeling, WIDTH)
    step = max(_STEP, (max(map(len, names)) + 0.5) * LEADING)
    half = max(_NUMBER, step / 2) + 5
    scale = _Scale(len(title) * LEADING + half, step)
    marks: list[Mark] = [*lines_of(title, 0, 3 + len(title) * LEADING / 2, MUTED)]
    for feeling, lines in zip(range(-2, 3), names, strict=True):
        height = scale(feeling)
        marks += lines_of(lines, 0, height, INK)
        marks.append(Stroke((((left, height), (WIDTH, height)),), LINE if feeling else MUTED, 0.5))
    marks += _line(journey, left, scale, each)
    foot = scale(-2) + half
    stages = Columns([stage.label for stage in journey.stages], each)
    marks += stages.marks(left, foot, INK, on_floor=False)
    foot += stages.height + 4
    numbers = Columns([stage.told for stage in journey.stages], each)
    marks += numbers.marks(left, foot, MUTED, on_floor=False)
    marks += lines_of(told, 0, foot + len(told) * LEADING / 2, MUTED)
    return Drawing(foot + max(numbers.height, len(told) * LEADING) + 3, tuple(marks))


def _line(journey: JourneyLine, left: float, scale: _Scale, each: float) -> list[Mark]:
    at = [left + (number + 0.5) * each for number in range(len(journey.stages))]
    feelings = [stage.feeling for stage in journey.stages]
    marks: list[Mark] = []
    for x, feeling in zip(at, feelings, strict=True):
        if feeling is None:
            high, low = scale(2), scale(-2)
            marks += hatched(x - each * 0.35, high, each * 0.7, low - high, GROUND, LINE)
            marks += _number(journey.hidden, x, (high + low) / 2)
    shown = groupby(zip(at, feelings, strict=True), key=lambda point: point[1] is not None)
    runs = [[(x, scale(feeling)) for x, feeling in run if feeling is not None] for known, run in shown if known]
    marks += [Stroke((tuple(run),), ACCENT, 1.6) for run in runs if len(run) > 1]
    for run in runs:
        for number, (x, y) in enumerate(run):
            beside = [other for _x, other in (*run[max(0, number - 1) : number], *run[number + 1 : number + 2])]
            # Where the line comes from above on both sides there is room below, and the other way about.
            below = bool(beside) and sum(beside) / len(beside) < y
            marks += _number(signed((scale(0) - y) / scale.step, ""), x, y + (10.5 if below else -10.5))
            marks.append(Dot(x, y, ACCENT))
    return marks


def _number(text: str, x: float, middle: float) -> tuple[Mark, ...]:
    """On a patch of paper, so that no line runs through it."""
    wide = width(text) + 4
    patch = Area(x - wide / 2, middle - CAPITAL / 2 - 2, wide, CAPITAL + 4, PAPER)
    return patch, *lines_of((text,), x, middle, INK, "center")
