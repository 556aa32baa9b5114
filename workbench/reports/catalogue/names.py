"""Names that would say which municipality a text is about."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from workbench.model import folded
from workbench.store import Municipality

_WORD = re.compile(r"[^\W_]+")
_SENTENCE_BEGINS = re.compile(r"(^|[.!?:…\n])[^\w]*$|[\"“”»«(\[–—][^\w]*$")
_POLITE = frozenset({"I", "De", "Dem", "Deres"})
"""Danish words that are written with a capital anywhere and name nobody."""
_NO_PLACE = frozenset({"kommune", "region"})
_TELLING = 4
"""Fewest letters of a part of a name, or of a name that a longer word begins with, that point to a place."""


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    start: int

    @property
    def capital(self) -> bool:
        return self.text[0].isupper()


@dataclass(frozen=True, slots=True)
class PlaceNames:
    """Names of municipalities and their regions, as they are looked for: folded, word by word."""

    whole: Mapping[str, tuple[tuple[str, ...], ...]]
    """By their first letter."""
    parts: Mapping[str, tuple[str, ...]]
    """Parts of names of several words, by first letter: `Midtfyn` of Faaborg-Midtfyn; a place only with a capital."""

    @staticmethod
    def of(several: Iterable[Municipality]) -> "PlaceNames":
        names = [name for one in several for name in (one.name, one.region.removeprefix("Region "))]
        whole = sorted({words for name in names if (words := _folded_words(name))})
        parts = {part for words in whole if len(words) > 1 for part in words if len(part) >= _TELLING} - _NO_PLACE
        return PlaceNames(
            {letter: tuple(several) for letter, several in groupby(whole, key=lambda words: words[0][0])},
            {letter: tuple(several) for letter, several in groupby(sorted(parts), key=lambda part: part[0])},
        )

    def among(self, text: str) -> bool:
        """Whether one of them is in the text, also in the genitive, in lower case, or as the start of a word.

        Rather too often than too seldom: a quote that says "vejen" is lost where Vejen takes part.
        """
        words = list(_words(text))
        return any(self._at(words, position) for position in range(len(words)))

    def _at(self, words: list[_Word], position: int) -> bool:
        word = words[position]
        letter = _fold(word.text)[:1]
        if word.capital and any(_begins(_fold(word.text), part) for part in self.parts.get(letter, ())):
            return True
        return any(_matches(words[position : position + len(name)], name) for name in self.whole.get(letter, ()))


def without(text: str, municipality: str, *, instead: str, genitive: str) -> str:
    """The text with the municipality's own name replaced, with the word `Kommune` that may follow it."""
    name = r"[\s-]+".join(map(re.escape, re.findall(r"[^\s-]+", municipality)))
    pattern = re.compile(rf"(?<![\w-]){name}(?:\s+kommune)?(?P<s>['’]?s)?(?![\w-])", re.IGNORECASE)
    return pattern.sub(lambda found: genitive if found["s"] else instead, text)


def holds_names(text: str) -> bool:
    """Whether a word inside a sentence is written like a name: of a place, a person, a school, a system.

    Danish writes no other words with a capital; abbreviations such as PPR are no names here.
    """
    return any(
        word.capital
        and not word.text.isupper()
        and word.text not in _POLITE
        and not _SENTENCE_BEGINS.search(text[: word.start])
        for word in _words(text)
    )


def _matches(words: list[_Word], name: tuple[str, ...]) -> bool:
    if len(words) < len(name):
        return False
    *before, last = (_fold(word.text) for word in words)
    if tuple(before) != name[:-1]:
        return False
    return last in (name[-1], f"{name[-1]}s") or (words[-1].capital and _begins(last, name[-1]))


def _begins(word: str, name: str) -> bool:
    return len(name) >= _TELLING and word.startswith(name)


def _words(text: str) -> Iterator[_Word]:
    return (_Word(found[0], found.start()) for found in _WORD.finditer(unicodedata.normalize("NFC", text)))


def _folded_words(name: str) -> tuple[str, ...]:
    return tuple(part for word in _words(name) if (part := _fold(word.text)))


@lru_cache(maxsize=1 << 14)
def _fold(word: str) -> str:
    return folded(word)
