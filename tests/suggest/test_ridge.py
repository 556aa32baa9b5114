"""Ridge regression against the plain formulas: closed forms are what fitting anew would give."""

import numpy as np
import pytest
from numpy.typing import NDArray

from workbench.suggest.ridge import FIRMNESS, Ridge

Floats = NDArray[np.float64]
Indices = NDArray[np.int_]

ROWS, COLUMNS, CODES = 24, 40, 3
_RANDOM = np.random.default_rng(7)
FEATURES: Floats = _RANDOM.normal(size=(ROWS, COLUMNS)) / 6
TARGETS: Floats = np.sign(_RANDOM.normal(size=(ROWS, CODES)))
WEIGHTS: Floats = _RANDOM.choice([0.3, 1.0, 1.5], size=ROWS)
ASKED: Floats = _RANDOM.normal(size=(5, COLUMNS)) / 6
GROUPS = [np.array([0, 1, 2]), np.array([7]), np.array([5, 11, 20, 23])]
EVERY = np.arange(ROWS)


def same(one: NDArray[np.floating], other: NDArray[np.floating]) -> None:
    np.testing.assert_allclose(one, other, rtol=0, atol=1e-9)


def fitted(rows: Indices) -> Ridge:
    features = FEATURES[rows]
    return Ridge.fit(features @ features.T, TARGETS[rows], WEIGHTS[rows])


def without(rows: Indices) -> Indices:
    return np.setdiff1d(np.arange(ROWS), rows)


def test_it_is_weighted_ridge_regression() -> None:
    """Least squares with a penalty, solved over the columns instead of the rows."""
    weighted = FEATURES.T * WEIGHTS
    primal = np.linalg.solve(weighted @ FEATURES + FIRMNESS * np.eye(COLUMNS), weighted @ TARGETS)
    same(FEATURES.T @ fitted(EVERY).duals, primal)


def test_a_row_of_more_weight_is_missed_by_less() -> None:
    kernel, targets = np.eye(2), np.ones((2, 1))
    light, heavy = Ridge.fit(kernel, targets, np.array([0.1, 10.0])).duals[:, 0]
    assert (light, heavy) == pytest.approx((1 / (1 + FIRMNESS / 0.1), 1 / (1 + FIRMNESS / 10)))


def test_scores_without_the_own_group_are_those_of_a_fit_without_it() -> None:
    found = fitted(EVERY).without_own(GROUPS)
    held = np.concatenate(GROUPS)
    for group in GROUPS:
        rest = without(group)
        same(found[group], FEATURES[group] @ FEATURES[rest].T @ fitted(rest).duals)
    assert np.isnan(found[without(held)]).all()
    assert not np.isnan(found[held]).any()


@pytest.mark.parametrize("group", GROUPS, ids=str)
def test_duals_without_some_rows_are_those_of_a_fit_without_them(group: Indices) -> None:
    found, rest = fitted(EVERY).duals_without(group), without(group)
    same(found[rest], fitted(rest).duals)
    assert (found[group] == 0).all()


def one_by_one(first: int) -> Ridge:
    """The first rows fitted at once, the others added."""
    ridge = fitted(EVERY[:first])
    for row in range(first, ROWS):
        near, itself = FEATURES[:row] @ FEATURES[row], float(FEATURES[row] @ FEATURES[row])
        ridge = ridge.with_row(near, itself, TARGETS[row], np.ones(CODES), WEIGHTS[row])
    return ridge


@pytest.mark.parametrize("first", [0, 1, 12, ROWS - 1])
def test_rows_added_one_by_one_are_as_rows_fitted_at_once(first: int) -> None:
    found, expected = one_by_one(first), fitted(EVERY)
    same(found.duals, expected.duals)
    same(found.targets, expected.targets)
    same(found.without_own(GROUPS), expected.without_own(GROUPS))
    same(found.duals_without(GROUPS[0]), expected.duals_without(GROUPS[0]))


def test_a_code_that_a_row_does_not_speak_of_stays_as_it_is() -> None:
    before = fitted(EVERY[:-1])
    new, itself = FEATURES[-1], float(FEATURES[-1] @ FEATURES[-1])
    near = FEATURES[:-1] @ new
    shares, targets = np.array([1.0, 0.0, 0.0]), np.array([1.0, np.nan, 1.0])
    after = before.with_row(near, itself, targets, shares, 1.0)
    np.testing.assert_array_equal(after.duals[:-1, 1:], before.duals[:, 1:])
    assert after.duals[-1, 1:].tolist() == [0, 0]
    score_before, score_after = near @ before.duals, np.append(near, itself) @ after.duals
    assert score_before[0] < score_after[0] < 1


def test_half_a_share_is_a_target_half_way() -> None:
    before = fitted(EVERY[:-1])
    new, itself = FEATURES[-1], float(FEATURES[-1] @ FEATURES[-1])
    near = FEATURES[:-1] @ new
    target = np.ones(CODES)
    half = before.with_row(near, itself, target, np.full(CODES, 0.5), 2.0)
    between = before.with_row(near, itself, (near @ before.duals + target) / 2, np.ones(CODES), 2.0)
    same(half.duals, between.duals)


def test_rows_are_added_to_a_copy() -> None:
    ridge = fitted(EVERY[:-1])
    duals = ridge.duals.copy()
    near, itself = FEATURES[:-1] @ FEATURES[-1], float(FEATURES[-1] @ FEATURES[-1])
    twice = [ridge.with_row(near, itself, TARGETS[-1], np.ones(CODES), 1.0).duals for _ in range(2)]
    np.testing.assert_array_equal(twice[0], twice[1])
    np.testing.assert_array_equal(ridge.duals, duals)
    assert ridge.added == ()
