"""What people call the rows that events are about: a source's name, a passage's number, a code."""

from collections.abc import Iterable, Iterator
from enum import IntEnum

from workbench.store import rows
from workbench.store.events import Event
from workbench.store.project import Store


class Kind(IntEnum):
    """What a name is the name of, in the order in which they are told."""

    CODEBOOK = 1
    MUNICIPALITY = 2
    SOURCE = 3
    PARTICIPANT = 4
    PASSAGE = 5
    CODE = 6


def row_of(store: Store, event: Event) -> rows.Row:
    """The row that an event is about, whole: an event of a change carries only the columns that changed."""
    told = {**(event.before or {}), **(event.after or {})}
    return {**told, **(rows.fetch(store.db, event.entity, event.key) or rows.with_words(store.db, event.entity, told))}


def subjects(store: Store, events: Iterable[Event]) -> list[str]:
    """The names of what these events concern, each once: sources and people first, then passages and codes."""
    found = {name: None for event in events for name in _names(store, event)}
    return [text for _, text in sorted(found, key=lambda name: name[0])]


_CALLED = {
    "codebook": (Kind.CODEBOOK, ("id", "version")),
    "municipality": (Kind.MUNICIPALITY, ("name",)),
    "source": (Kind.SOURCE, ("name",)),
    "participant": (Kind.PARTICIPANT, ("pseudonym",)),
}


def _names(store: Store, event: Event) -> Iterator[tuple[Kind, str]]:
    row = row_of(store, event)
    if event.entity in _CALLED:
        kind, columns = _CALLED[event.entity]
        # A name can be erased, or its row gone.
        if name := " ".join(str(row[column]) for column in columns if row.get(column)):
            yield kind, name
    elif event.entity in ("coding", "decision", "review_mark"):
        revision = "SELECT s.name FROM revision r JOIN source s ON s.id = r.source WHERE r.id = ?"
        yield from _one(store, Kind.SOURCE, revision, row.get("revision"))
        if "passage" in row:
            yield Kind.PASSAGE, str(row["passage"])
        elif "start" in row:
            begins = "SELECT max(number) AS name FROM passage WHERE revision = ? AND start <= ?"
            yield from _one(store, Kind.PASSAGE, begins, row.get("revision"), row["start"])
        yield from _one(store, Kind.CODE, "SELECT code AS name FROM code WHERE id = ?", row.get("code"))


def _one(store: Store, kind: Kind, sql: str, *keys: object) -> Iterator[tuple[Kind, str]]:
    for found in store.query(sql, *keys):
        if found["name"] is not None:
            yield kind, str(found["name"])
