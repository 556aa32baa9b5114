"""Search in everything that was said: words as said, or any form of them.

The index is a cache over turns. Its second column holds only the lemmas that differ from the word said, which
halves it: a query looks for the word and its lemma in both.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from workbench.danish import lemmas, tokens
from workbench.model import Place
from workbench.store.project import Store

if TYPE_CHECKING:
    from sqlite_utils import Database

_MARKS = ".,!?…:;\"”“'’()"
"""What stands around most words of a transcript and belongs to none."""
_RANK_AT_MOST = 5_000
"""Ranking reads every hit; past this many, order of the material serves as well and stays fast."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A turn that matches."""

    source: str
    """Handle."""
    municipality: str
    revision: str
    turn: int
    speaker: str
    text: str
    start: int
    """Where the turn begins in the revision's text, in code points."""
    places: tuple[Place, ...]
    """The words found, in the turn's own code points."""


@dataclass(frozen=True, slots=True)
class Found:
    """The hits asked for, and how many turns match in all."""

    total: int
    hits: tuple[Hit, ...]


def index_turns(db: "Database", revision: str | None = None) -> None:
    """Index the turns of a revision, or all of them anew. Inside a write."""
    if revision is None:
        db.execute("DELETE FROM turn_search")
        turns = db.execute("SELECT id, text FROM turn").fetchall()
    else:
        turns = db.execute("SELECT id, text FROM turn WHERE revision = ?", [revision]).fetchall()
    db.conn.executemany(
        "INSERT INTO turn_search (rowid, words, lemmas) VALUES (?, ?, ?)",
        [(id, text, _other_forms(text)) for id, text in turns],
    )


def _other_forms(text: str) -> str:
    return " ".join(filter(None, map(_others, text.split())))


@lru_cache(maxsize=131072)
def _others(run: str) -> str:
    """The lemmas of a stretch's words that differ from them; one look-up instead of a tokenizer for most of a text."""
    bare = run.strip(_MARKS)
    words = [bare.casefold()] if bare.isalpha() else [token.text.casefold() for token in tokens(run)]
    return " ".join(lemma for word, lemma in zip(words, lemmas(words), strict=True) if lemma != word)


def search(
    store: Store, query: str, *, municipality: str | None = None, source: str | None = None, limit: int = 20
) -> Found:
    """Turns that hold every word of the query in any form, or every "quoted phrase" as written.

    `municipality` and `source` are ids. Nothing in the query is an operator: whatever is typed is looked for.
    """
    expression = match_expression(query)
    if not expression:
        return Found(0, ())
    where, parameters = _wanted(expression, municipality=municipality, source=source)
    total = store.query(f"SELECT count(*) AS n FROM turn_search WHERE {where}", *parameters)[0]["n"]
    # Ranked or not, the index finds the rows to show before anything is joined to them.
    score = "bm25(turn_search, 2.0, 1.0)" if total <= _RANK_AT_MOST else "0"
    order = "score, rowid" if total <= _RANK_AT_MOST else "rowid"
    found = store.query(
        "SELECT s.name AS source, m.name AS municipality, t.revision, t.number, p.label, t.text, t.start"
        f" FROM (SELECT rowid AS turn, {score} AS score FROM turn_search WHERE {where} ORDER BY {order} LIMIT ?) h"
        " JOIN turn t ON t.id = h.turn JOIN speaker p ON p.id = t.speaker JOIN source s ON s.id = p.source"
        " JOIN municipality m ON m.id = s.municipality ORDER BY h.score, h.turn",
        *parameters,
        limit,
    )
    return Found(
        total,
        tuple(
            Hit(
                source=row["source"],
                municipality=row["municipality"],
                revision=row["revision"],
                turn=row["number"],
                speaker=row["label"],
                text=row["text"],
                start=row["start"],
                places=_places(row["text"], query),
            )
            for row in found
        ),
    )


_CURRENT = "r.number = (SELECT max(number) FROM revision WHERE source = r.source)"
_REPLACED = """SELECT t.id FROM revision n CROSS JOIN revision r ON r.source = n.source AND r.number < n.number
  CROSS JOIN turn t ON t.revision = r.id WHERE n.number > 1"""


def _wanted(expression: str, *, municipality: str | None, source: str | None) -> tuple[str, list[str]]:
    """Which turns: those that match, of current revisions, where they are wanted; with its parameters.

    The plus keeps the planner from asking the index once per turn: 3 ms instead of 600.
    """
    conditions, parameters = [], []
    for column, value in (("s.municipality", municipality), ("s.id", source)):
        if value is not None:
            conditions.append(f"{column} = ?")
            parameters.append(value)
    if not conditions:
        return f"turn_search MATCH ? AND +turn_search.rowid NOT IN ({_REPLACED})", [expression]
    return (
        "turn_search MATCH ? AND +turn_search.rowid IN (SELECT t.id FROM source s CROSS JOIN revision r"
        f" ON r.source = s.id AND {_CURRENT} CROSS JOIN turn t ON t.revision = r.id WHERE {' AND '.join(conditions)})",
        [expression, *parameters],
    )


def _parts(query: str) -> list[tuple[str, bool]]:
    """The query's words, and its phrases (True)."""
    return [
        (phrase or word, bool(phrase)) for phrase, word in re.findall(r'"([^"]*)"|([^\s"]+)', query) if phrase or word
    ]


def holding(query: str) -> Callable[[str], bool]:
    """Whether a text holds every word of a query in any form, and every "quoted phrase" as written: as in search.

    No text holds a query without words.
    """
    forms, phrases = [], []
    for part, phrase in _parts(query):
        words = [token.text.casefold() for token in tokens(part)]
        if phrase:
            phrases += [words] if words else []
        else:
            forms += [{word, lemma} for word, lemma in zip(words, lemmas(words), strict=True)]

    def holds(text: str) -> bool:
        said = [token.text.casefold() for token in tokens(text)]
        known = {*said, *lemmas(said)}
        return all(not known.isdisjoint(either) for either in forms) and all(
            any(said[at : at + len(words)] == words for at in range(len(said))) for words in phrases
        )

    return holds if forms or phrases else lambda text: False


def match_expression(query: str) -> str:
    """The query in FTS5's language, with everything typed by the user in quotation marks."""
    wanted = []
    for part, phrase in _parts(query):
        words = [token.text.casefold() for token in tokens(part)]
        if phrase and words:
            wanted.append('words : "{}"'.format(" ".join(words)))
        else:
            for word, lemma in zip(words, lemmas(words), strict=True):
                either = f'"{word}"' if lemma == word else f'"{word}" OR "{lemma}"'
                wanted.append(f"({either})")
    return " AND ".join(wanted)


def _places(text: str, query: str) -> tuple[Place, ...]:
    """Where the words of the query stand in a turn that matches."""
    found = tokens(text)
    said = [token.text.casefold() for token in found]
    forms = lemmas(said)
    places: list[Place] = []
    for part, phrase in _parts(query):
        words = [token.text.casefold() for token in tokens(part)]
        if phrase and words:
            n = len(words)
            places.extend(
                Place(found[i].place.start, found[i + n - 1].place.end)
                for i in range(len(said) - n + 1)
                if said[i : i + n] == words
            )
        else:
            either = {*words, *lemmas(words)}
            places.extend(
                token.place
                for token, word, lemma in zip(found, said, forms, strict=True)
                if word in either or lemma in either
            )
    return tuple(sorted(set(places)))
