"""All codes' classifiers as one linear model over terms and keywords.

Likeness to an entry is itself a sum over terms, so scoring needs two products, and every word's part in a score
can be read off.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.suggest.classifiers import Classifier
from workbench.suggest.features import LIKENESS, Seen, lengths

if TYPE_CHECKING:
    from workbench.suggest.space import Floats


@dataclass(frozen=True)
class Linear:
    """Weights of terms (terms x codes), of keywords (codes x codes), and intercepts (codes).

    `likeness` are weights of terms too (terms x codes), for a passage's row brought to length 1. A code without
    a classifier has an intercept of minus infinity: it is never suggested.
    """

    terms: "Floats"
    likeness: "Floats"
    keywords: "Floats"
    intercepts: "Floats"

    @classmethod
    def of(cls, classifiers: Mapping[int, Classifier], entries: "Floats") -> "Linear":
        """The classifiers by code index, folded together with the entries (codes x terms)."""
        import numpy as np

        codes, width = entries.shape
        weights = np.zeros((width + 2 * codes, codes))
        intercepts = np.full(codes, -np.inf)
        for code, classifier in classifiers.items():
            weights[:, code] = classifier.weights
            intercepts[code] = classifier.intercept
        likeness = entries.T @ weights[width + codes :] * LIKENESS
        return cls(weights[:width], likeness, weights[width : width + codes], intercepts)

    def scores(self, seen: Seen) -> "Floats":
        """The score of every passage and code."""
        found: Floats = self.from_terms(seen) + seen.keywords @ self.keywords + self.intercepts
        return found

    def from_terms(self, seen: Seen) -> "Floats":
        """What the terms alone add to every passage's and code's score."""
        found: Floats = seen.terms @ self.terms + (seen.terms @ self.likeness) / lengths(seen.terms)[:, None]
        return found

    def parts(self, seen: Seen, passage: int, code: int, words: int) -> "Floats":
        """What each of the passage's words adds to the code's score, not counting keywords."""
        import numpy as np

        row = seen.terms[passage]
        weights = self.terms[row.indices, code] + self.likeness[row.indices, code] / lengths(row)[0]
        values = np.zeros(self.terms.shape[0])
        values[row.indices] = row.data * weights
        found = np.zeros(words)
        for counted, first, size in seen.counted:
            columns, sources = counted.of(passage)
            known = columns < size
            columns, sources = columns[known] + first, sources[known]
            if len(columns):
                times = np.bincount(columns)[columns]
                found += np.bincount(sources, values[columns] / times, minlength=words)
        return found
