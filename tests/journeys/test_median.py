"""The middle of ordinal steps, each young person weighing the same."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.journeys import middle_step

STEPS = st.lists(st.lists(st.integers(-2, 2), min_size=1, max_size=6), min_size=1, max_size=9)


@pytest.mark.parametrize(
    ("told", "middle"),
    [
        ([[-2], [0], [1]], 0),
        ([[-2], [-1], [1], [2]], 0),
        ([[-2], [-2], [-1], [2]], -1.5),
        ([[-2, -2, -2, -2, -2], [1], [2]], 1),  # whoever tells five times weighs no more
        ([[-2, 2]], 0),
        ([[1, 1, 2]], 1),
        ([[2]], 2),
    ],
)
def test_middles(told: list[list[int]], middle: float) -> None:
    assert middle_step(told) == middle


def test_nobody_told() -> None:
    with pytest.raises(ValueError, match="nobody"):
        middle_step([])


@given(STEPS)
def test_half_the_weight_lies_on_either_side_and_steps_are_whole_or_half(told: list[list[int]]) -> None:
    middle = middle_step(told)
    weights = [(step, 1 / len(steps)) for steps in told for step in steps]
    half = len(told) / 2
    assert sum(weight for step, weight in weights if step <= middle) >= half - 1e-9
    assert sum(weight for step, weight in weights if step >= middle) >= half - 1e-9
    assert (2 * middle).is_integer()


@given(STEPS, st.integers(2, 5))
def test_telling_the_same_more_often_changes_nothing(told: list[list[int]], times: int) -> None:
    assert middle_step([told[0] * times, *told[1:]]) == middle_step(told)
