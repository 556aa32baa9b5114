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


@dataclass(frozen=True, slots=True)
class Standing:
    """How far a source is: for reports, and for this person."""

    passages: int
    """Respondents' passages."""
    dealt_with: int
    """Those its lead coder has dealt with."""
    own: int
    """Those this person has dealt with."""
    codings: int
    """Its lead coder's."""
    suggested: bool
    """Whether suggestions were made for this person."""


def standings(store: Store, *, municipality: str | None = None) -> dict[str, Standing]:
    """How far every source is, or those of one municipality (id); by the source's id."""
    where, given = ("", ()) if municipality is None else (" WHERE s.municipality = ?", (municipality,))
    found = store.query(
        "SELECT s.id, count(p.number) AS passages, count(v.id) AS dealt_with, count(o.id) AS own,"
        " (SELECT count(*) FROM coding c WHERE c.revision = r.id AND c.layer = s.lead_coder) AS codings,"
        " EXISTS (SELECT 1 FROM suggestion_run n WHERE n.revision = r.id AND n.person = ?) AS suggested"
        " FROM source s JOIN revision r ON r.source = s.id"
        "   AND r.number = (SELECT max(number) FROM revision WHERE source = s.id)"
        # From passages to those who speak: a turn would have to look for its passages in all of them.
        " LEFT JOIN passage p ON p.revision = r.id AND (SELECT k.talk_role FROM turn t JOIN speaker k"
        "   ON k.id = t.speaker WHERE t.revision = p.revision AND t.number = p.turn) = 'respondent'"
        " LEFT JOIN review_mark v ON v.revision = p.revision AND v.passage = p.number AND v.coder = s.lead_coder"
        " LEFT JOIN review_mark o ON o.revision = p.revision AND o.passage = p.number AND o.coder = ?"
        f"{where} GROUP BY s.id",
        store.person,
        store.person,
        *given,
    )
    return {
        row["id"]: Standing(
            row["passages"], row["dealt_with"], row["own"], row["codings"], suggested=bool(row["suggested"])
        )
        for row in found
    }


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


def dealt_with(store: Store, *, revision: str | None = None) -> dict[str, int]:
    """How many respondents' passages this person has dealt with, by revision where there are any; or in one."""
    only, given = ("", ()) if revision is None else (" AND v.revision = ?", (revision,))
    found = store.query(
        "SELECT v.revision, count(*) AS n FROM review_mark v JOIN passage p ON p.revision = v.revision"
        " AND p.number = v.passage JOIN turn t ON t.revision = p.revision AND t.number = p.turn"
        f" JOIN speaker k ON k.id = t.speaker WHERE v.coder = ? AND k.talk_role = 'respondent'{only}"
        " GROUP BY v.revision",
        store.person,
        *given,
    )
    return {row["revision"]: row["n"] for row in found}


def is_dealt_with(store: Store, revision: str, passage: int) -> bool:
    """Whether this person has dealt with a passage."""
    marks = "SELECT 1 FROM review_mark WHERE coder = ? AND revision = ? AND passage = ?"
    return bool(store.query(marks, store.person, revision, passage))


def last_reviewed(store: Store) -> str | None:
    """The revision in which this person dealt with a passage last."""
    found = store.query(
        "SELECT v.revision FROM event e JOIN review_mark v ON v.id = json_extract(e.key, '$[0]')"
        " WHERE e.entity = 'review_mark' AND e.person = ? ORDER BY e.clock DESC LIMIT 1",
        store.person,
    )
    return found[0]["revision"] if found else None
