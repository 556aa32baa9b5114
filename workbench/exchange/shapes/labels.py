"""Labels at the start of lines: `Interviewer: …`, `**Lærer:** …`, `@Mor: …`, `[id1] …`, with or without times.

A colon alone makes no speaker ("Hun sagde: nej tak"). A label counts when it is marked (bold, @, #), when the
metadata names it, or when it stands at the start of several lines. Times may stand before the label (MAXQDA
`00:03:40.5Zack:`), after it (noScribe `S01: [00:00:12]`) or at the end of the turn (f4 `#00:01:02-5#`).
"""

import math
import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

from workbench.exchange.clock import CLOCK, seconds
from workbench.exchange.page import Page, Said
from workbench.exchange.shapes.asked import Asked
from workbench.exchange.shapes.turns import Open, timed
from workbench.model import TalkRole

LONGEST = 60
"""Code points in a label; a longer one is a sentence."""
_MAX_WORDS = 6
_NAME = r"[^\W\d_][^:!?\n\"“”«»\[\]{}|]{0,59}?"
_LABEL = re.compile(
    rf"\*\*(?P<bold>[^*\n]{{1,60}}?)\s*(?::\s*\*\*|\*\*\s*:)[ \t]*"
    rf"|[@#](?P<marked>{_NAME})[ \t]*:[ \t]*"
    rf"|\[(?P<square>{_NAME})\][ \t]*:?[ \t]*"
    rf"|\{{(?P<curly>{_NAME})\}}[ \t]*:?[ \t]*"
    rf"|(?P<plain>{_NAME})[ \t]*:(?:[ \t]+(?=\S)|$)"
    rf"|(?P<tight>{_NAME}):"
)
_ALONE = re.compile(r"\*\*(?P<label>[^*:\n]{1,60}?)\*\*")
"""A line that is a label in bold and nothing else; the words follow on the next."""
_BEFORE = re.compile(
    rf"(?:\[({CLOCK})\]|\(({CLOCK})\)|#({CLOCK})#|(\d{{1,2}}:\d{{2}}:\d{{2}}(?:[.,]\d{{1,3}})?))[ \t]*[-–]?[ \t]*"
)
_INTERVIEWERS = re.compile(r"(interviewer(en)?|interviewleder|int|i|moderator(en)?|m|facilitator(en)?)(\s*\d+)?", re.I)
_ROLES = re.compile(
    r"(ung|den unge|ungeguide|guide|sagsbehandler|koordinator|leder|afdelingsleder|teamleder|medarbejder|vejleder"
    r"|kontaktperson|mentor|lærer|pædagog|psykolog|socialrådgiver|jobkonsulent|forælder|mor|far|deltager|informant"
    r"|respondent|borger)(\s*(\d+|[A-ZÆØÅ]))?",
    re.I,
)
"""Labels that nobody puts before a colon by chance: said once, they are speakers all the same."""
RULE = re.compile(r"([-*_=] ?){3,}")
_SENTENCE_ENDS = (".", "?", "!", "…", "”", "«", '"')
_HEADING = re.compile(r"#{1,6} ")


class _Line(NamedTuple):
    """A line taken apart."""

    label: str | None
    text: str
    start: float | None


class _Found(NamedTuple):
    """What may be a label at the start of a line."""

    label: str
    kind: str
    """How it is written: bold, marked, square, curly, plain, alone, or tight, with no space behind the colon."""
    end: int
    """Where the words begin."""
    start: float | None
    """Seconds, where a time stands before it."""


def guessed_role(label: str) -> TalkRole:
    """Interviewer for the labels interviewers usually get, else respondent."""
    return TalkRole.INTERVIEWER if _INTERVIEWERS.fullmatch(label.strip()) else TalkRole.RESPONDENT


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


def known_labels(lines: Iterable[str], declared: Collection[str] = ()) -> dict[str, str]:
    """The labels that count, from their folded form to the way they are shown first."""
    known = {" ".join(label.split()).casefold(): " ".join(label.split()) for label in declared}
    counted: Counter[tuple[str, str]] = Counter()
    for line in lines:
        if (found := _match(line)) is None:
            continue
        if found.kind in ("bold", "marked"):
            known.setdefault(found.label.casefold(), found.label)
        else:
            counted[found.label, found.kind] += 1
    for (label, kind), times in counted.items():
        if kind == "plain" and (times > 1 or _INTERVIEWERS.fullmatch(label) or _ROLES.fullmatch(label)):
            known.setdefault(label.casefold(), label)
    if not known:  # [griner] at the start of lines is no speaker where somebody else is
        bracketed = {label: times for (label, kind), times in counted.items() if kind in ("square", "curly")}
        known = {label.casefold(): label for label, times in bracketed.items() if times > 1}
    return known


def _flat(lines: Sequence[str]) -> list[str]:
    return [" ".join(line.split()) for line in lines]


def _match(line: str) -> _Found | None:
    begin, start = 0, None
    if line[:1] in "[(#0123456789" and (before := _BEFORE.match(line)):
        begin, start = before.end(), seconds(next(group for group in before.groups() if group))
    match = _LABEL.match(line, begin)
    if match is None:
        if (alone := _ALONE.fullmatch(line, begin)) is None:
            return None
        return _Found(" ".join(alone["label"].split()), "alone", len(line), start)
    kind = str(match.lastgroup)
    label = " ".join(match[kind].split())
    if len(label.split()) > _MAX_WORDS:
        return None
    return _Found(label, kind, match.end(), start)


def _apart(line: str, known: Mapping[str, str]) -> _Line:
    found = _match(line)
    if found is not None and (shown := known.get(found.label.casefold())) is not None:
        return _Line(shown, line[found.end :], found.start)
    return _Line(None, line, None)


def _by_pattern(line: str, pattern: re.Pattern[str]) -> _Line:
    match = pattern.match(line)
    if match is None:
        return _Line(None, " ".join(line.split()), None)
    label = match["label"] if "label" in pattern.groupindex else next((one for one in match.groups() if one), "")
    return _Line(" ".join((label or "").split())[:LONGEST], " ".join(line[match.end() :].split()), None)
