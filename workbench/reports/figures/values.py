"""Figures as values: what they show and the words they show it with, before any drawing.

All texts are given: a figure knows no language. Numbers are statements. What is hidden, because too few people stand
behind it, is told apart from what is nought.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class BarRow:
    """Something that was talked about, and how often it was a barrier and an enabler."""

    label: str
    barriers: int | None
    """None where the number is hidden."""
    enablers: int | None


@dataclass(frozen=True, slots=True)
class Bars:
    """Barriers and enablers side by side, one pair of bars for each row."""

    rows: tuple[BarRow, ...]
    barriers: str
    """Name of the dark bars."""
    enablers: str
    unit: str
    """What is counted: `statements`."""
    hidden: str = "·"
    """Stands where a number is hidden."""


@dataclass(frozen=True, slots=True)
class HeatmapCell:
    """What is printed in a cell, and how dark it is."""

    text: str
    shade: float | None
    """From 0, the lightest, to 1; None for a cell without colour."""
    hidden: bool = False
    """Hatched, and never shaded."""


@dataclass(frozen=True, slots=True)
class Heatmap:
    """A table whose cells are the darker the more they hold."""

    rows: tuple[str, ...]
    columns: tuple[str, ...]
    cells: tuple[tuple[HeatmapCell, ...], ...]
    """A row of cells for each row, a cell for each column."""


@dataclass(frozen=True, slots=True)
class Stage:
    """A stage of youth journeys and how it felt."""

    label: str
    feeling: float | None
    """Median of what was told, from -2 to 2 in halves; None, a gap in the line, where it is hidden or nobody told."""
    told: str
    """How many it rests on, as it may be printed: `n = 7`, `< 5`."""


@dataclass(frozen=True, slots=True)
class JourneyLine:
    """How the stages of youth journeys felt, in their order."""

    stages: tuple[Stage, ...]
    stage: str
    """What stages are called: `Stage`."""
    feeling: str
    """What is shown upwards: `Median feeling`."""
    told: str
    """What the number under a stage counts: `Journeys`."""
    feelings: tuple[str, str, str, str, str]
    """Names of the feelings from -2 to 2."""
    hidden: str = "·"
    """Stands where no feeling is shown."""


Figure = Bars | Heatmap | JourneyLine
