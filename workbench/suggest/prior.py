"""What is known of a codebook's codes before anybody has coded: learned from its own rows and reference passages.

For a codebook with reference passages this is done once, by `make prior`, and ships as weights (arrays and JSON);
for any other it is done when first asked for, from the codebook alone, in a fraction of a second.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from workbench.codebook import Codebook, parse_stored
from workbench.suggest.calibration import Tested, summary
from workbench.suggest.context import in_talk
from workbench.suggest.features import Features, Seen, likeness
from workbench.suggest.reading import readings
from workbench.suggest.ridge import Ridge
from workbench.suggest.rows import Origin, Row, codebook_rows, speech_weights
from workbench.suggest.space import Space
from workbench.suggest.together import Together

if TYPE_CHECKING:
    from workbench.suggest.space import Floats

_FOLDER = Path(__file__).parent / "priors"
BESIDE_REFERENCE = 0.2
"""What a decision weighs where thousands of reference passages have taught: learned on the codings of some sample
municipalities for the others, less than .1 learns too little, and more than .5 too much from one kind of talk."""
FOLDS = 3
"""A codebook's examples are held out in so many groups where there is nothing better to test on."""


@dataclass(frozen=True)
class Prior:
    """Weights over terms and keywords, and how they did on passages that they had not learned from."""

    features: Features
    weights: "Floats"
    """Columns x codes, and at last whether anything is said: all that follows has this last one too."""
    offsets: "Floats"
    """Per code, the score of a passage that says nothing: how common the code is, from -1 (never) to 1."""
    tests: tuple[Tested, ...]
    """Per code, on passages that stand alone, judged together."""
    talk_tests: tuple[Tested, ...]
    """Per code, on passages in running talk, with what is said around them, judged together."""
    read: frozenset[str]
    """Marks of the codebook's texts it has learned from."""
    worth: float = 1.0
    """What a decision weighs beside one of its rows."""
    together: Together | None = None
    """How the areas of a passage that stands alone are judged; without reference passages, each for itself."""
    talk_together: Together | None = None
    """The same in running talk."""

    @classmethod
    def taught(cls, codebook: Codebook, reference: Sequence[Row] = ()) -> "Prior":
        """From the codebook's rows and these. Rows of one group are tested without each other.

        Where there are reference rows, only they are tested on: they come as passages come, examples do not.
        """
        import numpy as np

        own = codebook_rows(codebook)
        rows = [*own, *reference]
        read = readings([row.text for row in rows])
        features = Features.fitted(codebook, read, rare=not reference)
        seen = features.see(read)
        said, offsets = targets(codebook, rows)
        weights = np.array([row.weight for row in rows])
        ridge = Ridge.fit(likeness(seen.columns, seen.columns), np.nan_to_num(said - offsets), weights)
        first = len(own) if reference else 0
        groups: dict[int, list[int]] = {}
        for index in range(first, len(rows)):
            if rows[index].origin is not Origin.ENTRY:
                group = rows[index].group if reference else rows[index].group % FOLDS
                groups.setdefault(group, []).append(index)
        held_out = {group: np.array(members) for group, members in groups.items()}
        scores = ridge.without_own(held_out.values()) + offsets
        around = _in_talks(features, seen, ridge, rows, held_out, scores, offsets) if reference else scores
        scores = np.where([[not row.talk] for row in rows], scores, np.nan)
        met = [frozenset(features.codes[hit.code] for hit in hits) for hits in seen.hits]
        counts = weights if reference else np.array(speech_weights(rows, met))
        together = talk_together = None
        if reference:
            areas = features.top
            together = Together.fitted(scores, said, counts, areas)
            talk_together = Together.fitted(around, said, counts, areas)
            scores, around = together.judged(scores, areas), talk_together.judged(around, areas)
        return cls(
            features,
            seen.columns.T @ ridge.duals,
            offsets,
            _tests(scores, said, counts),
            _tests(around, said, counts),
            frozenset(mark(row.text) for row in own),
            BESIDE_REFERENCE if reference else 1.0,
            together,
            talk_together,
        )

    def scores(self, seen: Seen) -> "Floats":
        """Passages x codes, and whether anything is said; about 1 where a code fits, -1 where it does not."""
        found: Floats = seen.columns @ self.weights + self.offsets
        return found

    def judged(self, scores: "Floats", *, in_talk: bool = False) -> "Floats":
        """Scores as they are calibrated: those of a passage's areas judged together, where that was learned."""
        together = self.talk_together if in_talk else self.together
        return together.judged(scores, self.features.top) if together else scores

    def for_codebook(self, codebook: Codebook) -> "Prior":
        """With the codes of this edition of the codebook: those it does not know start from nothing."""
        import numpy as np

        ids = [code.id for code in codebook.codes]
        if tuple(ids) == self.features.codes:
            return replace(self, features=Features.of(codebook, self.features.spaces))
        known = {id: at for at, id in enumerate(self.features.codes)}
        terms = self.features.terms
        weights = np.zeros((terms + len(ids), len(ids) + 1))
        offsets = np.full(len(ids) + 1, float(self.offsets[:-1].mean()))
        weights[:terms, -1], offsets[-1] = self.weights[:terms, -1], self.offsets[-1]
        for row, id in enumerate(ids):
            if id in known:
                weights[terms + row, -1] = self.weights[terms + known[id], -1]
        nothing = Tested([], [], [])
        for column, id in enumerate(ids):
            if id in known:
                weights[:terms, column] = self.weights[:terms, known[id]]
                offsets[column] = self.offsets[known[id]]
                for row, other in enumerate(ids):
                    if other in known:
                        weights[terms + row, column] = self.weights[terms + known[other], known[id]]
        tests, talk_tests = (
            (*(every[known[id]] if id in known else nothing for id in ids), every[-1])
            for every in (self.tests, self.talk_tests)
        )
        features = Features.of(codebook, self.features.spaces)
        return replace(self, features=features, weights=weights, offsets=offsets, tests=tests, talk_tests=talk_tests)

    def save(self, file: Path) -> None:
        """Write it as arrays and JSON."""
        import numpy as np

        about = {
            "codes": self.features.codes,
            "terms": [list(space.columns) for space in self.features.spaces],
            "unseen": [space.unseen for space in self.features.spaces],
            "read": sorted(self.read),
            "worth": self.worth,
            "tests": [[test.scores, test.fits, test.weights] for test in map(summary, self.tests)],
            "talk_tests": [[test.scores, test.fits, test.weights] for test in map(summary, self.talk_tests)],
            "together": [one and [one.anything, one.area] for one in (self.together, self.talk_together)],
        }
        scale = np.abs(self.weights).max(axis=0) / 127  # a byte a weight: a score sums hundreds, so errors cancel
        scale[scale == 0] = 1
        arrays: dict[str, Any] = {
            "weights": np.round(self.weights / scale).astype(np.int8),
            "scale": scale.astype(np.float32),
            "offsets": self.offsets.astype(np.float32),
            "about": np.frombuffer(json.dumps(about, ensure_ascii=False).encode(), dtype=np.uint8),
            **{f"idf_{at}": space.idf.astype(np.float32) for at, space in enumerate(self.features.spaces)},
        }
        with file.open("wb") as opened:
            np.savez_compressed(opened, **arrays)

    @classmethod
    def read_from(cls, file: Path, codebook: Codebook) -> "Prior":
        """What was written for this codebook."""
        import numpy as np

        with np.load(file, allow_pickle=False) as held:
            about = json.loads(held["about"].tobytes().decode())
            spaces = tuple(
                Space({term: column for column, term in enumerate(terms)}, held[f"idf_{at}"].astype(float), unseen)
                for at, (terms, unseen) in enumerate(zip(about["terms"], about["unseen"], strict=True))
            )
            features = Features(tuple(about["codes"]), spaces, Features.of(codebook, spaces).keywords, ())
            together = [one and Together(*map(tuple, one)) for one in about["together"]]
            return cls(
                features,
                held["weights"] * held["scale"].astype(float),
                held["offsets"].astype(float),
                tuple(Tested(*test) for test in about["tests"]),
                tuple(Tested(*test) for test in about["talk_tests"]),
                frozenset(about["read"]),
                about["worth"],
                *together,
            ).for_codebook(codebook)


def prior(codebook: Codebook) -> Prior:
    """The prior of this codebook: what ships, else what it teaches itself."""
    if not codebook.yaml:
        return _made(codebook)
    return _kept(codebook.yaml)


def shipped(codebook: str) -> Path:
    """Where the prior of a codebook with reference passages ships."""
    return _FOLDER / f"{codebook}.npz"


def mark(text: str) -> str:
    """A short mark of a text, to know it again."""
    return sha256(text.encode()).hexdigest()[:16]


def targets(codebook: Codebook, rows: Sequence[Row]) -> tuple["Floats", "Floats"]:
    """What rows say of the codes, and at last whether any fits, and each one's offset: the mean of that.

    Rows x codes: 1, -1, or nan where they do not say.
    """
    import numpy as np

    answers = {True: 1.0, False: -1.0, None: np.nan}
    said = np.array([[*(answers[row.says(code.id)] for code in codebook.codes), answers[row.anything]] for row in rows])
    said = said.reshape(len(rows), len(codebook.codes) + 1)
    known = ~np.isnan(said)
    sums = np.where(known, said, 0).sum(axis=0)
    return said, np.where(known.any(axis=0), sums / np.maximum(known.sum(axis=0), 1), -1.0)


def _tests(scores: "Floats", said: "Floats", counts: "Floats") -> tuple[Tested, ...]:
    return tuple(Tested.of(scores[:, code], said[:, code], counts) for code in range(scores.shape[1]))


def _in_talks(
    features: Features,
    seen: Seen,
    ridge: Ridge,
    rows: Sequence[Row],
    groups: Mapping[int, Any],
    scores: "Floats",
    offsets: "Floats",
) -> "Floats":
    """The scores of passages in running talk, with what is said around them; nan for all others.

    Like the passage itself, the question before it is scored by what was learned without its author.
    """
    import numpy as np

    found = np.full(scores.shape, np.nan)
    for members in groups.values():
        if not rows[members[0]].talk:
            continue
        asked = features.see(readings([rows[index].question for index in members])).columns
        scored = asked @ (seen.columns.T @ ridge.duals_without(members)) + offsets
        talks = np.array([rows[index].talk for index in members])
        for talk in dict.fromkeys(talks.tolist()):
            part = np.flatnonzero(talks == talk)
            found[members[part]] = in_talk(scores[members[part]], scored[part], offsets)
    return found


@lru_cache(maxsize=8)
def _kept(yaml: str) -> Prior:
    return _made(parse_stored(yaml))


def _made(codebook: Codebook) -> Prior:
    file = shipped(codebook.id)
    return Prior.read_from(file, codebook) if file.is_file() else Prior.taught(codebook)
