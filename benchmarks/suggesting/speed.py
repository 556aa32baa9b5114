"""What suggesting costs in time and memory, beside scikit-learn on the same passages."""

import gc
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from benchmarks.suggesting.curve import labelled
from benchmarks.suggesting.material import HOUSE, Labelled
from benchmarks.suggesting.methods import words_and_letters
from workbench.codebook import Codebook
from workbench.suggest import Engine

PASSAGES, DECISIONS = 1000, 2500
ROUNDS = 5


@dataclass(frozen=True, slots=True)
class Cost:
    """One line: what was done, what it took, what a peer takes, and the goal."""

    work: str
    taken: float
    unit: str
    goal: float | None = None
    peer: float | None = None

    @property
    def met(self) -> str:
        """Whether the goal is met; a dash where there is none."""
        return "–" if self.goal is None else "yes" if self.taken <= self.goal else "no"


def costs(codebook: Codebook, material: Sequence[Labelled], known: Sequence[Labelled]) -> list[Cost]:
    """Every line. `material` are passages to suggest for and to decide on, `known` what a peer is taught."""
    thousand = [material[at % len(material)].text for at in range(PASSAGES)]
    decisions = [labelled(one) for one in known[:DECISIONS]]
    fresh = Engine.learn(codebook)
    peer = _peer(codebook, known)
    plain = timed(lambda: fresh.suggest(thousand))
    other = timed(lambda: peer(thousand))
    full = timed(lambda: Engine.learn(codebook, decisions, thousand), 1)
    experienced = Engine.learn(codebook, decisions, thousand)
    one = labelled(next(each for each in material if each.codes))
    return [
        Cost(f"suggest for {PASSAGES:,} passages", plain, "s", 0.6, other),
        Cost(f"the same after {DECISIONS:,} decisions", timed(lambda: experienced.suggest(thousand)), "s"),
        Cost(
            f"learn one decision after {DECISIONS:,}, and see it in the next passage",
            timed(lambda: experienced.learned([one]).confidences(thousand[:1])) * 1000,
            "ms",
            100,
        ),
        Cost(f"learn {DECISIONS:,} decisions anew", full, "s"),
        Cost("load codebook and prior, a process's first", _alone("")[0], "s"),
        Cost("peak memory: load, suggest once", _alone("engine.suggest(['Hun har en plan.'])")[1], "MB", 400),
        Cost(
            f"peak memory: load, suggest for {PASSAGES:,} passages",
            _alone(
                "from workbench.codebook import reference_passages as passages;"
                f"engine.suggest([one.text for one in passages(book.id)[:{PASSAGES}]])"
            )[1],
            "MB",
            400,
        ),
    ]


def timed(work: Callable[[], object], rounds: int = ROUNDS) -> float:
    """The median, in seconds."""
    taken = []
    for _ in range(rounds):
        gc.collect()
        started = time.perf_counter()
        work()
        taken.append(time.perf_counter() - started)
    return statistics.median(taken)


def _peer(codebook: Codebook, known: Sequence[Labelled]) -> Callable[[Sequence[str]], object]:
    """TF-IDF and a logistic regression per code."""
    from sklearn.linear_model import LogisticRegression
    from sklearn.multiclass import OneVsRestClassifier

    space = words_and_letters()
    columns = space.fit_transform([one.text for one in known])
    right = [[code.id in one.codes for code in codebook.codes] for one in known]
    model = OneVsRestClassifier(LogisticRegression(solver="liblinear", dual=True, C=10, tol=0.01, max_iter=200))
    model.fit(columns, right)
    return lambda texts: model.predict_proba(space.transform(texts))


def _alone(work: str) -> tuple[float, float]:
    """Seconds to load and MB at most, of a fresh process that then does this."""
    program = (
        "import re, resource, time; from pathlib import Path; started = time.perf_counter();"
        "from workbench.codebook import load; from workbench.suggest import Engine;"
        "book = load('kui-fire-fokusomraader'); engine = Engine.learn(book); engine.confidences(['Ja.']);"
        f"loaded = time.perf_counter() - started; {work or 'pass'};"
        # What getrusage says on Linux holds the peak of the process that started this one.
        "status = Path('/proc/self/status');"
        "own = re.search(r'VmHWM:\\s+(\\d+)', status.read_text()) if status.is_file() else None;"
        "print(loaded, own[1] if own else resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=HOUSE, capture_output=True, text=True, check=True)
    seconds, kilobytes = map(float, done.stdout.split())
    return seconds, kilobytes / (1024 * 1024 if sys.platform == "darwin" else 1024)
