"""What people call a row, for the log: a source's name, a code, a pseudonym."""

from collections.abc import Iterator, Mapping
from typing import Any

from workbench.store import texts
from workbench.store.project import Store
from workbench.store.rows import Key


def named(store: Store, entity: str, key: Key, row: Mapping[str, Any]) -> Iterator[str]:
    """The names that tell what an event is about; `row` is the event's own, with words by address."""
    match entity:
        case "source" | "participant" | "speaker" if key:
            column = {"source": "name", "participant": "pseudonym", "speaker": "label"}[entity]
            if entity != "speaker" and column in row:
                yield texts.get(store.db, row[column])
            elif entity != "speaker":
                yield from _one(store, f'SELECT {column} AS name FROM "{entity}" WHERE id = ?', key[0])
        case "municipality":
            if "name" in row:
                yield str(row["name"])
            else:
                yield from _one(store, "SELECT name FROM municipality WHERE id = ?", key[0])
        case "codebook":
            yield f"{key[0]} {key[1]}"
        case "coding" | "decision" | "review_mark" if "revision" in row:
            yield from _one(
                store,
                "SELECT s.name FROM revision r JOIN source s ON s.id = r.source WHERE r.id = ?",
                row["revision"],
            )
            if "passage" in row:
                yield str(row["passage"])
            if "code" in row:
                yield from _one(store, "SELECT code AS name FROM code WHERE id = ?", row["code"])


def _one(store: Store, sql: str, key: str) -> Iterator[str]:
    for found in store.query(sql, key):
        yield str(found["name"])
