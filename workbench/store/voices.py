"""Voices: who speaks in a source under which label, and how much."""

from dataclasses import dataclass

from workbench.model import AgeGroup, TalkRole
from workbench.store.people import Participant
from workbench.store.project import Store


@dataclass(frozen=True, slots=True)
class Voice:
    """A speaker of one source, with the participant it is known to be."""

    label: str
    talk_role: TalkRole
    participant: Participant | None
    turns: int
    elsewhere: int
    """Other sources in which the participant speaks."""


_VOICE = """
SELECT k.label, k.talk_role, a.id, a.pseudonym, a.role, a.centre, a.age_group,
  (SELECT count(*) FROM turn t WHERE t.speaker = k.id AND t.revision = r.id) AS turns,
  (SELECT min(t.number) FROM turn t WHERE t.speaker = k.id AND t.revision = r.id) AS first,
  (SELECT count(DISTINCT o.source) FROM speaker o WHERE o.participant = a.id AND o.source <> k.source) AS elsewhere
FROM speaker k LEFT JOIN participant a ON a.id = k.participant
JOIN revision r ON r.source = k.source AND r.number = (SELECT max(number) FROM revision WHERE source = k.source)
WHERE k.source = ? ORDER BY first IS NULL, first, k.label
"""


def voices(store: Store, source: str) -> list[Voice]:
    """Who speaks in a source (id), in the order in which they are heard first."""
    return [
        Voice(
            label=row["label"],
            talk_role=TalkRole(row["talk_role"]),
            participant=Participant(
                id=row["id"],
                pseudonym=row["pseudonym"],
                role=row["role"],
                centre=row["centre"],
                age_group=AgeGroup(row["age_group"]) if row["age_group"] else None,
            )
            if row["id"]
            else None,
            turns=row["turns"],
            elsewhere=row["elsewhere"],
        )
        for row in store.query(_VOICE, source)
    ]
