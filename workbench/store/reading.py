"""A source as one person has it open: read whole once, and afterwards only what changed.

A source can have twenty thousand turns, so everything here is one query and no words but the text itself.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from workbench.model import Coding, Passage, Place, TalkRole, Turn, Valence
from workbench.store import rows, texts
from workbench.store.connection import translated
from workbench.store.project import Store
from workbench.store.suggestions import ALLOWED


@dataclass(frozen=True, slots=True)
class SpokenText:
    """A revision's words and who says them."""

    text: str
    turns: Sequence[Turn]
    asking: frozenset[str]
    """Labels of those who interview."""


def spoken_text(store: Store, revision: str) -> SpokenText:
    """The words of a revision with its turns."""
    with translated():
        said = store.db.execute("SELECT text FROM revision WHERE id = ?", [revision]).fetchone()
        speakers = {
            id: (label, role)
            for id, label, role in store.db.execute(
                "SELECT id, label, talk_role FROM speaker WHERE source = (SELECT source FROM revision WHERE id = ?)",
                [revision],
            )
        }
        turns = [
            Turn(speakers[speaker][0], Place(start, end), begins, ends)
            for speaker, start, end, begins, ends in store.db.execute(
                "SELECT speaker, start, end, from_seconds, to_seconds FROM turn WHERE revision = ? ORDER BY number",
                [revision],
            )
        ]
        asking = frozenset(label for label, role in speakers.values() if role == TalkRole.INTERVIEWER)
        return SpokenText(texts.get(store.db, said[0]), turns, asking)


def passages_coded(store: Store, revision: str) -> list[Passage]:
    """Where the passages of a revision are that can be coded: those of respondents, in order."""
    with translated():
        return [
            Passage(number, turn - 1, Place(start, end))
            for number, turn, start, end in store.db.execute(
                "SELECT p.number, p.turn, p.start, p.end FROM passage p"
                " JOIN turn t ON t.revision = p.revision AND t.number = p.turn JOIN speaker k ON k.id = t.speaker"
                " WHERE p.revision = ? AND k.talk_role = 'respondent' ORDER BY p.number",
                [revision],
            )
        ]


def own_codings_in(store: Store, revision: str, *, ids: Collection[str] | None = None) -> list[Coding]:
    """This person's codings of a revision, all or those with these ids, in order of place."""
    # Of a few, each is looked up by its id: a source may have thousands.
    some, given = ("coding c", []) if ids is None else (
        "json_each(?) w CROSS JOIN coding c ON c.id = w.value", [rows.dump([*ids])]
    )  # fmt: skip
    with translated():
        return [
            Coding(id, layer, revision, Place(start, end), code, book, Valence(valence), strength, doubt == 1,
                   contrary == 1)
            for id, layer, start, end, code, book, valence, strength, doubt, contrary in store.db.execute(
                "SELECT c.id, c.layer, c.start, c.end, k.code, k.codebook, c.valence, c.strength, c.doubt, c.contrary"
                f" FROM {some} JOIN code k ON k.id = c.code"
                " WHERE c.revision = ? AND c.layer = ? AND c.loose = 0 ORDER BY c.start, c.end",
                [*given, revision, store.person],
            )
        ]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Touched:
    """What was changed since some time in the history."""

    until: int
    """The newest event's clock, to ask from next time."""
    rows: Mapping[str, Collection[str]]
    """By table, the first part of the keys of rows that were added, changed or removed."""


def touched(store: Store, since: int) -> Touched:
    """Which rows were changed since an event's clock."""
    until, found = since, defaultdict(set)
    with translated():
        for at, entity, key in store.db.execute(
            "SELECT clock, entity, json_extract(key, '$[0]') FROM event WHERE clock > ? ORDER BY clock", [since]
        ):
            until = at
            found[entity].add(key)
    return Touched(until, found)


def newest_event(store: Store) -> int:
    """The newest event's clock."""
    return int(store.query("SELECT coalesce(max(clock), 0) AS clock FROM event")[0]["clock"])


def answered_codes(store: Store, revision: str, passage: int) -> frozenset[str]:
    """Codes that this person has answered for a passage, either way."""
    found = store.query(
        "SELECT k.code FROM decision d JOIN code k ON k.id = d.code"
        " WHERE d.revision = ? AND d.passage = ? AND d.person = ?",
        revision,
        passage,
        store.person,
    )
    return frozenset(row["code"] for row in found)


def next_suggested(store: Store, revision: str, after: int) -> int | None:
    """The first passage after a number that this person has not dealt with and something is suggested for."""
    found = store.query(
        f"SELECT min(g.passage) AS number FROM suggestion g{ALLOWED} JOIN suggestion_run n ON n.id = g.run"
        " WHERE g.revision = ? AND n.person = ? AND g.passage > ? AND NOT EXISTS (SELECT 1 FROM review_mark v"
        "   WHERE v.revision = g.revision AND v.passage = g.passage AND v.coder = n.person)",
        revision,
        store.person,
        after,
    )
    return None if found[0]["number"] is None else int(found[0]["number"])


def most_used(store: Store) -> list[str]:
    """Codes that this person has set, the most used first."""
    found = store.query(
        "SELECT k.code, count(*) AS n FROM coding c JOIN code k ON k.id = c.code WHERE c.layer = ? AND k.retired = 0"
        " GROUP BY k.id ORDER BY n DESC, k.codebook, k.position",
        store.person,
    )
    return [row["code"] for row in found]
