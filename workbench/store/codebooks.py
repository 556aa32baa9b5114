"""The codebooks a project codes by: the whole file per version, and the codes that codings point to."""

import json
from dataclasses import dataclass
from functools import lru_cache

from workbench.codebook import Codebook, parse_stored
from workbench.store import rows
from workbench.store.events import Command
from workbench.store.project import Store


@dataclass(frozen=True, slots=True)
class StoredCode:
    """A code as the project knows it."""

    uuid: str
    codebook: str
    version: str
    """The codebook's current version."""
    code: str
    area: str
    """Its focus area's code; itself when it is one."""
    names: dict[str, str]
    folder: bool = False
    """It only holds sub-codes: it cannot be set."""

    def name(self, language: str) -> str:
        """Its name in this language, else in any."""
        return self.names.get(language) or next(iter(self.names.values()), self.code)


def add_codebook(command: Command, codebook: Codebook) -> None:
    """Make this the current version of its codebook. Codes that it no longer has are retired, never removed."""
    older = "SELECT id, version FROM codebook WHERE id = ? AND version <> ? AND current = 1"
    for row in command.query(older, codebook.id, codebook.version):
        command.change("codebook", (row["id"], row["version"]), current=0)
    command.set("codebook", {"id": codebook.id, "version": codebook.version, "yaml": codebook.yaml, "current": 1})
    for position, code in enumerate(codebook.codes):
        command.set(
            "code",
            {
                "id": codebook.uuid(code.id),
                "codebook": codebook.id,
                "code": code.id,
                "parent": codebook.uuid(code.parent) if code.parent else None,
                "position": position,
                "names": rows.dump(dict(code.names)),
                "retired": int(code.retired),
            },
        )
    for row in command.query("SELECT id, code FROM code WHERE codebook = ? AND retired = 0", codebook.id):
        if row["code"] not in codebook:
            command.change("code", (row["id"],), retired=1)


def current_codebooks(store: Store) -> list[Codebook]:
    """The current version of each codebook, the project's first choice first."""
    found = {
        row["id"]: row for row in store.query("SELECT id, version, yaml FROM codebook WHERE current = 1 ORDER BY id")
    }
    chosen = [id for id in store.settings.codebooks if id in found]
    return [parse_stored(found[id]["yaml"]) for id in (*chosen, *(id for id in found if id not in chosen))]


def stored_codes(store: Store, *, folders: bool = False) -> list[StoredCode]:
    """Every code that can be set, in the order of its codebook; with the folders, when asked."""
    found = store.query(
        "SELECT c.id, c.codebook, b.version, c.code, p.code AS area, c.names FROM code c"
        " JOIN codebook b ON b.id = c.codebook AND b.current = 1 LEFT JOIN code p ON p.id = c.parent"
        " WHERE c.retired = 0 ORDER BY c.codebook, c.position"
    )
    holders = _folders(store)
    codes = [
        StoredCode(
            uuid=row["id"],
            codebook=row["codebook"],
            version=row["version"],
            code=row["code"],
            area=row["area"] or row["code"],
            names=json.loads(row["names"]),
            folder=(row["codebook"], row["code"]) in holders,
        )
        for row in found
    ]
    return [code for code in codes if folders or not code.folder]


def _folders(store: Store) -> frozenset[tuple[str, str]]:
    """Codebook and code of every folder: the code's row does not say it, its codebook does."""
    found = store.query("SELECT yaml FROM codebook WHERE current = 1 AND instr(yaml, 'folder:')")
    return frozenset().union(*(_folders_of(row["yaml"]) for row in found))


@lru_cache(maxsize=16)
def _folders_of(yaml_text: str) -> frozenset[tuple[str, str]]:
    book = parse_stored(yaml_text)
    return frozenset((book.id, code.id) for code in book.codes if code.folder)
