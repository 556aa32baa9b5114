"""Base forms, so that `ungeguiden` and `ungeguiders` are one word to search and to suggestions.

The order of search: our own rows, the table, the ending after an apostrophe, the last part of a hyphened
word, the head of an unknown compound (`familieafdelingen` is `familie` and a form of `afdeling`). A word that
none of them knows stays as it is. Where the table's package is missing, this still works, on fewer words.
"""

import re
from collections.abc import Iterable
from functools import lru_cache

from workbench.danish.compounds import head_at
from workbench.danish.table import forms, overrides

_ENDING = re.compile(r"['’](?:ens?|ets?|s|er|ere|erne|ernes|e|ene|enes)\Z")


@lru_cache(maxsize=131072)
def lemma(word: str) -> str:
    """The word's base form in lower case, by the table: the same on every machine that has it."""
    lower = word.casefold()
    known = overrides().get(lower) or forms().get(lower)
    if known:
        return known.casefold()
    if ending := _ENDING.search(lower):
        return lemma(lower[: ending.start()])
    first, hyphen, last = lower.rpartition("-")
    if hyphen and last:
        return f"{first}-{lemma(last)}"
    if lower.isalpha() and (cut := head_at(lower)):
        return lower[:cut] + lemma(lower[cut:])
    return lower


def lemmas(words: Iterable[str]) -> list[str]:
    """The base form of each word."""
    return [lemma(word) for word in words]
