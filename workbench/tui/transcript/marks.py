"""A letter and a colour for each code, so that a lane can be read without colours too."""

from collections.abc import Iterable
from typing import NamedTuple

HUES = 6
ALPHABET = "abcdefghijklmnopqrstuvwxyzæøåABCDEFGHIJKLMNOPQRSTUVWXYZÆØÅ"
OTHER = "•"
"""For what no letter is left for."""


class Mark(NamedTuple):
    """How a code is shown in a lane."""

    letter: str
    hue: int
    """1 to HUES: the same for a focus area and all codes in it."""


def marks(codes: Iterable[str]) -> dict[str, Mark]:
    """Letters and colours of codes by id (`plan`, `plan.dobbelt`), in the order of the codebook.

    A focus area has a large letter of its id and a sub-code a small one of its own part: the first that is free. So
    a code keeps its letter in every language.
    """
    taken: set[str] = set()
    hues: dict[str, int] = {}
    found: dict[str, Mark] = {}
    for code in codes:
        area, _dot, sub = code.partition(".")
        hue = hues.setdefault(area, len(hues) % HUES + 1)
        wished = (letter for letter in (sub.casefold() or area.upper()) if letter in ALPHABET)
        letter = next((one for one in (*wished, *ALPHABET) if one not in taken), OTHER)
        taken.add(letter)
        found[code] = Mark(letter, hue)
    return found
