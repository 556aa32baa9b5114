"""An attack on everything that is printed: no small group of young people can be counted, not by subtraction either."""

from collections.abc import Iterator, Sequence
from itertools import product

from hypothesis import example, given
from hypothesis import strategies as st

from tests.journeys.told import felt, journey
from workbench.journeys import CommonJourney, journey_line
from workbench.model import Journey

K = 3
"""Small, so that groups around it are met often."""
Group = tuple[int, ...]
"""Which cells are counted: for each municipality those who told of the stage, then those who did not."""


def field(told: Sequence[int], silent: Sequence[int]) -> list[list[Journey]]:
    """By municipality, journeys of those who told of `skole` and those who did not."""
    return [
        [journey(f"T{n}", *felt("skole", -1), municipality=f"M{m}") for n in range(told[m])]
        + [journey(f"S{n}", municipality=f"M{m}") for n in range(silent[m])]
        for m in range(len(told))
    ]


def printed(common: CommonJourney | None, told: Group, everybody: Group) -> Iterator[tuple[Group, int]]:
    """The numbers that a report prints, and what they count."""
    if common is None or common.few:
        return
    if common.young is not None:
        yield everybody, common.young
    number = next(one.young for one in common.stages if one.stage == "skole")
    if number is not None:
        yield told, number


def facts(told: Sequence[int], silent: Sequence[int]) -> list[tuple[Group, int]]:
    """Everything that is printed: in each municipality's report, and of all."""
    by_municipality, places = field(told, silent), len(told)
    reports = [([m], by_municipality[m]) for m in range(places)]
    reports.append(([*range(places)], [one for several in by_municipality for one in several]))
    found: list[tuple[Group, int]] = []
    for here, journeys in reports:
        counts_told = tuple(int(m in here and not quiet) for m in range(places) for quiet in (False, True))
        counts_all = tuple(int(m in here) for m in range(places) for _quiet in (False, True))
        found += printed(journey_line(journeys, K), counts_told, counts_all)
    return found


def computed(known: Sequence[tuple[Group, int]]) -> Iterator[tuple[Group, int]]:
    """Every group whose number comes out by adding and subtracting what is printed."""
    for signs in product((-1, 0, 1), repeat=len(known)):
        used = [(sign, group, number) for sign, (group, number) in zip(signs, known, strict=True) if sign]
        if not used:
            continue
        cells = tuple(sum(sign * group[cell] for sign, group, _n in used) for cell in range(len(known[0][0])))
        if any(cells) and set(cells) <= {0, 1}:
            yield cells, sum(sign * number for sign, _group, number in used)


COUNTS = st.lists(st.integers(0, 7), min_size=3, max_size=3)


@given(COUNTS, COUNTS)
@example([6, 3, 0], [3, 1, 0])  # what one report withholds must not come out of the two others
@example([5, 1, 0], [0, 0, 0])  # one young person beside a municipality that has a report
@example([4, 4, 1], [0, 0, 2])
def test_no_small_group_can_be_counted(told: list[int], silent: list[int]) -> None:
    cells = [number for pair in zip(told, silent, strict=True) for number in pair]
    for group, number in computed(facts(told, silent)):
        assert number == sum(cell for cell, counted in zip(cells, group, strict=True) if counted)
        assert not 0 < number < K, f"{group} counts {number}"


@given(COUNTS, COUNTS)
def test_nothing_is_told_of_few_or_of_what_others_leave(told: list[int], silent: list[int]) -> None:
    """A feeling of all is shown only where those told of in no municipality's own report are none, or k."""
    by_municipality = field(told, silent)
    everybody = journey_line([one for several in by_municipality for one in several], K)
    shown = everybody is not None and any(one.feeling is not None for one in everybody.stages)
    alone = [journey_line(several, K) for several in by_municipality]
    own = [one is not None and any(stage.feeling is not None for stage in one.stages) for one in alone]
    assert own == [number >= K for number in told]
    several = sum(told[m] + silent[m] > 0 for m in range(3)) > 1
    left = sum(number for number, has in zip(told, own, strict=True) if not (has and several))
    assert shown == (sum(told) >= K and not 0 < left < K)


def test_large_groups_are_told_of_after_all() -> None:
    """The rule hides what it must, not everything."""
    assert facts([6, 4, 3], [0, 3, 0]) == [
        ((1, 1, 0, 0, 0, 0), 6),
        ((1, 0, 0, 0, 0, 0), 6),
        ((0, 0, 1, 1, 0, 0), 7),
        ((0, 0, 1, 0, 0, 0), 4),
        ((0, 0, 0, 0, 1, 1), 3),
        ((0, 0, 0, 0, 1, 0), 3),
        ((1, 1, 1, 1, 1, 1), 16),
        ((1, 0, 1, 0, 1, 0), 13),
    ]
