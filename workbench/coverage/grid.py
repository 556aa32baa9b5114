"""Municipalities by focus areas: how much was said, by whom, and where it is too little.

A cell counts statements, never shares: how often something was said tells nothing of how common it is.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from workbench.store import Municipality

YOUTH = "youth"
"""The role group whose voice every focus area needs."""


class State(StrEnum):
    """What a cell looks like at a glance."""

    NONE = "none"
    THIN = "thin"
    OK = "ok"


class Lack(StrEnum):
    """Why a cell is thin."""

    STATEMENTS = "statements"
    """Fewer than the project's `thin_below`."""
    SOURCES = "sources"
    """Everything comes from one source."""
    ROLES = "roles"
    """Everything comes from one role group, or nobody's role is known."""


@dataclass(frozen=True, slots=True)
class Column:
    """A focus area, or a code, with its names by language."""

    code: str
    names: Mapping[str, str]

    def name(self, language: str) -> str:
        """Its name in this language, else in any."""
        return self.names.get(language) or next(iter(self.names.values()), self.code)


@dataclass(frozen=True, slots=True)
class Said:
    """What one role group said in one source, in the cell of a column."""

    municipality: str
    column: str
    source: str
    group: str
    """Role group; empty when the role is unknown."""
    statements: int


@dataclass(frozen=True, slots=True)
class Cell:
    """One focus area in one municipality."""

    column: str
    statements: int = 0
    sources: int = 0
    groups: tuple[str, ...] = ()
    """Role groups heard, in the order of roles.yaml."""
    lacks: tuple[Lack, ...] = ()
    """Why it is thin; empty when it is not, and when nothing was said."""
    prioritised: bool = False
    """The municipality asked for this beforehand."""

    @property
    def state(self) -> State:
        if not self.statements:
            return State.NONE
        return State.THIN if self.lacks else State.OK

    @property
    def youth(self) -> bool:
        """Whether young people were heard."""
        return YOUTH in self.groups


@dataclass(frozen=True, slots=True)
class MunicipalityRow:
    """One municipality: how far the coding is, and a cell per column."""

    municipality: Municipality
    sources: int
    passages: int
    """What respondents say, in passages."""
    dealt_with: int
    """Passages the source's lead coder has dealt with."""
    cells: tuple[Cell, ...]

    @property
    def undecided(self) -> int:
        return self.passages - self.dealt_with

    def cell(self, column: str) -> Cell:
        """The cell of this column. Raises KeyError."""
        for cell in self.cells:
            if cell.column == column:
                return cell
        raise KeyError(column)


@dataclass(frozen=True, slots=True)
class Coverage:
    """Every municipality by every column, both in a fixed order."""

    columns: tuple[Column, ...]
    rows: tuple[MunicipalityRow, ...]

    def row(self, municipality: str) -> MunicipalityRow:
        """The row of the municipality with this id. Raises KeyError."""
        for row in self.rows:
            if row.municipality.id == municipality:
                return row
        raise KeyError(municipality)


def cells(said: Iterable[Said], *, order: Iterable[str], thin_below: int) -> dict[tuple[str, str], Cell]:
    """Cells by municipality and column, from everything said. `order` are the role groups as they are listed."""
    numbers: dict[tuple[str, str], int] = {}
    sources: dict[tuple[str, str], set[str]] = {}
    groups: dict[tuple[str, str], set[str]] = {}
    for one in said:
        key = (one.municipality, one.column)
        numbers[key] = numbers.get(key, 0) + one.statements
        sources.setdefault(key, set()).add(one.source)
        groups.setdefault(key, set()).add(one.group)
    listed = tuple(order)
    made = {}
    for key, number in numbers.items():
        heard = tuple(group for group in listed if group in groups[key])
        lacks = (
            (Lack.STATEMENTS, number < thin_below),
            (Lack.SOURCES, len(sources[key]) < 2),
            (Lack.ROLES, len(heard) < 2),
        )
        made[key] = Cell(
            column=key[1],
            statements=number,
            sources=len(sources[key]),
            groups=heard,
            lacks=tuple(lack for lack, true in lacks if true),
        )
    return made
