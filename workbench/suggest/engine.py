"""The engine that suggests codes: what is known of a codebook beforehand, and what people have decided since.

It works from the first minute on the codebook alone, and abstains where it is not sure enough. The same codebook
and the same decisions give the same suggestions, to the last digit.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING

from workbench.codebook import Codebook
from workbench.model import LabelledPassage, Suggestion
from workbench.suggest.calibration import Calibration, Tested, calibrate, calibrations
from workbench.suggest.choice import chosen
from workbench.suggest.context import in_talk
from workbench.suggest.embeddings import Embedder
from workbench.suggest.enough import enough
from workbench.suggest.evidence import Spoken, evidence, keyword
from workbench.suggest.features import Seen
from workbench.suggest.personal import Own, Personal
from workbench.suggest.prior import Prior, mark, prior
from workbench.suggest.provenance import provenance
from workbench.suggest.reading import Reading, readings
from workbench.suggest.rows import Origin, codebook_rows, person_rows
from workbench.suggest.together import SAID

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
    """For passages that stand alone: of each code, and at last of whether anything is said."""
    _in_talk: Sequence[Calibration]
    embedder: Embedder | None = None
    """The embedding model it learned with."""
    _texts: Sequence[str] = ()
    """The project's passages: their terms are needed as soon as somebody decides."""

    @classmethod
    def learn(
        cls,
        codebook: Codebook,
        labelled: Sequence[LabelledPassage] = (),
        texts: Sequence[str] = (),
        embedder: Embedder | None = None,
    ) -> "Engine":
        """An engine for this codebook that has learned from the passages people have dealt with.

        `texts` are passages of the project as they are; they only teach which words are common there. With an
        embedding model the codebook's examples are learned from once more, for what the prior missed in them and
        the model may see. Of very many passages a part is learned from, see `enough`.
        """
        known = prior(codebook)
        unread = [
            row
            for row in codebook_rows(codebook)
            if mark(row.text) not in known.read or (embedder is not None and row.origin is Origin.EXAMPLE)
        ]
        decided = person_rows(codebook, enough(labelled), worth=known.worth)
        rows = [*unread, *decided]
        personal = Personal.learned(codebook, known, rows, texts, embedder) if rows else None
        alone, talk = (_calibrated(codebook, tests, personal) for tests in (known.tests, known.talk_tests))
        made = provenance(codebook, len(labelled), embedder)
        return cls(codebook, made, known, personal, alone, talk, embedder, texts)

    def learned(self, labelled: Sequence[LabelledPassage]) -> "Engine":
        """An engine that has also learned from these: quick, for one decision or a few.

        Only what is known of the codes concerned changes; terms and calibration stay until `learn` is called again.
        """
        rows = person_rows(self.codebook, labelled, worth=self._prior.worth)
        if not rows:
            return self
        personal = self._personal
        if personal is None:
            texts = [*(row.text for row in rows), *self._texts]
            personal = Personal.learned(self.codebook, self._prior, (), texts)
        for _passage, several in groupby(rows, key=lambda row: row.group):
            personal = personal.with_rows(self.codebook, self._prior, list(several))
        known = int(self.provenance["labelled"]) + len(labelled)
        return replace(self, provenance={**self.provenance, "labelled": known}, _personal=personal)

    def suggest(
        self,
        texts: Sequence[str],
        level: int | None = None,
        limit: int = 3,
        questions: Sequence[str] | None = None,
        without: Collection[str] = (),
    ) -> list[tuple[Suggestion, ...]]:
        """For each passage the codes to suggest, best first, at most `limit`; empty where the engine abstains.

        At level 1 focus areas, folders too; at level 2 sub-codes; without a level sub-codes, and an area that is no
        folder where none of its sub-codes is sure enough. With `questions` the texts are one talk in order, each
        with what was asked before it: both count a little, and are never evidence. Codes in `without` are not
        suggested; an area may stand for them. Raises ValueError when there is not one question per passage.
        """
        if questions is not None and len(questions) != len(texts):
            raise ValueError(f"{len(questions)} questions for {len(texts)} passages")
        if not texts:
            return []
        read = readings(texts)
        views = self._see(texts, read)
        thresholds = [calibration.threshold for calibration in self._calibrations(questions)]
        found = []
        for passage, row in enumerate(self._confidences(views, questions).tolist()):
            said = read[passage].telling and (row[-1] >= SAID or self._prior.together is None)
            codes = chosen(self.codebook, row[:-1], thresholds[:-1], level, limit, without) if said else []
            found.append(self._suggestions(texts[passage], read[passage], views, passage, codes, row))
        return found

    def confidences(self, texts: Sequence[str], questions: Sequence[str] | None = None) -> list[dict[str, float]]:
        """Every code's calibrated probability for each passage, shown or not: to measure the engine with."""
        if not texts:
            return []
        ids = [code.id for code in self.codebook.codes]
        rows = self._confidences(self._see(texts, readings(texts)), questions).tolist()
        return [dict(zip(ids, row[:-1], strict=True)) for row in rows]

    def _calibrations(self, questions: Sequence[str] | None) -> Sequence[Calibration]:
        return self._alone if questions is None else self._in_talk

    def _see(self, texts: Sequence[str], read: Sequence[Reading]) -> tuple[Seen, Own | None]:
        """The passages as the prior sees them, and as what was learned since does."""
        seen = self._prior.features.see(read)
        return seen, self._personal.see(texts, read, seen) if self._personal else None

    def _scores(self, views: tuple[Seen, Own | None]) -> "Floats":
        """Passages x codes, and whether anything is said."""
        seen, own = views
        scores = self._prior.scores(seen)
        if self._personal is not None and own is not None:
            scores = scores + self._personal.scores(own)
        return scores

    def _confidences(self, views: tuple[Seen, Own | None], questions: Sequence[str] | None) -> "Floats":
        """Calibrated probabilities, passages x codes, and at last that anything is said; no sub-code is surer than
        its area."""
        import numpy as np

        scores = self._scores(views)
        if questions is not None:
            asked = self._scores(self._see(questions, readings(questions)))
            scores = in_talk(scores, asked, self._prior.offsets)
        scores = self._prior.judged(scores, in_talk=questions is not None)
        calibrations = self._calibrations(questions)
        found = np.empty(scores.shape)
        for column, calibration in enumerate(calibrations):
            found[:, column] = calibration.probabilities(scores[:, column])
        areas = [*self._prior.features.areas, len(calibrations) - 1]
        return np.minimum(found, found[:, areas])

    def _suggestions(
        self,
        text: str,
        reading: Reading,
        views: tuple[Seen, Own | None],
        passage: int,
        codes: Sequence[int],
        confidences: Sequence[float],
    ) -> tuple[Suggestion, ...]:
        """These codes for a passage, each with what it rests on."""
        if not codes:
            return ()
        seen, own = views
        before = Spoken.of(reading, seen, passage)
        since = Spoken.of(reading, own.seen, passage) if own is not None else None
        found = []
        for code in codes:
            id = self.codebook.codes[code].id
            hits = [hit for hit in seen.hits[passage] if id in (self._id(hit.code), self._area(hit.code))]
            parts = before.parts(self._prior.weights[before.columns, code], hits)
            if self._personal is not None and since is not None:
                parts = parts + since.parts(self._personal.weights.at(since.columns, code), hits)
            found.append(
                Suggestion(id, round(confidences[code], 4), evidence(text, reading, parts, hits), keyword(hits))
            )
        return tuple(found)

    def _id(self, code: int) -> str:
        return self.codebook.codes[code].id

    def _area(self, code: int) -> str:
        return self.codebook.codes[code].area


def _calibrated(codebook: Codebook, tests: Sequence[Tested], personal: Personal | None) -> list[Calibration]:
    """Each code's calibration, and at last that of whether anything is said.

    Decisions teach how probable a code is. How probable is enough they do not change: that rests on what a glance and a
    search cost (Elkan 2001, "The foundations of cost-sensitive learning"), and found anew on codes that are hard to
    foresee it would show more and more of what is wrong.
    """
    known = [*calibrations(codebook, tests[:-1]), calibrate(tests[-1:])]
    if personal is None:
        return known
    since = personal.tests(tests)
    found = [*calibrations(codebook, since[:-1]), calibrate(since[-1:])]
    return [
        new if old == Calibration() else replace(new, threshold=old.threshold)
        for old, new in zip(known, found, strict=True)
    ]
