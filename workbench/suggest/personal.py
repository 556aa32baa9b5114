"""What people's decisions add to what was known beforehand.

Learned is only what the prior misses: a decision that it foresaw changes nothing, and what a decision does not say
stays as the prior has it.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

from workbench.codebook import Codebook
from workbench.suggest.calibration import Tested
from workbench.suggest.embeddings import Directions, Embedder
from workbench.suggest.features import Features, Seen, likeness
from workbench.suggest.prior import Prior, targets
from workbench.suggest.reading import Reading, readings
from workbench.suggest.ridge import Ridge
from workbench.suggest.rows import Origin, Row
from workbench.suggest.weights import Weights

if TYPE_CHECKING:
    from workbench.suggest.space import Floats

MOST_TEXTS = 2000
"""Of a project's passages, how many are read to learn which words are common."""
PRIOR_WORTH = 1000.0
"""How many decided passages the prior's tests are worth, per code, once people's own decisions can be tested on. With
fewer, the curves of rare sub-codes are learned from a handful of decisions: measured on the samples' gold codings."""


@dataclass(frozen=True)
class Own:
    """Passages as what was learned since sees them."""

    seen: Seen
    placed: "Floats"
    """Their directions, passages x dimensions; no dimensions without an embedding model."""


@dataclass(frozen=True)
class Personal:
    """Weights over terms, keywords and directions of the project, learned from what the prior missed."""

    features: Features
    directions: Directions
    weights: Weights
    _columns: Any
    """The passages of the rows, sparse; rows of one passage are one here."""
    _placed: "Floats"
    """The directions of the same passages."""
    _ridge: Ridge
    _decided: tuple[Tested, ...]
    """Per code, people's decisions, each passage scored without itself."""

    @classmethod
    def learned(
        cls,
        codebook: Codebook,
        prior: Prior,
        rows: Sequence[Row],
        texts: Sequence[str],
        embedder: Embedder | None = None,
    ) -> "Personal":
        """From these rows; `texts` and the rows teach which words are common."""
        import numpy as np

        places: dict[tuple[str, Origin, int], int] = {}
        at = np.array([places.setdefault((row.text, row.origin, row.group), len(places)) for row in rows], dtype=int)
        read = readings([text for text, _origin, _group in places])
        step = max(1, -(-len(texts) // MOST_TEXTS))
        features = Features.fitted(codebook, [*read, *readings(texts[::step])])
        seen = features.see(read)
        known = prior.scores(prior.features.see(read, seen))
        said, _offsets = targets(codebook, rows)
        each = np.array([row.weight for row in rows])
        missed, weights = _together(at, np.nan_to_num(said - known[at]), each, len(places))
        directions, placed = Directions.over(embedder, [text for text, _origin, _group in places])
        ridge = Ridge.fit(likeness(seen.columns, seen.columns) + placed @ placed.T, missed, weights)
        own: dict[int, list[int]] = {}
        for (_text, origin, group), place in places.items():
            if origin is Origin.PERSON:
                own.setdefault(group, []).append(place)
        scores = prior.judged((known + ridge.without_own(map(np.array, own.values())))[at])
        decided = (Tested.of(scores[:, code], said[:, code], each) for code in range(said.shape[1]))
        return cls(
            features, directions, Weights(seen.columns.T @ ridge.duals), seen.columns, placed, ridge, tuple(decided)
        )

    def with_rows(self, codebook: Codebook, prior: Prior, rows: Sequence[Row]) -> "Personal":
        """With one more passage, of which these rows speak: only the codes that they speak of change."""
        import numpy as np
        from scipy.sparse import vstack

        read = readings([rows[0].text])
        seen = self.features.see(read)
        said, _offsets = targets(codebook, rows)
        weights = np.array([row.weight for row in rows])
        speaking = np.where(np.isnan(said), 0, weights[:, None])
        told = speaking.sum(axis=0)
        wanted = (speaking * np.nan_to_num(said)).sum(axis=0) / np.where(told > 0, told, 1)
        itself = seen.columns.toarray()[0]
        placed = self.directions.of([rows[0].text])
        ridge = self._ridge.with_row(
            self._columns @ itself + self._placed @ placed[0],
            float(itself @ itself + placed[0] @ placed[0]),
            wanted - prior.scores(prior.features.see(read, seen))[0],
            told / weights.sum(),
            float(weights.sum()),
        )
        columns = vstack([self._columns, seen.columns], format="csr")
        moved = self.weights.moved(itself - self._columns.T @ ridge.added[-1][0], ridge.duals[-1])
        return replace(self, weights=moved, _columns=columns, _placed=np.vstack([self._placed, placed]), _ridge=ridge)

    @cached_property
    def _pull(self) -> "Floats":
        """Dimensions x codes."""
        found: Floats = self._placed.T @ self._ridge.duals
        return found

    def see(self, texts: Sequence[str], read: Sequence[Reading], before: Seen) -> Own:
        """Passages as this sees them; `before` is what the prior has seen of them."""
        return Own(self.features.see(read, before), self.directions.of(texts))

    def scores(self, own: Own) -> "Floats":
        """What to add to the prior's scores, passages x codes."""
        found: Floats = self.weights.scores(own.seen.columns) + own.placed @ self._pull
        return found

    def tests(self, before: Sequence[Tested]) -> list[Tested]:
        """These tests of the prior, and beside them those on people's own decisions, each scored without itself."""
        return [
            known.worth(PRIOR_WORTH) + own if own.scores else known
            for known, own in zip(before, self._decided, strict=True)
        ]


def _together(at: Any, targets: "Floats", weights: "Floats", places: int) -> tuple["Floats", "Floats"]:
    """Targets and weights per passage, from those per row; `at` is each row's passage.

    Rows of equal features can be fitted as one, of their mean target and their whole weight, with the same result.
    """
    import numpy as np

    whole = np.zeros(places)
    np.add.at(whole, at, weights)
    sums = np.zeros((places, targets.shape[1]))
    np.add.at(sums, at, targets * weights[:, None])
    return sums / whole[:, None], whole
