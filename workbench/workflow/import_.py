"""Import: a file becomes a source, in one transaction. Good files stay when a later one is refused."""

import re
from dataclasses import dataclass, replace
from pathlib import Path

from workbench.errors import NotFoundError, UsageError
from workbench.exchange import read
from workbench.i18n import _
from workbench.model import SourceKind, Transcript, Transcription, handle
from workbench.store import (
    Source,
    Store,
    add_municipality,
    add_source,
    free_name,
    municipalities,
    source,
    source_with_text,
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


def import_file(store: Store, file: Path, given: Given = Given()) -> Imported:
    """Read a transcript and store it, or find that its words are there already.

    Raises NotFoundError when it is not there or its municipality is unknown, InvalidFileError when it cannot be
    read.
    """
    transcript = completed(read(file), given)
    known = source_with_text(store, transcript.text)
    if known is not None:
        return Imported(file, known, duplicate=True)
    named = transcript.profile.municipality or file.absolute().parent.name
    missing = given.new_municipalities and handle(named) not in {handle(one.name) for one in municipalities(store)}
    found = None if missing else _municipality(store, file, named, said=bool(transcript.profile.municipality))
    with store.command("import") as command:
        id = add_source(
            command,
            transcript,
            name=free_name(store, transcript.name),
            municipality=found or add_municipality(command, named),
        )
    return Imported(file, source(store, id), duplicate=False)


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


def _municipality(store: Store, file: Path, named: str, *, said: bool) -> str:
    """The id of the municipality a file belongs to; `said` when the file or an option names it."""
    try:
        return find_municipality(store, named).id
    except NotFoundError as error:
        message, hint = error.message, error.hint
        if not said:
            message = _("it does not say which municipality it is from, and its folder “{name}” is none.").format(
                name=safe(named)
            )
            hint = _("Say it with: workbench import --municipality NAME PATH")
        raise NotFoundError(f"{safe(file.name)}: {message}", hint=hint) from error
