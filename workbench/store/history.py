"""What was done, by whom and when: the event log as people read it."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from workbench.store import clock
from workbench.store.events import Event
from workbench.store.project import Store


@dataclass(frozen=True, slots=True)
class Entry:
    """One command and what it changed."""

    command: str
    verb: str
    person: str
    at: datetime
    undone: bool
    events: tuple[Event, ...]


def history(
    store: Store,
    *,
    limit: int = 20,
    skip: int = 0,
    among: Collection[tuple[str, str]] | None = None,
    events: int | None = None,
) -> list[Entry]:
    """The newest commands, newest first, but for the first `skip`; `among` keeps those of these (person, verb).

    Of each, the first so many events: a command can have thousands.
    """
    where, given = "", list[str]()
    if among is not None:
        where = f" WHERE (person, verb) IN (VALUES {', '.join('(?, ?)' for _pair in among) or '(NULL, NULL)'})"
        given = [part for pair in among for part in pair]
    commands = store.query(f"SELECT * FROM command{where} ORDER BY clock DESC LIMIT ? OFFSET ?", *given, limit, skip)
    return [_entry(store, command, events) for command in commands]


def entry(store: Store, command: str) -> Entry | None:
    """The command with this id; None where there is none."""
    found = store.query("SELECT * FROM command WHERE id = ?", command)
    return _entry(store, found[0]) if found else None


def _entry(store: Store, command: dict[str, Any], most: int | None = None) -> Entry:
    limit = -1 if most is None else most
    events = store.query("SELECT * FROM event WHERE command = ? ORDER BY clock LIMIT ?", command["id"], limit)
    return Entry(
        command=command["id"],
        verb=command["verb"],
        person=command["person"],
        at=clock.moment(command["clock"]),
        undone=bool(command["undone"]),
        events=tuple(Event.of(row) for row in events),
    )


def doers(store: Store) -> dict[tuple[str, str], int]:
    """Who did what, and how often: by person and verb."""
    found = store.query("SELECT person, verb, count(*) AS n FROM command GROUP BY person, verb ORDER BY person, verb")
    return {(row["person"], row["verb"]): row["n"] for row in found}


def data_date(store: Store, *, first: bool = False) -> datetime | None:
    """The time of the newest event: the date a report carries; or of the first. None where nothing happened."""
    found = store.query("SELECT min(clock) AS first, max(clock) AS newest FROM event")[0]
    at = found["first" if first else "newest"]
    return None if at is None else clock.moment(at)
