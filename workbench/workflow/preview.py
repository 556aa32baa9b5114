"""A file before it is imported: what it would become, and what to think of first. Nothing is stored."""

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass, replace
from pathlib import Path

from workbench.errors import NotFoundError, WorkbenchError
from workbench.exchange import AS_FOUND, Asked, Reading, format_label, read
from workbench.exchange.page import Kind
from workbench.i18n import _, ngettext
from workbench.model import SpeakerProfile, Transcript, handle
from workbench.store import Source, Store, source_with_text
from workbench.terminal import safe
from workbench.workflow.import_ import Given, completed
from workbench.workflow.lookup import find_municipality

NEAR = 0.5
"""Of the best reading's score: what another reading must have to be worth a thought."""


def kind_said(kind: Kind) -> str:
    """What a file is, in the language spoken now: plain text, else the short name that files of that kind end in."""
    return _("text") if kind is Kind.TEXT else kind.value


@dataclass(frozen=True, slots=True)
class Heard:
    """A speaker of a transcript, and how much of it is theirs."""

    profile: SpeakerProfile
    turns: int
    words: int


@dataclass(frozen=True, slots=True)
class Home:
    """The municipality a file belongs to."""

    name: str
    """As the project writes it, or as the file, the person or the folder does."""
    known: bool
    said: bool
    """By the file or the person; else it is the folder's name."""


@dataclass(frozen=True, slots=True)
class Preview:
    """What a file would become, or why it would be refused."""

    file: Path
    asked: Asked
    reading: Reading | None
    refused: WorkbenchError | None = None
    duplicate: Source | None = None
    """The source that holds the same words already."""


def preview(store: Store, file: Path, asked: Asked = AS_FOUND) -> Preview:
    """Read a file as an import would; a file that cannot be read is told of and raises nothing."""
    try:
        reading = read(file, asked)
    except WorkbenchError as error:
        return Preview(file, asked, None, error)
    alone = len(reading.transcripts) == 1
    return Preview(file, asked, reading, duplicate=source_with_text(store, reading.transcript.text) if alone else None)


def heard(transcript: Transcript) -> list[Heard]:
    """Who speaks, in the order in which they are heard first."""
    turns: Counter[str] = Counter()
    words: Counter[str] = Counter()
    for turn in transcript.turns:
        turns[turn.speaker] += 1
        words[turn.speaker] += len(turn.place.of(transcript.text).split())
    return [
        Heard(transcript.profile.speaker(label) or SpeakerProfile(label), turns[label], words[label])
        for label in transcript.speakers
    ]


def mapped(asked: Asked, speaker: SpeakerProfile) -> Asked:
    """With this said about who speaks under a label."""
    return replace(asked, speakers={**asked.speakers, speaker.label.casefold(): speaker})


def homes(store: Store, one: Preview, municipality: str) -> list[Home]:
    """Where a file's transcripts belong; `municipality` is what the person says where the file does not.

    A file whose words are here already goes nowhere.
    """
    if one.reading is None or one.duplicate is not None:
        return []
    named = {each.profile.municipality or municipality.strip() for each in one.reading.transcripts}
    return [_home(store, name, one.file.absolute().parent.name) for name in sorted(named)]


def remarks(one: Preview, found: Collection[Home], given: Given) -> list[str]:
    """What to think of before the file is imported, in the language spoken."""
    if one.refused is not None:
        return [f"{one.refused.message} {one.refused.hint or ''}".strip()]
    if one.duplicate is not None:
        return [_("It is here already, as {source}.").format(source=safe(one.duplicate.name))]
    reading, told = one.reading, list[str]()
    if reading is None:
        return told
    if (n := len(reading.transcripts)) > 1:
        told.append(
            ngettext("{n} open answer, a source of its own", "{n} open answers, each a source of its own", n).format(
                n=n
            )
            + "."
        )
    if not reading.certain:
        told.append(_("The encoding {encoding} was guessed: look at æ, ø and å.").format(encoding=reading.encoding))
    best = max((score for _id, score in reading.candidates), default=0)
    near = [id for id, score in reading.candidates if id != reading.format and score >= best * NEAR]
    if others := [format_label(id) for id in near]:
        told.append(_("It could also be read as: {formats}.").format(formats=" · ".join(others)))
    if "" in reading.transcript.speakers:
        told.append(_("It does not say who speaks in some of the turns."))
    told += [_unknown(each) for each in found if not each.known]
    if any(not completed(each, given).profile.consent for each in reading.transcripts):
        told.append(_("No consent is stated, so nothing is suggested for it and nothing quoted from it."))
    return told


def _home(store: Store, named: str, folder: str) -> Home:
    try:
        return Home(find_municipality(store, named or folder).name, known=True, said=bool(named))
    except NotFoundError:
        return Home(named or folder, known=False, said=bool(named))


def _unknown(home: Home) -> str:
    if home.said:
        return _("There is no municipality “{name}” in this project.").format(name=safe(home.name))
    return _("It does not say which municipality it is from, and its folder “{name}” is none of the project's.").format(
        name=safe(home.name)
    )


def answered(given: Given, found: Collection[Home], new: Collection[str]) -> Given:
    """With leave to add the file's unknown municipalities, if it was given for each of them."""
    unknown = {handle(one.name) for one in found if not one.known}
    return replace(given, new_municipalities=bool(unknown) and unknown <= {handle(name) for name in new})
