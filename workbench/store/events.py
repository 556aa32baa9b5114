"""Events: what people did, append-only, written in the same transaction as the state they change."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import NAMESPACE_OID, uuid5

from workbench.store import clock, rows
from workbench.store.connection import read
from workbench.store.rows import Key, Row

if TYPE_CHECKING:
    from sqlite_utils import Database


def new_id() -> str:
    """A UUIDv7: unique everywhere, sorted by time."""
    from uuid_utils import uuid7

    return str(uuid7())


def identity(*parts: object) -> str:
    """An id that says what it is about: the same parts are the same id on every machine."""
    return str(uuid5(NAMESPACE_OID, rows.dump([str(part) for part in parts])))


@dataclass(frozen=True, slots=True)
class Event:
    """One change to one row. `before` is None where there was no row, `after` where there is none any more.

    A change of columns carries only those columns. Words stand as addresses.
    """

    id: str
    replica: str
    clock: int
    person: str
    command: str
    verb: str
    type: str
    entity: str
    key: Key
    before: Row | None
    after: Row | None
    takes_back: str | None = None
    """The event that an undo or redo is about."""

    @staticmethod
    def of(row: Mapping[str, Any]) -> "Event":
        """The event in a row of the event table."""
        fields = dict(row)
        for column in ("before", "after"):
            fields[column] = None if fields[column] is None else json.loads(fields[column])
        fields["key"] = tuple(json.loads(fields["key"]))
        return Event(**fields)


class Command:
    """One user action being carried out: every change it makes is recorded as an event.

    Made by Store.command, inside its transaction.
    """

    def __init__(self, db: "Database", *, verb: str, person: str, replica: str) -> None:
        self.db = db
        self.id = new_id()
        self.verb = verb
        self.person = person
        self.replica = replica
        self._last = int(db.execute("SELECT coalesce(max(clock), 0) FROM event").fetchone()[0])
        self.events = 0
        """How many events this command has made so far."""

    def add(self, entity: str, row: Row) -> None:
        """A new row. Raises sqlcipher3's IntegrityError when it is there already or points nowhere."""
        self._record(entity, self._key(entity, row), None, rows.without_words(self.db, entity, row), "added")

    def change(self, entity: str, key: Key, **columns: Any) -> None:
        """New values in a row that is there; columns that stay the same make no event. Raises KeyError."""
        now = rows.fetch(self.db, entity, key)
        if now is None:
            raise KeyError((entity, key))
        changed = {column: value for column, value in columns.items() if now[column] != value}
        if changed:
            before = rows.without_words(self.db, entity, {column: now[column] for column in changed})
            self._record(entity, key, before, rows.without_words(self.db, entity, changed), "changed")

    def remove(self, entity: str, key: Key) -> None:
        """Take a row away. Raises KeyError when it is not there."""
        image = rows.image(self.db, entity, key)
        if image is None:
            raise KeyError((entity, key))
        self._record(entity, key, image, None, "removed")

    def set(self, entity: str, row: Row) -> None:
        """The row as given, whether or not it was there."""
        key = self._key(entity, row)
        if rows.fetch(self.db, entity, key) is None:
            self.add(entity, row)
        else:
            self.change(entity, key, **row)

    def repeat(self, event: Event) -> None:
        """Make an event's change once more (redo)."""
        self._record(event.entity, event.key, event.before, event.after, "restored", event.id)

    def reverse(self, event: Event) -> None:
        """Make the opposite of an event's change (undo)."""
        self._record(event.entity, event.key, event.after, event.before, "undone", event.id)

    def query(self, sql: str, *parameters: object) -> list[Row]:
        """The rows a SELECT finds, with what this command has changed so far."""
        return read(self.db, sql, *parameters)

    @staticmethod
    def _key(entity: str, row: Row) -> Key:
        return tuple(row[column] for column in rows.KEYS[entity])

    def _record(
        self,
        entity: str,
        key: Key,
        before: Row | None,
        after: Row | None,
        what: str,
        about: str | None = None,
    ) -> None:
        rows.apply(self.db, entity, key, before, after)
        self._last = clock.tick(self._last)
        event = Event(
            id=new_id(),
            replica=self.replica,
            clock=self._last,
            person=self.person,
            command=self.id,
            verb=self.verb,
            type=f"{entity}.{what}",
            entity=entity,
            key=key,
            before=before,
            after=after,
            takes_back=about,
        )
        append(self.db, event)
        self.events += 1


def append(db: "Database", event: Event) -> None:
    """Write the event down, and its command where it is the first of one. Inside a write."""
    db.execute(
        "INSERT INTO event (id, replica, clock, person, command, verb, type, entity, key, before, after, takes_back)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
            event.id, event.replica, event.clock, event.person, event.command, event.verb, event.type,
            event.entity, rows.dump(event.key),
            None if event.before is None else rows.dump(event.before),
            None if event.after is None else rows.dump(event.after),
            event.takes_back,
        ],
    )  # fmt: skip
    follow(db, event)


def follow(db: "Database", event: Event) -> None:
    """Keep the undo stacks in step with an event: which commands there are, and which are undone."""
    db.execute(
        "INSERT INTO command (id, replica, person, verb, clock) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
        [event.command, event.replica, event.person, event.verb, event.clock],
    )
    if event.takes_back is not None:
        db.execute(
            "UPDATE command SET undone = ? WHERE id = (SELECT command FROM event WHERE id = ?)",
            [event.type.endswith(".undone"), event.takes_back],
        )
