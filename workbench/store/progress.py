"""How far a person has come: which passages they have dealt with, and where they stopped."""

from dataclasses import dataclass

from workbench.store.project import Store


@dataclass(frozen=True, slots=True)
class Progress:
    """A person's way through a source."""

    passages: int
    """Respondents' passages."""
    done: int
    """Those the person has dealt with."""

    @property
    def left(self) -> int:
        return self.passages - self.done


def progress(store: Store, revision: str) -> Progress:
    """How many of a revision's passages this person has dealt with."""
    row = store.query(
        "SELECT count(*) AS passages, count(v.id) AS done FROM passage p"
        " JOIN turn t ON t.revision = p.revision AND t.number = p.turn JOIN speaker k ON k.id = t.speaker"
        " LEFT JOIN review_mark v ON v.revision = p.revision AND v.passage = p.number AND v.coder = ?"
        " WHERE p.revision = ? AND k.talk_role = 'respondent'",
        store.person,
        revision,
    )[0]
    return Progress(row["passages"], row["done"])


def undecided(store: Store, revision: str) -> list[int]:
    """The numbers of the passages this person has not dealt with, in order."""
    return [
        row["number"]
        for row in store.query(
            "SELECT p.number FROM passage p"
            " JOIN turn t ON t.revision = p.revision AND t.number = p.turn JOIN speaker k ON k.id = t.speaker"
            " WHERE p.revision = ? AND k.talk_role = 'respondent' AND NOT EXISTS (SELECT 1 FROM review_mark v"
            "   WHERE v.revision = p.revision AND v.passage = p.number AND v.coder = ?) ORDER BY p.number",
            revision,
            store.person,
        )
    ]


def last_reviewed(store: Store) -> str | None:
    """The revision in which this person dealt with a passage last."""
    found = store.query(
        "SELECT v.revision FROM event e JOIN review_mark v ON v.id = json_extract(e.key, '$[0]')"
        " WHERE e.entity = 'review_mark' AND e.person = ? ORDER BY e.clock DESC LIMIT 1",
        store.person,
    )
    return found[0]["revision"] if found else None
