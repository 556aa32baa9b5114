"""Sentences of spoken, transcribed Danish.

Own rules rather than a model: the cut has to be the same on every machine, since people decide on passages
made of it, and speech is full of run-ons that a model trained on news leaves whole.
"""

import re
from collections.abc import Iterator

from workbench.danish.abbreviations import ABBREVIATIONS, LAST_WORDS, MONTHS
from workbench.model import Place

LONGEST = 40
"""Words; a sentence with more is a run-on and is cut where the talk takes a new turn."""
_SHORTEST = 6
"""Words; no piece of a run-on is shorter."""

_END = re.compile(r"[.?!…]+[\"'”’»)\]]*(?=\s|$)|\n")
_BEFORE = re.compile(r"[\w.]*\Z")
_AFTER = re.compile(r"\s*([\"'“‘«(\[]*)(\w*)")
_WORD = re.compile(r"\w\S*")
_TURNS_OF_TALK = (
    re.compile(r"(?<=[,;:–-])\s+(?=(?:og|men|for|altså|så)\s+så\s|altså\s|så\s|men\s)", re.IGNORECASE),
    re.compile(r"\s+(?=(?:og|men)\s+så\s|altså\s|fordi\s|men\s)", re.IGNORECASE),
    re.compile(r"(?<=[,;:–])\s+"),
    re.compile(r"\s+"),
)
"""Where a run-on may be cut, the best kind first. The last cuts anywhere: a machine's transcript may hold no
punctuation at all."""


def sentences(text: str) -> list[Place]:
    """The sentences in order, trimmed; together they cover everything but white space.

    A line break always ends one. Closing quotes and brackets stay with their sentence. Full stops of
    abbreviations and ordinals (`f.eks.`, `9. klasse`, `15. maj`) end none. A sentence of more than LONGEST
    words is cut at discourse markers (`, og så`, `, men så`, `, altså`, `, så`), then at others, as near the
    middle as can be.
    """
    return [Place(start, end) for start, end, _ in stretches(text)]


def stretches(text: str) -> list[tuple[int, int, int]]:
    """The sentences as bare numbers: start, end and how many parts white space leaves. For long texts."""
    found: list[tuple[int, int, int]] = []
    start = 0
    for match in _END.finditer(text):
        if match[0] == "\n" or _ends(text, match):
            _add(found, text, start, match.end())
            start = match.end()
    _add(found, text, start, len(text))
    return found


def _add(found: list[tuple[int, int, int]], text: str, start: int, end: int) -> None:
    """The stretch without white space around it, in pieces where it is a run-on."""
    said = text[start:end].lstrip()
    start = end - len(said)
    said = said.rstrip()
    # Parts between white space are no fewer than words, and counted in a tenth of the time.
    parts = len(said.split())
    if parts > LONGEST:
        for piece in _pieces(text, Place(start, start + len(said))):
            found.append((piece.start, piece.end, len(piece.of(text).split())))
    elif parts:
        found.append((start, start + len(said), parts))


def _ends(text: str, mark: re.Match[str]) -> bool:
    """Whether an end mark ends a sentence here."""
    if mark[0] in "?!":
        return True
    if mark[0] == ".":
        # Nine of ten full stops stand after an ordinary word: no need to look at what follows.
        last = text[text.rfind(" ", 0, mark.start()) + 1 : mark.start()]
        if len(last) > 1 and last.isalpha() and last.casefold() not in ABBREVIATIONS:
            return True
    follows = _AFTER.match(text, mark.end())
    opened, word = follows.groups() if follows else ("", "")
    if not word and not opened:
        return True
    lower = word[:1].islower()
    if mark[0][-1] not in ".?!…" or mark[0].startswith(("..", "…")):
        # `"Hvad?" sagde hun` and `jeg tænkte ... at` go on.
        return not lower
    if mark[0] != ".":
        return True
    before = _BEFORE.search(text, max(0, mark.start() - 24), mark.start())
    last = before[0].casefold() if before else ""
    if last.isdigit() and len(last) <= 2:
        return not (lower or word.casefold() in MONTHS)
    if last in ABBREVIATIONS:
        return last in LAST_WORDS and not lower
    # A single letter is an initial: "Hos J. Hansen".
    return not (len(last) == 1 and last.isalpha())


def _trimmed(text: str, start: int, end: int) -> Iterator[Place]:
    """The stretch without white space around it; nothing when it holds nothing else."""
    words = text[start:end]
    left = len(words) - len(words.lstrip())
    right = len(words.rstrip())
    if left < right:
        yield Place(start + left, start + right)


def _pieces(text: str, place: Place) -> Iterator[Place]:
    """A sentence, or a run-on's pieces: halved where the talk turns until no piece is too long."""
    waiting = [place]
    while waiting:
        stretch = waiting.pop()
        starts = [m.start() for m in _WORD.finditer(text, stretch.start, stretch.end)]
        if len(starts) <= LONGEST:
            yield stretch
            continue
        cut = _cut(text, stretch, starts)
        waiting.extend((*_trimmed(text, cut, stretch.end), *_trimmed(text, stretch.start, cut)))


def _cut(text: str, stretch: Place, starts: list[int]) -> int:
    """The best place to cut: of the first kind of turn found, the one nearest the middle."""
    first, last = starts[_SHORTEST], starts[-_SHORTEST]
    middle = starts[len(starts) // 2]
    for kind in _TURNS_OF_TALK:
        cuts = [m.end() for m in kind.finditer(text, stretch.start, stretch.end) if first <= m.end() <= last]
        if cuts:
            return min(cuts, key=lambda cut: abs(cut - middle))
    return middle
