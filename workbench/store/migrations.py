"""Numbered migrations. Each runs once, in the transaction that records it; a released one never changes."""

from pathlib import Path
from typing import TYPE_CHECKING

from workbench.errors import StoreError
from workbench.i18n import _
from workbench.store.connection import writing

if TYPE_CHECKING:
    from sqlite_utils import Database


def _first(db: "Database") -> None:
    statements = Path(__file__).with_name("schema.sql").read_text(encoding="utf-8")
    for statement in _split(statements):
        db.execute(statement)


def _split(script: str) -> list[str]:
    """The script's statements. executescript would commit the transaction it runs in."""
    bare = "\n".join(line.split("--")[0].rstrip() for line in script.splitlines())
    return [statement.strip() for statement in bare.split(";") if statement.strip()]


def _summaries(db: "Database") -> None:
    """What happened in an event of a youth journey, in words."""
    db.execute("ALTER TABLE journey_event ADD COLUMN summary TEXT")


def _events_in_order(db: "Database") -> None:
    """A command's events are read in their order: one may have twenty thousand."""
    db.execute("DROP INDEX event_command")
    db.execute("CREATE INDEX event_command ON event(command, clock)")


MIGRATIONS = (_first, _summaries, _events_in_order)


def migrate(db: "Database") -> None:
    """Bring the database to this version's schema.

    Raises StoreError for a database written by a newer version, which is left as it is.
    """
    if _version(db) == len(MIGRATIONS):
        return
    with writing(db):
        found = _version(db)  # again, inside the transaction: another process may have been first
        if found > len(MIGRATIONS):
            raise StoreError(
                _("The project was written by a newer workbench (schema {found}, this one knows {known}).").format(
                    found=found, known=len(MIGRATIONS)
                ),
                hint=_("Update the workbench; the project is unchanged."),
            )
        for migration in MIGRATIONS[found:]:
            migration(db)
        db.execute(f"PRAGMA user_version = {len(MIGRATIONS)}")


def _version(db: "Database") -> int:
    return int(db.execute("PRAGMA user_version").fetchone()[0])
