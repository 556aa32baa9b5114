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
_NAME_TIME = re.compile(rf"(?P<label>{_NAME})(?:[ \u00a0]{{2,}}|\s*\t\s*|\s*[\[(])(?P<time>{CLOCK})[\])]?\s*")
_TIME_NAME = re.compile(rf"[\[(](?P<time>{CLOCK})[\])][ \t]*[-–]?[ \t]*(?P<label>{_NAME})\s*:?")
_TIMED_LINE = re.compile(rf"\[(?P<time>{CLOCK})\][ \t]*[-–][ \t]*(?P<text>.*)")
_VOICE = re.compile(r"SPEAKER_\d{1,3}")
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
    repeated = _repeated(lines)
    found = [_heading(line, repeated) is not None for line in lines]
    if sum(found) < 2:
        return 0.0
    if sum(found) < 0.05 * len(lines):
        return 0.0
    bare = sum(one and other for one, other in itertools.pairwise(found))  # a heading with nothing said below it
    return max(0.0, 0.98 * (sum(found) - 2 * bare) / sum(found))


def read(page: Page, asked: Asked) -> list[Said]:
    """The turns of the page. Lines above the first heading are the recording's title and are left out."""
    lines = [line for line in page.lines if line.strip()]
    return list(_under_voices(lines) if _atrain(lines) else _under_headings(lines))


def _under_headings(lines: Sequence[str]) -> Iterator[Said]:
    repeated = _repeated(lines)
    label, start, words = "", 0.0, list[str]()
    begun = False
    for line in lines:
        heading = _heading(line, repeated)
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
        timed = _TIMED_LINE.fullmatch(line.strip())
        if timed is None:
            label = " ".join(line.split()).rstrip(":")
        elif timed["text"].strip():
            yield Said(label, " ".join(timed["text"].split()), seconds(timed["time"]))


def _heading(line: str, repeated: frozenset[str]) -> tuple[str, float] | None:
    if ":" not in line:
        return None
    match = _NAME_TIME.fullmatch(line.strip()) or _TIME_NAME.fullmatch(line.strip())
    if match is None:
        return None
    label = " ".join(match["label"].split())
    if match.re is _TIME_NAME and label.casefold() not in repeated:
        return None  # `[00:01] ja` is talk with a time before it
    return label, seconds(match["time"])


def _repeated(lines: Sequence[str]) -> frozenset[str]:
    """The names that stand after a time more than once."""
    counted = Counter(
        " ".join(match["label"].split()).casefold()
        for line in lines
        if line.lstrip()[:1] in "[(" and (match := _TIME_NAME.fullmatch(line.strip()))
    )
    return frozenset(name for name, times in counted.items() if times > 1 and len(name.split()) <= 5)


def _atrain(lines: Sequence[str]) -> bool:
    """Whether lines with times stand below lines that name a voice."""
    timed = sum(bool(_TIMED_LINE.fullmatch(line.strip())) for line in lines)
    voices = sum(bool(_VOICE.fullmatch(line.strip())) for line in lines)
    return timed > 0.3 * len(lines) and (voices > 0 or lines[0].startswith("Transcription for "))
