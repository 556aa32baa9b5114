"""A youth journey: one young person's way through the system, as an ordered list of events."""

from dataclasses import dataclass
from enum import StrEnum

from workbench.model.source import AgeGroup

MOST_IMPORTANT = 3
"""How many events of a journey may be called its most important: the young person's own landmarks."""


class Precision(StrEnum):
    """How surely the time of an event is known."""

    EXACT = "exact"
    ABOUT = "about"
    UNKNOWN = "unknown"


class Influence(StrEnum):
    """Whether an event made the way harder or easier."""

    BARRIER = "barrier"
    ENABLER = "enabler"
    NONE = "none"


class TurningPoint(StrEnum):
    """Which way it went from there."""

    UP = "up"
    DOWN = "down"


class Coordinator(StrEnum):
    """Who made the helpers' doings fit together."""

    YOUTH = "youth"
    RELATIVE = "relative"
    GUIDE = "guide"
    PROFESSIONAL = "professional"
    NOBODY = "nobody"


@dataclass(frozen=True, slots=True)
class SaidInTurn:
    """Exact words of a turn (1-based) of the journey's source."""

    turn: int
    text: str


@dataclass(frozen=True, slots=True)
class JourneyEvent:
    """One thing that happened. Ids are those of the journey vocabulary; there is an age or a loose time, no date."""

    stage: str
    summary: str = ""
    contact_point: str = ""
    actors: tuple[str, ...] = ()
    age: int | None = None
    time_label: str = ""
    """`et halvt år efter`: never a date."""
    precision: Precision = Precision.UNKNOWN
    duration_weeks: float | None = None
    feeling: int | None = None
    """-2 (very hard) to 2 (very good)."""
    feeling_word: str = ""
    influence: Influence = Influence.NONE
    turning_point: TurningPoint | None = None
    most_important: bool = False
    retelling: bool = False
    """Whether the story had to be told from the beginning."""
    coordinated_by: Coordinator | None = None
    quote: SaidInTurn | None = None
    would_have_helped: str = ""


@dataclass(frozen=True, slots=True)
class Journey:
    """All events of one young person, in order of time."""

    participant: str
    """A pseudonym."""
    municipality: str
    vocabulary: str
    """Id and version of the words it is told in: `ungerejse 0.1.0`."""
    events: tuple[JourneyEvent, ...]
    age_group: AgeGroup | None = None
    source: str = ""
    """The handle of the interview it was told in; empty when there is none."""
