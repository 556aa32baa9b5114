"""State rows: how an event becomes a row, and how a row is told apart.

One mechanism serves every table, so undo, redo, replay and merge need no knowledge of what a table means. Only a
revision is more than its row: its turns, passages and search entries come and go with it.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from workbench.store import texts
from workbench.store.connection import read

if TYPE_CHECKING:
    from sqlite_utils import Database

Row = dict[str, Any]
Key = tuple[str, ...]

KEYS: Mapping[str, Key] = {
    "municipality": ("id",),
    "participant": ("id",),
    "source": ("id",),
    "speaker": ("id",),
    "revision": ("id",),
    "codebook": ("id", "version"),
    "code": ("id",),
    "coding": ("id",),
    "decision": ("id",),
    "review_mark": ("id",),
    "memo": ("id",),
    "journey": ("id",),
    "journey_event": ("id",),
    "theme": ("id",),
    "theme_member": ("id",),
    "quote": ("id",),
    "finding": ("id",),
}
"""The tables that events write, and what tells their rows apart."""

PARTS = ("turn", "passage")
"""Tables that come and go with their revision."""

WORDS: Mapping[str, frozenset[str]] = {
    "participant": frozenset({"pseudonym"}),
    "source": frozenset({"name", "title"}),
    "speaker": frozenset({"label"}),
    "codebook": frozenset({"yaml"}),
    "memo": frozenset({"body"}),
    "journey_event": frozenset({"time_label", "would_have_helped", "summary"}),
    "theme": frozenset({"name", "description"}),
    "quote": frozenset({"edited"}),
    "finding": frozenset({"label", "body", "success_criterion", "owner"}),
}
"""Columns that hold what somebody said or wrote: events carry their address instead."""


def without_words(db: "Database", entity: str, row: Mapping[str, Any]) -> Row:
    """The row as an event may carry it; the words are kept by address. Inside a write."""
    words = WORDS.get(entity, frozenset())
    return {
        column: texts.put(db, value) if column in words and value is not None else value
        for column, value in row.items()
    }


def with_words(db: "Database", entity: str, row: Mapping[str, Any]) -> Row:
    """The row as state holds it, from what an event carries."""
    words = WORDS.get(entity, frozenset())
    return {
        column: texts.get(db, value) if column in words and value is not None else value
        for column, value in row.items()
    }


def fetch(db: "Database", entity: str, key: Key) -> Row | None:
    """The row as it stands, or None."""
    where = " AND ".join(f'"{column}" = ?' for column in KEYS[entity])
    return next(iter(read(db, f'SELECT * FROM "{entity}" WHERE {where}', *key)), None)


def image(db: "Database", entity: str, key: Key) -> Row | None:
    """The row with the parts that come and go with it, as an event carries it. Inside a write."""
    row = fetch(db, entity, key)
    if row is None:
        return None
    image = without_words(db, entity, row)
    if entity == "revision":
        turns = db.execute(
            "SELECT speaker, start, end, from_seconds, to_seconds FROM turn WHERE revision = ? ORDER BY number",
            list(key),
        ).fetchall()
        image |= spoken(turns)
        passages = db.execute("SELECT turn, start, end FROM passage WHERE revision = ? ORDER BY number", list(key))
        image["passages"] = [list(passage) for passage in passages]
    return image


def spoken(turns: Iterable[Sequence[Any]]) -> Row:
    """Turns as an event carries them: speakers in order of first turn, turns by the speaker's position among them.

    A turn is [speaker, start, end, from, to]; an interview has hundreds of turns and a handful of speakers.
    """
    speakers: dict[str, int] = {}
    told = [[speakers.setdefault(speaker, len(speakers)), *rest] for speaker, *rest in turns]
    return {"speakers": list(speakers), "turns": told}


def apply(db: "Database", entity: str, key: Key, before: Row | None, after: Row | None) -> None:
    """Make the change that an event tells of: insert, update the columns named, or delete.

    Raises sqlcipher3's IntegrityError where a rule of the schema stands in the way.
    """
    where = " AND ".join(f'"{column}" = ?' for column in KEYS[entity])
    if after is None:
        if entity == "revision":
            _remove_parts(db, key[0])
        db.execute(f'DELETE FROM "{entity}" WHERE {where}', list(key))
        return
    row = with_words(db, entity, after)
    if before is None:
        speakers, turns, passages = (row.pop(part, ()) for part in ("speakers", "turns", "passages"))
        columns = ", ".join(f'"{column}"' for column in row)
        marks = ", ".join("?" * len(row))
        db.execute(f'INSERT INTO "{entity}" ({columns}) VALUES ({marks})', list(row.values()))
        if entity == "revision":
            _add_parts(db, row["id"], texts.get(db, row["text"]), speakers, turns, passages)
    else:
        changes = ", ".join(f'"{column}" = ?' for column in row)
        db.execute(f'UPDATE "{entity}" SET {changes} WHERE {where}', [*row.values(), *key])


def dump(value: object) -> str:
    """The one JSON form of keys and payloads."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def _add_parts(db: "Database", revision: str, text: str, speakers: Any, turns: Any, passages: Any) -> None:
    """`turns` are as `spoken` tells them, `passages` [turn, start, end]; both numbered from 1."""
    from workbench.store.search import index_turns

    db.conn.executemany(
        "INSERT INTO turn (revision, number, speaker, start, end, from_seconds, to_seconds, text)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (revision, number, speakers[speaker], start, end, begins, ends, text[start:end])
            for number, (speaker, start, end, begins, ends) in enumerate(turns, 1)
        ],
    )
    db.conn.executemany(
        "INSERT INTO passage (revision, number, turn, start, end) VALUES (?, ?, ?, ?, ?)",
        [(revision, number, turn, start, end) for number, (turn, start, end) in enumerate(passages, 1)],
    )
    index_turns(db, revision)


def _remove_parts(db: "Database", revision: str) -> None:
    db.execute("DELETE FROM turn_search WHERE rowid IN (SELECT id FROM turn WHERE revision = ?)", [revision])
    db.execute("DELETE FROM passage WHERE revision = ?", [revision])
    db.execute("DELETE FROM turn WHERE revision = ?", [revision])
