"""A passage as the engine reads it: its words, their base forms, and the terms they give.

Every term remembers the word it came from, so that what spoke for a code can be shown in the passage.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from workbench import danish
from workbench.danish import Token

_GRAMS = (3, 4, 5)
NEAR = 10
"""Words within which two make a pair."""


@dataclass(frozen=True, slots=True)
class Reading:
    """The words of one passage and their lemmas, in order and of equal length."""

    words: tuple[Token, ...]
    lemmas: tuple[str, ...]

    def tells(self, index: int) -> bool:
        """Whether the word is no stop word: only such a word can be evidence."""
        return _tells(self.words[index].text, self.lemmas[index])

    @property
    def telling(self) -> bool:
        """Whether any word tells something; "Ja. Nej. Det ved jeg ikke." holds none."""
        return any(self.tells(index) for index in range(len(self.words)))


def readings(texts: Sequence[str]) -> list[Reading]:
    """Each text's reading, by the best lemmas on this machine."""
    found = []
    for pairs in danish.read(texts):
        found.append(Reading(tuple(word for word, _ in pairs), tuple(lemma for _, lemma in pairs)))
    return found


Terms = tuple[Sequence[int], Sequence[str]]
"""Terms in order, the index of each one's word first: two lists and no pairs, for there are hundreds a passage."""


def word_terms(reading: Reading) -> Terms:
    """Lemmas, the parts of compounds and pairs of neighbouring lemmas, each with its word's index.

    Stop words are kept: who does what to whom ("hun ringer til mig") tells codes apart, and the weight of a
    term that is everywhere is small anyway.
    """
    words: list[int] = []
    terms: list[str] = []
    before = ""
    for index, (word, lemma) in enumerate(zip(reading.words, reading.lemmas, strict=True)):
        found = [lemma, *danish.parts(word.text)]
        if before:
            found.append(f"{before} {lemma}")
        words.extend([index] * len(found))
        terms.extend(found)
        before = lemma
    return words, terms


def pair_terms(reading: Reading) -> Terms:
    """Lemmas that stand near each other, in any order, with the index of the word that tells more of the two.

    "Ringet til tre" and "tre gange ringede jeg" have the pair in common and nothing else. Pairs of stop words count:
    "hver ny" and "selv om" are how people say that something went wrong.
    """
    words: list[int] = []
    terms: list[str] = []
    tells = [reading.tells(index) for index in range(len(reading.words))]
    for index, lemma in enumerate(reading.lemmas):
        near = reading.lemmas[index + 1 : index + NEAR]
        terms.extend([f"{lemma}|{other}" if lemma < other else f"{other}|{lemma}" for other in near])
        others = range(index + 1, index + 1 + len(near))
        words.extend([other if tells[other] else index for other in others] if tells[index] else others)
    return words, terms


def letter_terms(reading: Reading) -> Terms:
    """Runs of three to five letters within each word, its edges included, with the word's index."""
    words: list[int] = []
    terms: list[str] = []
    for index, word in enumerate(reading.words):
        grams = _grams(word.text.casefold())
        words.extend([index] * len(grams))
        terms.extend(grams)
    return words, terms


@lru_cache(maxsize=65536)
def _tells(word: str, lemma: str) -> bool:
    return word.casefold() not in danish.STOP_WORDS and lemma not in danish.STOP_WORDS


@lru_cache(maxsize=65536)
def _grams(word: str) -> tuple[str, ...]:
    padded = f" {word} "
    return tuple(padded[at : at + size] for size in _GRAMS for at in range(max(1, len(padded) - size + 1)))
