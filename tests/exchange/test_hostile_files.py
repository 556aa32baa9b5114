"""Files that are damaged or mistaken for others: read, or refused with the reason."""

import random
from itertools import pairwise
from pathlib import Path

import pytest

from tests.exchange.files import refusal, said, turns, written
from tests.exchange.hostile import (
    DAMAGED,
    EVERY,
    PACKED,
    TEXTS,
    read_or_refused,
    word,
)
from tests.exchange.writers.documents import zipped
from tests.exchange.writers.workbooks import csv_table, xlsx
from workbench.errors import InvalidFileError
from workbench.exchange import Reading, read


@pytest.mark.parametrize("ending", EVERY)
@pytest.mark.parametrize("raw", [b"", b" \r\n\t \n", b"\xef\xbb\xbf", "\ufeff \n".encode("utf-16-le")])
def test_nothing_in_it(tmp_path: Path, ending: str, raw: bytes) -> None:
    assert refusal(written(tmp_path, f"a.{ending}", raw)) == (InvalidFileError, f"a.{ending} is empty.", "")


@pytest.mark.parametrize("share", [0.25, 0.5, 0.75, 0.99])
@pytest.mark.parametrize("ending", PACKED)
def test_a_document_that_is_cut_off(tmp_path: Path, ending: str, share: float) -> None:
    raw = PACKED[ending]
    file = written(tmp_path, f"a.{ending}", raw[: int(len(raw) * share)])
    assert refusal(file) == (InvalidFileError, f"a.{ending} is damaged or cut off.", DAMAGED)


@pytest.mark.parametrize("share", [0.25, 0.5, 0.75, 0.99])
def test_rich_text_that_is_cut_off(tmp_path: Path, share: float) -> None:
    raw = EVERY["rtf"]
    file = written(tmp_path, "a.rtf", raw[: int(len(raw) * share)])
    assert refusal(file) == (InvalidFileError, "a.rtf is damaged or cut off.", DAMAGED)


@pytest.mark.parametrize("ending", ["txt", "md", "html", "vtt", "srt"])
def test_text_that_is_cut_off_is_read_as_far_as_it_goes(tmp_path: Path, ending: str) -> None:
    raw = TEXTS[ending]
    whole = said(tmp_path, f"a.{ending}", raw)
    for at in range(len(raw) // 2, len(raw) // 2 + 120):
        if (raw[at] & 0xC0) == 0x80:
            continue  # in the middle of a letter
        part = said(tmp_path, f"a.{ending}", raw[:at])
        assert part[:10] == whole[:10]
        assert "".join(words for _speaker, words in part).replace("<", "")[:-20] in "".join(one[1] for one in whole)


def test_json_that_is_cut_off_is_refused_whatever_it_is_called(tmp_path: Path) -> None:
    for at in (10, 60, len(TEXTS["json"]) // 2, len(TEXTS["json"]) - 1):
        for name in ("a.json", "a.txt"):
            message = refusal(written(tmp_path, name, TEXTS["json"][:at]))[1]
            assert message.startswith(f"{name} is JSON that is damaged or cut off (")


def test_a_table_that_is_cut_off_inside_quotes_is_refused(tmp_path: Path) -> None:
    raw = 'Nr;"Hvad virker?"\n1;"At hun altid svarer,\nogså om søndagen'.encode()
    assert refusal(written(tmp_path, "a.csv", raw)) == (
        InvalidFileError,
        "a.csv is no table (unexpected end of data).",
        "Save it from the spreadsheet once more, as .xlsx or .csv.",
    )


@pytest.mark.parametrize("ending", [one for one in EVERY if one != "csv"])
@pytest.mark.parametrize("other", ["txt", "docx", "pdf", "mp3", "json", "vtt", "rtf", "xlsx", "", "bak.2"])
def test_an_ending_is_not_believed(tmp_path: Path, ending: str, other: str) -> None:
    right = read(written(tmp_path, f"a.{ending}", EVERY[ending]))
    wrong = read(written(tmp_path, f"a.{other}" if other else "a", EVERY[ending]))
    assert [turns(one) for one in wrong.transcripts] == [turns(one) for one in right.transcripts]
    assert (wrong.kind, wrong.format) == (right.kind, right.format)


@pytest.mark.parametrize("ending", [one for one in TEXTS if one != "json"])
def test_mixed_line_ends(tmp_path: Path, ending: str) -> None:
    raw = TEXTS[ending]
    lines = raw.split(b"\n")
    ends = (b"\n", b"\r\n", b"\r")
    # An old Macintosh's line end before an empty line's new one would be one line end of Windows.
    mixed = b"".join(
        line + ends[number % 3 if below else number % 2] for number, (line, below) in enumerate(pairwise([*lines, b""]))
    )
    right = read(written(tmp_path, f"a.{ending}", raw))
    assert [one.text for one in read(written(tmp_path, f"b.{ending}", mixed)).transcripts] == [
        one.text for one in right.transcripts
    ]


@pytest.mark.parametrize("ending", TEXTS)
def test_a_zero_in_the_middle(tmp_path: Path, ending: str) -> None:
    raw = TEXTS[ending]
    file = written(tmp_path, f"a.{ending}", raw[: len(raw) // 2] + b"\0" + raw[len(raw) // 2 :])
    assert refusal(file)[:2] == (InvalidFileError, f"a.{ending} is not a text file.")


@pytest.mark.parametrize("ending", ["html", "vtt"])
def test_half_a_character_by_number(tmp_path: Path, ending: str) -> None:
    for number in ("&#xD83D;", "&#0;", "&#xFFFD;"):
        file = written(tmp_path, f"a.{ending}", TEXTS[ending].replace("måde".encode(), b"m" + number.encode()))
        found = read_or_refused(file)
        if isinstance(found, Reading):
            assert not any(letter in "\0\ufffd" or "\ud800" <= letter <= "\udfff" for letter in found.transcript.text)


def test_a_file_and_a_speaker_cannot_give_orders_to_the_terminal(tmp_path: Path) -> None:
    name = "a\n\x1b[2J\u202e.txt"
    assert refusal(written(tmp_path, name, b""))[1] == "a␊␛[2J\ufffd.txt is empty."
    raw = '[{"text": "Ja.", "speaker": "Ung\\n\\u001b[2J"}, {"text": "Nå.", "speaker": "B"}]'
    assert said(tmp_path, "a\x1b.json", raw) == [("Ung \x1b[2J", "Ja."), ("B", "Nå.")]


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "a.txt is a PDF, which keeps no turns."),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600,
            "a.txt is a document of an old Word or Excel, or one locked with a password.",
        ),
        (b"ID3\x04\0\0\0\0" + b"\xff\xfb\x90" * 99, "a.txt is a recording, not a transcript."),
        (b"\xff\xfb\x90\x64\0\x0f" * 99, "a.txt is a recording, not a transcript."),
        (b"RIFF\x24\x08\0\0WAVEfmt ", "a.txt is a recording, not a transcript."),
        (b"\0\0\0\x20ftypM4A \0\0\0\0", "a.txt is a recording, not a transcript."),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "a.txt is not a text file."),
        (random.Random(1).randbytes(5000), "a.txt is not a text file."),
        (random.Random(2).randbytes(5000).replace(b"\0", b""), "a.txt is not a text file."),
        (zipped({"a.txt": "Ung: Ja."}), "a.txt is an archive, and none that holds a transcript."),
        (zipped({"xl/other.xml": "", "word/styles.xml": ""}), "a.txt is an archive, and none that holds a transcript."),
        (b"PK\x03\x04", "a.txt is damaged or cut off."),
        (word(""), "a.txt holds no words."),
        (zipped({"word/document.xml": ""}), "a.txt is damaged: its text cannot be read (Document is empty, line 1"),
        (zipped({"xl/workbook.xml": "<a/>"}), "a.txt is damaged or cut off."),
        (zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<a"}), "a.txt is damaged: "),
    ],
)
def test_files_people_try(tmp_path: Path, raw: bytes, message: str) -> None:
    error, said, _hint = refusal(written(tmp_path, "a.txt", raw))
    assert error is InvalidFileError
    assert said.startswith(message)


def test_times_that_are_none_cost_no_words(tmp_path: Path) -> None:
    times = ["1e999", "-1", "NaN", "true", '"1"', "null", "9" * 400, "[]"]
    pieces = ",".join(f'{{"text": "ord {n}", "speaker": "{n}", "start": {one}}}' for n, one in enumerate(times))
    found = read(written(tmp_path, "a.json", f"[{pieces}]")).transcript
    assert turns(found) == [(str(n), f"ord {n}") for n in range(len(times))]
    assert {turn.from_seconds for turn in found.turns} == {None}


def test_a_formula_is_text(tmp_path: Path) -> None:
    evil = "=cmd|' /C calc'!A0"
    rows = [["Nr", "Hvad virker bedst?"], ["1", f"{evil} og så det"], ["2", "At hun altid svarer."]]
    [first, _second] = read(written(tmp_path, "a.csv", csv_table(rows))).transcripts
    assert first.text == f"Hvad virker bedst?\n{evil} og så det"
    [only] = read(written(tmp_path, "a.xlsx", xlsx([rows[0], ["1", evil], rows[2]]))).transcripts
    assert only.text == "Hvad virker bedst?\nAt hun altid svarer."


def test_a_ragged_table(tmp_path: Path) -> None:
    raw = "Nr;Kommune;Hvad virker bedst?\n1\n2;Kvistsund;At hun altid svarer.;mere;endnu mere\n;;;;\n3;Havrevig\n"
    [only] = read(written(tmp_path, "a.csv", raw)).transcripts
    assert (only.name, only.text) == ("a-2-1", "Hvad virker bedst?\nAt hun altid svarer.")
