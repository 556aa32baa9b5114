"""Turns: who says what, from the speaker labels at the start of lines.

A colon alone makes no speaker ("Hun sagde: nej tak"). A label counts when it is written in bold with its colon,
when the metadata names it, or when it stands at the start of several lines.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterator

from workbench.model import Place, TalkRole, Turn

_BOLD = re.compile(r"\*\*(?P<label>[^*\n]{1,60}?)\s*(?::\s*\*\*|\*\*\s*:)[ \t]*")
_PLAIN = re.compile(r"(?P<label>[^\W\d_][^:.!?\n\"“”«»]{0,39}?)[ \t]*:[ \t]+(?=\S)")
_ALONE = re.compile(r"(?:\*\*)?(?P<label>[^*:\n]{1,60}?)(?:\*\*:?|:\*\*|:)")
"""A line that is a label and nothing else; the words follow on the next."""
_MAX_WORDS = 5
_INTERVIEWERS = re.compile(r"(interviewer(en)?|interviewleder|int|i|moderator(en)?|m|facilitator(en)?)(\s*\d+)?", re.I)
_RULE = re.compile(r"([-*_] ?){3,}")
_HEADING = re.compile(r"#{1,6} ")


def turns(body: str, declared: Collection[str] = ()) -> tuple[str, tuple[Turn, ...]]:
    """The text without labels, and its turns in code points of that text.

    A paragraph without a label goes on with the turn before it. Where nobody is named at all, each paragraph is a
    turn of the speaker "". `declared` are the labels that the metadata names. Markdown's rules are left out, and so
    are headings where speakers are named: nobody said them.
    """
    lines = [" ".join(line.split()) for line in body.split("\n")]
    known = _labels(lines, declared)
    said: list[tuple[str, list[str]]] = []
    fresh = True  # after a blank line
    for line in lines:
        if not line or _RULE.fullmatch(line) or (known and _HEADING.match(line)):
            fresh = True
            continue
        label, rest = _split(line, known)
        if label is not None:
            said.append((label, [rest] if rest else []))
        elif said and (known or not fresh):
            said[-1][1].append(line)
        else:
            said.append(("", [line]))
        fresh = False
    return _joined((label, " ".join(parts)) for label, parts in said if parts)


def guessed_role(label: str) -> TalkRole:
    """Interviewer for the labels interviewers usually get, else respondent."""
    return TalkRole.INTERVIEWER if _INTERVIEWERS.fullmatch(label.strip()) else TalkRole.RESPONDENT


def _labels(lines: Collection[str], declared: Collection[str]) -> dict[str, str]:
    """The labels that count, from their folded form to the way they are shown."""
    known = {label.casefold(): label for label in declared}
    for line in lines:
        if match := _BOLD.match(line):
            known.setdefault(match["label"].casefold(), match["label"])
    counted = Counter(match["label"] for line in lines if (match := _plain(line)))
    for label, times in counted.items():
        if times > 1 or _INTERVIEWERS.fullmatch(label):
            known.setdefault(label.casefold(), label)
    return known


def _plain(line: str) -> re.Match[str] | None:
    match = _PLAIN.match(line) or _ALONE.fullmatch(line)
    return match if match and len(match["label"].split()) <= _MAX_WORDS else None


def _split(line: str, known: dict[str, str]) -> tuple[str | None, str]:
    """The line's label, if it has one that counts, and the words after it."""
    match = _BOLD.match(line) or _PLAIN.match(line) or _ALONE.fullmatch(line)
    if match and (label := known.get(match["label"].casefold())) is not None:
        return label, line[match.end() :].strip()
    return None, line


def _joined(said: Iterator[tuple[str, str]]) -> tuple[str, tuple[Turn, ...]]:
    texts: list[str] = []
    found: list[Turn] = []
    start = 0
    for label, text in said:
        found.append(Turn(label, Place(start, start + len(text))))
        texts.append(text)
        start += len(text) + 1
    return "\n".join(texts), tuple(found)
