"""Names on lines of their own, with the words below: Teams (`Lis Holm   0:03`), Otter, HappyScribe, aTrain.

Told by shape, not by words, because the programs translate theirs: a name, then two spaces, a tab or a bracket, and a
time; or a time and a name; or, in aTrain, a name above lines that each begin with a time.
"""

import itertools
import re
from collections import Counter
from collections.abc import Iterator, Sequence

from workbench.exchange.clock import CLOCK, seconds
from workbench.exchange.page import Page, Said
from workbench.exchange.shapes.asked import Asked

_NAME = r"[^\W_][^\n\t:?!]{0,59}?"
_NAME_TIME = re.compile(rf"(?P<label>{_NAME})(?:[ \u00a0]{{2,}}|\s*\t\s*)(?P<time>{CLOCK})")
_NAME_NEAR_TIME = re.compile(rf"(?P<label>{_NAME})(?:\s|\s*[\[(])(?P<time>{CLOCK})[\])]?")
_TIME_NAME = re.compile(rf"[\[(](?P<time>{CLOCK})[\])][ \t]*[-–]?[ \t]*(?P<label>{_NAME})\s*:?")
_TIMED_PIECE = re.compile(rf"\[({CLOCK})\][ \t]*[-–][ \t]*")
_VOICE = re.compile(r"SPEAKER_\d{1,3}")
_MAX_WORDS = 5
_LONGEST = 150
"""Code points in a line with a name and a time, with the space between them."""
_NOTICE = re.compile(
    r".{1,60} (?:started|stopped|startede|stoppede|har startet|har stoppet) (?:the )?trans[ks]\w+\.?", re.I
)
"""`Lis Holm startede transskription`: said by the program, not by Lis."""


def score(page: Page, asked: Asked) -> float:
    """The share of the lines that are headings or belong to one."""
    if asked.speaker_pattern:
        return 0.0
    lines = [line for line in page.lines if line.strip()]
    if not lines:
        return 0.0
    if _atrain(lines):
        return 1.0
    names = _names(lines, asked)
    found = [_heading(line, names) is not None for line in lines]
    if sum(found) < 2:
        return 0.0
    if sum(found) < 0.05 * len(lines):
        return 0.0
    bare = sum(one and other for one, other in itertools.pairwise(found))  # a heading with nothing said below it
    return max(0.0, 0.98 * (sum(found) - 2 * bare) / sum(found))


def read(page: Page, asked: Asked) -> list[Said]:
    """The turns of the page. Lines above the first heading are the recording's title and are left out."""
    lines = [line for line in page.lines if line.strip()]
    return list(_under_voices(lines) if _atrain(lines) else _under_headings(lines, _names(lines, asked)))


def _under_headings(lines: Sequence[str], names: frozenset[str]) -> Iterator[Said]:
    label, start, words = "", 0.0, list[str]()
    begun = False
    for line in lines:
        heading = _heading(line, names)
        if heading is not None:
            if words:
                yield Said(label, " ".join(words), start)
            begun, (label, start), words = True, heading, []
        elif begun and not _NOTICE.fullmatch(line.strip()):
            words.append(" ".join(line.split()))
    if words:
        yield Said(label, " ".join(words), start)


def _under_voices(lines: Sequence[str]) -> Iterator[Said]:
    label = ""
    for line in lines:
        parts = _TIMED_PIECE.split(line.strip())
        if before := " ".join(parts[0].split()).rstrip(":"):
            label = before
        for time, text in zip(parts[1::2], parts[2::2], strict=True):
            if text.strip():
                yield Said(label, " ".join(text.split()), seconds(time))


def _heading(line: str, names: frozenset[str]) -> tuple[str, float] | None:
    if not _is_short(line):
        return None
    if match := _NAME_TIME.fullmatch(line.strip()):
        return " ".join(match["label"].split()), seconds(match["time"])
    near = _near(line)
    return near if near is not None and near[0].casefold() in names else None


def _is_short(line: str) -> bool:
    return ":" in line and len(line) <= _LONGEST


def _near(line: str) -> tuple[str, float] | None:
    """A name and a time with nothing but a space or brackets between: `[00:01] ja` has that shape too."""
    match = _TIME_NAME.fullmatch(line.strip()) or _NAME_NEAR_TIME.fullmatch(line.strip())
    return (" ".join(match["label"].split()), seconds(match["time"])) if match else None


def _names(lines: Sequence[str], asked: Asked) -> frozenset[str]:
    """The names, in folded case, that are known, or stand beside a time more than once."""
    near = (found for line in lines if _is_short(line) and (found := _near(line)) is not None)
    counted = Counter(label.casefold() for label, _start in near)
    repeated = (name for name, times in counted.items() if times > 1 and len(name.split()) <= _MAX_WORDS)
    return frozenset((*repeated, *(label.casefold() for label in asked.labels)))


def _atrain(lines: Sequence[str]) -> bool:
    """Whether lines with times stand below lines that name a voice."""
    timed = sum(bool(_TIMED_PIECE.search(line)) for line in lines)
    voices = sum(bool(_VOICE.fullmatch(line.strip())) for line in lines)
    return timed > 0.3 * len(lines) and (voices > 0 or lines[0].startswith("Transcription for "))
