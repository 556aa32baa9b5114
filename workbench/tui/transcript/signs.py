"""Characters and the signs they make on a screen: letters with their accents, joined emoji, flags."""

import re
from array import array
from collections.abc import Mapping

from rich.cells import cell_len

from workbench.terminal import safe

JOINER = "\u200d"
MOST_JOINED = 16
"""Marks on one letter; what a hostile text piles up beyond them is shown as signs of its own."""
UNKNOWN = "\ufffd"
_PLAIN = bytes(range(32, 127)) + b"\n"
"""Signs of one cell that need no care, and line breaks: as bytes, of which no other sign has any in UTF-8."""
FLAGS = frozenset(map(chr, range(0x1F1E6, 0x1F200)))
"""Letters of which two make a flag."""


def shown_as(text: str, breaks: int) -> "tuple[str, array[int], array[int], array[int]]":
    """The text as shown; the characters that are not a sign of one cell, and how many cells more than characters
    stand before each of them and at the end; and the characters joined to the one before.

    `breaks` is how many line breaks only part turns: any more are shown.
    """
    kinds = _kinds(text)
    made_safe = text.count("\n") > breaks or any(safe(kind) != kind for kind in kinds)
    shown = safe(text) if made_safe else text
    odd, extra, joined = array("I"), array("i", [0]), array("I")
    widths = {kind: width for kind in map(safe, kinds) if (width := cell_len(kind)) != 1 or kind in FLAGS}
    if not widths:
        return shown, odd, extra, joined
    signs, alone = _joining(text, shown, widths)
    if alone:
        letters = list(shown)
        for at in alone:
            letters[at] = UNKNOWN
        shown = "".join(letters)
    for at, sign in signs:
        odd.append(at)
        if sign == at:
            cells = widths[shown[at]]
        else:
            joined.append(at)
            cells = cell_len(shown[sign : at + 1]) - cell_len(shown[sign:at])
        extra.append(extra[-1] + cells - 1)
    return shown, odd, extra, joined


def _kinds(text: str) -> set[str]:
    """The characters that occur, but for line breaks and the plain ones, which are nearly all.

    A set of the text itself would take in every letter: four times as long, which is felt with a long source.
    """
    rest = text.encode("utf-8", "surrogatepass").translate(None, _PLAIN)
    return set(rest.decode("utf-8", "surrogatepass"))


def _joining(text: str, shown: str, widths: Mapping[str, int]) -> tuple[list[tuple[int, int]], list[int]]:
    """Characters that are not a sign of one cell, each with where the sign begins that it is part of; and those
    that would join where there is nothing, or too much, to join."""
    signs: list[tuple[int, int]] = []
    alone: list[int] = []
    sign, run, last = 0, 0, -1
    """Where the sign begins that the character `last` is part of, and how many characters are joined in it."""
    taken = -1
    """The character that a joiner takes along."""
    for match in re.compile(f"[{re.escape(''.join(widths))}]").finditer(shown):
        at, kind = match.start(), match[0]
        if 0 <= taken < at:
            signs.append((taken, sign))
            run, last = run + 1, taken
        if last != at - 1:
            sign, run = at - 1, 0
        last = at
        begins = at == 0 or text[at - 1] == "\n"
        flag = kind in FLAGS and sign == at - 1 and not begins and shown[sign] in FLAGS
        if taken == at or flag or (not widths[kind] and not begins and run < MOST_JOINED):
            signs.append((at, sign))
            run += 1
            more = kind == JOINER and run < MOST_JOINED and at + 1 < len(text) and text[at + 1] != "\n"
            taken = at + 1 if more else -1
            continue
        taken, sign, run = -1, at, 0
        if widths[kind]:
            signs.append((at, at))
        else:
            alone.append(at)
    if taken >= 0:
        signs.append((taken, sign))
    return signs, alone
