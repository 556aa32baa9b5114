"""Which of several texts is most like a passage: a line of the codebook, or a quote under the same code.

It stands beside a suggestion and decides nothing, so it takes a few milliseconds and reads no word list: runs of
letters stand for a word in all its forms. On the shipped codebook and its reference passages lemmas, parts of
compounds and fields of meaning found no more, and the list of lemmas alone takes longer to read than a passage.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from math import log, sqrt

from workbench import danish
from workbench.danish import Token
from workbench.model import Place
from workbench.suggest.reading import Reading, letter_terms

FLOOR = 0.22
"""Less is not near. With each example of the shipped codebook left out in turn, one in four is near another line of its
code; of passages without a code, one in a hundred is."""
SHARED = 2
"""Words that two texts must have in common: one alone is mostly chance, in short texts above all."""
_BEGINNING = 4
"""Letters by which a word is known in its other forms."""


@dataclass(frozen=True, slots=True)
class Near:
    """The most like of some texts."""

    index: int
    likeness: float
    """From `FLOOR` to 1, which is the same words."""


@dataclass(frozen=True)
class Common:
    """What runs of letters tell, by how many texts hold them: `log((1 + texts) / (1 + texts with it)) + 1`."""

    known: Mapping[str, float]
    unseen: float

    @classmethod
    def among(cls, texts: Sequence[str]) -> "Common":
        """Which are common in these texts."""
        held = Counter(chain.from_iterable(set(_runs(text)) for text in texts))
        size = 1 + len(texts)
        return cls({run: log(size / (1 + times)) + 1 for run, times in held.items()}, log(size) + 1)

    def weighed(self, text: str) -> dict[str, float]:
        """The runs of a text with their weights, of length 1 together; empty where it has no telling word."""
        times = Counter(_runs(text))
        found = {run: (1 + log(n)) * self.known.get(run, self.unseen) for run, n in times.items()}
        length = sqrt(sum(weight * weight for weight in found.values()))
        return {run: weight / length for run, weight in found.items()}


def nearest(text: str, candidates: Sequence[str], common: Common | None = None) -> Near | None:
    """The candidate most like a text, the first of equals; None when none is near.

    `common` knows which letters say little; without it the candidates say so themselves, which takes several of them.
    """
    words = _beginnings(text)
    sharing = [at for at, one in enumerate(candidates) if len(words & _beginnings(one)) >= SHARED]
    if not sharing:
        return None
    known = common or Common.among(candidates)
    own = known.weighed(text)
    found = [Near(at, round(_product(own, known.weighed(candidates[at])), 4)) for at in sharing]
    best = max(found, key=lambda near: near.likeness)
    return best if best.likeness >= FLOOR else None


def alike(text: str, other: str) -> tuple[Place, ...]:
    """The places in `other` (code points) of the words it has in common with a text."""
    words = _beginnings(text)
    return tuple(word.place for word in _telling(other) if _beginning(word) in words)


def _product(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    return sum(weight * other[run] for run, weight in one.items() if run in other)


def _runs(text: str) -> Iterable[str]:
    words = _telling(text)
    return letter_terms(Reading(words, tuple(word.text for word in words)))[1]


@lru_cache(maxsize=16384)
def _beginnings(text: str) -> frozenset[str]:
    return frozenset(map(_beginning, _telling(text)))


def _beginning(word: Token) -> str:
    return word.text.casefold()[:_BEGINNING]


def _telling(text: str) -> tuple[Token, ...]:
    """The words that are no stop words."""
    return tuple(word for word in danish.spoken(danish.tokens(text)) if word.text.casefold() not in danish.STOP_WORDS)
