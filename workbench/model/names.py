"""Names as people type them: handles made from file names, and the nearest names to a misspelt one."""

import re
import unicodedata
from collections.abc import Iterable

_LETTERS = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa"})


def handle(name: str) -> str:
    """A name that can be typed in any shell: lower case ASCII letters, digits and hyphens."""
    folded = unicodedata.normalize("NFC", name).casefold().translate(_LETTERS)
    plain = unicodedata.normalize("NFKD", folded).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or "source"


def nearest(word: str, names: Iterable[str], limit: int = 3) -> list[str]:
    """The names that look most like the word, best first; empty when none comes close."""
    from rapidfuzz import fuzz, process

    found = process.extract(word.casefold(), {name: name.casefold() for name in names}, scorer=fuzz.WRatio, limit=limit)
    return [name for _, score, name in found if score >= 60]
