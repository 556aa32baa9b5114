"""Words live in one table, by content address; events and state point to them by hash.

Erasing a person empties rows here. History still replays; what was erased reads as an empty text.
"""

import hashlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database


def address(content: str) -> str:
    """The sha256 of the words in UTF-8, in hexadecimal."""
    return hashlib.sha256(content.encode()).hexdigest()


def put(db: "Database", content: str) -> str:
    """Keep these words and return their address. Inside a write."""
    hash = address(content)
    db.execute("INSERT INTO text (hash, content) VALUES (?, ?) ON CONFLICT DO NOTHING", [hash, content])
    return hash


def get(db: "Database", hash: str) -> str:
    """The words at this address; empty when erased. Raises KeyError for an unknown address."""
    row = db.execute("SELECT content FROM text WHERE hash = ?", [hash]).fetchone()
    if row is None:
        raise KeyError(hash)
    return row[0] or ""


def keep_original(db: "Database", content: bytes) -> str:
    """Keep an imported file as it was and return its address. Inside a write."""
    hash = hashlib.sha256(content).hexdigest()
    db.execute("INSERT INTO original (hash, content) VALUES (?, ?) ON CONFLICT DO NOTHING", [hash, content])
    return hash
