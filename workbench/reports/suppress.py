"""A table of counts as it may be printed: small numbers hidden, and whatever would give them away.

Cell suppression for a table with totals, from statistical disclosure control: Willenborg and de Waal, *Elements of
Statistical Disclosure Control* (2001), ch. 6; Hundepool et al., *Statistical Disclosure Control* (2012), ch. 4. Cells
that few people stand behind are hidden first; then further ones, because a reader who knows a row's total and all of
its cells but one knows that one too.

Guaranteed: a reader who knows every number and every total that is not hidden, also the total of the whole table, and
that no count is below zero, still finds at least two values possible for every cell that few people stand behind.
One exception: a table of a single cell cannot be hidden from one who knows the total of the whole.
Not guaranteed: that the two values lie far apart, that the other hidden cells cannot be computed, and that somebody who
spoke in a hidden cell, and so knows more than a reader, learns nothing of the cell beside it.
"""

import heapq
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product


@dataclass(frozen=True, slots=True)
class Counted:
    """A count and who stands behind it."""

    statements: int
    people: int
    k: int
    """The fewest people whose statements may be counted."""

    @property
    def small(self) -> bool:
        return 0 < self.people < self.k


@dataclass(frozen=True, slots=True)
class Suppressed:
    """A table as it may be printed. All hidden cells print alike: which ones are small stays unknown."""

    cells: tuple[tuple[int | None, ...], ...]
    """Statements; None where hidden."""
    row_totals_hidden: frozenset[int]
    """Rows, from 0, whose total must not be printed anywhere either."""
    column_totals_hidden: frozenset[int]


def suppressed(matrix: Sequence[Sequence[Counted]]) -> Suppressed:
    """Hide what small numbers ask for in rows of equal length; the same table always gives the same answer.

    Every small cell gets the cheapest company that protects it: no total hidden if that can be, a row's total before
    a column's, then as few cells as can be, then cells with few statements. What turns out not to be needed once all
    are protected is shown again. All in all that is cheap, though not proved to be cheapest: that problem is NP-hard.
    """
    table = _Table(tuple(tuple(cell.statements for cell in row) for row in matrix))
    small = [(r, c) for r, row in enumerate(matrix) for c, cell in enumerate(row) if cell.small]
    hidden = set(small)
    for place in small:
        hidden.update(table.company(place, hidden))
    for place in sorted(hidden.difference(small), key=lambda place: (table.cost(place), place), reverse=True):
        without = hidden - {place}
        if all(table.protected(one, without) for one in small):
            hidden = without
    return Suppressed(
        cells=tuple(
            tuple(None if (r, c) in hidden else cell.statements for c, cell in enumerate(row))
            for r, row in enumerate(matrix)
        ),
        row_totals_hidden=frozenset(r for r, c in hidden if c == table.width),
        column_totals_hidden=frozenset(c for r, c in hidden if r == table.height),
    )


Place = tuple[int, int]
"""Row and column; one past the last is where totals stand."""
Cost = tuple[int, int, int, int]
"""Column totals, row totals, cells, statements: compared in this order."""
_FREE: Cost = (0, 0, 0, 0)


class _Table:
    """Counts with their totals, as a network: numbers that can change together without changing what is printed.

    Raising one number of a row means lowering another, which changes a column, and so on until the way closes: with
    rows and columns as nodes and numbers as edges, a number can differ from what it is exactly when it lies on a
    circle of hidden numbers that are raised and lowered in turn. A count of 0 cannot be lowered. A total stands in
    its line with the sign turned, so it is the other way about there.
    """

    def __init__(self, counts: tuple[tuple[int, ...], ...]) -> None:
        self.height, self.width = len(counts), len(counts[0]) if counts else 0
        rows = [sum(row) for row in counts]
        columns = [sum(column) for column in zip(*counts, strict=True)]
        self._numbers = (
            {(r, c): number for r, row in enumerate(counts) for c, number in enumerate(row)}
            | {(r, self.width): total for r, total in enumerate(rows)}
            | {(self.height, c): total for c, total in enumerate(columns)}
        )

    def cost(self, place: Place) -> Cost:
        """What is lost by hiding this number."""
        row, column = place
        total_of_column, total_of_row = row == self.height, column == self.width
        cell = not (total_of_column or total_of_row)
        return int(total_of_column), int(total_of_row), int(cell), self._numbers[place]

    def protected(self, place: Place, hidden: set[Place]) -> bool:
        """Whether this hidden number could be another one, beside these hidden ones."""
        return any(self._circles(place, hidden, hidden))

    def company(self, place: Place, hidden: set[Place]) -> set[Place]:
        """The cheapest numbers to hide beside these so that this one is protected."""
        circles = list(self._circles(place, hidden, set(self._numbers)))
        if circles:
            return set(min(circles, key=lambda circle: (circle[0], sorted(circle[1])))[1])
        # Nothing else can stand in for it: the table has one cell, or people in it who said nothing.
        return {(r, c) for r, c in self._numbers if r == self.height or c == self.width}

    def _circles(self, place: Place, hidden: set[Place], usable: set[Place]) -> Iterator[tuple[Cost, list[Place]]]:
        """Up to two ways for a number to change: raised, or lowered."""
        row, column = ("row", place[0]), ("column", place[1])
        raised, lowered = self._moves(place)
        for possible, start, end in ((raised, column, row), (lowered, row, column)):
            if possible and (found := self._way(start, end, hidden, usable - {place})):
                yield found

    def _way(
        self, start: tuple[str, int], end: tuple[str, int], hidden: set[Place], usable: set[Place]
    ) -> tuple[Cost, list[Place]] | None:
        """The cheapest way from a line to another (Dijkstra), or None."""
        waiting: list[tuple[Cost, list[Place], tuple[str, int]]] = [(_FREE, [], start)]
        done = set()
        while waiting:
            so_far, way, line = heapq.heappop(waiting)
            if line == end:
                return so_far, way
            if line in done:
                continue
            done.add(line)
            for place, beyond in self._beyond(line):
                if place in usable and beyond not in done:
                    price = _FREE if place in hidden else self.cost(place)
                    heapq.heappush(waiting, (_sum(so_far, price), [*way, place], beyond))
        return None

    def _beyond(self, line: tuple[str, int]) -> Iterator[tuple[Place, tuple[str, int]]]:
        """From a row the numbers that can be raised, from a column those that can be lowered."""
        kind, number = line
        if kind == "row":
            for place in product((number,), range(self.width + 1)):
                if place in self._numbers and self._moves(place)[0]:
                    yield place, ("column", place[1])
        else:
            for place in product(range(self.height + 1), (number,)):
                if place in self._numbers and self._moves(place)[1]:
                    yield place, ("row", place[0])

    def _moves(self, place: Place) -> tuple[bool, bool]:
        """Whether this number can be raised and lowered in its line."""
        positive = self._numbers[place] > 0
        return (positive, True) if place[0] == self.height or place[1] == self.width else (True, positive)


def _sum(one: Cost, other: Cost) -> Cost:
    return one[0] + other[0], one[1] + other[1], one[2] + other[2], one[3] + other[3]
