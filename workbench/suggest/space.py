"""Passages as sparse rows of weighted terms (TF-IDF).

Own counting rather than scikit-learn's vectorizers, for two reasons: each count remembers the word it came from,
and a term never seen in learning still takes its share of the row's length. A passage about something else must
not look like its one known word.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from workbench.suggest.reading import Terms

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Ints = NDArray[np.int64]


@dataclass(frozen=True)
class Counted:
    """Passages' terms by column, one entry per occurrence."""

    columns: "Ints"
    words: "Ints"
    """The index of the word that each entry came from, within its passage."""
    starts: "Ints"
    """Where each passage's entries begin, and at last their number."""
    width: int
    """Columns in use: those of the space, and then one for each term it does not know."""

    def of(self, passage: int) -> "tuple[Ints, Ints]":
        """Columns and words of one passage's entries."""
        span = slice(self.starts[passage], self.starts[passage + 1])
        return self.columns[span], self.words[span]


@dataclass(frozen=True)
class Space:
    """Terms and how much each tells: `log((1 + passages) / (1 + passages with it)) + 1`."""

    columns: Mapping[str, int]
    idf: "Floats"
    unseen: float
    """What a term tells that is in no passage learned from."""

    def __len__(self) -> int:
        return len(self.columns)

    @classmethod
    def over(cls, documents: Iterable[Terms], *, least: int = 1) -> "Space":
        """The space of the terms in at least so many of these passages, in the order they first appear."""
        import numpy as np

        columns: Mapping[str, int] = _numbered()
        held: list[int] = []
        size = 0
        for _, terms in documents:
            held.extend(map(columns.__getitem__, dict.fromkeys(terms)))
            size += 1
        columns = dict(columns)
        counts = np.bincount(np.array(held, dtype=np.int64), minlength=len(columns))
        if least > 1:
            columns = {
                term: at for at, term in enumerate(term for term, old in columns.items() if counts[old] >= least)
            }
            counts = counts[counts >= least]
        return cls(columns, np.log((1 + size) / (1 + counts)) + 1, float(np.log(1 + size)) + 1)

    def counted(self, documents: Iterable[Terms]) -> Counted:
        """The passages' terms by column; unknown terms get columns behind the known ones."""
        import numpy as np

        known = self.columns
        size = len(known)
        unknown = _numbered()
        columns: list[int] = []
        words: list[int] = []
        starts = [0]
        for sources, terms in documents:
            found = zip(map(known.get, terms), terms, strict=True)
            columns.extend([size + unknown[term] if column is None else column for column, term in found])
            words.extend(sources)
            starts.append(len(columns))
        width = len(known) + len(unknown)
        return Counted(np.array(columns, int), np.array(words, int), np.array(starts, int), width)

    def weighted(self, counted: Counted) -> Any:
        """Sparse rows of length 1 over the known columns: `(1 + log count) * idf`, of length 1 before the unknown
        columns are dropped."""
        import numpy as np
        from scipy.sparse import csr_matrix

        rows = len(counted.starts) - 1
        ones = np.ones(len(counted.columns))
        matrix = csr_matrix((ones, counted.columns, counted.starts), shape=(rows, counted.width))
        matrix.sum_duplicates()
        unknown = np.full(counted.width - len(self), self.unseen)
        matrix.data = (1 + np.log(matrix.data)) * np.concatenate([self.idf, unknown])[matrix.indices]
        lengths = np.sqrt(matrix.multiply(matrix).sum(axis=1).A1)
        lengths[lengths == 0] = 1
        matrix.data /= np.repeat(lengths, np.diff(matrix.indptr))
        return matrix[:, : len(self)]


def _numbered() -> defaultdict[str, int]:
    """Numbers each term when it is first asked for: 0, 1, 2 …"""
    found: defaultdict[str, int] = defaultdict()
    found.default_factory = found.__len__
    return found
