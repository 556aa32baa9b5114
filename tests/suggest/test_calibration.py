"""From scores to probabilities, and the least that is shown."""

import numpy as np
import pytest

from workbench.codebook import Code, Codebook
from workbench.suggest.calibration import (
    ENOUGH,
    HIGHEST,
    LOWEST,
    RECALL,
    Calibration,
    Tested,
    calibrate,
    calibrations,
    summary,
)

PLAN = Code("plan", {"da": "Plan"}, "Planen.")
BOOK = Codebook("lille", "1.0.0", {"da": "Lille"}, (PLAN, Code("plan.del", {"da": "Del"}, "En del.", parent="plan")))


def around(fits: float, misses: float, rows: int = 200, *, spread: float = 0.6, seed: int = 3) -> Tested:
    """Rows around two scores, a quarter of which fit."""
    random = np.random.default_rng(seed)
    kind = np.arange(rows) % 4 == 0
    scores = np.where(kind, fits, misses) + random.normal(size=rows) * spread
    return Tested(scores.tolist(), kind.tolist(), [1.0] * rows)


def test_a_higher_score_is_never_less_probable() -> None:
    scores = np.linspace(-5, 5, 101)
    for test in (around(1, -1), around(0.1, -0.1), around(-1, 1)):
        found = calibrate([test]).probabilities(scores)
        assert (np.diff(found) >= 0).all()
        assert 0 < found[0] <= found[-1] < 1


def test_of_those_said_to_be_so_probable_that_many_fit() -> None:
    test = around(0.6, -0.6, 4000)
    found = calibrate([test]).probabilities(np.array(test.scores))
    fits = np.array(test.fits)
    for least in (0.0, 0.2, 0.4, 0.6, 0.8):
        held = (found >= least) & (found < least + 0.2)
        assert held.sum() > 50
        assert found[held].mean() == pytest.approx(fits[held].mean(), abs=0.08)
    assert found.mean() == pytest.approx(fits.mean(), abs=0.005)


def test_a_row_of_weight_two_is_two_rows() -> None:
    test = around(0.5, -0.5)
    double = calibrate([Tested(test.scores, test.fits, [2.0] * len(test.scores))])
    twice = calibrate([Tested(test.scores * 2, test.fits * 2, test.weights * 2)])
    assert (double.slope, double.shift) == pytest.approx((twice.slope, twice.shift), abs=0.06)
    assert double.threshold == pytest.approx(twice.threshold, abs=0.02)


def test_it_is_shown_where_right_suggestions_outweigh_the_rest() -> None:
    apart = calibrate([around(1, -1, spread=0.2)])
    assert apart.probabilities(np.array([-0.5]))[0] < apart.threshold < apart.probabilities(np.array([0.5]))[0]


@pytest.mark.parametrize("recall", [0.25, 1.0, 4.0, 100.0])
@pytest.mark.parametrize(("fits", "misses"), [(1.0, -1.0), (0.1, 0.0), (-1.0, 1.0), (5.0, -5.0)])
def test_the_least_that_is_shown_stays_within_bounds(fits: float, misses: float, recall: float) -> None:
    assert LOWEST <= calibrate([around(fits, misses)], recall).threshold <= HIGHEST


def test_who_wants_to_miss_less_is_shown_more() -> None:
    found = [calibrate([around(0.4, -0.4)], recall).threshold for recall in (0.25, 1.0, 4.0)]
    assert found == sorted(found, reverse=True)
    assert found[0] > found[2]


@pytest.mark.parametrize("fits", [[], [True] * 5, [False] * 5])
def test_where_nothing_can_be_compared_the_curve_is_the_plain_one(fits: list[bool]) -> None:
    assert calibrate([Tested([0.1 * at for at in range(len(fits))], fits, [1.0] * len(fits))]) == Calibration()
    assert Calibration().probabilities(np.array([0.0]))[0] == 0.5


def test_a_code_that_few_rows_fit_is_calibrated_with_its_level() -> None:
    few = around(2, -2, rows=4 * (ENOUGH - 1))
    many = around(0.5, -0.5, rows=4 * ENOUGH)
    other = Code("guide", {"da": "Guide"}, "Guiden.")
    book = Codebook("to", "1.0.0", {"da": "To"}, (PLAN, other))
    together, own = calibrations(book, [few, many])
    assert together == calibrate([few, many], RECALL[1])
    alone = calibrate([many], RECALL[1])
    assert (own.slope, own.shift) == (alone.slope, alone.shift)
    assert own.threshold == pytest.approx((alone.threshold + together.threshold) / 2)


def test_areas_and_sub_codes_are_calibrated_apart() -> None:
    area, sub = around(1, -1, 16, seed=1), around(0.2, -0.2, 16, seed=2)
    assert calibrations(BOOK, [area, sub]) == [calibrate([area], RECALL[1]), calibrate([sub], RECALL[2])]


def test_a_summary_keeps_the_curve_in_three_hundred_points() -> None:
    for test in (around(0.5, -0.5, 3000), around(0.2, -1, 3000, seed=4)):
        short = summary(test)
        assert len(short.scores) == len(short.fits) == len(short.weights) == 300
        assert sum(short.weights) == pytest.approx(3000)
        whole, kept = calibrate([test]), calibrate([short])
        scores = np.linspace(-2, 2, 9)
        np.testing.assert_allclose(kept.probabilities(scores), whole.probabilities(scores), atol=0.02)
        assert kept.threshold == pytest.approx(whole.threshold, abs=0.04)


def test_a_summary_of_little_is_all_of_it() -> None:
    assert summary(Tested([], [], [])) == Tested([], [], [])
    assert summary(Tested([0.2, -1.0, 0.1], [True, False, True], [1.0, 2.0, 3.0])) == Tested(
        [0.1, 0.2, -1.0], [True, True, False], [3.0, 1.0, 2.0]
    )


def test_tests_are_worth_no_more_than_wanted() -> None:
    test = Tested([0.1, 0.2], [True, False], [30.0, 10.0])
    assert test.worth(4) == Tested([0.1, 0.2], [True, False], [3.0, 1.0])
    assert test.worth(400) == test
    assert test.worth(4) + Tested([1.0], [True], [1.0]) == Tested([0.1, 0.2, 1.0], [True, False, True], [3.0, 1.0, 1.0])


def test_rows_that_say_nothing_or_were_not_scored_are_no_tests() -> None:
    scores, said = np.array([0.5, np.nan, 0.1, -0.5]), np.array([1.0, 1.0, np.nan, -1.0])
    assert Tested.of(scores, said, np.array([1.0, 2.0, 3.0, 4.0])) == Tested([0.5, -0.5], [True, False], [1.0, 4.0])
