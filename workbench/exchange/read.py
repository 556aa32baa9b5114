"""A transcript file as a value: what was said, by whom, and what the file says about itself."""

from dataclasses import replace
from pathlib import Path

from workbench.errors import InvalidFileError
from workbench.exchange.decode import MAX_BYTES, decoded
from workbench.exchange.metadata import profile, split_front_matter
from workbench.exchange.speakers import guessed_role, turns
from workbench.i18n import _
from workbench.model import SourceProfile, SpeakerProfile, Transcript, handle

ENDINGS = (".md", ".txt")
_SIDECAR = ".meta.yaml"


def read(file: Path) -> Transcript:
    """The transcript in this file, with metadata from its front matter, else from NAME.meta.yaml beside it.

    Raises InvalidFileError, naming the file, the reason and where it helps the line.
    """
    if file.suffix.casefold() not in ENDINGS:
        raise InvalidFileError(
            _("{file}: files of the kind “{ending}” are not read.").format(file=file.name, ending=file.suffix),
            hint=_("This workbench reads: {endings}").format(endings=" ".join(ENDINGS)),
        )
    raw = _bytes(file)
    front, body, line = split_front_matter(decoded(raw, file.name), file.name)
    sidecar = file.with_suffix(_SIDECAR)
    if front:
        about = profile(front, file.name, first_line=line)
    elif sidecar.is_file():
        about = profile(decoded(_bytes(sidecar), sidecar.name), sidecar.name)
    else:
        about = SourceProfile()
    text, found = turns(body, [speaker.label for speaker in about.speakers])
    if not found:
        raise InvalidFileError(_("{file} holds no words.").format(file=file.name))
    transcript = Transcript(handle(file.stem), text, found, about, raw)
    unnamed = [label for label in transcript.speakers if about.speaker(label) is None]
    guessed = tuple(SpeakerProfile(label, guessed_role(label)) for label in unnamed)
    return replace(transcript, profile=replace(about, speakers=(*about.speakers, *guessed)))


def transcript_files(path: Path) -> list[Path]:
    """The transcripts meant by a path: the file itself, or every one in a folder and below, by name."""
    if not path.is_dir():
        return [path]
    return sorted(
        file
        for file in path.rglob("*")
        if file.is_file()
        and file.suffix.casefold() in ENDINGS
        and not any(part.startswith(".") for part in file.relative_to(path).parts)
        and file.stem.casefold() != "readme"
    )


def _bytes(file: Path) -> bytes:
    try:
        with file.open("rb") as opened:
            return opened.read(MAX_BYTES + 1)
    except OSError as error:
        raise InvalidFileError(
            _("{file} cannot be read: {reason}").format(file=file, reason=error.strerror or error)
        ) from error
