"""Three ways to code passages with areas: the workbench, keywords, and likeness to the codebook.

Keyword autocoding codes every area that has a keyword met, as MAXQDA's and NVivo's dictionaries do. Likeness is
scikit-learn's TF-IDF cosine to an area's definitions, keywords and examples, cut where it does best on the codebook's
own examples.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from benchmarks.suggesting.material import Labelled, talks
from workbench.codebook import Codebook
from workbench.suggest import Engine
from workbench.suggest.keywords import Keywords
from workbench.suggest.reading import readings


@dataclass(frozen=True)
class Result:
    """What a method says of passages: a confidence for every area (the engine: for every code), and what it shows."""

    scores: list[dict[str, float]]
    areas: list[frozenset[str]]
    codes: list[tuple[str, ...]]
    """What is shown when nobody asks for a level, best first; nothing where a method knows only areas."""


def by_engine(engine: Engine, material: Sequence[Labelled], *, in_talk: bool = False) -> Result:
    """The engine, with the talk around the passages or without it."""
    found = Result([], [], [])
    for several in talks(material):
        texts = [one.text for one in several]
        questions = [one.question for one in several] if in_talk else None
        found.scores.extend(engine.confidences(texts, questions))
        shown = engine.suggest(texts, level=1, questions=questions)
        found.areas.extend(frozenset(one.code for one in each) for each in shown)
        found.codes.extend(tuple(one.code for one in each) for each in engine.suggest(texts, questions=questions))
    return found


def by_keywords(codebook: Codebook, material: Sequence[Labelled]) -> Result:
    """Every area that has a keyword met; the score is the number of different ones, up to three, in thirds."""
    keywords = Keywords.of(codebook)
    scores: list[dict[str, float]] = []
    for reading in readings([one.text for one in material]):
        met = {(codebook.codes[hit.code].area, hit.keyword) for hit in keywords.hits(reading)}
        counts = {area.id: sum(code == area.id for code, _ in met) for area in codebook.areas}
        scores.append({area: min(count, 3) / 3 for area, count in counts.items()})
    return Result(scores, [frozenset(area for area in each if each[area] > 0) for each in scores], [])


def by_likeness(codebook: Codebook, material: Sequence[Labelled]) -> Result:
    """TF-IDF cosine of words and letters to each area's entry."""
    import numpy as np

    areas = [area.id for area in codebook.areas]
    examples = [(text, code.area) for code in codebook.codes for text in code.examples]
    said = [text for text, _ in examples] + list(codebook.no_code_examples)
    space = words_and_letters()
    space.fit(said)
    entry = space.transform([_entry(codebook, area) for area in areas])

    def likeness(texts: Sequence[str]) -> Any:
        return np.asarray((space.transform(texts) @ entry.T).todense()) / 2

    own = likeness(said)
    truth = np.array([[area == code for code in areas] for _, area in examples])
    truth = np.vstack([truth, np.zeros((len(codebook.no_code_examples), len(areas)), bool)])
    cuts = np.linspace(own.min(), own.max(), 100)
    cut = max(cuts, key=lambda c: 2 * ((own >= c) & truth).sum() / ((own >= c).sum() + truth.sum()))
    found = likeness([one.text for one in material])
    scores = [dict(zip(areas, map(float, each), strict=True)) for each in found]
    return Result(scores, [frozenset(area for area in each if each[area] >= cut) for each in scores], [])


def words_and_letters() -> Any:
    """scikit-learn's TF-IDF of words, pairs of neighbours and runs of three to five letters."""
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.pipeline import FeatureUnion

    words = TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True)
    letters = TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 5), sublinear_tf=True)
    return FeatureUnion([("words", words), ("letters", letters)])


def _entry(codebook: Codebook, area: str) -> str:
    codes = [code for code in codebook.codes if code.area == area]
    return " ".join(text for code in codes for text in (code.definition, *code.include, *code.keywords, *code.examples))
