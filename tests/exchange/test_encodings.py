"""Danish from any machine is read letter by letter; what cannot be read is refused, with its line."""

import re
import unicodedata
from itertools import chain
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.exchange.files import refusal, said, written
from workbench import config
from workbench.errors import InvalidFileError
from workbench.exchange import read
from workbench.exchange.decode import decode

ENCODINGS = ("utf-8", "utf-8-sig", "utf-16-le", "utf-16-be", "cp1252", "latin-1", "mac_roman", "cp850")
LINE_ENDS = {"unix": "\n", "windows": "\r\n", "mac": "\r"}
LOST = "Get the file as it was first saved, or type the letter in its program, then import it again."


def sentences() -> list[str]:
    """Two hundred Danish sentences from the shipped codebook that every one of the encodings can write."""
    book = yaml.safe_load((config.shipped("codebooks") / "kui-fire-fokusomraader.yaml").read_text("utf-8"))

    def examples(code: dict[str, Any]) -> list[str]:
        return [*code.get("examples", ()), *chain.from_iterable(map(examples, code.get("codes", ())))]

    every = [*chain.from_iterable(map(examples, book["codes"])), *book.get("no_code_examples", ())]
    short = {"’": "'", "‘": "'", "“": '"', "”": '"', "„": '"', "–": "-", "…": "..."}
    plain = [re.sub(r"[’‘“”„–…]", lambda mark: short[mark[0]], " ".join(one.split())) for one in every]
    chosen = [one for one in plain if not one.isascii()]
    return chosen[:: max(1, len(chosen) // 200)][:200]


SENTENCES = sentences()


def test_there_are_two_hundred_danish_sentences() -> None:
    assert len(set(SENTENCES)) == 200
    assert all(re.search("[æøåÆØÅé]", one) for one in SENTENCES)


@pytest.mark.parametrize("line_end", LINE_ENDS)
@pytest.mark.parametrize("encoding", ENCODINGS)
def test_each_sentence_is_read_right(encoding: str, line_end: str) -> None:
    end = LINE_ENDS[line_end]
    wrong = [
        one
        for one in SENTENCES
        if decode(f"Interviewer: Nå?{end}Ung: {one}{end}".encode(encoding), "a.txt").text
        != f"Interviewer: Nå?\nUng: {one}\n"
    ]
    assert wrong == []


@pytest.mark.parametrize("line_end", LINE_ENDS)
@pytest.mark.parametrize("encoding", ENCODINGS)
def test_each_sentence_alone_is_read_right(encoding: str, line_end: str) -> None:
    raw = [(one, f"{one}{LINE_ENDS[line_end]}".encode(encoding)) for one in SENTENCES]
    assert [one for one, written in raw if decode(written, "a.txt").text != f"{one}\n"] == []


@pytest.mark.parametrize("line_end", LINE_ENDS)
@pytest.mark.parametrize("encoding", ENCODINGS)
def test_all_of_them_as_one_transcript(tmp_path: Path, encoding: str, line_end: str) -> None:
    talk = [("Interviewer" if number % 2 else "Ung", one) for number, one in enumerate(SENTENCES)]
    text = "\n\n".join(f"{speaker}: {words}" for speaker, words in talk).replace("\n", LINE_ENDS[line_end])
    assert said(tmp_path, "a.txt", text.encode(encoding)) == talk
    reading = read(tmp_path / "a.txt")
    named = "cp1252" if encoding == "latin-1" else encoding  # alike for Danish, and the likelier one is named
    assert (reading.encoding, reading.certain) == (named, encoding in ("utf-8", "utf-8-sig"))


def test_typographic_marks_are_read_right() -> None:
    text = "Hun sagde: „Så gør vi det“ – og så … «nå». Ca. 50 € pr. måned, René’s idé."
    for encoding in ("cp1252", "mac_roman", "utf-16-le"):
        assert decode(text.encode(encoding), "a.txt").text == text, encoding


def test_marks_alone_are_not_taken_for_danish_letters_in_the_middle_of_words() -> None:
    for one in ("Det er Lars’ bil.", "Ved du hvad “bil” er?", "Hun – ham – hende …"):
        assert decode(one.encode("cp1252"), "a.txt").text == one


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_composed_and_decomposed_letters_are_the_same_words(tmp_path: Path, form: str) -> None:
    text = f"Ung: {SENTENCES[0]}\n\nLærer: Nå.\n\nUng: På én måde.\n\nLærer: Ja."
    raw = unicodedata.normalize(form, text)  # type: ignore[arg-type]
    found = said(tmp_path, "a.txt", raw)
    assert found == [("Ung", SENTENCES[0]), ("Lærer", "Nå."), ("Ung", "På én måde."), ("Lærer", "Ja.")]


@pytest.mark.parametrize(
    ("raw", "line"),
    [("Ung: Ja.\r\nUng: På v\ufffdrelset.\r\n".encode(), 2), ("Ung: v\ufffdrelset.".encode("utf-16"), 1)],
)
def test_a_letter_that_was_lost_earlier_is_named_with_its_line(tmp_path: Path, raw: bytes, line: int) -> None:
    assert refusal(written(tmp_path, "a.txt", raw)) == (
        InvalidFileError,
        f"a.txt, line {line}: a letter was lost here before the file came to us (�).",
        "Get the file as it was first saved, or type the letter in an editor, then import it again.",
    )


@pytest.mark.parametrize("end", LINE_ENDS.values(), ids=LINE_ENDS)
def test_one_damaged_byte_is_named_with_its_line(tmp_path: Path, end: str) -> None:
    lines = [f"Ung: {one}" for one in SENTENCES]
    sound = end.join(lines).encode()
    at = sound.index("ø".encode(), sound.index(lines[120].encode()))
    damaged = sound[:at] + sound[at + 1 :]
    line = sound[:at].decode().count(end) + 1
    assert refusal(written(tmp_path, "a.txt", damaged)) == (
        InvalidFileError,
        f"a.txt, line {line}: a character that is damaged; the rest of the file is UTF-8.",
        "Mend the character in an editor that saves UTF-8, then import the file again.",
    )


@pytest.mark.parametrize("half", ["\\ud83d", "\\ude00", "\\ude00\\ud83d", "\\u0000", "\\ufffd"])
def test_half_a_character_in_json_is_named_with_its_turn(tmp_path: Path, half: str) -> None:
    pieces = f'{{"segments": [{{"text": "Ja.", "speaker": "A"}}, {{"text": "Nå {half}", "speaker": "B"}}]}}'
    assert refusal(written(tmp_path, "a.json", pieces)) == (
        InvalidFileError,
        "a.json, turn 2: a letter was lost here before the file came to us (�).",
        LOST,
    )


def test_a_whole_emoji_in_json_is_read(tmp_path: Path) -> None:
    pieces = '[{"text": "Nå \\ud83d\\ude00", "speaker": "A"}]'
    assert said(tmp_path, "a.json", pieces) == [("A", "Nå 😀")]


@pytest.mark.parametrize("raw", [b"Ung: Ja.\0 Nej.", "Ung: Ja.\0".encode("utf-16"), b"\0\0\0\0", b"\x01\x02\x03\x04"])
def test_what_holds_zeros_or_controls_is_no_text(tmp_path: Path, raw: bytes) -> None:
    assert refusal(written(tmp_path, "a.txt", raw))[:2] == (InvalidFileError, "a.txt is not a text file.")
