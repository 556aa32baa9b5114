"""Findings and recommendations: what people wrote of a municipality, or across all of them.

A finding's id is made from its municipality, kind, code and headline as it was first written, so that the same file
brought in on two machines is one. It keeps its id when it is reworded.
"""

import json
from collections.abc import Mapping, Sequence
from typing import Any
from uuid import NAMESPACE_OID, uuid5

from workbench.model import Finding, FindingKind
from workbench.store import rows
from workbench.store.events import Command
from workbench.store.project import Store

_FOUND = """
SELECT f.id, f.municipality, f.kind, k.code, k.codebook, coalesce(a.code, k.code) AS area, f.label, f.body, f.codes,
  f.sources, f.success_criterion, f.owner, f.person
FROM finding f LEFT JOIN code k ON k.id = f.code LEFT JOIN code a ON a.id = k.parent
LEFT JOIN municipality m ON m.id = f.municipality
"""

_ORDER = """
ORDER BY m.name IS NULL, m.name, f.municipality, k.id IS NULL, k.codebook, coalesce(a.position, k.position), f.kind,
  (SELECT min(e.clock) FROM event e WHERE e.entity = 'finding' AND e.key = json_array(f.id)), f.id
"""
"""Within a focus area as they were written: the first is the one the person put first."""


def findings(
    store: Store,
    *,
    municipality: str | None = None,
    across: bool = False,
    kind: FindingKind | None = None,
    code: str | None = None,
) -> list[Finding]:
    """Findings by municipality, focus area and kind, in each as they were written; those across come last.

    `municipality` is an id, `across` keeps only those of no single municipality, `code` is a code's id in its
    codebook, a focus area with its sub-codes.
    """
    where, given = [], []
    if across:
        where.append("f.municipality IS NULL")
    for column, value in (("f.municipality", municipality), ("f.kind", kind.value if kind else None)):
        if value is not None:
            where.append(f"{column} = ?")
            given.append(value)
    if code is not None:
        where.append("? IN (k.code, a.code)")
        given.append(code)
    found = store.query(_FOUND + (f" WHERE {' AND '.join(where)}" if where else "") + _ORDER, *given)
    if not found:
        return []
    codes = _names(store, "SELECT id, code AS name FROM code")
    sources = _names(store, "SELECT id, name FROM source")
    return [_finding(row, codes, sources) for row in found]


def finding_like(
    command: Command, municipality: str | None, kind: FindingKind, code: str, label: str, *, but: str = ""
) -> str | None:
    """The id of the finding that reads like this now, if there is one. `municipality` and `code` are ids of rows."""
    found = command.db.execute(
        "SELECT id FROM finding WHERE municipality IS ? AND kind = ? AND code IS ? AND label = ? AND id <> ?",
        [municipality, kind.value, code, label, but],
    ).fetchone()
    return str(found[0]) if found else None


def finding_first_written(
    command: Command, municipality: str | None, kind: FindingKind, code: str, label: str
) -> str | None:
    """The id of the finding that was first written like this, however it reads now, if there is one."""
    id = _identity(municipality, kind, code, label)
    return id if rows.fetch(command.db, "finding", (id,)) is not None else None


def _identity(municipality: str | None, kind: FindingKind, code: str, label: str) -> str:
    return str(uuid5(NAMESPACE_OID, rows.dump(["finding", municipality or "", kind.value, code, label])))


def add_finding(
    command: Command,
    *,
    municipality: str | None,
    kind: FindingKind,
    code: str,
    label: str,
    body: str = "",
    codes: Sequence[str] = (),
    sources: Sequence[str] = (),
    success_criterion: str = "",
    owner: str = "",
) -> str:
    """Add a finding and return its id. `municipality`, `code`, `codes` and `sources` are ids of rows.

    Raises sqlcipher3's IntegrityError when one was first written like this: ask finding_first_written before.
    """
    id = _identity(municipality, kind, code, label)
    command.add(
        "finding",
        {
            "id": id,
            "municipality": municipality,
            "kind": kind.value,
            "code": code,
            "label": label,
            "body": body,
            "codes": rows.dump(list(codes)),
            "sources": rows.dump(list(sources)),
            "success_criterion": success_criterion,
            "owner": owner,
            "person": command.person,
        },
    )
    return id


def change_finding(command: Command, id: str, **columns: Any) -> None:
    """Give a finding new values, named and given as add_finding takes them. Raises KeyError."""
    told = {name: rows.dump(list(value)) if name in ("codes", "sources") else value for name, value in columns.items()}
    if "kind" in told:
        told["kind"] = FindingKind(told["kind"]).value
    command.change("finding", (id,), **told)


def remove_finding(command: Command, id: str) -> None:
    """Take a finding away. Raises KeyError when it is not there."""
    command.remove("finding", (id,))


def _names(store: Store, sql: str) -> dict[str, str]:
    return {row["id"]: row["name"] for row in store.query(sql)}


def _finding(row: Mapping[str, Any], codes: Mapping[str, str], sources: Mapping[str, str]) -> Finding:
    # A source whose import was taken back is left out; it comes back with it.
    behind = [id for id in json.loads(row["sources"]) if id in sources]
    return Finding(
        id=row["id"],
        municipality=row["municipality"],
        kind=FindingKind(row["kind"]),
        code=row["code"] or "",
        codebook=row["codebook"] or "",
        area=row["area"] or "",
        label=row["label"] or "",
        body=row["body"] or "",
        codes=tuple(codes[id] for id in json.loads(row["codes"]) if id in codes),
        sources=tuple(sources[id] for id in behind),
        source_ids=tuple(behind),
        success_criterion=row["success_criterion"],
        owner=row["owner"],
        person=row["person"],
    )
