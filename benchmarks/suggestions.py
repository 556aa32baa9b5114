"""How good suggestions are on labelled passages, beside keyword autocoding and plain TF-IDF likeness.

    python benchmarks/suggestions.py --rows FILE.jsonl [--codebook ID_OR_FILE] [--learn FILE.jsonl]

A row is `{"text": …, "labels": [area, …], "kind": …}`; no label means that no code fits. All three methods read the
same rows in the same run, at level 1. Keyword autocoding codes every area that has a keyword met, as MAXQDA's and
NVivo's dictionaries do; likeness is scikit-learn's TF-IDF cosine to an area's definitions, keywords and examples, cut
where it does best on the codebook's own examples. `--learn` teaches the engine labelled passages first; without it
nothing is learned but the codebook.
"""

import argparse
import json
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

from workbench.codebook import Codebook, load
from workbench.model import LabelledPassage
from workbench.suggest import Engine
from workbench.suggest.keywords import Keywords
from workbench.suggest.reading import readings

Scores = list[dict[str, float]]
"""Per passage, area to score."""


@dataclass(frozen=True)
class Row:
    """A labelled passage."""

    text: str
    labels: frozenset[str]
    kind: str


@dataclass(frozen=True)
class Result:
    """What a method says of the rows: a score for every area, and which areas it shows."""

    scores: Scores
    shown: list[frozenset[str]]


def read_rows(file: Path, areas: Sequence[str]) -> list[Row]:
    """The rows of a JSON Lines file. Raises SystemExit when a label is no area of the codebook."""
    rows = []
    for line in file.read_text(encoding="utf-8").splitlines():
        held = json.loads(line)
        if unknown := set(held["labels"]) - set(areas):
            raise SystemExit(f"{file}: the codebook has no area {', '.join(sorted(unknown))}")
        rows.append(Row(held["text"], frozenset(held["labels"]), held.get("kind", "")))
    return rows


def by_engine(codebook: Codebook, learned: Sequence[Row], rows: Sequence[Row]) -> Result:
    """The engine, as `workbench suggest` uses it."""
    labelled = [LabelledPassage(row.text, row.labels, no_code=not row.labels) for row in learned]
    texts = [row.text for row in rows]
    engine = Engine.learn(codebook, labelled, texts)
    found = engine.suggest(texts, level=1)
    return Result(engine.confidences(texts), [frozenset(s.code for s in each) for each in found])


def by_keywords(codebook: Codebook, rows: Sequence[Row]) -> Result:
    """Every area that has a keyword met; the score is the number of different ones, up to three, in thirds."""
    keywords = Keywords.of(codebook)
    scores: Scores = []
    for reading in readings([row.text for row in rows]):
        met = {(codebook.codes[hit.code].area, hit.keyword) for hit in keywords.hits(reading)}
        counts = {area.id: sum(code == area.id for code, _ in met) for area in codebook.areas}
        scores.append({area: min(count, 3) / 3 for area, count in counts.items()})
    shown = [frozenset(area for area, score in each.items() if score > 0) for each in scores]
    return Result(scores, shown)


def by_likeness(codebook: Codebook, rows: Sequence[Row]) -> Result:
    """TF-IDF cosine of words and letters to each area's entry."""
    import numpy as np
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.pipeline import FeatureUnion

    areas = [area.id for area in codebook.areas]
    entries = [
        " ".join(
            text
            for code in codebook.codes
            if code.area == area
            for text in (code.definition, *code.include, *code.keywords, *code.examples)
        )
        for area in areas
    ]
    space = FeatureUnion(
        [
            ("words", TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True)),
            ("letters", TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 5), sublinear_tf=True)),
        ]
    )
    examples = [(text, code.area) for code in codebook.codes for text in code.examples]
    space.fit([text for text, _ in examples] + list(codebook.no_code_examples))
    entry = space.transform(entries)

    def likeness(texts: Sequence[str]) -> Any:
        return np.asarray((space.transform(texts) @ entry.T).todense()) / 2

    own = likeness([text for text, _ in examples] + list(codebook.no_code_examples))
    truth = np.array([[area == code for code in areas] for _, area in examples])
    truth = np.vstack([truth, np.zeros((len(codebook.no_code_examples), len(areas)), bool)])
    cuts = np.linspace(own.min(), own.max(), 100)
    cut = max(cuts, key=lambda c: 2 * ((own >= c) & truth).sum() / ((own >= c).sum() + truth.sum()))
    found = likeness([row.text for row in rows])
    scores = [dict(zip(areas, map(float, each), strict=True)) for each in found]
    shown = [frozenset(area for area, score in each.items() if score >= cut) for each in scores]
    return Result(scores, shown)


def f1(right: int, shown: int, true: int) -> float:
    """The harmonic mean of precision and recall, from counts."""
    return 2 * right / (shown + true) if shown + true else 0.0


def measures(rows: Sequence[Row], result: Result, areas: Sequence[str]) -> dict[str, float]:
    """The figures of a method, all between 0 and 1."""
    from sklearn.metrics import average_precision_score

    def counts(area: str) -> tuple[int, int, int]:
        pairs = [(area in shown, area in row.labels) for shown, row in zip(result.shown, rows, strict=True)]
        return sum(s and t for s, t in pairs), sum(s for s, _ in pairs), sum(t for _, t in pairs)

    counted = [counts(area) for area in areas if any(area in row.labels for row in rows)]
    best = [max(areas, key=each.__getitem__) for each in result.scores]
    first = [b in row.labels for b, row in zip(best, rows, strict=True) if row.labels]
    wrong = [bool(shown) for shown, row in zip(result.shown, rows, strict=True) if not row.labels]
    precision = [
        float(average_precision_score([area in row.labels for row in rows], [s[area] for s in result.scores]))
        for area in areas
        if any(area in row.labels for row in rows)
    ]
    return {
        "macro F1": sum(f1(*each) for each in counted) / len(counted),
        "micro F1": f1(*(sum(column) for column in zip(*counted, strict=True))),
        "P@1": sum(first) / max(1, len(first)),
        "macro AP": sum(precision) / len(precision),
        "none wrongly coded": sum(wrong) / max(1, len(wrong)),
        "ECE": calibration_error(rows, result, areas),
    }


def calibration_error(rows: Sequence[Row], result: Result, areas: Sequence[str]) -> float:
    """Expected calibration error over all pairs of passage and area: what is not shown counts as 0; ten bins."""
    bins: list[list[tuple[float, bool]]] = [[] for _ in range(10)]
    for row, scores, shown in zip(rows, result.scores, result.shown, strict=True):
        for area in areas:
            confidence = scores[area] if area in shown else 0.0
            bins[min(9, int(confidence * 10))].append((confidence, area in row.labels))
    gaps = [abs(sum(c for c, _ in held) - sum(t for _, t in held)) for held in bins]
    return sum(gaps) / sum(map(len, bins))


def by_kind(rows: Sequence[Row], result: Result) -> dict[str, str]:
    """Per kind, micro F1; where no row of it has a code, the share that is wrongly coded."""
    found = {}
    for kind in dict.fromkeys(row.kind for row in rows):
        pairs = [(s, r.labels) for s, r in zip(result.shown, rows, strict=True) if r.kind == kind]
        right, shown, true = (
            sum(len(s & t) for s, t in pairs),
            sum(len(s) for s, _ in pairs),
            sum(len(t) for _, t in pairs),
        )
        wrong = f"{sum(bool(s) for s, _ in pairs) / len(pairs):.2f} wrong"
        found[f"{kind} ({len(pairs)})"] = f"{f1(right, shown, true):.2f}" if true else wrong
    return found


def table(names: Sequence[str], columns: Sequence[dict[str, str]]) -> None:
    """Print named columns side by side."""
    print(f"{'':24}" + "".join(f"{name:>16}" for name in names))
    for key in columns[0]:
        print(f"{key:24}" + "".join(f"{column[key]:>16}" for column in columns))


def print_speed(codebook: Codebook, texts: Sequence[str]) -> None:
    """Print what learning costs and what reading a thousand of these passages costs, medians of five."""

    def median(work: Callable[[], object]) -> float:
        times = []
        for _ in range(5):
            started = time.perf_counter()
            work()
            times.append(time.perf_counter() - started)
        return sorted(times)[2]

    thousand = [texts[number % len(texts)] for number in range(1000)]
    engine = Engine.learn(codebook)
    one = [LabelledPassage(texts[0], frozenset({codebook.codes[-1].id}))]
    words = sum(len(text.split()) for text in thousand)
    print(f"learn the codebook: {median(lambda: Engine.learn(codebook)):.2f} s")
    print(f"learn from one decision: {median(lambda: engine.learned(one)) * 1000:.0f} ms")
    print(f"1,000 passages, {words:,} words: {median(lambda: engine.suggest(thousand)):.2f} s")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--rows", type=Path, required=True, help="labelled passages, JSON Lines")
    parser.add_argument("--codebook", default="kui-fire-fokusomraader")
    parser.add_argument("--learn", type=Path, help="labelled passages to learn from first, JSON Lines")
    chosen = parser.parse_args()
    codebook = load(chosen.codebook)
    areas = [area.id for area in codebook.areas]
    rows = read_rows(chosen.rows, areas)
    learned = read_rows(chosen.learn, areas) if chosen.learn else []
    methods: dict[str, Callable[[], Result]] = {
        "workbench": lambda: by_engine(codebook, learned, rows),
        "keywords": lambda: by_keywords(codebook, rows),
        "likeness": lambda: by_likeness(codebook, rows),
    }
    results = [method() for method in methods.values()]
    without = sum(not row.labels for row in rows)
    print(f"{len(rows)} passages, {without} without a code; {codebook.id} {codebook.version}")
    table(
        list(methods),
        [{key: f"{value:.3f}" for key, value in measures(rows, result, areas).items()} for result in results],
    )
    print("per kind")
    table(list(methods), [by_kind(rows, result) for result in results])
    print_speed(codebook, [row.text for row in rows])


if __name__ == "__main__":
    main()
