"""What is thin, why, and what comes first: coverage in words."""

from collections.abc import Iterable

from workbench.codebook import roles
from workbench.coverage import Cell, Lack, MunicipalityRow, State
from workbench.i18n import _, language, ngettext

SIGNS = {State.NONE: "○", State.THIN: "◔", State.OK: "●"}
"""A state at a glance, also without colour."""


def sign(cell: Cell) -> str:
    """A cell in short: its state, its statements, whether it was asked for beforehand, whether the young were heard."""
    marks = ("!" if cell.prioritised else "") + ("♪" if cell.youth else "")
    return f"{SIGNS[cell.state]} {cell.statements} {marks}".rstrip()


def legend() -> str:
    """What the signs mean."""
    return _("○ nothing said · ◔ thin · ● enough · ! asked for beforehand · ♪ young people heard")


def lack_said(lack: Lack) -> str:
    """Why a cell is thin, in a few words."""
    return {
        Lack.STATEMENTS: _("few statements"),
        Lack.SOURCES: _("one source only"),
        Lack.ROLES: _("one role group only"),
    }[lack]


def why(cell: Cell) -> str:
    """What a cell rests on and what it lacks: `4 statements, 2 sources, no young people; few statements`."""
    if cell.state is State.NONE:
        return _("nothing said")
    rests_on = [
        ngettext("{n} statement", "{n} statements", cell.statements).format(n=cell.statements),
        ngettext("{n} source", "{n} sources", cell.sources).format(n=cell.sources),
        heard(cell) or _("nobody's role is known"),
    ]
    if not cell.youth:
        rests_on.append(_("no young people"))
    return "; ".join([", ".join(rests_on), ", ".join(map(lack_said, cell.lacks))]).removesuffix("; ")


def heard(cell: Cell) -> str:
    """The role groups that were heard."""
    return " + ".join(group.labels[language()] for group in roles().groups if group.id in cell.groups)


def thinnest_first(rows: Iterable[MunicipalityRow]) -> list[MunicipalityRow]:
    """Most thin places first, those asked for beforehand before all; then those where least is said of something."""

    def rank(row: MunicipalityRow) -> tuple[int, ...]:
        thin = [cell for cell in row.cells if cell.state is not State.OK]
        asked = sum(cell.prioritised for cell in thin)
        return (-asked, -len(thin), min((cell.statements for cell in row.cells), default=0), -row.undecided)

    return sorted(rows, key=rank)
