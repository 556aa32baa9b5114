"""The areas of a passage judged together: whether anything is said there at all, and then of which area.

Small talk, and a codebook's words in another sense, are known by the whole passage; and where something is said, areas
compete, yet a second one needs less than a first. So an area's probability is that of anything being said times its
own, given that. Whether anything is said is learned as if it were a code: Tang, Rajan and Narayanan (2009), "Large
scale multi-label classification via MetaLabeler", who learn how many labels fit. The other scores as features: Godbole
and Sarawagi (2004), "Discriminative methods for multi-labeled classification". Both are found on scores of rows that
nothing had been learned from. Areas share their factors, so that they hold for those of another edition too. Sub-codes'
scores as features were better on authors held out and worse on passages that nobody had written for a sub-code.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.suggest.logistic import fitted, likely, odds

if TYPE_CHECKING:
    from workbench.suggest.space import Floats

SAID = 0.45
"""Where it is less likely that anything is said, nothing is shown. Measured without each author in turn, to say so is
right oftenest (F1) from .36 to .55 in running talk, and from .24 to .73 in passages that stand alone."""
_START = (1.0, 0.0, 0.0)
_NONE = -1.0
"""The score of the best other area where there is no other: that of one which does not fit."""
_EDGE = 1e-9


@dataclass(frozen=True, slots=True)
class Together:
    """Two logistic curves over scores (passages x codes, and at last whether anything is said)."""

    anything: tuple[float, ...]
    """Factors of that score, of the best area's, and the shift."""
    area: tuple[float, ...]
    """Factors of an area's score where something is said, of the best other area's, and the shift."""

    @classmethod
    def fitted(cls, scores: "Floats", said: "Floats", weights: "Floats", areas: Sequence[int]) -> "Together":
        """On scores of held-out rows, nan where a row has none; `said` is 1 or -1 of what they score."""
        import numpy as np

        held = ~np.isnan(scores).any(axis=1) & ~np.isnan(said[:, [*areas, -1]]).any(axis=1)
        scores, said, weights = scores[held], said[held], weights[held]
        anything = fitted(_of_anything(scores, areas), (said[:, -1] > 0).astype(float), weights, _START)
        coded = said[:, -1] > 0
        columns = np.concatenate([_of_area(scores[coded], areas, at) for at in range(len(areas))])
        targets = np.concatenate([said[coded, area] > 0 for area in areas]).astype(float)
        return cls(anything, fitted(columns, targets, np.tile(weights[coded], len(areas)), _START))

    def judged(self, scores: "Floats", areas: Sequence[int]) -> "Floats":
        """The scores, with logarithms of odds in place of those of the areas and of whether anything is said."""
        import numpy as np

        found = scores.copy()
        anything = likely(_of_anything(scores, areas) @ np.array(self.anything))
        found[:, -1] = odds(anything)
        for at, area in enumerate(areas):
            both = anything * likely(_of_area(scores, areas, at) @ np.array(self.area))
            found[:, area] = odds(np.clip(both, _EDGE, 1 - _EDGE))
        return found


def _of_anything(scores: "Floats", areas: Sequence[int]) -> "Floats":
    import numpy as np

    return np.stack([scores[:, -1], scores[:, areas].max(axis=1), np.ones(len(scores))], axis=1)


def _of_area(scores: "Floats", areas: Sequence[int], at: int) -> "Floats":
    import numpy as np

    others = [area for area in areas if area != areas[at]]
    best = scores[:, others].max(axis=1) if others else np.full(len(scores), _NONE)
    return np.stack([scores[:, areas[at]], best, np.ones(len(scores))], axis=1)
