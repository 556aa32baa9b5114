"""Files to read, and what was read from them in few words."""

from pathlib import Path

import pytest

from workbench.errors import WorkbenchError
from workbench.exchange import AS_FOUND, Asked, read
from workbench.model import SpeakerProfile, Transcript

Timed = tuple[str, str, float | None, float | None]
"""Speaker, words, start and end."""


def written(folder: Path, name: str, content: str | bytes) -> Path:
    """A file of this name with this content."""
    file = folder / name
    file.write_bytes(content.encode() if isinstance(content, str) else content)
    return file


def said(folder: Path, name: str, content: str | bytes, asked: Asked = AS_FOUND) -> list[tuple[str, str]]:
    """Speaker and words of every turn of a file with this content."""
    return turns(read(written(folder, name, content), asked).transcript)


def timed(folder: Path, name: str, content: str | bytes, asked: Asked = AS_FOUND) -> list[Timed]:
    """The same, with the times."""
    found = read(written(folder, name, content), asked).transcript
    return [(one.speaker, one.place.of(found.text), one.from_seconds, one.to_seconds) for one in found.turns]


def turns(transcript: Transcript) -> list[tuple[str, str]]:
    """Speaker and words of every turn."""
    return [(one.speaker, one.place.of(transcript.text)) for one in transcript.turns]


def declaring(*labels: str) -> Asked:
    """With speakers of these labels, as metadata or an option names them."""
    return Asked(speakers={label.casefold(): SpeakerProfile(label) for label in labels})


def refusal(file: Path, asked: Asked = AS_FOUND) -> tuple[type[WorkbenchError], str, str]:
    """How reading this file is refused."""
    with pytest.raises(WorkbenchError) as refused:
        read(file, asked)
    return type(refused.value), refused.value.message, refused.value.hint
