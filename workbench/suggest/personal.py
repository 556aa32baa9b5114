"""What people's decisions add to what was known beforehand.

Learned is only what the prior misses: a decision that it foresaw changes nothing, and what a decision does not say
stays as the prior has it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from workbench.codebook import Codebook
from workbench.suggest.calibration import Tested
from workbench.suggest.features import Features, Seen, likeness
from workbench.suggest.prior import Prior, targets
from workbench.suggest.reading import readings
from workbench.suggest.ridge import Ridge
from workbench.suggest.rows import Origin, Row

if TYPE_CHECKING:
    from workbench.suggest.space import Floats

MOST_TEXTS = 2000
"""Of a project's passages, how many are read to learn which words are common."""
PRIOR_WORTH = 200.0
"""How many decided passages the prior's tests are worth, per code, once people's own decisions can be tested on."""


@dataclass(frozen=True)
class Personal:
    """Weights over terms and keywords of the project, learned from what the prior missed."""

    features: Features
    weights: "Floats"
    """Columns x codes."""
    _columns: Any
    _ridge: Ridge
    _known: "Floats"
    """What the prior thought of each row, rows x codes."""
    _said: "Floats"
    """What each row says, rows x codes; nan where nothing."""
    _rows: tuple[Row, ...]

    @classmethod
    def learned(cls, codebook: Codebook, prior: Prior, rows: Sequence[Row], texts: Sequence[str]) -> "Personal":
        """From these rows; `texts` and the rows teach which words are common."""
        import numpy as np

        read = readings([row.text for row in rows])
        step = max(1, -(-len(texts) // MOST_TEXTS))
        features = Features.fitted(codebook, [*read, *readings(texts[::step])])
        seen = features.see(read)
        known = prior.scores(prior.features.see(read))
        said, _offsets = targets(codebook, rows)
        weights = np.array([row.weight for row in rows])
        ridge = Ridge.fit(likeness(seen.columns, seen.columns), np.nan_to_num(said - known), weights)
        return cls(features, seen.columns.T @ ridge.duals, seen.columns, ridge, known, said, tuple(rows))

    def with_row(self, codebook: Codebook, prior: Prior, row: Row) -> "Personal":
        """With one more row: only the codes it speaks of change."""
        import numpy as np
        from scipy.sparse import vstack

        read = readings([row.text])
        seen = self.features.see(read)
        known = prior.scores(prior.features.see(read))
        said, _offsets = targets(codebook, [row])
        near = likeness(self._columns, seen.columns)[:, 0]
        itself = float(seen.columns.multiply(seen.columns).sum())
        ridge = self._ridge.with_row(near, itself, (said - known)[0], row.weight)
        columns = vstack([self._columns, seen.columns], format="csr")
        told = ~np.isnan(said[0])
        weights = self.weights.copy()
        weights[:, told] = columns.T @ ridge.duals[:, told]
        return Personal(
            self.features,
            weights,
            columns,
            ridge,
            np.vstack([self._known, known]),
            np.vstack([self._said, said]),
            (*self._rows, row),
        )

    def scores(self, seen: Seen) -> "Floats":
        """What to add to the prior's scores, passages x codes."""
        found: Floats = seen.columns @ self.weights
        return found

    def tests(self, before: Sequence[Tested]) -> list[Tested]:
        """These tests of the prior, and beside them those on people's own decisions, each scored without itself."""
        import numpy as np

        groups: dict[int, list[int]] = {}
        for index, row in enumerate(self._rows):
            if row.origin is Origin.PERSON:
                groups.setdefault(row.group, []).append(index)
        scores = self._known + self._ridge.without_own(map(np.array, groups.values()))
        weights = np.array([row.weight for row in self._rows])
        return [
            known.worth(PRIOR_WORTH) + Tested.of(scores[:, code], self._said[:, code], weights)
            for code, known in enumerate(before)
        ]
