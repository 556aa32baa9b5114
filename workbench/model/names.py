"""Names as people type them: handles made from file names, and the nearest names to a misspelt one."""

import re
import unicodedata
from collections.abc import Iterable

_CLOSE = 70
"""Percent: one letter wrong in four is a slip, two are another word."""
_LETTERS = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa"})


def folded(name: str) -> str:
    """A name reduced to what can be compared: lower case ASCII letters, digits and hyphens; may be empty."""
    lower = unicodedata.normalize("NFC", name).casefold().translate(_LETTERS)
    plain = unicodedata.normalize("NFKD", lower).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def handle(name: str) -> str:
    """A name that can be typed in any shell: its folded form, or `source` where nothing of it is left."""
    return folded(name) or "source"


def nearest(word: str, names: Iterable[str], limit: int = 3) -> list[str]:
    """The names that look most like the word, best first; empty when none comes close.

    A name comes close when it, or one of its words, is a likely misspelling, or when a word of it begins with what
    was typed. A few letters in common are not enough: a far-fetched guess helps nobody.
    """
    from rapidfuzz import fuzz

    wanted = word.strip().casefold()

    def likeness(name: str) -> float:
        whole = fuzz.ratio(wanted, name)
        words = re.split(r"[\s._-]+", name)
        best = max((fuzz.ratio(wanted, part) for part in words if len(part) > 2), default=0.0) - 5
        begun = 80.0 if len(wanted) > 2 and any(part.startswith(wanted) for part in words) else 0.0
        return max(whole, best, begun)

    scored = [(likeness(name.casefold()), position, name) for position, name in enumerate(names)]
    close = sorted((-score, position, name) for score, position, name in scored if score >= _CLOSE)
    return [name for _, _, name in close[:limit]]
