"""What is gained by the codings of one's own municipalities, measured on others; as figures and as a picture."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from benchmarks.suggesting.material import Labelled
from benchmarks.suggesting.measures import areas, average, subs
from benchmarks.suggesting.methods import by_engine
from workbench.codebook import Codebook
from workbench.model import LabelledPassage
from workbench.suggest import Engine

KNOWN = (0, 1, 2, 4)
"""Municipalities learned from; the last two of each order are always those asked about."""
FIGURES = (
    "area macro-F1",
    "area P@1",
    "area macro AP",
    "sub-codes shown",
    "sub-codes in the first three",
    "of what is shown, right",
)
FALL = 0.005
"""Less than this is no fall."""


@dataclass(frozen=True, slots=True)
class Point:
    """The figures after so many municipalities, in the order of FIGURES, and how many passages those had."""

    known: int
    passages: float
    figures: tuple[float, ...]


def learning_curve(codebook: Codebook, gold: Sequence[Labelled]) -> list[Point]:
    """Each municipality comes twice among those asked about; the orders are the same in every run."""
    homes = sorted({one.municipality for one in gold})
    ids = [area.id for area in codebook.areas]
    texts = [one.text for one in gold]
    points = []
    for known in KNOWN:
        found, sizes = [], []
        for start in range(len(homes)):
            order = homes[start:] + homes[:start]
            asked = [one for one in gold if one.municipality in order[-2:]]
            told = [one for one in gold if one.municipality in order[:known]]
            engine = Engine.learn(codebook, [labelled(one) for one in told], texts)
            result = by_engine(engine, asked, in_talk=True)
            level, under = areas(asked, result, ids), subs(asked, result)
            found.append((level.macro_f1, level.p_at_1, level.macro_ap, under.shown, under.first_three, under.right))
            sizes.append(len(told))
        points.append(Point(known, average(sizes), tuple(average(column) for column in zip(*found, strict=True))))
    return points


def labelled(one: Labelled) -> LabelledPassage:
    """What a person who coded this passage with care would have told the engine."""
    return LabelledPassage(one.text, frozenset(_narrowest(one.codes)), no_code=not one.codes)


def falls(points: Sequence[Point]) -> list[str]:
    """Where a figure is lower than a step before, in words."""
    return [
        f"{name} falls from {before.figures[at]:.3f} ({before.known}) to {after.figures[at]:.3f} ({after.known})"
        for before, after in pairwise(points)
        for at, name in enumerate(FIGURES)
        if after.figures[at] < before.figures[at] - FALL
    ]


WIDTH, HEIGHT, LEFT, TOP, RIGHT, BOTTOM = 640, 320, 48, 16, 208, 40
COLOURS = ("#1b4f72", "#117a65", "#7d6608", "#943126", "#5b2c6f", "#626567")


def picture(points: Sequence[Point]) -> str:
    """The curve as SVG: the same figures give the same bytes."""

    def x(known: int) -> float:
        return LEFT + (WIDTH - LEFT - RIGHT) * known / KNOWN[-1]

    def y(value: float) -> float:
        return TOP + (HEIGHT - TOP - BOTTOM) * (1 - value)

    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" font-family="sans-serif"'
        ' font-size="12">',
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#fff"/>',
    ]
    for tenth in range(0, 11, 2):
        height = f"{y(tenth / 10):.1f}"
        lines.append(f'<path d="M{LEFT} {height}H{WIDTH - RIGHT}" stroke="#ddd"/>')
        lines.append(
            f'<text x="{LEFT - 8}" y="{height}" text-anchor="end" dominant-baseline="middle">{tenth / 10:.1f}</text>'
        )
    for point in points:
        lines.append(
            f'<text x="{x(point.known):.1f}" y="{HEIGHT - BOTTOM + 16}" text-anchor="middle">{point.known}</text>'
        )
    middle = (LEFT + WIDTH - RIGHT) / 2
    lines.append(f'<text x="{middle:.1f}" y="{HEIGHT - 8}" text-anchor="middle">municipalities coded</text>')
    # Labels that would lie on each other are moved apart, from the highest line down.
    last = 0.0
    for at in sorted(range(len(FIGURES)), key=lambda at: -points[-1].figures[at]):
        name, colour = FIGURES[at], COLOURS[at]
        path = "L".join(f"{x(point.known):.1f} {y(point.figures[at]):.1f}" for point in points)
        last = max(y(points[-1].figures[at]), last + 15)
        lines.append(f'<path d="M{path}" fill="none" stroke="{colour}" stroke-width="2"/>')
        lines.extend(
            f'<circle cx="{x(point.known):.1f}" cy="{y(point.figures[at]):.1f}" r="3" fill="{colour}"/>'
            for point in points
        )
        lines.append(
            f'<text x="{WIDTH - RIGHT + 8}" y="{last:.1f}" fill="{colour}" dominant-baseline="middle">{name}</text>'
        )
    return "\n".join([*lines, "</svg>", ""])


def _narrowest(codes: frozenset[str]) -> list[str]:
    """Without the areas that stand there because a sub-code does."""
    return [code for code in codes if not any(other.startswith(f"{code}.") for other in codes)]
