"""The suggestions last made for a source: a cache, made anew whenever somebody asks for it."""

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from workbench.model import Evidence, LabelledPassage, Place, Suggestion
from workbench.store import rows
from workbench.store.codebooks import StoredCode
from workbench.store.events import new_id
from workbench.store.project import Store


@dataclass(frozen=True, slots=True)
class Shown:
    """A suggestion as it is shown to this person, with the run it comes from."""

    run: str
    suggestion: Suggestion


def replace_suggestions(
    store: Store,
    *,
    revision: str,
    codebook: str,
    provenance: Mapping[str, object],
    made: Mapping[int, Sequence[Suggestion]],
    codes: Mapping[str, StoredCode],
    only: Collection[int] | None = None,
) -> None:
    """Store what the engine suggests for this person, in place of what it suggested before.

    `made` goes from passage number to suggestions, surest first; `codes` from code id to the stored code. `only` are
    the passages that were read, where others keep what was suggested for them: then the run stays, as of now.
    """
    run, now = new_id(), datetime.now(UTC).isoformat(timespec="seconds")
    with store.write() as db:
        known = db.execute(
            "SELECT id FROM suggestion_run WHERE revision = ? AND codebook = ? AND person = ?",
            [revision, codebook, store.person],
        ).fetchone()
        if known and only is not None:
            [run] = known
            db.execute(
                "UPDATE suggestion_run SET made_at = ?, provenance = ? WHERE id = ?", [now, rows.dump(provenance), run]
            )
            db.execute(
                "DELETE FROM suggestion WHERE run = ? AND passage IN (SELECT value FROM json_each(?))",
                [run, rows.dump(list(only))],
            )
        else:
            if known:
                db.execute("DELETE FROM suggestion_run WHERE id = ?", known)
            db.execute(
                "INSERT INTO suggestion_run (id, revision, codebook, person, made_at, provenance)"
                " VALUES (?, ?, ?, ?, ?, ?)",
                [run, revision, codebook, store.person, now, rows.dump(provenance)],
            )
        db.conn.executemany(
            "INSERT INTO suggestion (run, revision, passage, rank, code, confidence, keyword, evidence)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            [
                (run, revision, passage, rank, codes[one.code].uuid, one.confidence, one.keyword,
                 rows.dump([[e.place.start, e.place.end, round(e.weight, 4)] for e in one.evidence]))
                for passage, several in made.items()
                for rank, one in enumerate(several, 1)
            ],
        )  # fmt: skip


def read_before(store: Store) -> frozenset[tuple[str, str]]:
    """Revision and codebook of all that was read to suggest codes to this person, whether or not any were found."""
    found = store.query("SELECT revision, codebook FROM suggestion_run WHERE person = ?", store.person)
    return frozenset((row["revision"], row["codebook"]) for row in found)


def suggestions(store: Store, revision: str, *, passage: int | None = None) -> dict[int, list[Shown]]:
    """What was last suggested to this person for a revision, or one passage of it, by number, surest first."""
    one, given = ("", ()) if passage is None else (" AND g.passage = ?", (passage,))
    found = store.query(
        "SELECT g.run, g.passage, k.code, g.confidence, g.keyword, g.evidence,"
        " substr(t.text, p.start - t.start + 1, p.end - p.start) AS text"
        " FROM suggestion g JOIN suggestion_run n ON n.id = g.run JOIN code k ON k.id = g.code"
        " JOIN passage p ON p.revision = g.revision AND p.number = g.passage"
        " JOIN turn t ON t.revision = p.revision AND t.number = p.turn"
        f" WHERE g.revision = ? AND n.person = ?{one} ORDER BY g.passage, g.rank",
        revision,
        store.person,
        *given,
    )
    shown: dict[int, list[Shown]] = {}
    for row in found:
        evidence = tuple(
            Evidence(Place(start, end), (row["text"] or "")[start:end], weight)
            for start, end, weight in json.loads(row["evidence"])
        )
        suggestion = Suggestion(row["code"], row["confidence"], evidence, row["keyword"])
        shown.setdefault(row["passage"], []).append(Shown(row["run"], suggestion))
    return shown


@dataclass(frozen=True, slots=True)
class Scored:
    """That a code was suggested for a passage, and how surely."""

    revision: str
    passage: int
    codebook: str
    code: str
    area: str
    confidence: float


def scores(store: Store) -> list[Scored]:
    """All that was last suggested to this person, without the words that carried it: to put passages in order."""
    found = store.query(
        "SELECT g.revision, g.passage, k.codebook, k.code, coalesce(a.code, k.code) AS area, g.confidence"
        " FROM suggestion g JOIN suggestion_run n ON n.id = g.run"
        " JOIN code k ON k.id = g.code LEFT JOIN code a ON a.id = k.parent"
        " WHERE n.person = ? ORDER BY g.revision, g.passage, k.codebook, g.rank",
        store.person,
    )
    return [Scored(**row) for row in found]


def labelled(store: Store, codebook: str) -> list[LabelledPassage]:
    """What this person and the agreed layer have found so far: what the engine learns from.

    A passage counts when it was dealt with; suggestions left untouched in it say nothing.
    """
    rows = store.query(f"{_LABELLED} ORDER BY p.revision, p.number", *_given(store, codebook))
    return [one for row in rows if (one := _labelled(row)) is not None]


def labelled_passage(store: Store, codebook: str, revision: str, number: int) -> LabelledPassage | None:
    """The same of one passage; None when nobody has dealt with it, or it is the interviewer's."""
    rows = store.query(f"{_LABELLED} AND p.revision = ? AND p.number = ?", *_given(store, codebook), revision, number)
    return _labelled(rows[0]) if rows else None


_LABELLED = """
SELECT substr(t.text, p.start - t.start + 1, p.end - p.start) AS text,
  (SELECT json_group_array(DISTINCT k.code) FROM coding c JOIN code k ON k.id = c.code
    WHERE c.revision = p.revision AND c.start < p.end AND c.end > p.start AND k.codebook = ?
    AND c.loose = 0 AND c.layer IN (?, 'agreed')) AS codes,
  (SELECT json_group_array(k.code) FROM decision d JOIN code k ON k.id = d.code
    WHERE d.revision = p.revision AND d.passage = p.number AND d.person = ? AND d.verdict = 'reject'
    AND k.codebook = ?) AS rejected,
  coalesce(v.no_code, 0) AS no_code, coalesce(v.shown, '[]') AS shown
FROM passage p JOIN turn t ON t.revision = p.revision AND t.number = p.turn
JOIN speaker s ON s.id = t.speaker
LEFT JOIN review_mark v ON v.revision = p.revision AND v.passage = p.number AND v.coder = ?
WHERE s.talk_role = 'respondent'
"""


def _given(store: Store, codebook: str) -> tuple[str, ...]:
    return codebook, store.person, store.person, codebook, store.person


def _labelled(row: Mapping[str, Any]) -> LabelledPassage | None:
    codes = frozenset(json.loads(row["codes"]))
    rejected = frozenset(json.loads(row["rejected"])) - codes
    if not (codes or rejected or row["no_code"]):
        return None
    no_code = bool(row["no_code"]) and not codes
    shown = frozenset(code for code, _confidence in json.loads(row["shown"]))
    untouched = frozenset[str]() if no_code else shown - codes - rejected
    return LabelledPassage(row["text"] or "", codes, rejected, no_code, untouched)
