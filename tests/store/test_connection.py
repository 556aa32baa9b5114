"""How the database is opened, and what its errors become."""

import stat
from pathlib import Path

import pytest

from workbench.errors import StoreError, WorkbenchError
from workbench.store import DATABASE, Store, new_settings
from workbench.store.migrations import MIGRATIONS


def test_opened_with_the_pragmas_it_needs(store: Store) -> None:
    found = {
        name: store.db.execute(f"PRAGMA {name}").fetchone()[0]
        for name in ("journal_mode", "synchronous", "foreign_keys", "secure_delete", "busy_timeout", "user_version")
    }
    assert found == {
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "secure_delete": 1,
        "busy_timeout": 30_000,
        "user_version": len(MIGRATIONS),
    }


def test_every_table_is_strict(store: Store) -> None:
    loose = store.query(
        "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0"
        " AND name NOT LIKE 'sqlite_%'"
    )
    assert loose == []


def test_every_foreign_key_has_an_index(store: Store) -> None:
    missing = []
    for table in [row["name"] for row in store.query("SELECT name FROM pragma_table_list WHERE type = 'table'")]:
        leading = {
            row["name"]
            for index in store.query("SELECT name FROM pragma_index_list(?)", table)
            for row in store.query("SELECT name FROM pragma_index_info(?) WHERE seqno = 0", index["name"])
        }
        leading |= {row["name"] for row in store.query("SELECT name FROM pragma_table_info(?) WHERE pk = 1", table)}
        for key in store.query('SELECT "from" AS name FROM pragma_foreign_key_list(?) WHERE seq = 0', table):
            if key["name"] not in leading:
                missing.append(f"{table}.{key['name']}")
    assert missing == []


def test_only_the_owner_may_read_it(store: Store) -> None:
    assert stat.S_IMODE((store.root / DATABASE).stat().st_mode) == 0o600


def test_a_failed_command_leaves_nothing(store: Store) -> None:
    with pytest.raises(RuntimeError), store.command("municipalities add") as command:
        command.add("municipality", {"id": "a", "name": "A"})
        raise RuntimeError
    with pytest.raises(KeyboardInterrupt), store.command("municipalities add") as command:
        command.add("municipality", {"id": "a", "name": "A"})
        raise KeyboardInterrupt
    assert store.query("SELECT (SELECT count(*) FROM municipality) AS m, count(*) AS e FROM event") == [
        {"m": 0, "e": 4}
    ]


def test_a_newer_project_is_refused_and_left_alone(store: Store) -> None:
    store.db.execute("PRAGMA user_version = 99")
    store.close()
    before = (store.root / DATABASE).read_bytes()
    with pytest.raises(StoreError, match=r"newer workbench \(schema 99, this one knows 3\)"):
        Store.open(store.root, person="Maja")
    assert (store.root / DATABASE).read_bytes() == before


def test_a_file_that_is_no_database(tmp_path: Path, store: Store) -> None:
    store.close()
    (store.root / DATABASE).write_bytes(b"not a database at all, just some bytes" * 200)
    for side in ("-wal", "-shm"):
        (store.root / (DATABASE + side)).unlink(missing_ok=True)
    with pytest.raises(StoreError, match="is not a database, or its key is another one"):
        Store.open(store.root, person="Maja")


def test_a_project_without_its_database(store: Store) -> None:
    store.close()
    (store.root / DATABASE).unlink()
    with pytest.raises(StoreError, match=r"has a workbench.toml but no project.db"):
        Store.open(store.root, person="Maja")


def test_a_second_project_in_the_same_folder_is_refused(store: Store) -> None:
    with pytest.raises(WorkbenchError, match="is a project already"):
        Store.create(store.root, new_settings("another"), person="Maja")


def test_a_full_database_says_so_and_goes_on(store: Store) -> None:
    pages = store.db.execute("PRAGMA page_count").fetchone()[0]
    store.db.execute(f"PRAGMA max_page_count = {pages + 2}")
    with pytest.raises(StoreError, match="The disk is full; what you did just now was not stored"):
        for number in range(10_000):
            with store.command("municipalities add") as command:
                command.add("municipality", {"id": str(number), "name": "N" * 500})
    kept = store.query("SELECT count(*) AS n FROM municipality")[0]["n"]
    events = store.query("SELECT count(*) AS n FROM event WHERE entity = 'municipality'")[0]["n"]
    assert kept == events
    store.db.execute(f"PRAGMA max_page_count = {pages + 1000}")
    with store.command("municipalities add") as command:
        command.add("municipality", {"id": "after", "name": "Efter"})
    assert store.query("SELECT count(*) AS n FROM municipality") == [{"n": kept + 1}]
