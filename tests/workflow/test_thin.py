"""Coverage in words, and what comes first."""

import pytest

from workbench.coverage import Cell, Lack, MunicipalityRow
from workbench.store import Municipality
from workbench.workflow.thin import sign, thinnest_first, why

ENOUGH = Cell("plan", 14, 5, ("youth", "staff"))


@pytest.mark.parametrize(
    ("cell", "short", "long"),
    [
        (Cell("plan"), "○ 0", "nothing said"),
        (Cell("plan", prioritised=True), "○ 0 !", "nothing said"),
        (ENOUGH, "● 14 ♪", "14 statements, 5 sources, Young person + Member of staff"),
        (
            Cell("plan", 4, 2, ("staff",), (Lack.ROLES,), prioritised=True),
            "◔ 4 !",
            "4 statements, 2 sources, Member of staff, no young people; one role group only",
        ),
        (
            Cell("plan", 1, 1, (), (Lack.STATEMENTS, Lack.SOURCES, Lack.ROLES)),
            "◔ 1",
            "1 statement, 1 source, nobody's role is known, no young people;"
            " few statements, one source only, one role group only",
        ),
    ],
)
def test_a_cell_in_short_and_in_full(cell: Cell, short: str, long: str) -> None:
    assert (sign(cell), why(cell)) == (short, long)


def row(name: str, *cells: Cell, passages: int = 0) -> MunicipalityRow:
    """A municipality with these cells."""
    return MunicipalityRow(Municipality(name, "", name), 1, passages, 0, cells)


def test_what_was_asked_for_and_is_thin_comes_first_then_most_gaps_then_least_said() -> None:
    thin = Cell("plan", 2, 1, ("staff",), (Lack.SOURCES,))
    asked = Cell("plan", 2, 1, ("staff",), (Lack.SOURCES,), prioritised=True)
    wanted = Cell("plan", 20, 5, ("youth", "staff"), prioritised=True)
    rows = [
        row("enough", ENOUGH, ENOUGH),
        row("more to do", ENOUGH, ENOUGH, passages=7),
        row("asked for and there", wanted, ENOUGH),
        row("little", Cell("plan", 3, 2, ("youth", "staff")), ENOUGH),
        row("one gap", thin, ENOUGH),
        row("two gaps", thin, Cell("guide")),
        row("asked for and thin", asked, ENOUGH),
    ]
    assert [one.municipality.name for one in thinnest_first(rows)] == [
        "asked for and thin", "two gaps", "one gap", "little", "more to do", "enough", "asked for and there",
    ]  # fmt: skip
