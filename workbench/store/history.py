"""What was done, by whom and when: the event log as people read it."""

from dataclasses import dataclass
from datetime import datetime

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


def history(store: Store, *, limit: int = 20) -> list[Entry]:
    """The newest commands, newest first."""
    commands = store.query("SELECT * FROM command ORDER BY clock DESC LIMIT ?", limit)
    entries = []
    for command in commands:
        events = store.query("SELECT * FROM event WHERE command = ? ORDER BY clock", command["id"])
        entries.append(
            Entry(
                command=command["id"],
                verb=command["verb"],
                person=command["person"],
                at=clock.moment(command["clock"]),
                undone=bool(command["undone"]),
                events=tuple(Event.of(row) for row in events),
            )
        )
    return entries


def data_date(store: Store, *, first: bool = False) -> datetime | None:
    """The time of the newest event: the date a report carries; or of the first. None where nothing happened."""
    found = store.query("SELECT min(clock) AS first, max(clock) AS newest FROM event")[0]
    at = found["first" if first else "newest"]
    return None if at is None else clock.moment(at)
