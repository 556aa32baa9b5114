"""Undo and redo: taking back a person's newest command, as new events.

The stack of a person on a replica is their commands in order. The newest that is not undone is undone next; the
oldest undone one after every live one is redone next, so a new command ends what could be redone.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlcipher3 import dbapi2 as sqlite

from workbench.errors import WorkbenchError
from workbench.i18n import _
from workbench.store import clock, rows
from workbench.store.events import Command, Event
from workbench.store.project import Store

NOT_UNDOABLE = ("init", "undo", "redo", "merge")
_VERBS = ", ".join(f"'{verb}'" for verb in NOT_UNDOABLE)


@dataclass(frozen=True, slots=True)
class Done:
    """A command that was taken back or put back."""

    verb: str
    at: datetime
    """When it was first done."""
    events: tuple[Event, ...]


def undo(store: Store, *, among: Collection[str] | None = None) -> Done | None:
    """Take back this person's newest command on this replica; None when there is none.

    With `among`, only if its verb is one of these: a key on a screen of decisions must not take back an import.
    Raises WorkbenchError, naming the event, when something done later depends on it.
    """
    with store.command("undo") as command:
        found = _newest(store)
        if not found or (among is not None and found[0]["verb"] not in among):
            return None
        events = _events(store, found[0]["id"])
        for event in reversed(events):
            _refuse_if_moved_on(store, command, event, event.after)
            _apply(store, command, event, back=True)
        return Done(events[0].verb, clock.moment(events[0].clock), events)


def above(store: Store, command: str) -> int:
    """How often this person undoes until this command is taken back; 0 where it is not among those they can."""
    return int(
        store.query(
            "SELECT count(*) AS n FROM command c, command wanted WHERE wanted.id = ? AND c.clock >= wanted.clock"
            " AND c.person = ? AND c.replica = ? AND wanted.person = c.person AND wanted.replica = c.replica"
            " AND c.undone = 0 AND wanted.undone = 0"
            f" AND c.verb NOT IN ({_VERBS}) AND wanted.verb NOT IN ({_VERBS})",
            command,
            store.person,
            store.replica,
        )[0]["n"]
    )


def redo(store: Store) -> Done | None:
    """Put back what this person undid last, unless they did something new since; None when there is nothing.

    Raises WorkbenchError, naming the event, when something done later stands in the way.
    """
    with store.command("redo") as command:
        found = _oldest_undone(store)
        if not found:
            return None
        events = _events(store, found[0]["id"])
        for event in events:
            _refuse_if_moved_on(store, command, event, event.before)
            _apply(store, command, event, back=False)
        return Done(events[0].verb, clock.moment(events[0].clock), events)


def undoes(store: Store) -> int:
    """How many changes the next undo takes back; 0 where there is nothing to take back."""
    return _size(store, _newest(store))


def redoes(store: Store) -> int:
    """How many changes the next redo puts back; 0 where there is nothing to put back."""
    return _size(store, _oldest_undone(store))


def _newest(store: Store) -> list[rows.Row]:
    """This person's newest command that stands, with its verb; none or one."""
    return store.query(
        "SELECT id, verb FROM command WHERE person = ? AND replica = ? AND undone = 0"
        f" AND verb NOT IN ({_VERBS}) ORDER BY clock DESC LIMIT 1",
        store.person,
        store.replica,
    )


def _oldest_undone(store: Store) -> list[rows.Row]:
    """The command that this person puts back next; none or one."""
    # Only what was taken back since the person's newest deed: that deed began a new line.
    return store.query(
        "SELECT c.id FROM event u JOIN event e ON e.id = u.takes_back JOIN command c ON c.id = e.command"
        " WHERE u.verb = 'undo' AND c.undone = 1 AND c.person = ? AND c.replica = ?"
        " AND u.clock > coalesce((SELECT max(clock) FROM command WHERE person = ? AND replica = ?"
        f" AND verb NOT IN ({_VERBS})), 0) ORDER BY c.clock LIMIT 1",
        store.person,
        store.replica,
        store.person,
        store.replica,
    )


def _size(store: Store, found: list[rows.Row]) -> int:
    return sum(store.query("SELECT count(*) AS n FROM event WHERE command = ?", one["id"])[0]["n"] for one in found)


def _events(store: Store, command: str) -> tuple[Event, ...]:
    found = store.query("SELECT * FROM event WHERE command = ? ORDER BY clock", command)
    return tuple(Event.of(row) for row in found)


def _refuse_if_moved_on(store: Store, command: Command, event: Event, expected: rows.Row | None) -> None:
    """The row must be as the event left it (for undo) or found it (for redo)."""
    now = rows.image(store.db, event.entity, event.key)
    if expected is None:
        same = now is None
    else:
        same = now is not None and all(now[column] == value for column, value in expected.items())
    if not same:
        raise _refusal(store, command, event)


def _apply(store: Store, command: Command, event: Event, *, back: bool) -> None:
    try:
        if back:
            command.reverse(event)
        else:
            command.repeat(event)
    except sqlite.IntegrityError as error:
        raise _refusal(store, command, event) from error


def _refusal(store: Store, command: Command, event: Event) -> WorkbenchError:
    """Names the newest live event that touches or points to the same row."""
    found = store.query(
        "SELECT e.* FROM event e JOIN command c ON c.id = e.command"
        " WHERE e.clock > ? AND e.command <> ? AND e.command <> ? AND c.undone = 0"
        " AND ((e.entity = ? AND e.key = ?) OR instr(e.after, ?)) ORDER BY e.clock DESC LIMIT 1",
        event.clock,
        event.command,
        command.id,
        event.entity,
        rows.dump(event.key),
        event.key[0],
    )
    hint = _("Ask for that to be taken back first. See: workbench log")
    if not found:
        return WorkbenchError(
            _("“{verb}” cannot be taken back: what it changed has changed since.").format(verb=event.verb),
            hint=hint,
        )
    later = Event.of(found[0])
    return WorkbenchError(
        _("“{verb}” cannot be taken back: {person} did “{later}” ({event}) after it, at {time}.").format(
            verb=event.verb,
            person=later.person,
            later=later.verb,
            event=later.type,
            time=clock.moment(later.clock).astimezone().strftime("%Y-%m-%d %H:%M"),
        ),
        hint=hint,
    )
