"""Type in figures: how wide a text is, and its lines when there is only so much room.

Measured with the typeface that comes with matplotlib, so that a figure is the same on every machine. It is a wide one:
what fits in it also fits in the typefaces a page is shown with.
"""

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.reports.figures.marks import SIZE

if TYPE_CHECKING:
    from matplotlib.ft2font import FT2Font

FAMILY = "DejaVu Sans"
_MEASURED_AT = 100
"""Points; scaled from there."""
_UNKNOWN = 1.3
"""Width of a sign that this typeface lacks, from whichever has it, of its height."""
_JOINTS = re.compile("(?:else|hed|dom|ing|ion|skab|tet)s(?=[a-zæøå])")
"""Where Danish words are joined and surely may be broken: `uddannelses-plan`, `ungdoms-uddannelse`."""
_TAIL = 3
"""Letters that a broken word keeps together at its end."""


def typeface() -> Path:
    """The file of the typeface that drawings are measured and printed with: it comes with matplotlib."""
    from matplotlib import get_data_path

    return Path(get_data_path(), "fonts", "ttf", "DejaVuSans.ttf")


@lru_cache(maxsize=4096)
def width(text: str) -> float:
    """In points."""
    from matplotlib.ft2font import LoadFlags

    font = _font()
    known = "".join(character for character in text if ord(character) in _characters())
    font.set_text(known, 0, flags=LoadFlags.NO_HINTING)
    return font.get_width_height()[0] / 64 * SIZE / _MEASURED_AT + (len(text) - len(known)) * SIZE * _UNKNOWN


def widest(lines: Iterable[str]) -> float:
    """Of these lines, in points; 0 when there are none."""
    return max(map(width, lines), default=0.0)


def wrapped(text: str, room: float) -> tuple[str, ...]:
    """The text in lines no wider than this many points.

    Broken between words, after hyphens and slashes, and within a word only where it is wider than the room.
    """
    lines: list[str] = []
    for piece in _pieces(text, room):
        joined = lines[-1] + piece if lines else piece
        if lines and width(joined.rstrip()) <= room:
            lines[-1] = joined
        else:
            lines.append(piece)
    return tuple(line.rstrip() for line in lines)


def longest_word(text: str) -> float:
    """The room this text needs so that no word is broken, in points."""
    return max((width(piece.rstrip()) for piece in _words(text)), default=0.0)


def _words(text: str) -> list[str]:
    """What a line can be made of: each with the space, hyphen or slash that ends it."""
    pieces = [""]
    for character in " ".join(text.split()):
        pieces[-1] += character
        if character in " -/–":
            pieces.append("")
    return [piece for piece in pieces if piece]


def _pieces(text: str, room: float) -> list[str]:
    pieces = []
    for word in _words(text):
        rest = word
        while width(rest.rstrip()) > room and len(rest.rstrip()) > 1:
            fits = max((n for n in range(1, len(rest)) if width(rest[:n] + "-") <= room), default=1)
            fits = max(1, min(fits, len(rest.rstrip()) - _TAIL))
            fits = max((joint.end() for joint in _JOINTS.finditer(rest, 0, fits)), default=fits)
            pieces.append(rest[:fits] + "-")
            rest = rest[fits:]
        pieces.append(rest)
    return pieces


@cache
def _characters() -> frozenset[int]:
    return frozenset(_font().get_charmap())


@cache
def _font() -> "FT2Font":
    from matplotlib.ft2font import FT2Font

    font = FT2Font(str(typeface()))
    font.set_size(_MEASURED_AT, 72)
    return font
