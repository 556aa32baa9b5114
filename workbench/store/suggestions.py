"""The suggestions last made for a source: a cache, made anew whenever somebody asks for it."""

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from workbench.model import Evidence, Place, Suggestion
from workbench.store import rows
from workbench.store.codebooks import StoredCode
from workbench.store.events import new_id
from workbench.store.project import Store

ALLOWED = " JOIN revision at ON at.id = g.revision JOIN source heard ON heard.id = at.source AND heard.consent_suggest"
"""To those suggestions `g` whose source may be read for them: consent taken back counts from then on."""


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
        f" FROM suggestion g{ALLOWED} JOIN suggestion_run n ON n.id = g.run JOIN code k ON k.id = g.code"
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
        f" FROM suggestion g{ALLOWED} JOIN suggestion_run n ON n.id = g.run"
        " JOIN code k ON k.id = g.code LEFT JOIN code a ON a.id = k.parent"
        " WHERE n.person = ? ORDER BY g.revision, g.passage, k.codebook, g.rank",
        store.person,
    )
    return [Scored(**row) for row in found]
