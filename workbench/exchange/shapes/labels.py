"""Labels at the start of lines, with or without times, before the words they say.

Times may stand before the label (MAXQDA `00:03:40.5Zack:`), after it (noScribe `S01: [00:00:12]`) or at the end of the
turn (f4 `#00:01:02-5#`).
"""

import math
import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from workbench.exchange.page import Page, Said
from workbench.exchange.shapes.asked import Asked
from workbench.exchange.shapes.known import known_labels
from workbench.exchange.shapes.label import LONGEST, found_at
from workbench.exchange.shapes.turns import Open, timed

RULE = re.compile(r"([-*_=] ?){3,}")
_SENTENCE_ENDS = (".", "?", "!", "…", "”", "«", '"')
_HEADING = re.compile(r"#{1,6} ")


class _Line(NamedTuple):
    """A line taken apart."""

    label: str | None
    text: str
    start: float | None


def score(page: Page, asked: Asked) -> float:
    """The share of lines that begin with a label that counts; long turns of many lines are still told apart."""
    pattern = asked.pattern()
    if pattern:
        return 1.0 if any(pattern.match(line.strip()) for line in page.lines) else 0.0
    lines = [line for line in _flat(page.lines) if line]
    if not lines:
        return 0.0
    known = known_labels(lines, asked.labels)
    labelled = sum(_apart(line, known).label is not None for line in lines)
    return 0.9 * math.sqrt(labelled / len(lines))


def read(page: Page, asked: Asked) -> list[Said]:
    """The turns of the page; a line without a label goes on with the turn before it.

    Titles above the first turn, Markdown's rules and headings are left out: nobody said them.
    """
    pattern = asked.pattern()
    lines = [line.strip() for line in page.lines] if pattern else _flat(page.lines)
    known = {} if pattern else known_labels(lines, asked.labels)
    said: list[Open] = []
    for line in lines:
        if not line or RULE.fullmatch(line) or _HEADING.match(line):
            continue
        apart = _by_pattern(line, pattern) if pattern else _apart(line, known)
        if apart.label is not None:
            said.append(Open(apart.label, start=apart.start))
        elif not said:
            if not line.endswith(_SENTENCE_ENDS):
                continue  # a title, or what the program says of itself
            said.append(Open(""))
        said[-1].say(apart.text)
    return list(timed(said))


def _flat(lines: Sequence[str]) -> list[str]:
    return [" ".join(line.split()) for line in lines]


def _apart(line: str, known: Mapping[str, str]) -> _Line:
    found = found_at(line)
    if found is not None and (shown := known.get(found.label.casefold())) is not None:
        return _Line(shown, line[found.end :], found.start)
    return _Line(None, line, None)


def _by_pattern(line: str, pattern: re.Pattern[str]) -> _Line:
    match = pattern.match(line)
    if match is None:
        return _Line(None, " ".join(line.split()), None)
    label = match["label"] if "label" in pattern.groupindex else next((one for one in match.groups() if one), "")
    return _Line(" ".join((label or "").split())[:LONGEST], " ".join(line[match.end() :].split()), None)
