"""Ridge regression in its dual form: every code at once, from the likeness of passages to each other.

Saunders, Gammerman and Vovk (1998), "Ridge regression learning algorithm in dual variables". Rows say of a code that
it fits (1) or does not (-1). With some thousand short passages the dual is small, adding one passage costs a few
milliseconds, and the scores that rows would have had without their own group need no second fit: Golub, Heath and
Wahba (1979) for single rows, the same with blocks for groups.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workbench.suggest.space import Floats

FIRMNESS = 0.5
"""How much a row of weight 1 may be missed: its share on the kernel's diagonal. Broad plateau from .3 to 1."""


@dataclass(frozen=True)
class Ridge:
    """What was fitted: rows' duals, and the inverse they came from."""

    inverse: "Floats"
    """(kernel + firmness / weights)^-1, rows x rows."""
    targets: "Floats"
    """Rows x codes."""
    duals: "Floats"
    """Rows x codes; a score is the sum of likeness times dual."""

    @classmethod
    def fit(cls, kernel: "Floats", targets: "Floats", weights: "Floats") -> "Ridge":
        """Fit rows with these likenesses (rows x rows), targets (rows x codes) and weights (rows)."""
        import numpy as np

        inverse: Floats = np.linalg.inv(kernel + np.diag(FIRMNESS / weights)).astype(np.float64, copy=False)
        return cls(inverse, targets, inverse @ targets)

    def with_row(self, likeness: "Floats", itself: float, targets: "Floats", weight: float) -> "Ridge":
        """With one more row, whose likeness to the others is given; codes of target nan stay as they are."""
        import numpy as np

        size = len(self.inverse)
        across = self.inverse @ likeness
        left = itself + FIRMNESS / weight - float(likeness @ across)
        inverse = np.empty((size + 1, size + 1))
        inverse[:size, :size] = self.inverse + np.outer(across, across) / left
        inverse[:size, size] = inverse[size, :size] = -across / left
        inverse[size, size] = 1 / left
        told = ~np.isnan(targets)
        missed = np.where(told, (np.where(told, targets, 0) - likeness @ self.duals) / left, 0)
        duals = np.vstack([self.duals - np.outer(across, missed), missed])
        every = np.vstack([self.targets, np.where(told, targets, likeness @ self.duals)])
        return Ridge(inverse, every, duals)

    def duals_without(self, rows: "Floats") -> "Floats":
        """The duals there would be without these rows (indices): nothing for them, something else for the others."""
        import numpy as np

        block = self.inverse[np.ix_(rows, rows)]
        found: Floats = self.duals - self.inverse[:, rows] @ np.linalg.solve(block, self.duals[rows])
        found[rows] = 0
        return found

    def without_own(self, groups: Iterable["Floats"]) -> "Floats":
        """The score each row would have had without its group (indices of rows); rows in no group keep nan."""
        import numpy as np

        found = np.full(self.targets.shape, np.nan)
        for rows in groups:
            block = self.inverse[np.ix_(rows, rows)]
            found[rows] = self.targets[rows] - np.linalg.solve(block, self.duals[rows])
        return found
