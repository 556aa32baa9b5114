"""Weights that were moved say what the whole table would."""

import numpy as np
from scipy.sparse import csr_matrix

from workbench.suggest.weights import Weights

FOUND = np.array([[1.0, -2.0], [0.5, 0.0], [0.0, 4.0]])
COLUMNS, CODES = np.array([2.0, 0.0, -1.0]), np.array([0.0, 3.0])
PASSAGES = csr_matrix(np.array([[1.0, 1.0, 0.0], [0.0, 0.0, 2.0]]))


def test_scores_and_single_weights_are_those_of_the_table_written_anew() -> None:
    moved = Weights(FOUND).moved(COLUMNS, CODES).moved(CODES.repeat((1, 2)), COLUMNS[:2])
    whole = FOUND + np.outer(COLUMNS, CODES) + np.outer([0.0, 3.0, 3.0], [2.0, 0.0])
    assert moved.scores(PASSAGES).tolist() == (PASSAGES @ whole).tolist()
    for code in (0, 1):
        assert moved.at(np.array([2, 0]), code).tolist() == whole[[2, 0], code].tolist()


def test_what_was_before_stays_as_it_was() -> None:
    before = Weights(FOUND)
    before.moved(COLUMNS, CODES)
    assert before.scores(PASSAGES).tolist() == [[1.5, -2.0], [0.0, 8.0]]
