"""What is said around a passage counts for it, and what was asked."""

import numpy as np

from workbench.suggest.context import ASKED, NEAR, in_talk

OFFSETS = np.array([-0.5, -0.9])
NOTHING = np.tile(OFFSETS, (6, 1))


def test_each_passage_has_a_share_of_its_neighbours_up_to_the_ends_of_the_talk() -> None:
    scores = NOTHING.copy()
    scores[1, 0] += 1
    found = in_talk(scores, NOTHING, OFFSETS) - scores
    np.testing.assert_allclose(found[:, 0], [NEAR[0], 0, NEAR[0], NEAR[1], 0, 0])
    np.testing.assert_allclose(found[:, 1], 0, atol=1e-12)


def test_shares_of_both_sides_add_up() -> None:
    scores = NOTHING.copy()
    scores[:, 1] += [1, 10, 0, 0, 1000, 100]
    expected = [
        NEAR[0] * 10,
        NEAR[0] * 1,
        NEAR[0] * 10 + NEAR[1] * 1001,
        NEAR[0] * 1000 + NEAR[1] * 110,
        NEAR[0] * 100,
        NEAR[0] * 1000,
    ]
    np.testing.assert_allclose((in_talk(scores, NOTHING, OFFSETS) - scores)[:, 1], expected)


def test_a_question_counts_for_its_passage_alone() -> None:
    asked = NOTHING.copy()
    asked[3, 1] += 2
    found = in_talk(NOTHING, asked, OFFSETS) - NOTHING
    np.testing.assert_allclose(found[:, 1], [0, 0, 0, ASKED * 2, 0, 0], atol=1e-12)


def test_a_talk_of_one_passage_or_two_or_none() -> None:
    for length in (0, 1, 2):
        found = in_talk(NOTHING[:length], NOTHING[:length], OFFSETS)
        np.testing.assert_allclose(found, NOTHING[:length])
    both = in_talk(np.array([[0.5, -0.9], [-0.5, -0.9]]), NOTHING[:2], OFFSETS)
    np.testing.assert_allclose(both, [[0.5, -0.9], [-0.5 + NEAR[0], -0.9]])


def test_the_scores_given_stay_as_they_are() -> None:
    scores = np.arange(8.0).reshape(4, 2)
    in_talk(scores, scores, OFFSETS)
    assert scores.tolist() == [[0, 1], [2, 3], [4, 5], [6, 7]]
