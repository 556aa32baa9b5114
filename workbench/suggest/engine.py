"""The engine that suggests codes: what is known of a codebook beforehand, and what people have decided since.

It works from the first minute on the codebook alone, and abstains where it is not sure enough. The same codebook
and the same decisions give the same suggestions, to the last digit.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from workbench.codebook import Codebook
from workbench.model import LabelledPassage, Suggestion
from workbench.suggest.calibration import Calibration, calibrations
from workbench.suggest.choice import chosen
from workbench.suggest.context import in_talk
from workbench.suggest.evidence import evidence, keyword, word_parts
from workbench.suggest.features import Seen
from workbench.suggest.personal import Personal
from workbench.suggest.prior import Prior, mark, prior
from workbench.suggest.provenance import provenance
from workbench.suggest.reading import Reading, readings
from workbench.suggest.rows import codebook_rows, person_rows

if TYPE_CHECKING:
    from workbench.suggest.space import Floats


@dataclass(frozen=True)
class Engine:
    """What was learned. Made by `learn`, never changed; learning more gives a new one."""

    codebook: Codebook
    provenance: Mapping[str, str | int]
    """Codebook, number of labelled passages, versions: for the record of a suggestion run."""
    _prior: Prior
    _personal: Personal | None
    _alone: Sequence[Calibration]
    """For passages that stand alone."""
    _in_talk: Sequence[Calibration]

    @classmethod
    def learn(cls, codebook: Codebook, labelled: Sequence[LabelledPassage] = (), texts: Sequence[str] = ()) -> "Engine":
        """An engine for this codebook that has learned from the passages people have dealt with.

        `texts` are passages of the project as they are; they only teach which words are common there.
        """
        known = prior(codebook)
        unread = [row for row in codebook_rows(codebook) if mark(row.text) not in known.read]
        decided = person_rows(codebook, labelled, worth=known.worth)
        personal = Personal.learned(codebook, known, [*unread, *decided], texts) if unread or decided else None
        alone, talk = (
            calibrations(codebook, tests if personal is None else personal.tests(tests))
            for tests in (known.tests, known.talk_tests)
        )
        return cls(codebook, provenance(codebook, len(labelled)), known, personal, alone, talk)

    def learned(self, labelled: Sequence[LabelledPassage]) -> "Engine":
        """An engine that has also learned from these: quick, for one decision or a few.

        Only what is known of the codes concerned changes; terms and calibration stay until `learn` is called again.
        """
        rows = person_rows(self.codebook, labelled, worth=self._prior.worth)
        if not rows:
            return self
        personal = self._personal or Personal.learned(self.codebook, self._prior, (), [row.text for row in rows])
        for row in rows:
            personal = personal.with_row(self.codebook, self._prior, row)
        known = int(self.provenance["labelled"]) + len(labelled)
        return replace(self, provenance={**self.provenance, "labelled": known}, _personal=personal)

    def suggest(
        self,
        texts: Sequence[str],
        level: int | None = None,
        limit: int = 3,
        questions: Sequence[str] | None = None,
    ) -> list[tuple[Suggestion, ...]]:
        """For each passage the codes to suggest, best first, at most `limit`; empty where the engine abstains.

        At level 1 focus areas, folders too; at level 2 sub-codes; without a level sub-codes, and an area that is no
        folder where none of its sub-codes is sure enough. With `questions` the texts are one talk in order, each
        with what was asked before it: both count a little, and are never evidence. Raises ValueError when there is
        not one question per passage.
        """
        if questions is not None and len(questions) != len(texts):
            raise ValueError(f"{len(questions)} questions for {len(texts)} passages")
        if not texts:
            return []
        read = readings(texts)
        views = self._see(read)
        confidences = self._confidences(views, questions)
        thresholds = [calibration.threshold for calibration in self._calibrations(questions)]
        found = []
        for passage, row in enumerate(confidences.tolist()):
            codes = chosen(self.codebook, row, thresholds, level, limit) if read[passage].telling else []
            found.append(tuple(self._suggestion(texts, read, views, passage, code, row[code]) for code in codes))
        return found

    def confidences(self, texts: Sequence[str], questions: Sequence[str] | None = None) -> list[dict[str, float]]:
        """Every code's calibrated probability for each passage, shown or not: to measure the engine with."""
        if not texts:
            return []
        ids = [code.id for code in self.codebook.codes]
        rows = self._confidences(self._see(readings(texts)), questions).tolist()
        return [dict(zip(ids, row, strict=True)) for row in rows]

    def _calibrations(self, questions: Sequence[str] | None) -> Sequence[Calibration]:
        return self._alone if questions is None else self._in_talk

    def _see(self, read: Sequence[Reading]) -> tuple[Seen, Seen | None]:
        """The passages as the prior sees them, and as what was learned since does."""
        return self._prior.features.see(read), self._personal.features.see(read) if self._personal else None

    def _scores(self, views: tuple[Seen, Seen | None]) -> "Floats":
        """Passages x codes."""
        seen, own = views
        scores = self._prior.scores(seen)
        if self._personal is not None and own is not None:
            scores = scores + self._personal.scores(own)
        return scores

    def _confidences(self, views: tuple[Seen, Seen | None], questions: Sequence[str] | None) -> "Floats":
        """Calibrated probabilities, passages x codes; no sub-code is surer than its area."""
        import numpy as np

        scores = self._scores(views)
        if questions is not None:
            asked = self._scores(self._see(readings(questions)))
            scores = in_talk(scores, asked, self._prior.offsets)
        calibrations = self._calibrations(questions)
        columns = [calibration.probabilities(scores[:, i]) for i, calibration in enumerate(calibrations)]
        found = np.stack(columns, axis=1)
        at = {code.id: index for index, code in enumerate(self.codebook.codes)}
        return np.minimum(found, found[:, [at[code.area] for code in self.codebook.codes]])

    def _suggestion(
        self,
        texts: Sequence[str],
        read: Sequence[Reading],
        views: tuple[Seen, Seen | None],
        passage: int,
        code: int,
        confidence: float,
    ) -> Suggestion:
        """One suggestion with what it rests on."""
        reading, (seen, own) = read[passage], views
        id = self.codebook.codes[code].id
        hits = [hit for hit in seen.hits[passage] if id in (self._id(hit.code), self._area(hit.code))]
        parts = word_parts(reading, seen, self._prior.weights[:, code], passage, hits)
        if self._personal is not None and own is not None:
            parts = parts + word_parts(reading, own, self._personal.weights[:, code], passage, hits)
        return Suggestion(id, round(confidence, 4), evidence(texts[passage], reading, parts, hits), keyword(hits))

    def _id(self, code: int) -> str:
        return self.codebook.codes[code].id

    def _area(self, code: int) -> str:
        return self.codebook.codes[code].area
