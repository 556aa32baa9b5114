"""Search in everything that was said: words as said, or any form of them.

The index is a cache over turns. Its second column holds only the lemmas that differ from the word said, which
halves it: a query looks for the word and its lemma in both.
"""

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.danish import lemmas, tokens
from workbench.model import Place
from workbench.store.project import Store

if TYPE_CHECKING:
    from sqlite_utils import Database

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
    words = [token.text.casefold() for token in tokens(text)]
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
    where, parameters = "turn_search MATCH ?", [expression]
    if source is not None:
        where, parameters = where + " AND r.source = ?", [*parameters, source]
    if municipality is not None:
        where, parameters = where + " AND s.municipality = ?", [*parameters, municipality]
    joins = (
        " FROM turn_search JOIN turn t ON t.id = turn_search.rowid JOIN revision r ON r.id = t.revision"
        " JOIN source s ON s.id = r.source"
    )
    current = " AND r.number = (SELECT max(number) FROM revision WHERE source = r.source)"
    narrowed = source is not None or municipality is not None
    total = store.query(
        f"SELECT count(*) AS n{joins} WHERE {where}{current}"
        if narrowed
        else "SELECT count(*) AS n FROM turn_search WHERE turn_search MATCH ?",
        *parameters,
    )[0]["n"]
    order = "bm25(turn_search, 2.0, 1.0), t.id" if total <= _RANK_AT_MOST else "t.id"
    found = store.query(
        "SELECT s.name AS source, m.name AS municipality, t.revision, t.number, p.label, t.text, t.start"
        f"{joins} JOIN municipality m ON m.id = s.municipality JOIN speaker p ON p.id = t.speaker"
        f" WHERE {where}{current} ORDER BY {order} LIMIT ?",
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


def _parts(query: str) -> list[tuple[str, bool]]:
    """The query's words, and its phrases (True)."""
    return [
        (phrase or word, bool(phrase)) for phrase, word in re.findall(r'"([^"]*)"|([^\s"]+)', query) if phrase or word
    ]


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
