"""Directions of passages that an embedding model has found: a cache, so that each passage is read by it once.

A row is found by the model and by the address of what was read, and holds no words: numbers of two bytes, and how many.
It is still made of what somebody said, so what is no longer said goes (`forget_vectors`).
"""

from collections.abc import Collection, Mapping

from workbench.store import rows
from workbench.store.project import Store

_KIND = "vector"
_BYTES = 2


def vectors(store: Store, model: str, addresses: Collection[str]) -> dict[str, bytes]:
    """What is kept of these texts for this model, by address. A row that is damaged is not there."""
    start = f"{_KIND} {model} "
    found = store.query(
        "SELECT key, content FROM model_cache WHERE key IN (SELECT ? || value FROM json_each(?))"
        " AND length(content) = ? * (detail ->> 'dimensions')",
        start,
        rows.dump(sorted(addresses)),
        _BYTES,
    )
    return {row["key"].removeprefix(start): row["content"] for row in found}


def keep_vectors(store: Store, model: str, name: str, made: Mapping[str, bytes]) -> None:
    """Keep these, by address; the model's name is for whoever looks."""
    with store.write() as db:
        db.conn.executemany(
            "INSERT OR REPLACE INTO model_cache (key, detail, content) VALUES (?, ?, ?)",
            [
                (f"{_KIND} {model} {address}", rows.dump({"model": name, "dimensions": len(held) // _BYTES}), held)
                for address, held in made.items()
            ],
        )


def forget_vectors(store: Store, but: Collection[str]) -> None:
    """Forget what was kept of all texts but these addresses, for every model."""
    kept = frozenset(but)
    found = store.query("SELECT key FROM model_cache WHERE key GLOB ?", f"{_KIND} *")
    gone = [[row["key"]] for row in found if row["key"].rpartition(" ")[2] not in kept]
    if gone:
        with store.write() as db:
            db.conn.executemany("DELETE FROM model_cache WHERE key = ?", gone)
