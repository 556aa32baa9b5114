"""What each kind of term, and each author of the reference passages, is worth.

Each author is held out in turn, in closed form: one inverse gives the scores that everyone's passages would have had
without their author's. The terms are those of all authors. Beside it, the gold codings of the samples, which nobody was
taught; passages stand alone in both.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from benchmarks.suggesting.material import Labelled
from benchmarks.suggesting.measures import average, precision
from workbench.codebook import Codebook, reference_passages
from workbench.suggest.features import Features, Seen, likeness
from workbench.suggest.prior import targets
from workbench.suggest.reading import readings
from workbench.suggest.ridge import Ridge
from workbench.suggest.rows import Origin, codebook_rows
from workbench.suggest.teach import reference_rows

Floats = NDArray[np.float64]
WORDS, LETTERS, PAIRS, MEANINGS, KEYWORDS = range(5)
BLOCKS = {
    "words": (WORDS,),
    "letters": (LETTERS,),
    "words, letters": (WORDS, LETTERS),
    "words, letters, pairs": (WORDS, LETTERS, PAIRS),
    "words, letters, pairs, meanings": (WORDS, LETTERS, PAIRS, MEANINGS),
    "all: keywords too": (WORDS, LETTERS, PAIRS, MEANINGS, KEYWORDS),
}
AUTHORS = (0, 1, 2, 4, 8)
"""And then all of them; each number in as many orders as ORDERS, the same in every run."""
ORDERS = 3


@dataclass(frozen=True, slots=True)
class Worth:
    """Mean average precision, of areas and of all codes."""

    name: str
    areas: float
    codes: float
    """On passages of authors that were held out; nan where there are none."""
    gold_areas: float
    gold_codes: float


class Ablation:
    """The reference passages of a codebook, seen once."""

    def __init__(self, codebook: Codebook, gold: Sequence[Labelled]) -> None:
        reference = reference_rows(codebook, reference_passages(codebook.id))
        self._rows = [*codebook_rows(codebook), *reference]
        self._ids = [code.id for code in codebook.codes]
        self._levels = np.array([code.level for code in codebook.codes])
        read = readings([row.text for row in self._rows])
        self._features = Features.fitted(codebook, read, rare=False)
        self._seen = self._features.see(read)
        self._said, self._offsets = targets(codebook, self._rows)
        self._weights = np.array([row.weight for row in self._rows])
        taught = np.array([row.origin is Origin.REFERENCE for row in self._rows])
        self._author = np.where(taught, [row.group for row in self._rows], -1)
        self._gold = self._features.see(readings([one.text for one in gold]))
        self._true = np.array([[id in one.codes for id in self._ids] for one in gold])

    @property
    def authors(self) -> int:
        """How many there are."""
        return int(self._author.max()) + 1

    @property
    def passages(self) -> int:
        """How many reference passages there are."""
        return int((self._author >= 0).sum())

    def blocks(self) -> list[Worth]:
        """Some kinds of terms alone, and more and more of them together."""
        groups = [np.flatnonzero(self._author == author) for author in range(self.authors)]
        found = []
        for name, blocks in BLOCKS.items():
            mine, asked = self._part(self._seen, blocks), self._part(self._gold, blocks)
            ridge = Ridge.fit(likeness(mine, mine), np.nan_to_num(self._said - self._offsets), self._weights)
            scores = ridge.without_own(groups) + self._offsets
            held = self._author >= 0
            found.append(
                Worth(
                    name,
                    *self._precision(scores[held], self._said[held]),
                    *self._precision(asked @ (mine.T @ ridge.duals) + self._offsets, np.where(self._true, 1.0, -1.0)),
                )
            )
        return found

    def by_authors(self) -> list[Worth]:
        """More and more authors, asked about the passages of all others."""
        found = []
        for number in (*AUTHORS, self.authors):
            several = []
            for order in range(ORDERS if 0 < number < self.authors else 1):
                start = order * self.authors // ORDERS
                known = [(start + step) % self.authors for step in range(number)]
                told = np.flatnonzero(np.isin(self._author, [-1, *known]))
                asked = ~np.isin(self._author, [-1, *known])
                several.append(self._from(told, asked))
            name = "the codebook alone" if number == 0 else f"{number}"
            found.append(Worth(name, *(average(column) for column in zip(*several, strict=True))))
        return found

    def _from(self, told: NDArray[np.intp], asked: NDArray[np.bool_]) -> tuple[float, float, float, float]:
        mine = self._seen.columns[told]
        missed = np.nan_to_num(self._said - self._offsets)[told]
        ridge = Ridge.fit(likeness(mine, mine), missed, self._weights[told])
        weights = mine.T @ ridge.duals
        return (
            *self._precision(self._seen.columns[asked] @ weights + self._offsets, self._said[asked]),
            *self._precision(self._gold.columns @ weights + self._offsets, np.where(self._true, 1.0, -1.0)),
        )

    def _part(self, seen: Seen, blocks: Sequence[int]) -> Any:
        """The columns of some kinds of terms."""
        ends = np.cumsum([0, *map(len, self._features.spaces), len(self._ids)])
        return seen.columns[:, np.concatenate([np.arange(ends[at], ends[at + 1]) for at in blocks])]

    def _precision(self, scores: Floats, said: Floats) -> tuple[float, float]:
        """The mean average precision of areas, and of all codes; of each on the rows that speak of it."""
        each = []
        for code in range(len(self._ids)):
            rows = ~np.isnan(said[:, code])
            right = said[rows, code] > 0
            each.append(precision(scores[rows, code].tolist(), right.tolist()) if right.any() else np.nan)
        every = np.array(each)
        if np.isnan(every).all():
            return np.nan, np.nan
        return float(np.nanmean(every[self._levels == 1])), float(np.nanmean(every))
