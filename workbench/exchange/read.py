"""A file as transcripts: what was said, by whom, when, and what the file says about itself."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from workbench.errors import InvalidFileError
from workbench.exchange.containers import page_of
from workbench.exchange.decode import MAX_LINE, decoded
from workbench.exchange.files import content, is_file
from workbench.exchange.metadata import profile, split_front_matter
from workbench.exchange.page import Kind, Page, Said
from workbench.exchange.shapes import Asked, Shape, candidates, shape_named
from workbench.exchange.shapes.label import guessed_role
from workbench.exchange.shapes.pieces import joined
from workbench.exchange.shapes.tables import names_speakers
from workbench.exchange.survey import answers, is_survey
from workbench.i18n import _
from workbench.model import Place, SourceProfile, SpeakerProfile, Transcript, Turn, handle
from workbench.terminal import safe

SURVEY = "survey"
"""The format of a table with open answers; it has no shape, for nobody speaks in turns."""
_SHEETS = (Kind.SPREADSHEET, Kind.COMMA_TABLE)
_SIDECAR = ".meta.yaml"
_NO_CHARACTER = re.compile("[\ufffd\0\ud800-\udfff]")
AS_FOUND = Asked()
"""Nothing asked: the file itself decides."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A file as it was read, with what was found out on the way."""

    transcripts: tuple[Transcript, ...]
    """One, or one per open answer of a survey."""
    kind: Kind
    encoding: str
    certain: bool
    """Whether the encoding is proven by the bytes."""
    format: str
    """The shape it was read as, or `survey`."""
    candidates: tuple[tuple[str, float], ...]
    """The shapes it may have, best first, with how well each fits (0 to 1)."""

    @property
    def transcript(self) -> Transcript:
        """The only one, or the first."""
        return self.transcripts[0]


def read(file: Path, asked: Asked = AS_FOUND) -> Reading:
    """What this file holds, with metadata from its front matter, else from NAME.meta.yaml beside it.

    Raises NotFoundError when there is no such file; InvalidFileError, naming the file, the reason and where it
    helps the line, when it cannot be read as a transcript; UsageError for a format or pattern that is none.
    """
    raw = content(file)
    page, about = _with_metadata(page_of(raw, file.name), file)
    asked = _declared(asked, about)
    about = replace(about, speakers=tuple(asked.speakers.values()))
    survey = page.kind in _SHEETS and (bool(asked.answers) or (is_survey(page) and not names_speakers(page)))
    if asked.format == SURVEY or (survey and not asked.format):
        rows = answers(page, about, asked, handle(file.stem), file.name)
        found = tuple(_transcript(one.name, one.said, one.profile, raw, file.name) for one in rows)
        if not found:
            raise _silent(file)
        return Reading(found, page.kind, page.encoding, page.certain, SURVEY, ((SURVEY, 1.0),))
    fitting = candidates(page, asked)
    if not fitting and page.tables:
        page = page.flat
        fitting = candidates(page, asked)
    shape = shape_named(asked.format) if asked.format else fitting[0][0] if fitting else None
    said = _said(shape, page, asked) if shape else []
    if shape is None or not said:
        raise _silent(file)
    transcript = _transcript(handle(file.stem), said, about, raw, file.name)
    scores = tuple((one.id, score) for one, score in fitting)
    return Reading((transcript,), page.kind, page.encoding, page.certain, shape.id, scores)


def format_label(id: str) -> str:
    """What a format looks like, in the language spoken now."""
    return _("a survey, with one row for each who answered") if id == SURVEY else shape_named(id).label


def _with_metadata(page: Page, file: Path) -> tuple[Page, SourceProfile]:
    """The page without its front matter, and what that or the file beside it says."""
    if page.kind is Kind.TEXT:
        front, body, line = split_front_matter("\n".join(page.lines), file.name)
        if front.strip():
            lines = tuple(body.split("\n"))
            return replace(page, lines=lines), profile(front, file.name, first_line=line)
        page = replace(page, lines=tuple(body.split("\n")))
    return page, _beside(file)


def _declared(asked: Asked, about: SourceProfile) -> Asked:
    """With the speakers that the metadata names; what an option says of one goes before it.

    An option means a speaker by the file's label or by the one that is kept instead; the name itself stays out.
    """
    named = {speaker.label.casefold(): speaker for speaker in about.speakers}
    written = {speaker.shown.casefold(): key for key, speaker in named.items() if speaker.shown}
    for key, said in asked.speakers.items():
        own = named.get(written.get(key, key))
        named[own.label.casefold() if own else key] = replace(said, label=own.label, shown=own.shown) if own else said
    return replace(asked, speakers=named)


def _said(shape: Shape, page: Page, asked: Asked) -> list[Said]:
    said = shape.read(page, asked)
    return list(joined(said)) if shape.in_pieces else said


def _transcript(name: str, said: Iterable[Said], about: SourceProfile, raw: bytes, origin: str) -> Transcript:
    shown = {speaker.label.casefold(): speaker.shown for speaker in about.speakers if speaker.shown}
    texts: list[str] = []
    turns: list[Turn] = []
    start = 0
    for number, one in enumerate(said, 1):
        _refuse_unsayable(one, number, origin)
        label = shown.get(one.label.casefold(), one.label)
        turns.append(Turn(label, Place(start, start + len(one.text)), one.start, one.end))
        texts.append(one.text)
        start += len(one.text) + 1
    labels = dict.fromkeys(turn.speaker for turn in turns if turn.speaker not in shown.values())
    guessed = (SpeakerProfile(one, talk_role=guessed_role(one)) for one in labels if about.speaker(one) is None)
    kept = (replace(speaker, label=speaker.shown or speaker.label, shown="") for speaker in about.speakers)
    about = replace(about, speakers=(*kept, *guessed))
    return Transcript(name, "\n".join(texts), tuple(turns), about, raw)


def _refuse_unsayable(said: Said, number: int, origin: str) -> None:
    """Raise InvalidFileError for what is no character (a lost letter, half of one, a zero), and for endless turns."""
    if len(said.text) > MAX_LINE:
        raise InvalidFileError(
            _("{file}, turn {n}: longer than {most} characters; nobody says so much in one breath.").format(
                file=safe(origin), n=number, most=MAX_LINE
            ),
            hint=_("Import the transcript itself, with each turn on a line of its own."),
        )
    if _NO_CHARACTER.search(said.text) or _NO_CHARACTER.search(said.label):
        raise InvalidFileError(
            _("{file}, turn {n}: a letter was lost here before the file came to us (�).").format(
                file=safe(origin), n=number
            ),
            hint=_("Get the file as it was first saved, or type the letter in its program, then import it again."),
        )


def _silent(file: Path) -> InvalidFileError:
    return InvalidFileError(_("{file} holds no words.").format(file=safe(file.name)))


def _beside(file: Path) -> SourceProfile:
    """The metadata in NAME.meta.yaml; blank when there is no such file."""
    sidecar = file.with_suffix(_SIDECAR)
    if not is_file(sidecar):
        return SourceProfile()
    return profile(decoded(content(sidecar), sidecar.name), sidecar.name)
