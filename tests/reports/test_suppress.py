"""Small numbers in a table are hidden, and nobody can compute them from what is left."""

from collections.abc import Iterator
from typing import Any

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from scipy.optimize import linprog

from workbench.reports.suppress import Counted, Suppressed, suppressed

Matrix = list[list[Counted]]
NONE: frozenset[int] = frozenset()


def many(statements: int) -> Counted:
    return Counted(statements, statements, 3)


def few(statements: int) -> Counted:
    return Counted(statements, 1, 3)


def hide(*rows: list[Counted]) -> Suppressed:
    return suppressed(rows)


def test_nothing_is_small() -> None:
    assert hide([many(7), many(0)], [many(4), many(3)]) == Suppressed(((7, 0), (4, 3)), NONE, NONE)


def test_empty() -> None:
    assert suppressed([]) == Suppressed((), NONE, NONE)
    assert suppressed([[], []]) == Suppressed(((), ()), NONE, NONE)


def test_a_small_number_gets_company_in_its_row_and_its_column() -> None:
    found = hide(
        [few(2), many(9), many(30)],
        [many(8), many(7), many(40)],
        [many(20), many(25), many(50)],
    )
    assert found == Suppressed(((None, None, 30), (None, None, 40), (20, 25, 50)), NONE, NONE)


def test_small_numbers_that_protect_each_other_need_no_more() -> None:
    found = hide([few(2), many(9), few(1)], [few(1), many(5), few(3)], [many(6), many(7), many(8)])
    assert found == Suppressed(((None, 9, None), (None, 5, None), (6, 7, 8)), NONE, NONE)


def test_a_number_that_bounds_alone_would_give_away_is_protected() -> None:
    # Hiding the two cheapest rows, 1 and 0 over 0 and 0, would leave one way only to reach their totals.
    found = hide([few(1), many(0), many(5)], [many(0), many(0), many(6)], [many(4), many(3), many(7)])
    assert found == Suppressed(((None, None, 5), (0, 0, 6), (None, None, 7)), NONE, NONE)


def test_company_that_later_company_makes_needless_is_shown_again() -> None:
    found = hide(
        [few(1), many(5), many(9), many(5)],
        [many(5), few(1), many(9), many(5)],
        [many(9), many(9), many(9), many(9)],
    )
    assert found == Suppressed(((None, None, 9, 5), (None, None, 9, 5), (9, 9, 9, 9)), NONE, NONE)


def test_one_row_hides_totals_of_columns() -> None:
    assert hide([few(2), many(9), many(5)]) == Suppressed(((None, 9, None),), NONE, frozenset({0, 2}))


def test_one_column_hides_totals_of_rows() -> None:
    assert hide([few(2)], [many(9)], [many(5)]) == Suppressed(((None,), (9,), (None,)), frozenset({0, 2}), NONE)


def test_the_only_cell_hides_all_totals() -> None:
    assert hide([few(2)]) == Suppressed(((None,),), frozenset({0}), frozenset({0}))


def test_a_number_alone_among_noughts_hides_totals_of_rows() -> None:
    found = hide([few(2), many(0)], [many(0), many(0)])
    assert found == Suppressed(((None, 0), (None, 0)), frozenset({0, 1}), NONE)


COUNTED = st.builds(
    lambda people, each, k: Counted(people * each, people, k),
    st.sampled_from([0, 0, 0, 1, 2, 3, 4, 8]),
    st.integers(1, 3),
    st.sampled_from([3, 5]),
)
MATRICES = st.tuples(st.integers(1, 5), st.integers(1, 4)).flatmap(
    lambda size: st.lists(st.lists(COUNTED, min_size=size[1], max_size=size[1]), min_size=size[0], max_size=size[0])
)


@given(MATRICES)
def test_no_small_number_can_be_computed(matrix: Matrix) -> None:
    if len(matrix) == len(matrix[0]) == 1:
        return
    found = suppressed(matrix)
    known = Reader(matrix)
    known.learn_cells(found)
    known.learn_totals(found)
    for place in small(matrix):
        assert found.cells[place[0]][place[1]] is None
        assert not known.solves(place)
        low, high = known.bounds(place)
        assert high - low >= 1


@given(MATRICES)
def test_what_is_shown_is_true(matrix: Matrix) -> None:
    for row, shown in zip(matrix, suppressed(matrix).cells, strict=True):
        assert [cell in (None, counted.statements) for counted, cell in zip(row, shown, strict=True)] == [True] * len(
            row
        )


@given(MATRICES)
def test_totals_are_hidden_only_where_hiding_every_cell_does_not_do(matrix: Matrix) -> None:
    found = suppressed(matrix)
    if not found.row_totals_hidden and not found.column_totals_hidden:
        return
    known = Reader(matrix)
    known.learn_totals(Suppressed((), NONE, NONE))
    assert any(high - low < 1 for low, high in map(known.bounds, small(matrix)))


def small(matrix: Matrix) -> Iterator[tuple[int, int]]:
    for row, cells in enumerate(matrix):
        yield from ((row, column) for column, cell in enumerate(cells) if 0 < cell.people < cell.k)


class Reader:
    """Somebody who knows what is printed and can calculate: equations of the unknown cells, which are not below 0."""

    def __init__(self, matrix: Matrix) -> None:
        self.counts = np.array([[cell.statements for cell in row] for row in matrix], dtype=float)
        self.sides: list[np.ndarray] = []
        self.sums: list[float] = []

    def learn_cells(self, found: Suppressed) -> None:
        for row, cells in enumerate(found.cells):
            for column, cell in enumerate(cells):
                if cell is not None:
                    self._learn(np.s_[row, column])

    def learn_totals(self, found: Suppressed) -> None:
        """Those that are not hidden, and that of the whole table."""
        for row in set(range(self.counts.shape[0])) - found.row_totals_hidden:
            self._learn(np.s_[row, :])
        for column in set(range(self.counts.shape[1])) - found.column_totals_hidden:
            self._learn(np.s_[:, column])
        self._learn(np.s_[:, :])

    def _learn(self, part: Any) -> None:
        side = np.zeros_like(self.counts)
        side[part] = 1
        self.sides.append(side.ravel())
        self.sums.append(float((side * self.counts).sum()))

    def solves(self, place: tuple[int, int]) -> bool:
        """Whether the cell is a sum and difference of what is known."""
        equations = np.array(self.sides)
        more = np.vstack([equations, self._only(place)])
        return bool(np.linalg.matrix_rank(more) == np.linalg.matrix_rank(equations))

    def bounds(self, place: tuple[int, int]) -> tuple[float, float]:
        only, equations, sums = self._only(place), np.array(self.sides), np.array(self.sums)
        least, most = (linprog(sign * only, A_eq=equations, b_eq=sums) for sign in (1, -1))
        return round(least.fun, 6), round(-most.fun, 6)

    def _only(self, place: tuple[int, int]) -> np.ndarray:
        only = np.zeros_like(self.counts)
        only[place] = 1
        return only.ravel()
