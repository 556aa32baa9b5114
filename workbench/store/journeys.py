"""Youth journeys: one young person's way, event by event.

A young person has one journey. Its id is made from the participant and those of its events from their numbers, so that
a file that was changed changes the same rows.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from workbench.model import (
    AgeGroup,
    Coordinator,
    Influence,
    Journey,
    JourneyEvent,
    Place,
    Precision,
    SaidInTurn,
    TurningPoint,
)
from workbench.store import rows
from workbench.store.events import Command, identity
from workbench.store.project import Store

Said = tuple[str, Place]
"""A revision's id and a place in it."""


@dataclass(frozen=True, slots=True)
class StoredJourney:
    """A journey as the project keeps it."""

    id: str
    municipality: str
    """The municipality's id."""
    participant: str
    """The participant's id."""
    told: Journey
    """As a file tells it, but with the names that the project has for municipality, participant and source."""


_FOUND = """
SELECT j.id, j.municipality AS municipality_id, j.participant AS participant_id, j.codebook_version AS vocabulary,
  m.name AS municipality, a.pseudonym AS participant, a.age_group, coalesce(s.name, '') AS source
FROM journey j JOIN municipality m ON m.id = j.municipality JOIN participant a ON a.id = j.participant
LEFT JOIN source s ON s.id = j.source
"""

_EVENTS = """
SELECT e.*, t.number AS turn, substr(t.text, e.start - t.start + 1, e.end - e.start) AS quote
FROM journey_event e JOIN journey j ON j.id = e.journey
LEFT JOIN turn t ON t.revision = e.revision AND t.start <= e.start AND t.end >= e.end
"""


def journeys(store: Store, *, municipality: str | None = None) -> list[StoredJourney]:
    """All of them, or those of one municipality (id), by municipality and pseudonym."""
    where, given = ("", ()) if municipality is None else (" WHERE j.municipality = ?", (municipality,))
    events: dict[str, list[JourneyEvent]] = {}
    for row in store.query(f"{_EVENTS}{where} ORDER BY e.journey, e.number", *given):
        events.setdefault(row["journey"], []).append(_event(row))
    return [
        StoredJourney(
            id=row["id"],
            municipality=row["municipality_id"],
            participant=row["participant_id"],
            told=Journey(
                participant=row["participant"],
                municipality=row["municipality"],
                vocabulary=row["vocabulary"],
                events=tuple(events.get(row["id"], ())),
                age_group=AgeGroup(row["age_group"]) if row["age_group"] else None,
                source=row["source"],
            ),
        )
        for row in store.query(f"{_FOUND}{where} ORDER BY m.name, a.pseudonym, j.id", *given)
    ]


def set_journey(
    command: Command,
    told: Journey,
    *,
    participant: str,
    municipality: str,
    source: str | None = None,
    said: Mapping[int, Said] = {},
) -> str:
    """Keep this as the participant's journey, in place of an earlier one, and return its id.

    `participant`, `municipality` and `source` are ids of rows. `said` are the places of the events' quotes, by the
    event's position from 0: the words themselves are not kept, for they lie in the transcript.
    """
    id = identity("journey", participant)
    command.set(
        "journey",
        {
            "id": id,
            "participant": participant,
            "source": source,
            "municipality": municipality,
            "codebook_version": told.vocabulary,
        },
    )
    for position, event in enumerate(told.events):
        command.set("journey_event", _row(id, position + 1, event, said.get(position)))
    for row in _event_ids(command, id, after=len(told.events)):
        command.remove("journey_event", (row,))
    return id


def remove_journey(command: Command, id: str) -> None:
    """Take a journey away; the participant stays. Raises KeyError when it is not there."""
    for row in _event_ids(command, id):
        command.remove("journey_event", (row,))
    command.remove("journey", (id,))


def _event_ids(command: Command, journey: str, *, after: int = 0) -> list[str]:
    sql = "SELECT id FROM journey_event WHERE journey = ? AND number > ? ORDER BY number"
    return [row["id"] for row in command.query(sql, journey, after)]


def _row(journey: str, number: int, event: JourneyEvent, said: Said | None) -> rows.Row:
    revision, place = said or (None, None)
    return {
        "id": identity("journey_event", journey, number),
        "journey": journey,
        "number": number,
        "stage": event.stage,
        "contact_point": event.contact_point,
        "actors": rows.dump(list(event.actors)),
        "age": event.age,
        "time_label": event.time_label or None,
        "precision": event.precision.value,
        "duration_weeks": event.duration_weeks,
        "feeling": event.feeling,
        "feeling_word": event.feeling_word,
        "influence": event.influence.value,
        "turning_point": event.turning_point.value if event.turning_point else None,
        "most_important": int(event.most_important),
        "retelling": int(event.retelling),
        "coordinated_by": event.coordinated_by.value if event.coordinated_by else "",
        "revision": revision,
        "start": place.start if place else None,
        "end": place.end if place else None,
        "would_have_helped": event.would_have_helped or None,
        "summary": event.summary or None,
    }


def _event(row: Mapping[str, Any]) -> JourneyEvent:
    return JourneyEvent(
        stage=row["stage"],
        summary=row["summary"] or "",
        contact_point=row["contact_point"],
        actors=tuple(json.loads(row["actors"])),
        age=row["age"],
        time_label=row["time_label"] or "",
        precision=Precision(row["precision"]),
        duration_weeks=row["duration_weeks"],
        feeling=row["feeling"],
        feeling_word=row["feeling_word"],
        influence=Influence(row["influence"]),
        turning_point=TurningPoint(row["turning_point"]) if row["turning_point"] else None,
        most_important=bool(row["most_important"]),
        retelling=bool(row["retelling"]),
        coordinated_by=Coordinator(row["coordinated_by"]) if row["coordinated_by"] else None,
        quote=SaidInTurn(row["turn"], row["quote"]) if row["turn"] else None,
        would_have_helped=row["would_have_helped"] or "",
    )
