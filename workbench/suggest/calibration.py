"""From scores to probabilities, and where a probability is enough to speak up.

Both are found on scores of rows that the classifier had not learned from. Platt (1999), "Probabilistic outputs
for support vector machines", with his smoothed targets. The threshold lies a quarter into the plateau of best F:
where F is flat, a low confidence is said in words, and a code that is not shown cannot be judged.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from workbench.codebook import Codebook
from workbench.suggest.logistic import fitted, likely

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from workbench.suggest.space import Floats

    Bools = NDArray[np.bool_]

ENOUGH = 8
"""Weight of held-out rows that fit; a code with less is calibrated on all codes of its level together."""
LOWEST, HIGHEST = 0.05, 0.65
RECALL = {1: 2.5, 2: 6.0}
"""What a found code is worth beside a right suggestion, by level (F-beta with beta squared). A wrong one costs a glance
and a missing one a search in the codebook, or is never thought of; a missing area takes its sub-codes with it."""
_PLATEAU = 0.01
_BINS = 150


@dataclass(frozen=True)
class Tested:
    """Scores of rows that nothing had been learned from, whether the code fits them, and how much each counts."""

    scores: list[float]
    fits: list[bool]
    weights: list[float]

    @classmethod
    def of(cls, scores: "Floats", said: "Floats", weights: "Floats") -> "Tested":
        """From scores and answers per row, both nan where there is none."""
        import numpy as np

        held = ~np.isnan(scores) & ~np.isnan(said)
        return cls(scores[held].tolist(), (said[held] > 0).tolist(), weights[held].tolist())

    def worth(self, weight: float) -> "Tested":
        """The same, weighing so much in all at most."""
        share = min(1.0, weight / sum(self.weights)) if self.weights else 1.0
        return Tested(self.scores, self.fits, [share * one for one in self.weights])

    def __add__(self, other: "Tested") -> "Tested":
        return Tested(self.scores + other.scores, self.fits + other.fits, self.weights + other.weights)


def summary(tested: Tested) -> Tested:
    """The same in at most 150 points for rows that fit and 150 for those that do not, each the mean of its share."""
    import numpy as np

    found = Tested([], [], [])
    for fits in (True, False):
        rows = sorted((s, w) for s, f, w in zip(tested.scores, tested.fits, tested.weights, strict=True) if f is fits)
        for part in np.array_split(np.array(rows).reshape(-1, 2), min(_BINS, max(1, len(rows)))):
            if len(part):
                score = round(float(np.average(part[:, 0], weights=part[:, 1])), 4)
                found += Tested([score], [fits], [float(part[:, 1].sum())])
    return found


@dataclass(frozen=True, slots=True)
class Calibration:
    """The curve `1 / (1 + exp(-(slope * score + shift)))`, and the least probability that is shown."""

    slope: float = 1.0
    shift: float = 0.0
    threshold: float = 0.5

    def probabilities(self, scores: "Floats") -> "Floats":
        """The calibrated probability of each score."""
        return likely(self.slope * scores + self.shift)


def calibrations(codebook: Codebook, tests: Sequence[Tested]) -> list[Calibration]:
    """Each code's calibration: its own where enough rows fit it, else that of its level."""
    levels = {
        level: calibrate((t for code, t in zip(codebook.codes, tests, strict=True) if code.level == level), recall)
        for level, recall in RECALL.items()
    }
    found = []
    for code, test in zip(codebook.codes, tests, strict=True):
        level = levels[code.level]
        if sum(weight for weight, fits in zip(test.weights, test.fits, strict=True) if fits) < ENOUGH:
            found.append(level)
        else:  # where F1 is flat, a code's own best threshold is mostly chance: half of it is its level's
            own = calibrate([test], RECALL[code.level])
            found.append(replace(own, threshold=(own.threshold + level.threshold) / 2))
    return found


def calibrate(tested: Iterable[Tested], recall: float = 1.0) -> Calibration:
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
    return Calibration(slope, shift, _threshold(curve.probabilities(scores), fits, weights, recall))


def _curve(scores: "Floats", fits: "Bools", weights: "Floats") -> tuple[float, float]:
    """Slope and shift."""
    import numpy as np

    yes, no = fits.sum(), (~fits).sum()
    targets = np.where(fits, (yes + 1) / (yes + 2), 1 / (no + 2))
    slope, shift = fitted(np.stack([scores, np.ones_like(scores)], axis=1), targets, weights, (1.0, 0.0))
    return max(slope, 0.0), shift


def _threshold(probabilities: "Floats", fits: "Bools", weights: "Floats", recall: float) -> float:
    import numpy as np

    cuts = np.arange(0.05, 0.95, 0.01)
    shown = probabilities[None, :] >= cuts[:, None]
    right = (weights * (shown & fits)).sum(axis=1)
    best = (1 + recall) * right / ((weights * shown).sum(axis=1) + recall * (weights * fits).sum())
    return float(np.clip(np.quantile(cuts[best >= best.max() - _PLATEAU], 0.25), LOWEST, HIGHEST))
