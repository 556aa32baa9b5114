"""Why a code was suggested: the words that carried it, at their places in the passage.

A linear score is a sum, so each word's part in it is known exactly: the weights of its terms times their values,
and its share of the keywords it met. Nothing is made up: where no word stands out, there is no evidence.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.model import Evidence
from workbench.suggest.features import Seen
from workbench.suggest.keywords import Hit
from workbench.suggest.reading import Reading

if TYPE_CHECKING:
    from workbench.suggest.space import Floats, Ints

SHARE = 0.15
"""A word that gave less of what spoke for the code is not shown, unless it met a keyword."""
MOST = 5


@dataclass(frozen=True, slots=True)
class Spoken:
    """A passage's columns, and which of its words stand behind each: the same for every code."""

    reading: Reading
    columns: "Ints"
    values: "Floats"
    entries: "Ints"
    """For each occurrence of a term the place of its column in `columns`."""
    words: "Ints"
    """For each occurrence the index of its word."""
    among: "Ints"
    """For each occurrence how many share its column."""
    terms: int
    """Columns from here on are keywords."""

    @classmethod
    def of(cls, reading: Reading, seen: Seen, passage: int) -> "Spoken":
        import numpy as np

        span = slice(*seen.columns.indptr[passage : passage + 2])
        columns = seen.columns.indices[span]
        entries, words, among, terms = [], [], [], 0
        for counted, first, size in seen.counted:
            found, sources = counted.of(passage)
            known = found < size
            at = np.searchsorted(columns, found[known] + first)
            entries.append(at)
            words.append(sources[known])
            among.append(np.bincount(at)[at] if len(at) else at)
            terms = first + size
        at, sources, sharing = (np.concatenate(several).astype(int) for several in (entries, words, among))
        return cls(reading, columns, seen.columns.data[span], at, sources, sharing, terms)

    def parts(self, weights: "Floats", hits: Sequence[Hit]) -> "Floats":
        """What each of the words adds to a code's score; `weights` is what the columns say of the code.

        What the keywords add goes to the words that met the code's own.
        """
        import numpy as np

        values = self.values * weights
        shares = values[self.entries] / self.among
        found = np.bincount(self.words, shares, minlength=len(self.reading.words)).astype(float)
        met = max(float(values[self.columns >= self.terms].sum()), 0.0) / max(1, len(hits))
        for hit in hits:
            words = hit_words(self.reading, hit)
            found[words] += met / len(words)
        return found


def evidence(text: str, reading: Reading, parts: "Floats", hits: Sequence[Hit]) -> tuple[Evidence, ...]:
    """The words that carried a code, strongest first.

    `parts` holds each word's part in the score, `hits` the code's own keywords that were met.
    """
    total = float(parts[parts > 0].sum())
    if total <= 0:
        return ()
    met = {index for hit in hits for index in hit_words(reading, hit)}
    shares = {index: float(part) / total for index, part in enumerate(parts) if part > 0}
    kept = [i for i, share in shares.items() if i in met or (share > SHARE and reading.tells(i))]
    kept.sort(key=lambda index: (-shares[index], index))
    places = {index: reading.words[index].place for index in kept[:MOST]}
    return tuple(Evidence(place, place.of(text), round(shares[index], 4)) for index, place in places.items())


def keyword(hits: Sequence[Hit]) -> str:
    """The keyword to name, of those met: the one with the most words, the first of equals; empty without any."""
    longest = max(hits, key=lambda hit: len(hit.words), default=None)
    return longest.keyword if longest else ""


def hit_words(reading: Reading, hit: Hit) -> list[int]:
    """The words of a keyword without its stop words, unless it has no others."""
    return [index for index in hit.words if reading.tells(index)] or list(hit.words)
