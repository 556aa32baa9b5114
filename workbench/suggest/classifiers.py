"""One logistic regression per code, on what the rows say about it.

liblinear's dual solver: with some hundred rows and twenty thousand terms it is done in milliseconds, where the
default solver takes seconds.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from workbench.suggest.rows import Origin, Row

if TYPE_CHECKING:
    from workbench.suggest.space import Floats

STRENGTH = 10.0
"""LogisticRegression's C."""
TOLERANCE = 0.1
"""A finer one costs half as much time again and ranks the same."""
FOLDS = 3
SEED = 20211


@dataclass(frozen=True)
class Classifier:
    """A code's weights over the columns, and its intercept; its score is their weighted sum."""

    weights: "Floats"
    intercept: float

    def scores(self, columns: Any) -> "Floats":
        """The score of each row of columns."""
        found: Floats = columns @ self.weights + self.intercept
        return found


def learn(columns: Any, rows: Sequence[Row], code: str, without_fold: int | None = None) -> Classifier | None:
    """The code's classifier from the rows that say something about it; without one fold when testing.

    None where no row is for the code, or none is against it.
    """
    from sklearn.linear_model import LogisticRegression

    said = {
        index: answer
        for index, row in enumerate(rows)
        if (without_fold is None or fold(row) != without_fold) and (answer := row.says(code)) is not None
    }
    if len(set(said.values())) < 2:
        return None
    model = LogisticRegression(
        solver="liblinear",
        dual=True,
        C=STRENGTH,
        class_weight="balanced",
        tol=TOLERANCE,
        random_state=SEED,
        max_iter=1000,
    )
    chosen = list(said)
    model.fit(columns[chosen], list(said.values()), sample_weight=[rows[index].weight for index in chosen])
    return Classifier(model.coef_[0], float(model.intercept_[0]))


def fold(row: Row) -> int:
    """The fold a row is held out in; -1 for a code's entry, which is always learned from."""
    return -1 if row.origin is Origin.ENTRY else row.group % FOLDS


@dataclass(frozen=True)
class Tested:
    """Scores of rows that their classifier had not learned from, and whether the code fits."""

    scores: list[float]
    fits: list[bool]
    weights: list[float]


def tested(columns: Any, rows: Sequence[Row], weights: Sequence[float], code: str) -> Tested:
    """The code's out-of-fold scores on everything somebody said, each row weighing as given."""
    found = Tested([], [], [])
    for number in range(FOLDS):
        classifier = learn(columns, rows, code, without_fold=number)
        held = [i for i, row in enumerate(rows) if fold(row) == number and row.says(code) is not None]
        if classifier is None or not held:
            continue
        found.scores.extend(float(score) for score in classifier.scores(columns[held]))
        found.fits.extend(bool(rows[index].says(code)) for index in held)
        found.weights.extend(weights[index] for index in held)
    return found
