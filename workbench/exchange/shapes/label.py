"""What may be a label at the start of a line: `Interviewer: …`, `**Lærer:** …`, `@Mor: …`, `[id1] …`.

Times may stand before it (MAXQDA `00:03:40.5Zack:`).
"""

import re
from typing import NamedTuple

from workbench.exchange.clock import CLOCK, seconds
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


class Found(NamedTuple):
    """What may be a label at the start of a line."""

    label: str
    kind: str
    """How it is written: bold, marked, square, curly, plain, alone, or tight, with no space behind the colon."""
    end: int
    """Where the words begin."""
    start: float | None
    """Seconds, where a time stands before it."""
    below: bool
    """Nothing stands behind it: the words are on the next lines."""


def guessed_role(label: str) -> TalkRole:
    """Interviewer for the labels interviewers usually get, else respondent."""
    return TalkRole.INTERVIEWER if _INTERVIEWERS.fullmatch(label.strip()) else TalkRole.RESPONDENT


def has_a_role(label: str) -> bool:
    """Whether it is a label that nobody puts before a colon by chance: an interviewer's, or a role's."""
    return any(pattern.fullmatch(label) for pattern in (_INTERVIEWERS, _ROLES))


def found_at(line: str) -> Found | None:
    """What may be a label at the start of this line; None where nothing may."""
    begin, start = 0, None
    if line[:1] in "[(#0123456789" and (before := _BEFORE.match(line)):
        begin, start = before.end(), seconds(next(group for group in before.groups() if group))
    match = _LABEL.match(line, begin)
    if match is None:
        if (alone := _ALONE.fullmatch(line, begin)) is None:
            return None
        return Found(" ".join(alone["label"].split()), "alone", len(line), start, below=True)
    kind = str(match.lastgroup)
    label = " ".join(match[kind].split())
    if len(label.split()) > _MAX_WORDS:
        return None
    return Found(label, kind, match.end(), start, below=match.end() == len(line))
