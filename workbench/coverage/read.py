"""Coverage as the store has it: one pass over the codings that reports count."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

from workbench.codebook import roles
from workbench.coverage.grid import Cell, Column, Coverage, MunicipalityRow, Said, cells
from workbench.model import AGREED
from workbench.store import Municipality, Store, StoredCode, municipalities, stored_codes

By = Literal["area", "code"]
Row = dict[str, Any]

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


@dataclass(frozen=True, slots=True)
class Tally:
    """What coverage is made from, read once: the same numbers by focus area and by code."""

    codes: Sequence[StoredCode]
    """The codebook's, folders too."""
    said: Sequence[Row]
    progress: Mapping[str, Row]
    """By the id of the municipality."""
    municipalities: Sequence[Municipality]
    thin_below: int

    def by(self, columns: By) -> Coverage:
        """Every municipality by every focus area, or by every code that can be set, each counting only what was coded
        with itself."""
        known = roles()
        groups = {role.id: role.group for role in known.roles}
        made = cells(
            (
                Said(
                    municipality=row["municipality"],
                    column=row[columns],
                    source=row["source"],
                    group=groups.get(row["role"], ""),
                    statements=row["statements"],
                )
                for row in self.said
            ),
            order=[group.id for group in known.groups],
            thin_below=self.thin_below,
        )
        shown = [one for one in self.codes if (not one.folder if columns == "code" else one.code == one.area)]
        return Coverage(
            tuple(Column(one.code, one.names) for one in shown),
            tuple(self._row(one, columns, shown, made) for one in self.municipalities),
        )

    def _row(
        self, one: Municipality, columns: By, shown: Sequence[StoredCode], made: Mapping[tuple[str, str], Cell]
    ) -> MunicipalityRow:
        done = self.progress.get(one.id, {"sources": 0, "passages": 0, "dealt_with": 0})
        wanted = _prioritised(one, self.codes, by_area=columns == "area")
        return MunicipalityRow(
            municipality=one,
            sources=done["sources"],
            passages=done["passages"],
            dealt_with=done["dealt_with"],
            cells=tuple(
                replace(made.get((one.id, code.code), Cell(code.code)), prioritised=code.code in wanted)
                for code in shown
            ),
        )


def tally(store: Store, *, codebook: str | None = None, municipality: str | None = None) -> Tally:
    """Read what was coded with a codebook (the project's first, unless told otherwise); in one municipality (id)."""
    only = "" if municipality is None else " WHERE s.municipality = ?"
    given = () if municipality is None else (municipality,)
    chosen = codebook or main_codebook(store)
    progress = store.query(_PROGRESS.format(only=only), *given)
    return Tally(
        codes=[code for code in stored_codes(store, folders=True) if code.codebook == chosen],
        said=store.query(_SAID.format(only=only), AGREED, AGREED, *given, chosen),
        progress={row["municipality"]: row for row in progress},
        municipalities=[one for one in municipalities(store) if municipality in (None, one.id)],
        thin_below=store.settings.thin_below,
    )


def coverage(
    store: Store, *, by: By = "area", codebook: str | None = None, municipality: str | None = None
) -> Coverage:
    """Every municipality by every focus area of a codebook (the project's first, unless told otherwise).

    By `code`, the columns are the codes that can be set, each counting only what was coded with itself.
    `municipality`, an id, keeps one row.
    """
    return tally(store, codebook=codebook, municipality=municipality).by(by)


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


def _prioritised(municipality: Municipality, codes: Sequence[StoredCode], *, by_area: bool) -> frozenset[str]:
    """The columns a municipality asked for: by area a sub-code stands for its area, by code an area for all its own."""
    themes = frozenset(municipality.prioritised_themes)
    if by_area:
        return frozenset(code.area for code in codes if code.code in themes)
    return frozenset(code.code for code in codes if code.code in themes or code.area in themes)
