"""Ridge regression in its dual form: every code at once, from the likeness of passages to each other.

Saunders, Gammerman and Vovk (1998), "Ridge regression learning algorithm in dual variables". Rows say of a code that
it fits (1) or does not (-1). With some thousand short passages the dual is small, adding one passage costs one product
with its inverse, and the scores that rows would have had without their own group need no second fit: Golub, Heath and
Wahba (1979) for single rows, the same with blocks for groups.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from workbench.suggest.space import Floats

    Indices = NDArray[np.int_]

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
    added: tuple[tuple["Floats", float], ...] = ()
    """For each row added since the inverse was found, by which column and divisor it borders it: writing the whole
    inverse anew would take longer than everything else."""

    @classmethod
    def fit(cls, kernel: "Floats", targets: "Floats", weights: "Floats") -> "Ridge":
        """Fit rows with these likenesses (rows x rows), targets (rows x codes) and weights (rows)."""
        import numpy as np

        inverse: Floats = np.linalg.inv(kernel + np.diag(FIRMNESS / weights)).astype(np.float64, copy=False)
        return cls(inverse, targets, inverse @ targets)

    def with_row(
        self, likeness: "Floats", itself: float, targets: "Floats", shares: "Floats", weight: float
    ) -> "Ridge":
        """With one more row, whose likeness to the others is given.

        `shares` says how much of its weight speaks of each code. The rest of it wants the score that is there
        already, so that a code of share 0 stays as it is.
        """
        import numpy as np

        across = self._product(likeness)
        left = itself + FIRMNESS / weight - float(likeness @ across)
        before = likeness @ self.duals
        missed = np.where(shares > 0, shares * (targets - before), 0)
        duals = np.vstack([self.duals - np.outer(across, missed / left), missed / left])
        added = (*self.added, (across, left))
        return Ridge(self.inverse, np.vstack([self.targets, before + missed]), duals, added)

    def duals_without(self, rows: "Indices") -> "Floats":
        """The duals there would be without these rows (indices): nothing for them, something else for the others."""
        import numpy as np

        inverse = self._whole()
        block = inverse[np.ix_(rows, rows)]
        found: Floats = self.duals - inverse[:, rows] @ np.linalg.solve(block, self.duals[rows])
        found[rows] = 0
        return found

    def without_own(self, groups: Iterable["Indices"]) -> "Floats":
        """The score each row would have had without its group (indices of rows); rows in no group keep nan."""
        import numpy as np

        inverse = self._whole()
        found = np.full(self.targets.shape, np.nan)
        for rows in groups:
            block = inverse[np.ix_(rows, rows)]
            found[rows] = self.targets[rows] - np.linalg.solve(block, self.duals[rows])
        return found

    def _product(self, vector: "Floats") -> "Floats":
        """The inverse, those rows included that were added since, times a vector."""
        import numpy as np

        size = len(self.inverse)
        found = np.zeros(len(vector))
        found[:size] = self.inverse @ vector[:size]
        for at, (across, left) in enumerate(self.added, size):
            part = (vector[at] - across @ vector[:at]) / left
            found[:at] -= part * across
            found[at] += part
        return found

    def _whole(self) -> "Floats":
        """The inverse, those rows included that were added since."""
        import numpy as np

        if not self.added:
            return self.inverse
        size = len(self.inverse)
        found = np.zeros((len(self.duals), len(self.duals)))
        found[:size, :size] = self.inverse
        for at, (across, left) in enumerate(self.added, size):
            border = np.append(across, -1)
            found[: at + 1, : at + 1] += np.outer(border, border) / left
        return found
