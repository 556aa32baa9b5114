"""Logistic regression with a few columns, by Newton's method."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workbench.suggest.space import Floats

_STEPS = 25
_HOLD = 2.0
"""How firmly the factors are held to where they start, in rows: matters only where there are next to none."""
_FAR = 30.0


def fitted(columns: "Floats", targets: "Floats", weights: "Floats", start: Sequence[float]) -> tuple[float, ...]:
    """One factor per column (rows x columns), so that `likely` comes near the targets (per row, 0 to 1)."""
    import numpy as np

    begun = np.array(start, dtype=float)
    found = begun.copy()
    for _ in range(_STEPS):
        chance = likely(columns @ found)
        slope = columns.T @ (weights * (chance - targets)) + _HOLD * (found - begun)
        bend = (columns * (weights * chance * (1 - chance))[:, None]).T @ columns + _HOLD * np.eye(len(begun))
        found -= np.linalg.solve(bend, slope)
    return tuple(found.tolist())


def likely(odds: "Floats") -> "Floats":
    """The probability of each logarithm of odds; never quite 0 or 1."""
    import numpy as np

    found: Floats = 1 / (1 + np.exp(-np.clip(odds, -_FAR, _FAR)))
    return found


def odds(likely: "Floats") -> "Floats":
    """The logarithm of the odds of each probability."""
    import numpy as np

    found: Floats = np.log(likely) - np.log1p(-likely)
    return found
