"""Import: a file becomes a source, in one transaction. Good files stay when a later one is refused."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import takewhile
from pathlib import Path

from workbench.codebook import roles
from workbench.errors import NotFoundError, UsageError
from workbench.exchange import AS_FOUND, Asked, read
from workbench.i18n import _, ngettext
from workbench.model import AgeGroup, SourceKind, SpeakerProfile, TalkRole, Transcript, Transcription, handle
from workbench.store import (
    Command,
    Source,
    Store,
    add_municipality,
    add_source,
    free_name,
    municipalities,
    source,
    source_with_text,
    sources,
)
from workbench.terminal import safe
from workbench.workflow.lookup import find_municipality


@dataclass(frozen=True, slots=True)
class Given:
    """What the options of an import say; a file's own metadata goes before it."""

    municipality: str = ""
    kind: SourceKind | None = None
    month: str = ""
    consent: frozenset[str] = frozenset()
    new_municipalities: bool = False
    """Whether an unknown municipality may be added."""
    asked: Asked = AS_FOUND
    """How the files should be read, where that should not be left to be found out."""

    def __post_init__(self) -> None:
        if not re.fullmatch(r"(\d{4}-(0[1-9]|1[0-2]))?", self.month):
            raise UsageError(_("“{value}” is no month; write it as 2026-03.").format(value=safe(self.month)))


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of a file."""

    file: Path
    source: Source
    duplicate: bool
    """The same words were in the project already, under this source; nothing was stored."""


def import_file(store: Store, file: Path, given: Given = Given()) -> list[Imported]:
    """Read a file and store what it holds, or find that its words are there already: all of it or nothing.

    A transcript is one source, a survey one for each open answer. Raises NotFoundError when the file is not there
    or its municipality is unknown, InvalidFileError when it cannot be read, UsageError for a format or pattern that
    is none.
    """
    reading = read(file, given.asked)
    several = len(reading.transcripts) > 1
    stored: dict[str, Imported] = {}
    fresh: dict[str, tuple[Transcript, str]] = {}
    for transcript in (completed(one, given) for one in reading.transcripts):
        known = _same_cell(store, file, transcript, given) if several else source_with_text(store, transcript.text)
        if known is not None:
            stored[transcript.name] = Imported(file, known, duplicate=True)
        else:
            fresh[transcript.name] = (transcript, _home(store, file, transcript, given))
    if fresh:
        with store.command("import") as command:
            added = {
                name: add_source(
                    command,
                    transcript,
                    name=free_name(store, name),
                    municipality=_municipality_id(command, store, home),
                )
                for name, (transcript, home) in fresh.items()
            }
        stored |= {name: Imported(file, source(store, id), duplicate=False) for name, id in added.items()}
    return [stored[transcript.name] for transcript in reading.transcripts]


def speaker_given(text: str) -> SpeakerProfile:
    """Who speaks, from `LABEL=ROLE`, `LABEL=ROLE:PSEUDONYM`, `LABEL=ROLE:PSEUDONYM:15-24` or `LABEL=interviewer`.

    The role `respondent` says that somebody answers, and no more. Raises UsageError.
    """
    label, equals, about = text.rpartition("=")
    role, _colon, who = about.partition(":")
    pseudonym, _colon, age = who.partition(":")
    if not equals or not label.strip() or not role.strip():
        raise UsageError(
            _("“{value}” does not say who speaks.").format(value=safe(text)),
            hint=_("Write it as: {example}").format(example='--speaker "S01=caseworker:KV-S1"'),
        )
    label = " ".join(label.split())
    if role.strip().casefold() == TalkRole.INTERVIEWER.value:
        return SpeakerProfile(label, talk_role=TalkRole.INTERVIEWER)
    unsaid = role.strip().casefold() == TalkRole.RESPONDENT.value
    return SpeakerProfile(
        label,
        pseudonym=pseudonym.strip(),
        role="" if unsaid else roles().role(role.strip()).id,
        age_group=_age_group(age.strip()) if age.strip() else None,
    )


def told(file: Path, found: Sequence[Imported]) -> str:
    """What became of a file, in a sentence."""
    if len(found) != 1:
        return _told_survey(file, found)
    one = found[0]
    if one.duplicate:
        return _("{file}: is here already, as {source}.").format(file=safe(file.name), source=safe(one.source.name))
    return _("{file}: stored as {source} ({municipality}): {turns}, {passages}.").format(
        file=safe(file.name),
        source=safe(one.source.name),
        municipality=safe(one.source.municipality_name),
        turns=ngettext("{n} turn", "{n} turns", one.source.turns).format(n=one.source.turns),
        passages=ngettext("{n} passage to code", "{n} passages to code", one.source.passages).format(
            n=one.source.passages
        ),
    )


def _told_survey(file: Path, found: Sequence[Imported]) -> str:
    fresh = [one for one in found if not one.duplicate]
    said = ngettext(
        "{file}: {n} open answer stored as a source of its own",
        "{file}: {n} open answers stored, each as a source of its own",
        len(fresh),
    ).format(file=safe(file.name), n=len(fresh))
    here = len(found) - len(fresh)
    return (
        said
        + (", " + ngettext("{n} was here already", "{n} were here already", here).format(n=here) if here else "")
        + "."
    )


def _age_group(text: str) -> AgeGroup:
    try:
        return AgeGroup(text)
    except ValueError:
        raise UsageError(
            _("“{name}” is no age group; expected one of {names}.").format(name=safe(text), names=", ".join(AgeGroup))
        ) from None


def completed(transcript: Transcript, given: Given) -> Transcript:
    """The transcript with the options in the places its own metadata leaves open."""
    own = transcript.profile
    profile = replace(
        own,
        municipality=own.municipality or given.municipality,
        kind=own.kind if "kind" in own.said or given.kind is None else given.kind,
        month=own.month or given.month,
        consent=own.consent if "consent" in own.said else given.consent,
    )
    if profile.kind is SourceKind.MINUTES:
        profile = replace(profile, transcription=Transcription.MINUTES)
    return replace(transcript, profile=profile)


def _same_cell(store: Store, file: Path, transcript: Transcript, given: Given) -> Source | None:
    """The source this answer of a survey became before, if any.

    Two people can answer "Ved ikke": the same words are the same source only in the same cell, of the same
    municipality's survey. Two surveys of one name have got names with a number behind.
    """
    home = handle(_home(store, file, transcript, given))
    names = {one.name for one in sources(store)}
    candidates = (transcript.name, *(f"{transcript.name}-{n}" for n in range(2, len(names) + 2)))
    for name in takewhile(names.__contains__, candidates):
        known = source_with_text(store, transcript.text, name=name)
        if known is not None and handle(known.municipality_name) == home:
            return known
    return None


def _home(store: Store, file: Path, transcript: Transcript, given: Given) -> str:
    """The name of the municipality a transcript belongs to, as the project writes it, or as it will be added."""
    said = transcript.profile.municipality
    named = said or file.absolute().parent.name
    if given.new_municipalities and handle(named) not in {handle(one.name) for one in municipalities(store)}:
        return named
    try:
        return find_municipality(store, named).name
    except NotFoundError as error:
        message, hint = error.message, error.hint
        if not said:
            message = _("it does not say which municipality it is from, and its folder “{name}” is none.").format(
                name=safe(named)
            )
            hint = _("Say it with: workbench import --municipality NAME PATH")
        raise NotFoundError(f"{safe(file.name)}: {message}", hint=hint) from error


def _municipality_id(command: Command, store: Store, name: str) -> str:
    known = {handle(one.name): one.id for one in municipalities(store)}
    return known.get(handle(name)) or add_municipality(command, name)
