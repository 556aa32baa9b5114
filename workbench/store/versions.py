"""The versions of a codebook that the project keeps, and which codings were made with which."""

from dataclasses import dataclass

from workbench.codebook import Codebook, parse_stored
from workbench.codebook.changes import version_parts
from workbench.model import Place
from workbench.store.project import Store


@dataclass(frozen=True, slots=True)
class MadeWith:
    """A coding, where it is, and the version of the codebook it was made with."""

    coding: str
    """The coding's id."""
    code: str
    version: str
    layer: str
    source: str
    """Handle."""
    passage: int
    """Number of the passage in which it begins."""
    place: Place


def codebook_version(store: Store, id: str, version: str) -> Codebook | None:
    """A codebook as it was in this version; None where the project does not have it."""
    found = store.query("SELECT yaml FROM codebook WHERE id = ? AND version = ? AND yaml IS NOT NULL", id, version)
    return parse_stored(found[0]["yaml"]) if found else None


def codebook_versions(store: Store, id: str) -> list[str]:
    """The versions of a codebook that the project has, the oldest first."""
    found = store.query("SELECT version FROM codebook WHERE id = ? AND yaml IS NOT NULL", id)
    return sorted((row["version"] for row in found), key=version_parts)


def codings_made_with(store: Store, codebook: str) -> list[MadeWith]:
    """Every coding with a code of this codebook, retired ones too, by source and place."""
    found = store.query(
        "SELECT c.id, k.code, c.codebook_version, c.layer, s.name, c.start, c.end,"
        " (SELECT p.number FROM passage p WHERE p.revision = c.revision AND p.start <= c.start"
        "   ORDER BY p.start DESC LIMIT 1) AS passage"
        " FROM coding c JOIN code k ON k.id = c.code JOIN revision r ON r.id = c.revision"
        " JOIN source s ON s.id = r.source WHERE k.codebook = ?"
        " ORDER BY s.name, c.start, c.end, k.position, c.layer, c.valence",
        codebook,
    )
    return [
        MadeWith(
            coding=row["id"],
            code=row["code"],
            version=row["codebook_version"],
            layer=row["layer"],
            source=row["name"],
            passage=row["passage"],
            place=Place(row["start"], row["end"]),
        )
        for row in found
    ]
