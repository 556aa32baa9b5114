"""From scores to probabilities, and where a probability is enough to speak up.

Both are found on scores of rows that the classifier had not learned from. Platt (1999), "Probabilistic outputs
for support vector machines", with his smoothed targets. The threshold is the upper end of the plateau of best F1:
where F1 does not care, saying nothing is better than saying too much.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.suggest.classifiers import Tested

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from workbench.suggest.space import Floats

    Bools = NDArray[np.bool_]

ENOUGH = 8
"""Held-out rows that fit; a code with fewer is calibrated on all codes of its level together."""
LOWEST, HIGHEST = 0.15, 0.65
_PLATEAU = 0.02
_STEPS = 25
_HOLD = 2.0
"""How firmly the curve is held to the plain logistic one, in rows: matters only where there are next to none."""


@dataclass(frozen=True, slots=True)
class Calibration:
    """The curve `1 / (1 + exp(-(slope * score + shift)))`, and the least probability that is shown."""

    slope: float = 1.0
    shift: float = 0.0
    threshold: float = 0.5

    def probabilities(self, scores: "Floats") -> "Floats":
        """The calibrated probability of each score."""
        import numpy as np

        found: Floats = 1 / (1 + np.exp(-np.clip(self.slope * scores + self.shift, -30, 30)))
        return found


def calibrate(tested: Iterable[Tested]) -> Calibration:
    """The calibration of these codes' tests taken together; the plain curve where nothing was tested."""
    import numpy as np

    tests = list(tested)
    scores = np.array([score for test in tests for score in test.scores])
    fits = np.array([fit for test in tests for fit in test.fits], dtype=bool)
    weights = np.array([weight for test in tests for weight in test.weights])
    if len(set(fits.tolist())) < 2:
        return Calibration()
    slope, shift = _curve(scores, fits, weights)
    curve = Calibration(slope, shift)
    return Calibration(slope, shift, _threshold(curve.probabilities(scores), fits, weights))


def _curve(scores: "Floats", fits: "Bools", weights: "Floats") -> tuple[float, float]:
    """Slope and shift by Newton's method."""
    import numpy as np

    yes, no = fits.sum(), (~fits).sum()
    targets = np.where(fits, (yes + 1) / (yes + 2), 1 / (no + 2))
    columns = np.stack([scores, np.ones_like(scores)], axis=1)
    start = np.array([1.0, 0.0])
    found = start.copy()
    for _ in range(_STEPS):
        chance = 1 / (1 + np.exp(-np.clip(columns @ found, -30, 30)))
        slope = columns.T @ (weights * (chance - targets)) + _HOLD * (found - start)
        bend = (columns * (weights * chance * (1 - chance))[:, None]).T @ columns + _HOLD * np.eye(2)
        found -= np.linalg.solve(bend, slope)
    return max(float(found[0]), 0.0), float(found[1])


def _threshold(probabilities: "Floats", fits: "Bools", weights: "Floats") -> float:
    import numpy as np

    cuts = np.arange(0.05, 0.95, 0.01)
    shown = probabilities[None, :] >= cuts[:, None]
    right = (weights * (shown & fits)).sum(axis=1)
    best = 2 * right / ((weights * shown).sum(axis=1) + (weights * fits).sum())
    return float(np.clip(cuts[best >= best.max() - _PLATEAU].max(), LOWEST, HIGHEST))
