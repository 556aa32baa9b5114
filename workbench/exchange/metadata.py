"""What a file says about itself: front matter between `---` lines, or NAME.meta.yaml beside it.

Both hold the same keys. A key that is not known is refused rather than dropped: it is mostly a misspelt one, and
the thing misspelt may be a consent.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any, TypeVar

from workbench.codebook.faults import Fault, refusal
from workbench.codebook.yamlfile import Document, Unreadable
from workbench.codebook.yamlfile import read as read_yaml
from workbench.exchange.speakers import guessed_role
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

Choice = TypeVar("Choice", bound=StrEnum)
At = tuple[str | int, ...]


def split_front_matter(text: str, origin: str) -> tuple[str, str, int]:
    """The front matter (empty when there is none), the body, and the line on which the front matter begins.

    Raises InvalidFileError when front matter is opened and never closed.
    """
    match = re.match(r"\s*---[ \t]*\n(.*?)^---[ \t]*$\n?", text, re.S | re.M)
    if not match:
        if re.match(r"\s*---[ \t]*\n\w+:", text):
            raise refusal(origin, [Fault(1, _("the front matter is not closed by a line of ---"))])
        return "", text, 0
    return match[1], text[match.end() :], text[: match.start(1)].count("\n") + 1


def profile(text: str, origin: str, *, first_line: int = 1) -> SourceProfile:
    """The metadata in this YAML. Raises InvalidFileError, which names file and line of every fault."""
    try:
        reader = _Reader(read_yaml(text))
        found, faults = reader.profile(), reader.faults
    except Unreadable as unreadable:
        found, faults = SourceProfile(), [unreadable.fault]
    if faults:
        raise refusal(origin, [Fault(fault.line + first_line - 1, fault.text) for fault in faults])
    return found


@dataclass(slots=True)
class _Checked:
    """A value and where it stands."""

    at: At
    value: Any


class _Reader:
    """Reads the values and collects what is wrong with them, so that everything is said at once."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self.faults = [Fault(line, _("“{key}” is given twice").format(key=at[-1])) for at, line in document.repeated]

    def profile(self) -> SourceProfile:
        data = self._document.data
        if not isinstance(data, dict):
            self._fault((), _("expected lines of the form “key: value”"))
            return SourceProfile()
        readers: Mapping[str, Callable[[_Checked], Any]] = {
            "municipality": self._text,
            "title": self._text,
            "kind": lambda one: self._choice(one, SourceKind),
            "transcription": lambda one: self._choice(one, Transcription),
            "month": self._month,
            "phase": self._text,
            "centre": self._text,
            "minutes": self._minutes,
            "lead_coder": self._text,
            "legal_basis": self._text,
            "consent": self._consent,
            "erase_by": self._day,
            "speakers": self._speakers,
        }
        given = self._section((), data, readers)
        found = replace(SourceProfile(), **{key: value for key, value in given.items() if value is not None})
        if found.kind is SourceKind.MINUTES:
            found = replace(found, transcription=Transcription.MINUTES)
        return found

    def _section(
        self, at: At, data: Mapping[str, Any], readers: Mapping[str, Callable[[_Checked], Any]]
    ) -> dict[str, Any]:
        given = {}
        for key, value in data.items():
            if key not in readers:
                near = nearest(key, readers)
                said = _("“{key}” is not known").format(key=key)
                expected = ", ".join(near or readers)
                self._fault((*at, key), said + "; " + _("expected: {names}").format(names=expected))
            elif value is not None:
                given[key] = readers[key](_Checked((*at, key), value))
        return given

    def _speakers(self, one: _Checked) -> tuple[SpeakerProfile, ...] | None:
        if not isinstance(one.value, dict):
            return self._expected(one, _("the speakers' labels, each with what is known of them"))
        readers: Mapping[str, Callable[[_Checked], Any]] = {
            "talk_role": lambda value: self._choice(value, TalkRole),
            "pseudonym": self._text,
            "role": self._text,
            "centre": self._text,
            "age_group": lambda value: self._choice(value, AgeGroup),
        }
        speakers = []
        for label, about in one.value.items():
            at = (*one.at, label)
            if about is not None and not isinstance(about, dict):
                self._expected(_Checked(at, about), _("what is known of the speaker, such as {example}").format(
                    example="{role: caseworker}"
                ))  # fmt: skip
                continue
            given = self._section(at, about or {}, readers)
            given.setdefault("talk_role", guessed_role(label))
            speakers.append(SpeakerProfile(label, **given))
        return tuple(speakers)

    def _text(self, one: _Checked) -> str | None:
        return one.value.strip() if isinstance(one.value, str) else self._expected(one, _("a text"))

    def _choice(self, one: _Checked, choices: type[Choice]) -> Choice | None:
        try:
            return choices(one.value)
        except ValueError:
            return self._expected(one, _("one of {names}").format(names=", ".join(choices)))

    def _month(self, one: _Checked) -> str | None:
        if isinstance(one.value, str) and re.fullmatch(r"\d{4}-(0[1-9]|1[0-2])", one.value):
            return one.value
        return self._expected(one, _("a month such as 2026-03; a day would tell too much"))

    def _day(self, one: _Checked) -> str | None:
        if isinstance(one.value, str) and re.fullmatch(r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])", one.value):
            return one.value
        return self._expected(one, _("a day such as 2027-01-31"))

    def _minutes(self, one: _Checked) -> int | None:
        if isinstance(one.value, str) and re.fullmatch(r"\d{1,4}", one.value):
            return int(one.value)
        return self._expected(one, _("a whole number of minutes"))

    def _consent(self, one: _Checked) -> frozenset[str] | None:
        if isinstance(one.value, list) and all(scope in CONSENT_SCOPES for scope in one.value):
            return frozenset(one.value)
        return self._expected(one, _("a list of {names}").format(names=", ".join(CONSENT_SCOPES)))

    def _expected(self, one: _Checked, expected: str) -> Any:
        """Notes the fault; the value None that it returns stands for "not given"."""
        name = " > ".join(str(step) for step in one.at)
        self._fault(one.at, _("{name} should be {expected}").format(name=name, expected=expected))
        return None

    def _fault(self, at: At, text: str) -> None:
        self.faults.append(Fault(self._document.line(at), text))
