"""What is seen of a passage: lemmas, letters, meanings, and the keywords met; and how like two passages are.

Likeness is the sum over these blocks, so a score is a sum over terms, and every word's part in it can be read off.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from workbench.codebook import Codebook
from workbench.suggest.keywords import MOST_HITS, Hit, Keywords
from workbench.suggest.meanings import meaning_terms
from workbench.suggest.reading import Reading, Terms, letter_terms, pair_terms, word_terms
from workbench.suggest.space import Counted, Space

if TYPE_CHECKING:
    from workbench.suggest.space import Floats


@dataclass(frozen=True, slots=True)
class Block:
    """A kind of terms."""

    terms: Callable[[Reading], Terms]
    share: float
    """Of likeness. Measured without each author of the reference passages in turn: broad plateaus, all of them."""
    least: int
    """A term in fewer reference passages than this is not worth its place in the package."""


BLOCKS = (
    Block(word_terms, 0.7, 2),
    Block(letter_terms, 0.7, 2),
    Block(pair_terms, 0.7, 3),
    Block(meaning_terms, 0.2, 1),
)
KEYWORDS = 0.05
"""The share of keywords met: little, for most of what they say the words have said already."""


@dataclass(frozen=True)
class Seen:
    """Passages as features: `columns` (passages x terms and keywords, sparse), and what they were made from."""

    columns: Any
    terms: tuple[tuple[Terms, ...], ...]
    """Per block, each passage's terms."""
    hits: tuple[tuple[Hit, ...], ...]
    counted: tuple[tuple[Counted, int, int], ...]
    """The counts behind each block, with its first column and its number of columns."""


@dataclass(frozen=True)
class Features:
    """Spaces and keywords of one codebook."""

    codes: tuple[str, ...]
    """Ids; the keyword columns stand in this order, after all terms."""
    spaces: tuple[Space, ...]
    keywords: Keywords
    areas: tuple[int, ...]
    """For each code the index of its area."""

    @classmethod
    def fitted(cls, codebook: Codebook, readings: Sequence[Reading], *, rare: bool = True) -> "Features":
        """Features whose terms are those of the readings; the rare ones only where they are wanted."""
        spaces = []
        for block in BLOCKS:
            spaces.append(Space.over(map(block.terms, readings), least=1 if rare else block.least))
        return cls.of(codebook, tuple(spaces))

    @classmethod
    def of(cls, codebook: Codebook, spaces: tuple[Space, ...]) -> "Features":
        """Features over spaces that were fitted before."""
        at = {code.id: index for index, code in enumerate(codebook.codes)}
        return cls(tuple(at), spaces, Keywords.of(codebook), tuple(at[code.area] for code in codebook.codes))

    @property
    def top(self) -> list[int]:
        """The indices of the areas."""
        return [code for code, area in enumerate(self.areas) if code == area]

    @property
    def terms(self) -> int:
        """How many columns are terms."""
        return sum(map(len, self.spaces))

    def see(self, readings: Sequence[Reading], before: Seen | None = None) -> Seen:
        """The passages as features. `before` is what other spaces for the same codebook have seen of them, if any:
        then nothing needs to be looked for twice."""
        import numpy as np
        from scipy.sparse import csr_matrix, hstack

        terms = before.terms if before else tuple(tuple(map(block.terms, readings)) for block in BLOCKS)
        hits = before.hits if before else tuple(tuple(self.keywords.hits(reading)) for reading in readings)
        counted, weighted, first = [], [], 0
        for block, documents, space in zip(BLOCKS, terms, self.spaces, strict=True):
            counts = space.counted(documents)
            counted.append((counts, first, len(space)))
            weighted.append(space.weighted(counts) * np.sqrt(block.share))
            first += len(space)
        weighted.append(csr_matrix(self._met(hits) * np.sqrt(KEYWORDS)))
        columns = hstack(weighted, format="csr")
        columns.sort_indices()
        return Seen(columns, terms, hits, tuple(counted))

    def _met(self, hits: Sequence[Sequence[Hit]]) -> "Floats":
        """Per passage and code the keywords met, capped and scaled to 0..1; an area counts its sub-codes' too."""
        import numpy as np

        met = np.zeros((len(hits), len(self.codes)))
        for row, found in enumerate(hits):
            for code, _keyword in {(hit.code, hit.keyword) for hit in found}:
                met[row, code] += 1
                if self.areas[code] != code:
                    met[row, self.areas[code]] += 1
        return np.minimum(met, MOST_HITS) / MOST_HITS


def likeness(one: Any, other: Any) -> "Floats":
    """How like the rows of two sparse matrices are: rows of one x rows of the other."""
    import numpy as np

    found: Floats = np.asarray((one @ other.T).todense())
    return found
