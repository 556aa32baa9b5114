"""A transcript file as a value: what was said, by whom, and what the file says about itself."""

from dataclasses import replace
from pathlib import Path

from workbench.errors import InvalidFileError
from workbench.exchange.decode import decoded
from workbench.exchange.files import ENDINGS, content, is_file
from workbench.exchange.metadata import profile, split_front_matter
from workbench.exchange.speakers import guessed_role, turns
from workbench.i18n import _
from workbench.model import SourceProfile, SpeakerProfile, Transcript, handle
from workbench.terminal import safe

_SIDECAR = ".meta.yaml"


def read(file: Path) -> Transcript:
    """The transcript in this file, with metadata from its front matter, else from NAME.meta.yaml beside it.

    Raises NotFoundError when there is no such file; InvalidFileError, naming the file, the reason and where it
    helps the line, when it cannot be read as a transcript.
    """
    if file.suffix.casefold() not in ENDINGS and is_file(file):
        raise InvalidFileError(
            _("{file} is of a kind that is not read here.").format(file=safe(file.name)),
            hint=_("This workbench reads: {endings}").format(endings=" ".join(ENDINGS)),
        )
    raw = content(file)
    front, body, line = split_front_matter(decoded(raw, file.name), file.name)
    about = profile(front, file.name, first_line=line) if front.strip() else _beside(file)
    text, found = turns(body, [speaker.label for speaker in about.speakers])
    if not found:
        raise InvalidFileError(_("{file} holds no words.").format(file=safe(file.name)))
    transcript = Transcript(handle(file.stem), text, found, about, raw)
    unnamed = [label for label in transcript.speakers if about.speaker(label) is None]
    guessed = tuple(SpeakerProfile(label, guessed_role(label)) for label in unnamed)
    return replace(transcript, profile=replace(about, speakers=(*about.speakers, *guessed)))


def _beside(file: Path) -> SourceProfile:
    """The metadata in NAME.meta.yaml; blank when there is no such file."""
    sidecar = file.with_suffix(_SIDECAR)
    if not is_file(sidecar):
        return SourceProfile()
    return profile(decoded(content(sidecar), sidecar.name), sidecar.name)
