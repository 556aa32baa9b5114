"""Coverage as the store has it: one pass over the codings that reports count."""

from dataclasses import replace
from typing import Literal

from workbench.codebook import roles
from workbench.coverage.grid import Cell, Column, Coverage, MunicipalityRow, Said, cells
from workbench.model import AGREED
from workbench.store import Municipality, Store, StoredCode, municipalities, stored_codes

_SAID = """
WITH counted AS (
  SELECT s.id AS source, s.municipality, r.id AS revision,
    CASE WHEN s.id IN (SELECT y.source FROM coding x JOIN revision y ON y.id = x.revision WHERE x.layer = ?)
      THEN ? ELSE s.lead_coder END AS layer
  FROM source s JOIN revision r ON r.source = s.id{only}
)
SELECT n.municipality, n.source, k.code, coalesce(a.code, k.code) AS area, coalesce(pa.role, '') AS role,
  count(DISTINCT c.valence || p.number) AS statements
FROM counted n JOIN coding c ON c.revision = n.revision AND c.layer = n.layer
JOIN code k ON k.id = c.code LEFT JOIN code a ON a.id = k.parent
JOIN passage p ON p.revision = c.revision AND p.number = (SELECT b.number FROM passage b
  WHERE b.revision = c.revision AND b.start <= c.start ORDER BY b.start DESC LIMIT 1)
JOIN turn t ON t.revision = p.revision AND t.number = p.turn
JOIN speaker sp ON sp.id = t.speaker LEFT JOIN participant pa ON pa.id = sp.participant
WHERE k.codebook = ?
GROUP BY n.revision, k.id, pa.role
"""
"""A statement is a passage, a code and a valence; its passage has one speaker, so it falls into one group only."""

_PROGRESS = """
SELECT s.municipality, count(DISTINCT s.id) AS sources, count(p.number) AS passages, count(v.id) AS dealt_with
FROM source s
JOIN revision r ON r.source = s.id AND r.number = (SELECT max(number) FROM revision WHERE source = s.id)
LEFT JOIN passage p ON p.revision = r.id AND (SELECT k.talk_role FROM turn t JOIN speaker k ON k.id = t.speaker
  WHERE t.revision = p.revision AND t.number = p.turn) = 'respondent'
LEFT JOIN review_mark v ON v.revision = p.revision AND v.passage = p.number AND v.coder = s.lead_coder{only}
GROUP BY s.municipality
"""
"""From passages to those who speak, never the other way: a turn would have to look for its passages in all of them."""


def coverage(
    store: Store,
    *,
    by: Literal["area", "code"] = "area",
    codebook: str | None = None,
    municipality: str | None = None,
) -> Coverage:
    """Every municipality by every focus area of a codebook (the project's first, unless told otherwise).

    By `code`, the columns are the codes that can be set, each counting only what was coded with itself.
    `municipality`, an id, keeps one row.
    """
    only = "" if municipality is None else " WHERE s.municipality = ?"
    given = () if municipality is None else (municipality,)
    chosen = codebook or main_codebook(store)
    codes = [code for code in stored_codes(store, folders=True) if code.codebook == chosen]
    columns = [code for code in codes if (not code.folder if by == "code" else code.code == code.area)]
    known = roles()
    groups = {role.id: role.group for role in known.roles}
    made = cells(
        (
            Said(
                municipality=row["municipality"],
                column=row["area"] if by == "area" else row["code"],
                source=row["source"],
                group=groups.get(row["role"], ""),
                statements=row["statements"],
            )
            for row in store.query(_SAID.format(only=only), AGREED, AGREED, *given, chosen)
        ),
        order=[group.id for group in known.groups],
        thin_below=store.settings.thin_below,
    )
    progress = {row["municipality"]: row for row in store.query(_PROGRESS.format(only=only), *given)}
    rows = []
    for one in municipalities(store):
        if municipality not in (None, one.id):
            continue
        done = progress.get(one.id, {"sources": 0, "passages": 0, "dealt_with": 0})
        wanted = _prioritised(one, codes, by_area=by == "area")
        rows.append(
            MunicipalityRow(
                municipality=one,
                sources=done["sources"],
                passages=done["passages"],
                dealt_with=done["dealt_with"],
                cells=tuple(
                    replace(made.get((one.id, column.code), Cell(column.code)), prioritised=column.code in wanted)
                    for column in columns
                ),
            )
        )
    return Coverage(tuple(Column(column.code, column.names) for column in columns), tuple(rows))


def main_codebook(store: Store) -> str:
    """The id of the codebook that coverage and reports are about: the first the project names and has.

    Empty when the project has none.
    """
    has = {row["id"] for row in store.query("SELECT id FROM codebook WHERE current = 1")}
    return next((id for id in (*store.settings.codebooks, *sorted(has)) if id in has), "")


def role_group(role: str) -> str:
    """The group of a role, such as `staff`; empty for a role that is unknown or not given."""
    known = roles()
    return known.group(role).id if role in known else ""


def _prioritised(municipality: Municipality, codes: list[StoredCode], *, by_area: bool) -> frozenset[str]:
    """The columns a municipality asked for: by area a sub-code stands for its area, by code an area for all its own."""
    themes = frozenset(municipality.prioritised_themes)
    if by_area:
        return frozenset(code.area for code in codes if code.code in themes)
    return frozenset(code.code for code in codes if code.code in themes or code.area in themes)
