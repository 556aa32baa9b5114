"""The areas of a passage are judged together: whether anything is said, and then of which area."""

from dataclasses import replace

import numpy as np
import pytest
from numpy.typing import NDArray

from tests.suggest.test_engine import BOOK, CHAT, DOUBLED, GUIDED
from workbench.codebook import load
from workbench.model import LabelledPassage
from workbench.suggest import Engine
from workbench.suggest.calibration import Calibration
from workbench.suggest.logistic import fitted, likely, odds
from workbench.suggest.prior import targets
from workbench.suggest.rows import Row, person_rows
from workbench.suggest.together import SAID, Together

AREAS = (0, 2)
"""Of three codes: the second is a sub-code of the first. The last column is whether anything is said."""
APART = Together((1.0, 0.0, 0.0), (1.0, 0.0, 0.0))


def rows(number: int = 600) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Scores and answers: a third of the passages is empty, a third is of each area, a few of both."""
    random = np.random.default_rng(8)
    kind = np.arange(number) % 12
    first, second = kind < 5, (kind >= 4) & (kind < 8)
    said = np.where(np.stack([first, first, second, first | second], axis=1), 1.0, -1.0)
    return said * 0.5 + random.normal(size=said.shape) * 0.5, said


def test_an_area_is_as_likely_as_that_anything_is_said_and_then_the_area() -> None:
    found = APART.judged(np.array([[0.4, 9.0, -0.7, 1.2]]), AREAS)
    anything, first, second = likely(np.array([1.2, 0.4, -0.7]))
    np.testing.assert_allclose(likely(found[0, AREAS]), [anything * first, anything * second])
    np.testing.assert_allclose([found[0, 1], likely(found[0, 3])], [9.0, anything])


def test_no_area_is_likelier_than_that_anything_is_said() -> None:
    scores, said = rows()
    found = Together.fitted(scores, said, np.ones(len(said)), AREAS).judged(scores, AREAS)
    assert (found[:, AREAS] <= found[:, -1:] + 1e-9).all()


def test_it_learns_how_likely_each_is() -> None:
    scores, said = rows(6000)
    found = likely(Together.fitted(scores, said, np.ones(len(said)), AREAS).judged(scores, AREAS))
    for column in (0, 2, 3):
        for least in (0.0, 0.25, 0.5, 0.75):
            held = (found[:, column] >= least) & (found[:, column] < least + 0.25)
            assert held.sum() > 50
            assert found[held, column].mean() == pytest.approx((said[held, column] > 0).mean(), abs=0.06)


def test_where_nothing_is_said_an_areas_own_words_are_not_enough() -> None:
    scores, said = rows()
    together = Together.fitted(scores, said, np.ones(len(said)), AREAS)
    empty, full = together.judged(np.array([[0.2, 0.0, -0.5, -1.5], [0.2, 0.0, -0.5, 1.0]]), AREAS)
    assert likely(empty[0]) < 0.2 < 0.5 < likely(full[0])


def test_areas_compete() -> None:
    scores, said = rows()
    together = Together.fitted(scores, said, np.ones(len(said)), AREAS)
    beside, alone = together.judged(np.array([[0.0, 0.0, 1.0, 1.0], [0.0, 0.0, -1.0, 1.0]]), AREAS)
    assert likely(beside[0]) < likely(alone[0])


def test_rows_without_a_score_or_an_answer_teach_nothing() -> None:
    scores, said = rows()
    known = Together.fitted(scores, said, np.ones(len(said)), AREAS)
    more = np.vstack([scores, [[np.nan] * 4, [5.0, 5.0, 5.0, -5.0]]])
    told = np.vstack([said, [[1.0] * 4, [np.nan, 1.0, 1.0, 1.0]]])
    assert Together.fitted(more, told, np.ones(len(told)), AREAS) == known


def test_one_area_has_no_other_to_compete_with() -> None:
    scores, said = rows()
    found = Together.fitted(scores, said, np.ones(len(said)), (0,)).judged(scores, (0,))
    assert np.isfinite(found).all()
    np.testing.assert_array_equal(found[:, 1:3], scores[:, 1:3])


def test_without_any_row_it_is_the_plain_curves() -> None:
    nothing = np.zeros((0, 4))
    assert Together.fitted(nothing, nothing, np.zeros(0), AREAS) == APART


def test_the_scores_given_stay_as_they_are() -> None:
    scores, _ = rows(12)
    before = scores.copy()
    APART.judged(scores, AREAS)
    np.testing.assert_array_equal(scores, before)


def test_factors_come_near_those_that_made_the_answers() -> None:
    random = np.random.default_rng(2)
    columns = np.stack([random.normal(size=20000), np.ones(20000)], axis=1)
    said = (random.uniform(size=20000) < likely(columns @ [1.5, -0.5])).astype(float)
    assert fitted(columns, said, np.ones(20000), (1.0, 0.0)) == pytest.approx((1.5, -0.5), abs=0.06)
    np.testing.assert_allclose(odds(likely(np.array([-7.0, 0.0, 2.5]))), [-7.0, 0.0, 2.5])


def test_what_people_say_of_a_passage_says_whether_anything_is_said() -> None:
    decided = [
        LabelledPassage("a", frozenset({"guide"})),
        LabelledPassage("b", frozenset(), rejected=frozenset({"guide"})),
        LabelledPassage("c", frozenset(), no_code=True),
    ]
    made: list[Row] = person_rows(BOOK, decided)
    assert [(row.text, row.anything) for row in made] == [("a", True), ("a", None), ("b", None), ("c", False)]
    said, offsets = targets(BOOK, made)
    np.testing.assert_array_equal(said[:, -1], [1, np.nan, np.nan, -1])
    assert offsets[-1] == 0


def test_nothing_is_shown_where_nothing_is_likely_said() -> None:
    engine = Engine.learn(load("kui-fire-fokusomraader"))
    assert [bool(found) for found in engine.suggest([DOUBLED, CHAT])] == [True, False]
    silent = replace(engine, _alone=(*engine._alone[:-1], Calibration(1.0, odds(np.array([SAID]))[0] - 10)))
    assert silent.suggest([DOUBLED, CHAT]) == [(), ()]
    assert silent.confidences([DOUBLED]) == engine.confidences([DOUBLED])


def test_a_codebook_without_reference_passages_judges_each_area_for_itself() -> None:
    engine = Engine.learn(BOOK)
    silent = replace(engine, _alone=(*engine._alone[:-1], Calibration(1.0, -30.0)))
    assert [bool(found) for found in silent.suggest([DOUBLED, GUIDED, CHAT])] == [True, True, False]
