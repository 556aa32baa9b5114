"""A transcript file as a value, or refused with the reason."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.exchange.files import refusal, written
from workbench.errors import InvalidFileError, NotFoundError
from workbench.exchange import read
from workbench.model import Place, SourceProfile, SpeakerProfile, TalkRole, Transcript, Turn


@contextmanager
def as_somebody_else() -> Iterator[None]:
    """Root may read everything; for a while, be nobody."""
    root = os.geteuid() == 0
    if root:
        os.seteuid(65534)
    try:
        yield
    finally:
        if root:
            os.seteuid(0)


def test_a_transcript_holds_turns_speakers_metadata_and_the_original(tmp_path: Path) -> None:
    head = b"---\r\nmonth: 2026-03\r\nspeakers:\r\n  Ung: {pseudonym: U1}\r\n---\r\n"
    raw = head + b"\r\n**Int:** Hej?\r\n\r\n**ung:** Ja.\r\n"
    assert read(written(tmp_path, "Fokusgruppe 1 – Ø.MD", raw)).transcript == Transcript(
        name="fokusgruppe-1-oe",
        text="Hej?\nJa.",
        turns=(Turn("Int", Place(0, 4)), Turn("Ung", Place(5, 8))),
        profile=SourceProfile(
            month="2026-03",
            speakers=(SpeakerProfile("Ung", pseudonym="U1"), SpeakerProfile("Int", talk_role=TalkRole.INTERVIEWER)),
            said=frozenset({"month"}),
        ),
        original=raw,
    )


def test_metadata_may_lie_beside_the_file(tmp_path: Path) -> None:
    file = written(tmp_path, "fg1.txt", "Ung: Ja.\nUng: Nej.")
    written(tmp_path, "fg1.meta.yaml", "municipality: Kvistsund")
    assert read(file).transcript.profile.municipality == "Kvistsund"


def test_the_file_itself_goes_before_what_lies_beside_it(tmp_path: Path) -> None:
    file = written(tmp_path, "fg1.txt", "---\ntitle: A\n---\nUng: Ja.")
    written(tmp_path, "fg1.meta.yaml", "municipality: Kvistsund")
    about = read(file).transcript.profile
    assert (about.title, about.municipality) == ("A", "")


def test_faults_beside_the_file_are_named_there(tmp_path: Path) -> None:
    file = written(tmp_path, "fg1.txt", "Ung: Ja.")
    written(tmp_path, "fg1.meta.yaml", "\nkomune: Kvistsund")
    assert refusal(file)[1].startswith("fg1.meta.yaml, line 2: “komune” is not known; expected: ")


TEXT_HINT = "Save the transcript as .docx, .odt, .rtf, .txt or .md, and import that."


@pytest.mark.parametrize(
    ("name", "text", "message", "hint"),
    [
        ("a.md", b"", "a.md is empty.", ""),
        ("a.md", "---\ntitle: A\n---\n\n", "a.md holds no words.", ""),
        ("a.txt", "**Ung:**\n", "a.txt holds no words.", ""),
        ("a.docx", b"\x00PK", "a.docx is not a text file.", TEXT_HINT),
        (
            "a.md",
            b"\x00\x01",
            "a.md is not a text file.",
            TEXT_HINT,
        ),
        (
            "a\x1b[2J\u202e.md",
            "---\nkind: x\n---\nHej",
            "a␛[2J\ufffd.md, line 2: kind should be one of focus_group, interview, youth_journey, minutes, survey,"
            " document",
            "Mend the file in a text editor and try again; nothing was changed.",
        ),
    ],
)
def test_a_file_that_is_no_transcript(tmp_path: Path, name: str, text: str | bytes, message: str, hint: str) -> None:
    assert refusal(written(tmp_path, name, text)) == (InvalidFileError, message, hint)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    file = tmp_path / "fg1.md"
    assert refusal(file) == (NotFoundError, f"There is no file {file}.", "")
    assert refusal(tmp_path / "fg1") == (NotFoundError, f"There is no file {tmp_path / 'fg1'}.", "")
    file.symlink_to(tmp_path / "gone.md")
    assert refusal(file) == (NotFoundError, f"There is no file {file}.", "")


def test_a_folder_a_pipe_and_an_endless_name(tmp_path: Path) -> None:
    folder, pipe, endless = tmp_path / "fg1.md", tmp_path / "p.md", tmp_path / f"{'x' * 300}.md"
    folder.mkdir()
    os.mkfifo(pipe)
    assert refusal(folder) == (InvalidFileError, f"{folder} cannot be read: Is a directory", "")
    assert refusal(pipe) == (InvalidFileError, f"{pipe} is no ordinary file.", "")
    assert refusal(endless) == (InvalidFileError, f"{endless} cannot be read: File name too long", "")


def test_a_file_this_person_may_not_read(tmp_path: Path) -> None:
    file = written(tmp_path, "fg1.md", "Ung: Ja.")
    file.chmod(0)
    with as_somebody_else():
        assert refusal(file) == (InvalidFileError, f"{file} cannot be read: Permission denied", "")
