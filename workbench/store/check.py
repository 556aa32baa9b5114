"""Proof that nothing was lost: state is rebuilt from events and compared, row by row.

The rebuilt copy lives in memory only; what it holds is as confidential as the project.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlcipher3 import dbapi2 as sqlite

from workbench.store import events, rows, texts
from workbench.store.connection import connect, translated, writing
from workbench.store.migrations import migrate
from workbench.store.project import Store

if TYPE_CHECKING:
    from sqlite_utils import Database

_LOCAL = {"turn": frozenset({"id"})}
"""Columns that need not be the same in a rebuilt copy."""


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that is not as it should be. `kind` is stable; `detail` names the place."""

    kind: str
    detail: str


@dataclass(frozen=True, slots=True)
class Report:
    """What the check looked at and what it found."""

    events: int
    rows: int
    faults: tuple[Fault, ...]


def check(store: Store) -> Report:
    """Check the file, the rules, the words and the history of a project. Changes nothing."""
    faults: list[Fault] = []
    with translated():
        for row in store.query("PRAGMA integrity_check"):
            if (said := next(iter(row.values()))) != "ok":
                faults.append(Fault("file", str(said)))
        for row in store.query("PRAGMA foreign_key_check"):
            faults.append(Fault("reference", f"{row['table']} → {row['parent']}"))
        faults.extend(_words(store))
        # One read transaction: the state and the events compared must be of the same moment.
        store.db.execute("BEGIN")
        try:
            count, history = _history(store.db)
            faults.extend(history)
            compared = sum(store.db[table].count for table in (*rows.KEYS, *rows.PARTS))
        finally:
            store.db.execute("ROLLBACK")
    return Report(count, compared, tuple(faults))


def _words(store: Store) -> list[Fault]:
    """Every text is what its address says, every coding's quote what its place says."""
    faults = []
    for row in store.db.query("SELECT hash, content FROM text WHERE content IS NOT NULL"):
        if texts.address(row["content"]) != row["hash"]:
            faults.append(Fault("text", row["hash"]))
    sql = (
        "SELECT c.id, c.quote, substr(t.content, c.start + 1, c.end - c.start) AS words"
        " FROM coding c JOIN revision r ON r.id = c.revision JOIN text t ON t.hash = r.text"
        " WHERE c.loose = 0 AND t.content IS NOT NULL"
    )
    for row in store.db.query(sql):
        if texts.address(row["words"]) != row["quote"]:
            faults.append(Fault("quote", row["id"]))
    return faults


def _history(live: "Database") -> tuple[int, list[Fault]]:
    """Replay every event into an empty copy and compare it with the live state."""
    rebuilt = connect(None)
    try:
        migrate(rebuilt)
        with writing(rebuilt):
            rebuilt.conn.executemany(
                "INSERT INTO text VALUES (?, ?, ?)", live.execute("SELECT hash, content, erased_at FROM text")
            )
            rebuilt.conn.executemany(
                "INSERT INTO original (hash) VALUES (?)", live.execute("SELECT hash FROM original")
            )
            count = 0
            for row in live.query("SELECT * FROM event ORDER BY clock, replica"):
                event = events.Event.of(row)
                count += 1
                try:
                    rows.apply(rebuilt, event.entity, event.key, event.before, event.after)
                    events.append(rebuilt, event)
                except (sqlite.IntegrityError, KeyError) as error:
                    return count, [Fault("replay", f"{event.type} {event.id}: {error}")]
        return count, _differences(live, rebuilt)
    finally:
        rebuilt.close()


def _differences(live: "Database", rebuilt: "Database") -> list[Fault]:
    faults = []
    for table in (*rows.KEYS, *rows.PARTS, "command"):
        found, expected = (_content(db, table) for db in (live, rebuilt))
        for missing in sorted(expected - found):
            faults.append(Fault("missing", f"{table} {missing}"))
        for extra in sorted(found - expected):
            faults.append(Fault("unexplained", f"{table} {extra}"))
    return faults


def _content(db: "Database", table: str) -> set[str]:
    """Every row as an address, beside its key where it has one: faults must not print words."""
    local = _LOCAL.get(table, frozenset())
    content = set()
    for row in db.query(f'SELECT * FROM "{table}"'):
        shown = {column: value for column, value in row.items() if column not in local}
        name = row.get("id") if table != "turn" else f"{row['revision']} {row['number']}"
        content.add(f"{name or ''} {texts.address(rows.dump(shown))[:16]}")
    return content
