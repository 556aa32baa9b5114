"""What one young person's journey amounts to. For summing up only: nothing of it is printed of one person."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from workbench.journeys.counting import Young
from workbench.model import Journey, TurningPoint

WAITING = "ventetid"
"""The contact point of the vocabulary that is a wait."""
LAY = frozenset({"foraelder", "ven", "frivillig", "virksomhed"})
"""Actors of the vocabulary who are no professionals of the youth effort."""


@dataclass(frozen=True, slots=True)
class OwnJourney:
    """One young person's journey in numbers."""

    young: Young
    feelings: Mapping[str, tuple[int, ...]]
    """By stage, the feelings told of, each -2 to 2, in order of time."""
    turns: Mapping[TurningPoint, frozenset[str]]
    """By which way it went, the stages in which it turned."""
    retellings: int
    """How often the story had to be told from the beginning."""
    weeks_waited: float | None
    """All waits together, in weeks; None where no length of a wait is told."""
    professionals: int
    """Kinds of professionals met: two caseworkers are one kind, so there may have been more people."""


def own_journeys(journeys: Iterable[Journey]) -> tuple[OwnJourney, ...]:
    """Each young person's journey in numbers; several journeys of one are taken together, in the order given."""
    by_young: dict[Young, list[Journey]] = {}
    for one in journeys:
        by_young.setdefault(Young(one.municipality, one.participant), []).append(one)
    return tuple(_own(young, several) for young, several in by_young.items())


def _own(young: Young, journeys: list[Journey]) -> OwnJourney:
    events = [event for one in journeys for event in one.events]
    feelings: dict[str, tuple[int, ...]] = {}
    for event in events:
        if event.feeling is not None:
            feelings[event.stage] = (*feelings.get(event.stage, ()), event.feeling)
    waits = [one.duration_weeks for one in events if one.contact_point == WAITING and one.duration_weeks is not None]
    return OwnJourney(
        young=young,
        feelings=feelings,
        turns={way: frozenset(one.stage for one in events if one.turning_point is way) for way in TurningPoint},
        retellings=sum(one.retelling for one in events),
        weeks_waited=sum(waits) if waits else None,
        professionals=len({actor for one in events for actor in one.actors} - LAY),
    )
