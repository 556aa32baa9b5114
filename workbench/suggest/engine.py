"""The engine that suggests codes: learned from a codebook, and from what people decide.

It works from the first minute on the codebook alone, and abstains where it is not sure enough. The same codebook
and the same decisions give the same suggestions, to the last digit.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from workbench.codebook import Codebook
from workbench.model import LabelledPassage, Suggestion
from workbench.suggest.calibration import ENOUGH, Calibration, calibrate
from workbench.suggest.choice import chosen
from workbench.suggest.classifiers import Classifier, Tested, learn, tested
from workbench.suggest.evidence import evidence, hit_words, keyword
from workbench.suggest.features import LIKENESS, Features, Seen, entries, lengths
from workbench.suggest.linear import Linear
from workbench.suggest.provenance import provenance
from workbench.suggest.reading import Reading, readings
from workbench.suggest.rows import Row, codebook_rows, person_rows, speech_weights

if TYPE_CHECKING:
    from workbench.suggest.space import Floats

MOST_TEXTS = 2000
"""Of a project's passages, how many are read to learn which words are common."""
CONTEXT = 0.3
SHORT = 12
"""Words; a shorter passage is an answer that leans on the question before it."""


@dataclass(frozen=True)
class Engine:
    """What was learned. Made by `learn`, never changed; learning more gives a new one."""

    codebook: Codebook
    provenance: Mapping[str, str | int]
    """Codebook, number of labelled passages, versions: for the record of a suggestion run."""
    _features: Features
    _rows: tuple[Row, ...]
    _columns: Any
    _entries: "Floats"
    _classifiers: Mapping[int, Classifier]
    _calibrations: Sequence[Calibration]
    _linear: Linear

    @classmethod
    def learn(cls, codebook: Codebook, labelled: Sequence[LabelledPassage] = (), texts: Sequence[str] = ()) -> "Engine":
        """An engine for this codebook that has learned from the passages people have dealt with.

        `texts` are passages of the project as they are; they only teach which words are common there.
        """
        rows = (*codebook_rows(codebook), *person_rows(codebook, labelled))
        read = readings([row.text for row in rows])
        step = max(1, -(-len(texts) // MOST_TEXTS))
        features = Features.fitted(codebook, [*read, *readings(texts[::step])])
        seen = features.see(read)
        whole, likeness = entries(codebook, rows, seen.terms)
        columns = _columns(seen, likeness)
        ids = [code.id for code in codebook.codes]
        classifiers = {i: found for i, id in enumerate(ids) if (found := learn(columns, rows, id))}
        weights = speech_weights(rows, [frozenset(ids[hit.code] for hit in hits) for hits in seen.hits])
        calibrations = _calibrations(codebook, [tested(columns, rows, weights, id) for id in ids])
        return cls(
            codebook,
            provenance(codebook, len(labelled)),
            features,
            rows,
            columns,
            whole,
            classifiers,
            calibrations,
            Linear.of(classifiers, whole),
        )

    def learned(self, labelled: Sequence[LabelledPassage]) -> "Engine":
        """An engine that has also learned from these: quick, for one decision or a few.

        Only the classifiers of the codes concerned are learned anew; terms, entries and calibration stay until
        `learn` is called again.
        """
        from scipy.sparse import vstack

        rows = person_rows(self.codebook, labelled)
        if not rows:
            return self
        seen = self._features.see(readings([row.text for row in rows]))
        every = (*self._rows, *rows)
        columns = vstack([self._columns, _columns(seen, _likeness(seen, self._entries))], format="csr")
        classifiers = dict(self._classifiers)
        for index, code in enumerate(self.codebook.codes):
            if any(row.says(code.id) is not None for row in rows) and (found := learn(columns, every, code.id)):
                classifiers[index] = found
        known = int(self.provenance["labelled"]) + len(labelled)
        return replace(
            self,
            provenance={**self.provenance, "labelled": known},
            _rows=every,
            _columns=columns,
            _classifiers=classifiers,
            _linear=Linear.of(classifiers, self._entries),
        )

    def suggest(
        self,
        texts: Sequence[str],
        level: int | None = None,
        limit: int = 3,
        contexts: Sequence[str] | None = None,
    ) -> list[tuple[Suggestion, ...]]:
        """For each passage the codes to suggest, best first, at most `limit`; empty where the engine abstains.

        At level 1 focus areas, folders too; at level 2 sub-codes; without a level sub-codes, and an area that is no
        folder where none of its sub-codes is sure enough. `contexts` are what was said before each passage, the
        interviewer's question: it counts a little for a short answer and is never evidence. Raises ValueError when
        there is not one context per passage.
        """
        if contexts is not None and len(contexts) != len(texts):
            raise ValueError(f"{len(contexts)} contexts for {len(texts)} passages")
        if not texts:
            return []
        read = readings(texts)
        seen = self._features.see(read)
        confidences = self._confidences(seen, read, contexts)
        thresholds = [calibration.threshold for calibration in self._calibrations]
        found = []
        for passage, row in enumerate(confidences.tolist()):
            codes = chosen(self.codebook, row, thresholds, level, limit) if read[passage].telling else []
            found.append(tuple(self._suggestion(texts, read, seen, passage, code, row[code]) for code in codes))
        return found

    def confidences(self, texts: Sequence[str]) -> list[dict[str, float]]:
        """Every code's calibrated probability for each passage, shown or not: to measure the engine with."""
        read = readings(texts)
        ids = [code.id for code in self.codebook.codes]
        rows = self._confidences(self._features.see(read), read, None).tolist()
        return [dict(zip(ids, row, strict=True)) for row in rows]

    def _confidences(self, seen: Seen, read: Sequence[Reading], contexts: Sequence[str] | None) -> "Floats":
        """Calibrated probabilities, passages x codes; no sub-code is surer than its area."""
        import numpy as np

        scores = self._linear.scores(seen)
        if contexts is not None:
            short = np.array([[CONTEXT * (len(reading.words) < SHORT)] for reading in read])
            scores = scores + short * self._linear.from_terms(self._features.see(readings(contexts)))
        columns = [calibration.probabilities(scores[:, i]) for i, calibration in enumerate(self._calibrations)]
        found = np.stack(columns, axis=1) if columns else np.zeros((len(read), 0))
        at = {code.id: index for index, code in enumerate(self.codebook.codes)}
        return np.minimum(found, found[:, [at[code.area] for code in self.codebook.codes]])

    def _suggestion(
        self, texts: Sequence[str], read: Sequence[Reading], seen: Seen, passage: int, code: int, confidence: float
    ) -> Suggestion:
        """One suggestion with what it rests on."""
        reading = read[passage]
        id = self.codebook.codes[code].id
        hits = [hit for hit in seen.hits[passage] if id in (self._id(hit.code), self._area(hit.code))]
        parts = self._linear.parts(seen, passage, code, len(reading.words))
        for hit in hits:
            share = float(seen.keywords[passage] @ self._linear.keywords[:, code]) / len(hits)
            words = hit_words(reading, hit)
            parts[words] += max(share, 0.0) / len(words)
        return Suggestion(id, round(confidence, 4), evidence(texts[passage], reading, parts, hits), keyword(hits))

    def _id(self, code: int) -> str:
        return self.codebook.codes[code].id

    def _area(self, code: int) -> str:
        return self.codebook.codes[code].area


def _columns(seen: Seen, likeness: "Floats") -> Any:
    """What the classifiers learn from: terms, keywords met, likeness to every entry."""
    from scipy.sparse import csr_matrix, hstack

    return hstack([seen.terms, csr_matrix(seen.keywords), csr_matrix(likeness * LIKENESS)], format="csr")


def _likeness(seen: Seen, whole: "Floats") -> "Floats":
    """Of passages that are no part of an entry, to every entry."""
    found: Floats = (seen.terms @ whole.T) / lengths(seen.terms)[:, None]
    return found


def _calibrations(codebook: Codebook, tests: Sequence[Tested]) -> list[Calibration]:
    """Each code's calibration: its own where enough rows fit it, else that of its level."""
    levels = {
        level: calibrate(test for code, test in zip(codebook.codes, tests, strict=True) if code.level == level)
        for level in (1, 2)
    }
    return [
        calibrate([test]) if sum(test.fits) >= ENOUGH else levels[code.level]
        for code, test in zip(codebook.codes, tests, strict=True)
    ]
