"""What a file says about itself: front matter between `---` lines, or NAME.meta.yaml beside it.

Both hold the same keys. A key that is not known is refused rather than dropped: it is mostly a misspelt one, and
the thing misspelt may be a consent.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import fields, replace
from datetime import date
from typing import Any

from workbench.codebook import roles
from workbench.errors import NotFoundError
from workbench.exchange.fields import Fields, Unfit, choice, text
from workbench.exchange.shapes.label import guessed_role
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
)
from workbench.yamlfile import Document, UnreadableError
from workbench.yamlfile import read as read_yaml

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


def profile(yaml_text: str, origin: str, *, first_line: int = 1) -> SourceProfile:
    """The metadata in this YAML. Raises InvalidFileError, which names file and line of every fault."""
    try:
        reader = _Reader(read_yaml(yaml_text))
        found, faults = reader.profile(), reader.faults
    except UnreadableError as unreadable:
        found, faults = SourceProfile(), [unreadable.fault]
    if faults:
        raise refusal(origin, [Fault(fault.line + first_line - 1, fault.text) for fault in faults])
    return found


class _Reader:
    """Reads the values and collects what is wrong with them, so that everything is said at once."""

    def __init__(self, document: Document) -> None:
        self._data = document.data
        self._fields = Fields(document, _("the metadata"))

    @property
    def faults(self) -> list[Fault]:
        return self._fields.faults

    def profile(self) -> SourceProfile:
        readers: Mapping[str, Callable[[Any], Any]] = {
            "municipality": text,
            "title": text,
            "kind": lambda value: choice(value, SourceKind),
            "transcription": lambda value: choice(value, Transcription),
            "month": _month,
            "phase": text,
            "centre": text,
            "minutes": _minutes,
            "lead_coder": text,
            "legal_basis": text,
            "consent": _consent,
            "erase_by": _day,
            "speakers": _labels,
        }
        given = self._fields.section((), self._data, readers, _("lines of the form “key: value”"))
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
            "label": text,
            "talk_role": lambda value: choice(value, TalkRole),
            "pseudonym": text,
            "role": _role,
            "centre": text,
            "age_group": lambda value: choice(value, AgeGroup),
        }
        expected = _("what is known of the speaker, such as {example}").format(example="{role: caseworker}")
        given = self._fields.section(("speakers", label), about or {}, readers, expected)
        shown = given.pop("label", "")
        return SpeakerProfile(label, shown, **{"talk_role": guessed_role(label), **given})


def _role(value: Any) -> str:
    try:
        return roles().role(text(value)).id
    except NotFoundError as error:
        raise Unfit(_("a role ({known})").format(known=error.hint.rstrip("."))) from None


def _month(value: Any) -> str:
    if isinstance(value, str) and re.fullmatch(r"\d{4}-(0[1-9]|1[0-2])", value):
        return value
    raise Unfit(_("a month such as 2026-03; a day would tell too much"))


def _day(value: Any) -> str:
    try:
        return date.fromisoformat(value).isoformat()
    except (TypeError, ValueError):
        raise Unfit(_("a day such as 2027-01-31")) from None


def _minutes(value: Any) -> int:
    if isinstance(value, str) and re.fullmatch(r"\d{1,4}", value):
        return int(value)
    raise Unfit(_("a whole number of minutes"))


def _consent(value: Any) -> frozenset[str]:
    if isinstance(value, list) and all(scope in CONSENT_SCOPES for scope in value):
        return frozenset(value)
    raise Unfit(_("a list of {names}").format(names=", ".join(CONSENT_SCOPES)))


def _labels(value: Any) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise Unfit(_("the speakers' labels, each with what is known of them"))
    return value
