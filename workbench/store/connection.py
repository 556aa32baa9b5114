"""The one door to project.db: how it is opened, and how it is read and written.

Measured reasons: a deferred BEGIN made every second write fail between two processes, so every write is
BEGIN IMMEDIATE; SQLite before 3.51.3 can lose commits when two connections share a WAL; sqlcipher3's exceptions
are not sqlite3's, so nothing here relies on a library that catches those.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlcipher3 import dbapi2 as sqlite

from workbench.errors import StoreError
from workbench.i18n import _
from workbench.store.location import unsafe_location

if TYPE_CHECKING:
    from sqlite_utils import Database

SQLITE_VERSION = sqlite.sqlite_version
FIRST_SAFE_SQLITE = (3, 51, 3)
BUSY_SECONDS = 30.0
"""How long a write waits for another process's; far past any write the workbench makes."""


@contextmanager
def _without_numpy() -> Iterator[None]:
    """sqlite-utils loads numpy, where it is there, to know its number types as columns; that takes longer than all else
    that opening a project does, and no row of ours holds one."""
    if "numpy" in sys.modules:
        yield
        return
    sys.modules["numpy"] = None  # type: ignore[assignment]
    try:
        yield
    finally:
        del sys.modules["numpy"]


def connect(file: Path | None) -> "Database":
    """Open this database file, or a private one in memory for None.

    Raises StoreError when the file's place is unsafe (network or sync folder), SQLite is too old, or the file
    is no database.
    """
    with _without_numpy():
        from sqlite_utils import Database

    if sqlite.sqlite_version_info < FIRST_SAFE_SQLITE:
        raise StoreError(
            _("This installation carries SQLite {found}, which can lose writes.").format(found=sqlite.sqlite_version),
            hint=_("Update it: pip install --upgrade sqlcipher3"),
        )
    if file is not None:
        refuse_unsafe(file)
    with translated():
        connection = sqlite.connect(
            ":memory:" if file is None else str(file), timeout=BUSY_SECONDS, isolation_level=None
        )
        try:
            for pragma in (
                "cipher_log_level = NONE",
                "journal_mode = WAL",
                "synchronous = FULL",
                "foreign_keys = ON",
                "secure_delete = ON",
                "cache_size = -64000",  # kibibytes: a code's quotes lie all over a project
            ):
                connection.execute(f"PRAGMA {pragma}").fetchall()
        except sqlite.Error:
            connection.close()
            raise
        return Database(connection, execute_plugins=False)


def refuse_unsafe(file: Path) -> None:
    """Raises StoreError when a live database must not lie here."""
    if reason := unsafe_location(file):
        raise StoreError(
            reason,
            hint=_("Keep the project on this computer's own disk; share it as an export instead."),
        )


def read(db: "Database", sql: str, *parameters: object) -> list[dict[str, Any]]:
    """The rows that a SELECT finds.

    The library's own `query` puts a savepoint around each, against statements that write. Each of those three calls
    lets another thread have the interpreter, and a key that is pressed while suggestions are learned waits for it.
    """
    rows = db.execute(sql, parameters)
    columns = [column[0] for column in rows.description]
    return [dict(zip(columns, row, strict=True)) for row in rows]


@contextmanager
def writing(db: "Database") -> Iterator[None]:
    """The only way to write: all of it durable when the block ends, none of it when the block raises."""
    with translated():
        db.execute("BEGIN IMMEDIATE")
        try:
            yield
            db.execute("COMMIT")
        except BaseException:
            if db.conn.in_transaction:
                db.execute("ROLLBACK")
            raise


def _saying(reason: str) -> str:
    """What SQLite's reason means to whoever reads it."""
    sayings = {
        "database is locked": _("Another program has been writing to this project for a long time."),
        "database or disk is full": _("The disk is full; what you did just now was not stored."),
        "file is not a database": _("project.db is not a database, or its key is another one."),
        "malformed": _("project.db is damaged."),
        "readonly": _("project.db may not be written to."),
        "unable to open": _("project.db cannot be opened."),
        "disk I/O error": _("The disk refused to read or write project.db; what you did just now was not stored."),
    }
    return next((saying for sign, saying in sayings.items() if sign in reason), reason)


@contextmanager
def translated() -> Iterator[None]:
    """Turns the database's errors into StoreError, in the user's language.

    A broken rule of the schema (IntegrityError) passes: it is the caller's to explain.
    """
    try:
        yield
    except sqlite.IntegrityError:
        raise
    except sqlite.Error as error:
        raise StoreError(_saying(str(error)), hint=_("Nothing stored earlier is lost. See: workbench check")) from error
