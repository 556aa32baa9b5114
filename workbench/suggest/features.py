"""What the classifiers see of a passage: lemmas, letters, meanings, keywords met, likeness to each code's entry."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from workbench.codebook import Codebook
from workbench.suggest.keywords import MOST_HITS, Hit, Keywords
from workbench.suggest.meanings import meaning_terms
from workbench.suggest.reading import Reading, letter_terms, word_terms
from workbench.suggest.rows import Row, entry_weights
from workbench.suggest.space import Counted, Space

if TYPE_CHECKING:
    from workbench.suggest.space import Floats

LETTERS = 1.0
MEANINGS = 1.0
LIKENESS = 1.0
"""How much each counts beside the words. Measured on the shipped codebook's examples, each fold held out, and on rows
by two other authors: broad plateaus, all three. Meanings help most where no keyword is met."""


@dataclass(frozen=True)
class Block:
    """One kind of terms: its space, how a reading gives them, and how long its part of a row is."""

    space: Space
    terms: Callable[[Reading], Iterable[tuple[int, str]]]
    length: float


@dataclass(frozen=True)
class Seen:
    """Passages as features: `terms` (passages x terms, sparse) and `keywords` (passages x codes, 0 to 1)."""

    terms: Any
    keywords: "Floats"
    hits: tuple[tuple[Hit, ...], ...]
    counted: tuple[tuple[Counted, int, int], ...]
    """The counts behind each block of `terms`, with its first column and its number of columns."""


@dataclass(frozen=True)
class Features:
    """The spaces and keywords fitted on one codebook and its rows."""

    codebook: Codebook
    blocks: tuple[Block, ...]
    keywords: Keywords

    @classmethod
    def fitted(cls, codebook: Codebook, readings: Sequence[Reading]) -> "Features":
        """Features whose terms are those of the readings."""
        kinds = ((word_terms, 1.0), (letter_terms, LETTERS), (meaning_terms, MEANINGS))
        blocks = (
            Block(Space.over([list(terms(reading)) for reading in readings]), terms, length) for terms, length in kinds
        )
        return cls(codebook, tuple(blocks), Keywords.of(codebook))

    def see(self, readings: Sequence[Reading]) -> Seen:
        """The passages as features."""
        from scipy.sparse import hstack

        counted = []
        weighted = []
        first = 0
        for block in self.blocks:
            counts = block.space.counted(block.terms(reading) for reading in readings)
            counted.append((counts, first, len(block.space)))
            weighted.append(block.space.weighted(counts) * block.length)
            first += len(block.space)
        hits = tuple(tuple(self.keywords.hits(reading)) for reading in readings)
        return Seen(hstack(weighted, format="csr"), self._met(hits), hits, tuple(counted))

    def _met(self, hits: Sequence[Sequence[Hit]]) -> "Floats":
        """Per passage and code the keywords met, capped and scaled to 0..1; an area counts its sub-codes' too."""
        import numpy as np

        codes = self.codebook.codes
        at = {code.id: index for index, code in enumerate(codes)}
        area = [at[code.area] for code in codes]
        met = np.zeros((len(hits), len(codes)))
        for row, found in enumerate(hits):
            for code, _keyword in {(hit.code, hit.keyword) for hit in found}:
                met[row, code] += 1
                if area[code] != code:
                    met[row, area[code]] += 1
        return np.minimum(met, MOST_HITS) / MOST_HITS


def lengths(terms: Any) -> "Floats":
    """The length of each sparse row; 1 for an empty one."""
    import numpy as np

    found: Floats = np.sqrt(terms.multiply(terms).sum(axis=1).A1)
    found[found == 0] = 1
    return found


def entries(codebook: Codebook, rows: Sequence[Row], terms: Any) -> tuple["Floats", "Floats"]:
    """Each code's entry (codes x terms, rows of length 1 or 0) and each row's likeness to it (rows x codes, -1..1).

    A row's own share is taken out of the entry before it is compared: it must not be praised for being itself.
    """
    import numpy as np

    weights = np.array([entry_weights(rows, code.id) for code in codebook.codes], float)
    weights = weights.reshape(len(codebook.codes), len(rows))
    sums = weights @ terms
    squares = terms.multiply(terms).sum(axis=1).A1
    products = (terms @ sums.T).T
    lengths = (sums**2).sum(axis=1)[:, None]
    without = products - weights * squares
    left = np.sqrt(np.maximum(lengths - 2 * weights * products + weights**2 * squares, 0))
    own = np.sqrt(squares)
    likeness = np.divide(without, left * own, out=np.zeros_like(without), where=left * own > 1e-9)
    whole = np.sqrt(lengths)
    return np.divide(sums, whole, out=np.zeros_like(sums), where=whole > 0), likeness.T
