"""Import: a file becomes a source, in one transaction. Good files stay when a later one is refused."""

from dataclasses import dataclass, replace
from pathlib import Path

from workbench.exchange import read
from workbench.model import SourceKind, SourceProfile, Transcript, handle
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


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of a file."""

    file: Path
    source: Source
    duplicate: bool
    """The same words were in the project already, under this source; nothing was stored."""


def import_file(store: Store, file: Path, given: Given = Given()) -> Imported:
    """Read a transcript and store it, or find that its words are there already.

    Raises InvalidFileError when it cannot be read, NotFoundError when its municipality is unknown.
    """
    transcript = completed(read(file), given)
    known = source_with_text(store, transcript.text)
    if known is not None:
        return Imported(file, known, duplicate=True)
    named = transcript.profile.municipality or file.absolute().parent.name
    missing = given.new_municipalities and handle(named) not in {handle(one.name) for one in municipalities(store)}
    found = None if missing else find_municipality(store, named)
    with store.command("import") as command:
        municipality = found.id if found else add_municipality(command, named)
        name = free_name(store, transcript.name)
        id = add_source(command, transcript, name=name, municipality=municipality)
    return Imported(file, source(store, id), duplicate=False)


def completed(transcript: Transcript, given: Given) -> Transcript:
    """The transcript with the options in the places its own metadata leaves open."""
    own = transcript.profile
    blank = SourceProfile()
    profile = replace(
        own,
        municipality=own.municipality or given.municipality,
        kind=given.kind if given.kind and own.kind is blank.kind else own.kind,
        month=own.month or given.month,
        consent=own.consent or given.consent,
    )
    return replace(transcript, profile=profile)
