"""A passage as the engine reads it: its words, their base forms, and the terms they give.

Every term remembers the word it came from, so that what spoke for a code can be shown in the passage.
"""

from collections.abc import Iterator, Sequence
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


def word_terms(reading: Reading) -> Iterator[tuple[int, str]]:
    """Lemmas, the parts of compounds and pairs of neighbouring lemmas, each with its word's index.

    Stop words are kept: who does what to whom ("hun ringer til mig") tells codes apart, and the weight of a
    term that is everywhere is small anyway.
    """
    before = ""
    for index, (word, lemma) in enumerate(zip(reading.words, reading.lemmas, strict=True)):
        yield index, lemma
        for part in danish.parts(word.text):
            yield index, part
        if before:
            yield index, f"{before} {lemma}"
        before = lemma


def pair_terms(reading: Reading) -> Iterator[tuple[int, str]]:
    """Lemmas that stand near each other, in any order, with the index of the word that tells more of the two.

    "Ringet til tre" and "tre gange ringede jeg" have the pair in common and nothing else. Pairs of stop words count:
    "hver ny" and "selv om" are how people say that something went wrong.
    """
    lemmas = reading.lemmas
    for index, lemma in enumerate(lemmas):
        for other in range(index + 1, min(index + NEAR, len(lemmas))):
            source = index if reading.tells(index) and not reading.tells(other) else other
            yield source, f"{lemma}|{lemmas[other]}" if lemma < lemmas[other] else f"{lemmas[other]}|{lemma}"


def letter_terms(reading: Reading) -> Iterator[tuple[int, str]]:
    """Runs of three to five letters within each word, its edges included, with the word's index."""
    for index, word in enumerate(reading.words):
        for gram in _grams(word.text.casefold()):
            yield index, gram


@lru_cache(maxsize=65536)
def _tells(word: str, lemma: str) -> bool:
    return word.casefold() not in danish.STOP_WORDS and lemma not in danish.STOP_WORDS


@lru_cache(maxsize=65536)
def _grams(word: str) -> tuple[str, ...]:
    padded = f" {word} "
    return tuple(padded[at : at + size] for size in _GRAMS for at in range(max(1, len(padded) - size + 1)))
