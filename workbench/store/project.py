"""A project on disk: its folder, its settings and its open database."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any

from workbench.config import PROJECT_FILE, Settings, read_settings, replica
from workbench.errors import StoreError, WorkbenchError
from workbench.i18n import _
from workbench.store.connection import connect, read, refuse_unsafe, translated, writing
from workbench.store.events import Command, new_id
from workbench.store.migrations import migrate

if TYPE_CHECKING:
    from sqlite_utils import Database

DATABASE = "project.db"


class Store:
    """An open project. Use it as a context manager, or close it."""

    def __init__(self, root: Path, settings: Settings, db: "Database", *, person: str) -> None:
        self.root = root
        self.settings = settings
        self.db = db
        self.person = person
        """Who is working: the name on events, decisions and codings."""
        self.replica = replica(settings.id)

    @staticmethod
    def open(root: Path, *, person: str) -> "Store":
        """Open the project in this folder, bringing its schema up to date.

        Raises StoreError when the database is missing, damaged, too new or in an unsafe place.
        """
        settings = read_settings(root / PROJECT_FILE)
        file = root / DATABASE
        if not file.is_file():
            raise StoreError(
                _("{folder} has a workbench.toml but no {database}.").format(folder=root, database=DATABASE),
                hint=_("Copy {database} back from a backup.").format(database=DATABASE),
            )
        return Store._opened(root, settings, person)

    @staticmethod
    def create(root: Path, settings: Settings, *, person: str) -> "Store":
        """Make a new project in this folder, which may exist but holds no project yet.

        Raises WorkbenchError when there is one already, StoreError when the place is unsafe.
        """
        if (root / PROJECT_FILE).exists() or (root / DATABASE).exists():
            raise WorkbenchError(
                _("{folder} is a project already.").format(folder=root),
                hint=_("Choose another folder, or work in this one: workbench -p {folder} sources").format(folder=root),
            )
        refuse_unsafe(root / DATABASE)
        root.mkdir(parents=True, exist_ok=True)
        for part in ("reports", "media"):
            (root / part).mkdir(exist_ok=True)
        store = Store._opened(root, settings, person)
        draft = root / f".{PROJECT_FILE}.{os.getpid()}"
        draft.write_text(settings.to_toml(), encoding="utf-8")
        draft.replace(root / PROJECT_FILE)
        return store

    @staticmethod
    def _opened(root: Path, settings: Settings, person: str) -> "Store":
        file = root / DATABASE
        if not file.exists():
            file.touch(mode=0o600)  # talk by vulnerable people: nobody else on this machine reads it
        db = connect(file)
        try:
            migrate(db)
        except BaseException:
            db.close()
            raise
        return Store(root, settings, db, person=person)

    @contextmanager
    def write(self) -> Iterator["Database"]:
        """A transaction for caches: what it holds is rebuilt, so it makes no events."""
        with writing(self.db):
            yield self.db

    @contextmanager
    def command(self, verb: str) -> Iterator[Command]:
        """One user action: its state and its events become durable together, or not at all."""
        with writing(self.db):
            yield Command(self.db, verb=verb, person=self.person, replica=self.replica)

    def query(self, sql: str, *parameters: object) -> list[dict[str, Any]]:
        """The rows a SELECT finds. Raises StoreError when the database cannot be read."""
        with translated():
            return read(self.db, sql, *parameters)

    def close(self) -> None:
        """Close the database."""
        self.db.close()

    def __enter__(self) -> "Store":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def new_settings(name: str, **given: Any) -> Settings:
    """Settings for a new project of this name."""
    return Settings(id=new_id(), name=name, **given)
