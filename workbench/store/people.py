"""Municipalities and participants."""

import json
from dataclasses import dataclass
from typing import Any

from workbench.errors import WorkbenchError
from workbench.i18n import _
from workbench.model import AgeGroup
from workbench.store.events import Command, new_id
from workbench.store.project import Store


@dataclass(frozen=True, slots=True)
class Municipality:
    """A municipality that takes part."""

    id: str
    code: str
    name: str
    region: str = ""
    size: int | None = None
    """Inhabitants."""
    organisation_form: str = ""
    prioritised_themes: tuple[str, ...] = ()
    """Code ids the municipality asked for beforehand."""

    @staticmethod
    def of(row: dict[str, Any]) -> "Municipality":
        themes = tuple(json.loads(row["prioritised_themes"]))
        return Municipality(**{**row, "prioritised_themes": themes})


@dataclass(frozen=True, slots=True)
class Participant:
    """Somebody who was interviewed, known by a pseudonym."""

    id: str
    pseudonym: str
    role: str = ""
    centre: str = ""
    age_group: AgeGroup | None = None


def municipalities(store: Store) -> list[Municipality]:
    """All of them, by name."""
    return [Municipality.of(row) for row in store.query("SELECT * FROM municipality ORDER BY name, id")]


def roles_heard(store: Store, municipality: str) -> dict[str, int]:
    """How many respondents of a municipality (id) have each role; a speaker who is no participant has none."""
    found = store.query(
        "SELECT coalesce(a.role, '') AS role, count(DISTINCT coalesce(k.participant, k.id)) AS people"
        " FROM speaker k JOIN source s ON s.id = k.source LEFT JOIN participant a ON a.id = k.participant"
        " WHERE s.municipality = ? AND k.talk_role = 'respondent' GROUP BY coalesce(a.role, '')",
        municipality,
    )
    return {row["role"]: row["people"] for row in found}


def add_municipality(
    command: Command,
    name: str,
    *,
    code: str = "",
    region: str = "",
    size: int | None = None,
    organisation_form: str = "",
    prioritised_themes: tuple[str, ...] = (),
) -> str:
    """Add a municipality and return its id. Raises WorkbenchError when one has this name or code."""
    taken = command.db.execute(
        "SELECT name FROM municipality WHERE name = ? OR (code <> '' AND code = ?)", [name, code]
    ).fetchone()
    if taken:
        raise WorkbenchError(
            _("{name} is in the project already.").format(name=taken[0]),
            hint=_("Change it with: workbench municipalities edit"),
        )
    id = new_id()
    command.add(
        "municipality",
        {
            "id": id,
            "code": code,
            "name": name,
            "region": region,
            "size": size,
            "organisation_form": organisation_form,
            "prioritised_themes": json.dumps(list(prioritised_themes)),
        },
    )
    return id


def participants(store: Store) -> list[Participant]:
    """All of them, by pseudonym."""
    return [
        Participant(**{**row, "age_group": AgeGroup(row["age_group"]) if row["age_group"] else None})
        for row in store.query("SELECT * FROM participant ORDER BY pseudonym, id")
    ]


def participant_named(command: Command, pseudonym: str, *, role: str, centre: str, age_group: str | None) -> str:
    """The id of the participant with this pseudonym; added when new. What is known already is kept."""
    found = command.db.execute("SELECT id FROM participant WHERE pseudonym = ?", [pseudonym]).fetchone()
    if found:
        return str(found[0])
    id = new_id()
    command.add(
        "participant",
        {"id": id, "pseudonym": pseudonym, "role": role, "centre": centre, "age_group": age_group},
    )
    return id
