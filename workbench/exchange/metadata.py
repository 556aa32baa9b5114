"""What a file says about itself: front matter between `---` lines, or NAME.meta.yaml beside it.

Both hold the same keys. A key that is not known is refused rather than dropped: it is mostly a misspelt one, and
the thing misspelt may be a consent.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import fields, replace
from datetime import date
from enum import StrEnum
from typing import Any, TypeVar

from workbench.codebook import roles
from workbench.errors import NotFoundError
from workbench.exchange.shapes.labels import guessed_role
from workbench.faults import Fault, refusal
from workbench.i18n import _
from workbench.model import (
    CONSENT_SCOPES,
    AgeGroup,
    SourceKind,
    SourceProfile,
    SpeakerProfile,
    TalkRole,
    Transcription,
    nearest,
)
from workbench.yamlfile import Document, UnreadableError
from workbench.yamlfile import read as read_yaml

Choice = TypeVar("Choice", bound=StrEnum)
At = tuple[str | int, ...]
_KEYS = frozenset(field.name for field in fields(SourceProfile)) - {"said"}


def split_front_matter(text: str, origin: str) -> tuple[str, str, int]:
    """The front matter (empty when there is none), the body, and the line on which the front matter begins.

    Raises InvalidFileError when front matter is opened and never closed.
    """
    opened = re.match(r"\s*---[ \t]*\n", text)
    if not opened:
        return "", text, 0
    first_line = text[: opened.end()].count("\n") + 1
    closed = re.compile(r"^---[ \t]*$\n?", re.M).search(text, opened.end())
    if closed:
        return text[opened.end() : closed.start()], text[closed.end() :], first_line
    # A line of --- is also how Markdown draws a rule: only with a key below it was it meant as front matter.
    block = text[opened.end() :].split("\n\n", 1)[0]
    if any(line.partition(":")[0].strip() in _KEYS for line in block.split("\n") if ":" in line):
        raise refusal(origin, [Fault(first_line - 1, _("the front matter is not closed by a line of ---"))])
    return "", text, 0


def profile(text: str, origin: str, *, first_line: int = 1) -> SourceProfile:
    """The metadata in this YAML. Raises InvalidFileError, which names file and line of every fault."""
    try:
        reader = _Reader(read_yaml(text))
        found, faults = reader.profile(), reader.faults
    except UnreadableError as unreadable:
        found, faults = SourceProfile(), [unreadable.fault]
    if faults:
        raise refusal(origin, [Fault(fault.line + first_line - 1, fault.text) for fault in faults])
    return found


class _Unfit(Exception):  # noqa: N818 - said once, to the section that holds the value
    """A value that is not what its key asks for; carries what was expected."""


class _Reader:
    """Reads the values and collects what is wrong with them, so that everything is said at once."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self.faults = [Fault(line, _("“{key}” is given twice").format(key=at[-1])) for at, line in document.repeated]

    def profile(self) -> SourceProfile:
        readers: Mapping[str, Callable[[Any], Any]] = {
            "municipality": _text,
            "title": _text,
            "kind": lambda value: _choice(value, SourceKind),
            "transcription": lambda value: _choice(value, Transcription),
            "month": _month,
            "phase": _text,
            "centre": _text,
            "minutes": _minutes,
            "lead_coder": _text,
            "legal_basis": _text,
            "consent": _consent,
            "erase_by": _day,
            "speakers": _labels,
        }
        given = self._section((), self._document.data, readers, _("lines of the form “key: value”"))
        speakers = given.pop("speakers", {})
        found = replace(
            SourceProfile(**given),
            speakers=tuple(self._speaker(label, about) for label, about in speakers.items()),
            said=frozenset(given),
        )
        if found.kind is SourceKind.MINUTES:
            found = replace(found, transcription=Transcription.MINUTES)
        return found

    def _speaker(self, label: str, about: Any) -> SpeakerProfile:
        readers: Mapping[str, Callable[[Any], Any]] = {
            "label": _text,
            "talk_role": lambda value: _choice(value, TalkRole),
            "pseudonym": _text,
            "role": _role,
            "centre": _text,
            "age_group": lambda value: _choice(value, AgeGroup),
        }
        expected = _("what is known of the speaker, such as {example}").format(example="{role: caseworker}")
        given = self._section(("speakers", label), about or {}, readers, expected)
        shown = given.pop("label", "")
        return SpeakerProfile(label, shown, **{"talk_role": guessed_role(label), **given})

    def _section(self, at: At, data: Any, readers: Mapping[str, Callable[[Any], Any]], expected: str) -> dict[str, Any]:
        """The values under the keys that are known; everything else becomes a fault."""
        if not isinstance(data, dict):
            self._fault(at, expected)
            return {}
        given = {}
        for key, value in data.items():
            if key not in readers:
                names = ", ".join(nearest(key, readers) or readers)
                unknown = _("“{key}” is not known; expected: {names}").format(key=key, names=names)
                self.faults.append(Fault(self._document.line((*at, key)), unknown))
            elif value is not None:
                try:
                    given[key] = readers[key](value)
                except _Unfit as unfit:
                    self._fault((*at, key), str(unfit))
        return given

    def _fault(self, at: At, expected: str) -> None:
        name = " > ".join(str(step) for step in at) or _("the metadata")
        text = _("{name} should be {expected}").format(name=name, expected=expected)
        self.faults.append(Fault(self._document.line(at), text))


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise _Unfit(_("a text"))
    return value.strip()


def _role(value: Any) -> str:
    try:
        return roles().role(_text(value)).id
    except NotFoundError as error:
        raise _Unfit(_("a role ({known})").format(known=error.hint.rstrip("."))) from None


def _choice(value: Any, choices: type[Choice]) -> Choice:
    try:
        return choices(value)
    except ValueError:
        raise _Unfit(_("one of {names}").format(names=", ".join(choices))) from None


def _month(value: Any) -> str:
    if isinstance(value, str) and re.fullmatch(r"\d{4}-(0[1-9]|1[0-2])", value):
        return value
    raise _Unfit(_("a month such as 2026-03; a day would tell too much"))


def _day(value: Any) -> str:
    try:
        return date.fromisoformat(value).isoformat()
    except (TypeError, ValueError):
        raise _Unfit(_("a day such as 2027-01-31")) from None


def _minutes(value: Any) -> int:
    if isinstance(value, str) and re.fullmatch(r"\d{1,4}", value):
        return int(value)
    raise _Unfit(_("a whole number of minutes"))


def _consent(value: Any) -> frozenset[str]:
    if isinstance(value, list) and all(scope in CONSENT_SCOPES for scope in value):
        return frozenset(value)
    raise _Unfit(_("a list of {names}").format(names=", ".join(CONSENT_SCOPES)))


def _labels(value: Any) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise _Unfit(_("the speakers' labels, each with what is known of them"))
    return value
