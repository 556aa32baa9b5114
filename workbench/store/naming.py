"""What people call the rows that events are about: a source's name, a passage's number, a code."""

import json
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
    elif event.entity in ("coding", "decision", "review_mark", "quote"):
        if event.entity == "quote":
            row = _coding_marked(store, event) or {}
        revision = "SELECT s.name FROM revision r JOIN source s ON s.id = r.source WHERE r.id = ?"
        yield from _one(store, Kind.SOURCE, revision, row.get("revision"))
        if "passage" in row:
            yield Kind.PASSAGE, str(row["passage"])
        elif "start" in row:
            begins = "SELECT max(number) AS name FROM passage WHERE revision = ? AND start <= ?"
            yield from _one(store, Kind.PASSAGE, begins, row.get("revision"), row["start"])
        yield from _one(store, Kind.CODE, "SELECT code AS name FROM code WHERE id = ?", row.get("code"))
    elif event.entity in ("journey", "journey_event"):
        journey = _as_added(store, event, event.entity, event.key)
        if event.entity == "journey_event":
            journey = _as_added(store, event, "journey", (journey["journey"],))
        where = "SELECT name FROM municipality WHERE id = ?"
        yield from _one(store, Kind.MUNICIPALITY, where, journey.get("municipality"))
        who = "SELECT pseudonym AS name FROM participant WHERE id = ?"
        yield from _one(store, Kind.PARTICIPANT, who, journey.get("participant"))
    elif event.entity == "memo":
        yield from _about_memo(store, row)
    elif event.entity == "finding":
        where = "SELECT name FROM municipality WHERE id = ?"
        yield from _one(store, Kind.MUNICIPALITY, where, row.get("municipality"))
        yield from _one(store, Kind.CODE, "SELECT code AS name FROM code WHERE id = ?", row.get("code"))


def _about_memo(store: Store, row: rows.Row) -> Iterator[tuple[Kind, str]]:
    """What a memo is on; of one on the project there is nothing to tell."""
    type, target = row.get("target_type"), row.get("target", "")
    if type == "coding" and (coding := rows.fetch(store.db, "coding", (target,))):
        type, target = "passage", f"{coding['revision']}/{_begins_in(store, coding['revision'], coding['start'])}"
        yield from _one(store, Kind.CODE, "SELECT code AS name FROM code WHERE id = ?", coding["code"])
    if type == "passage":
        revision, _slash, number = target.rpartition("/")
        source = "SELECT s.name FROM revision r JOIN source s ON s.id = r.source WHERE r.id = ?"
        yield from _one(store, Kind.SOURCE, source, revision)
        yield Kind.PASSAGE, number
    plain = {
        "municipality": (Kind.MUNICIPALITY, "SELECT name FROM municipality WHERE id = ?"),
        "source": (Kind.SOURCE, "SELECT name FROM source WHERE id = ?"),
        "code": (Kind.CODE, "SELECT code AS name FROM code WHERE id = ?"),
        "participant": (Kind.PARTICIPANT, "SELECT pseudonym AS name FROM participant WHERE id = ?"),
    }
    if type in plain:
        yield from _one(store, *plain[type], target)


def _begins_in(store: Store, revision: str, start: int) -> int:
    """The number of the passage in which a place begins."""
    sql = "SELECT max(number) AS number FROM passage WHERE revision = ? AND start <= ?"
    return int(store.query(sql, revision, start)[0]["number"] or 1)


def _coding_marked(store: Store, event: Event) -> rows.Row | None:
    """The coding of a quote's mark, also where the mark is gone and the event tells of other columns."""
    found = store.query(
        "SELECT coalesce(json_extract(after, '$.coding'), json_extract(before, '$.coding')) AS coding FROM event"
        " WHERE entity = 'quote' AND key = ? ORDER BY coding IS NULL, clock LIMIT 1",
        rows.dump(event.key),
    )
    return rows.fetch(store.db, "coding", (found[0]["coding"] or "",)) if found else None


def _as_added(store: Store, event: Event, entity: str, key: rows.Key) -> rows.Row:
    """A row as it was last added before an event, without its words, also where it is gone now."""
    found = store.query(
        "SELECT after FROM event WHERE entity = ? AND key = ? AND clock <= ?"
        " AND json_extract(after, '$.id') IS NOT NULL ORDER BY clock DESC LIMIT 1",
        entity,
        rows.dump(key),
        event.clock,
    )
    added: rows.Row = json.loads(found[0]["after"])
    return added


def _one(store: Store, kind: Kind, sql: str, *keys: object) -> Iterator[tuple[Kind, str]]:
    for found in store.query(sql, *keys):
        if found["name"] is not None:
            yield kind, str(found["name"])
