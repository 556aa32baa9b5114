"""Fields of meaning: words that speak of the same thing in this field of work.

Few examples cannot teach that `sms` and `ringe` are near each other, and no word vectors for Danish can be
installed from the package index. So a hand-made list says it, of some thirty fields. It belongs to the field of
work and to no codebook: what a field says about a code is learned.
"""

from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path

from workbench import danish
from workbench.suggest.reading import Reading, Terms

_FILE = Path(__file__).with_name("meanings.tsv")


def meaning_terms(reading: Reading) -> Terms:
    """The fields that each word speaks of, by its lemma, its written form or its parts, with the word's index."""
    words: list[int] = []
    terms: list[str] = []
    for index, (word, lemma) in enumerate(zip(reading.words, reading.lemmas, strict=True)):
        fields = _of(word.text.casefold(), lemma)
        words.extend([index] * len(fields))
        terms.extend(fields)
    return words, terms


@lru_cache(maxsize=65536)
def _of(word: str, lemma: str) -> tuple[str, ...]:
    forms = {word, lemma, *danish.parts(word)}
    return tuple(sorted({field for form in forms for field in _fields().get(form, ())}))


@cache
def _fields() -> Mapping[str, tuple[str, ...]]:
    """Word to the fields it speaks of. Words are listed as base forms, and found by our lemma of them too."""
    found: dict[str, tuple[str, ...]] = {}
    for line in _FILE.read_text(encoding="utf-8").splitlines()[1:]:
        field, words = line.split("\t")
        for word in words.split():
            for form in {word, danish.lemma(word)}:
                found[form] = (*found.get(form, ()), field)
    return found
