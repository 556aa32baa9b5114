"""Files that are damaged, mistaken for others or made to harm: read, or refused with the reason; nothing else."""

import random
import time
import zipfile
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.exchange.files import refusal, said, turns, written
from tests.exchange.writers import documents, line_shapes, subtitles, turn
from tests.exchange.writers.documents import docx_table, zipped
from tests.exchange.writers.workbooks import csv_table, xlsx
from workbench import config
from workbench.errors import InvalidFileError, WorkbenchError
from workbench.exchange import Reading, read, transcript_files
from workbench.terminal import safe

TALK = [
    turn("Interviewer", "Hvordan går det med planen?", 0.0, 2.5),
    turn("Ung", "Der er fire planer, og ingen taler sammen – på nogen måde.", 2.5, 9.0),
    turn("Interviewer", "Hvem skrev dem?", 9.0, 11.0),
    turn("Ung", "Det ved jeg ikke, måske øh min rådgiver.", 11.0, 15.5),
] * 8
ROWS = [
    ["Nr", "Kommune", "Hvad virker bedst i hverdagen?"],
    ["1", "Kvistsund", "At hun altid svarer på mine beskeder."],
    ["2", "Brændlyng", "At vi mødes på værkstedet om tirsdagen."],
]
TEXTS = {
    "txt": line_shapes()["prefix"](TALK).encode(),
    "md": line_shapes()["bold"](TALK).encode(),
    "html": subtitles()["noscribe-html"][1](TALK).encode(),
    "vtt": subtitles()["teams-vtt"][1](TALK).encode(),
    "srt": subtitles()["srt"][1](TALK).encode(),
    "json": subtitles()["whisperx-json"][1](TALK).encode(),
    "csv": csv_table(ROWS),
}
PACKED = {
    "docx": documents()["docx"][1](line_shapes()["prefix"](TALK)),
    "table.docx": docx_table(TALK),
    "odt": documents()["odt"][1](line_shapes()["prefix"](TALK)),
    "xlsx": xlsx(ROWS),
}
EVERY = TEXTS | PACKED | {"rtf": documents()["rtf"][1](line_shapes()["prefix"](TALK))}
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
DAMAGED = "Get the file again, or open it in its program and save it anew."
ENTITIES = "No word processor writes that; do not open the file, and ask where it came from."
BOMB = "Save the text alone as .docx or .txt, without pictures and attachments."


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One folder for every generated file."""
    return tmp_path_factory.mktemp("hostile")


def read_or_refused(file: Path) -> Reading | WorkbenchError:
    """What comes of a file; anything but these two fails the test."""
    try:
        return read(file)
    except WorkbenchError as error:
        assert safe(file.name) in error.message
        return error


def word(body: str) -> bytes:
    """A Word document with this body."""
    return zipped({"word/document.xml": f"<w:document {W}><w:body>{body}</w:body></w:document>"})


def paragraph(text: str) -> str:
    """A paragraph of a Word document."""
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def with_part(raw: bytes, folder: Path, name: str, change: Callable[[bytes], bytes]) -> bytes:
    """An archive with one of its parts changed, or added."""
    file = written(folder, "archive.zip", raw)
    with zipfile.ZipFile(file) as archive:
        parts = {one: archive.read(one) for one in archive.namelist()}
    return zipped({**parts, name: change(parts.get(name, b""))})


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


BIG = 49_000_000
LONG: dict[str, Callable[[], bytes]] = {
    "a.txt": lambda: b"Ung: " + b"ja og nej " * (BIG // 10),
    "old.txt": lambda: ("Ung: " + "på måde " * (BIG // 8)).encode("cp1252"),
    "lines.txt": lambda: b"Ung: ja\n" * (BIG // 8),
    "a.md": lambda: b"**Ung:** " + b"a" * BIG,
    "a.vtt": lambda: b"WEBVTT\n\n00:00.000 --> 00:01.000\n<v Ung>" + b"ja " * (BIG // 3),
    "tags.vtt": lambda: b"WEBVTT\n\n00:00.000 --> 00:01.000\n" + b"<v a" * 240_000,
    "a.srt": lambda: b"1\n00:00:00,000 --> 00:00:01,000\nUng: " + b"ja " * (BIG // 3),
    "tabs.txt": lambda: b"a" + b"\t" * 990_000 + b":\n" + b"b" + b"\t" * 990_000 + b":",
    "a.html": lambda: b"<html><body><p>" + b"ja og " * (BIG // 6),
    "tags.html": lambda: b"<html><body>" + b"<p>ja" * 900_000,
    "a.json": lambda: b'{"segments":[{"text":"' + b"ja " * (BIG // 3) + b'"}]}',
    "many.json": lambda: b'{"segments":[' + b'{"text":"a"},' * 1_000_000 + b'{"text":"b"}]}',
    "a.csv": lambda: b"id;svar\n1;" + b"ja og nej " * (BIG // 10),
    "a.rtf": lambda: b"{\\rtf1 " + b"ja " * (BIG // 3) + b"}",
    "fields.rtf": lambda: b"{\\rtf1 " + b"{\\field{\\*\\fldinst{HYPERLINK x}}}" * 100_000 + b"}",
    "fonts.rtf": lambda: b"{\\rtf1 {\\fonttbl" + b"\\f1" * 1_000_000 + b"}}",
    "a.docx": lambda: word(paragraph("ja " * (BIG // 3))),
    "cells.docx": lambda: word("<w:tbl>" + ("<w:tr>" + "<w:tc><w:p/></w:tc>" * 100 + "</w:tr>") * 10_000 + "</w:tbl>"),
    "hex.rtf": lambda: b"{\\rtf1 " + (b"a" * 999 + b"z") * 20_000 + b"}",
}


@pytest.mark.parametrize("name", LONG)
def test_what_no_transcript_is_as_long_as_is_refused_soon(tmp_path: Path, name: str) -> None:
    file = written(tmp_path, name, LONG[name]())
    begun = time.process_time()
    read_or_refused(file)
    assert time.process_time() - begun < 15
    file.unlink()


def test_more_bytes_than_a_transcript_has(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    with file.open("wb") as opened:
        opened.truncate(60_000_000)
    assert refusal(file)[1] == "a.txt holds more than 50 million bytes; a transcript never does."


@pytest.mark.parametrize(
    ("ending", "part"), [("docx", "word/document.xml"), ("odt", "content.xml"), ("xlsx", "xl/worksheets/sheet1.xml")]
)
def test_a_bomb_is_not_opened(tmp_path: Path, ending: str, part: str) -> None:
    bomb = with_part(PACKED[ending], tmp_path, part, lambda _old: b"\0" * 110_000_000)
    begun = time.process_time()
    assert refusal(written(tmp_path, f"a.{ending}", bomb)) == (
        InvalidFileError,
        f"a.{ending} unpacks to far more than a transcript can hold, and was not opened.",
        BOMB,
    )
    assert time.process_time() - begun < 1
    beside = with_part(PACKED[ending], tmp_path, "media/picture.png", lambda _old: b"\0" * 20_000_000)
    assert "unpacks to far more" in refusal(written(tmp_path, f"a.{ending}", beside))[1]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-7"])
@pytest.mark.parametrize(
    ("ending", "part"), [("docx", "word/document.xml"), ("odt", "content.xml"), ("xlsx", "xl/worksheets/sheet1.xml")]
)
def test_entities_neither_reach_out_nor_swell(tmp_path: Path, ending: str, part: str, encoding: str) -> None:
    secret = written(tmp_path, "secret.txt", "hemmeligt")
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 9))
    for declared in (f'<!ENTITY x SYSTEM "{secret.as_uri()}">', f'<!ENTITY l0 "ha"><!ENTITY x "&l8;">{laughs}'):
        declaration = f'<?xml version="1.0" encoding="{encoding}"?><!DOCTYPE a [{declared}]>'

        def harmed(old: bytes, declaration: str = declaration) -> bytes:
            body = old.decode().partition("?>")[2] if old.startswith(b"<?xml") else old.decode()
            return (declaration + body.replace("planer", "&x;").replace("beskeder", "&x;")).encode(encoding)

        file = written(tmp_path, f"a.{ending}", with_part(PACKED[ending], tmp_path, part, harmed))
        begun = time.process_time()
        _error, message, hint = refusal(file)
        assert time.process_time() - begun < 1
        assert "hemmeligt" not in message + hint
        assert (hint == ENTITIES) or encoding in ("utf-7", "utf-32")


def test_an_entity_in_a_page_is_not_followed(tmp_path: Path) -> None:
    secret = written(tmp_path, "secret.txt", "hemmeligt")
    page = f'<!DOCTYPE html [<!ENTITY x SYSTEM "{secret.as_uri()}">]><html><body><p>Ung: &x; ja.</p></body></html>'
    found = read_or_refused(written(tmp_path, "a.html", page))
    assert isinstance(found, Reading)
    assert "hemmeligt" not in found.transcript.text


@pytest.mark.parametrize("ending", ["docx", "odt", "xlsx"])
@pytest.mark.parametrize("name", ["../../x", "/etc/x", "C:\\x", "..\\x", "a/../../x", "\\\\server\\x", "a\nb"])
def test_parts_that_point_out_of_the_file(tmp_path: Path, ending: str, name: str) -> None:
    file = written(tmp_path, f"a.{ending}", with_part(PACKED[ending], tmp_path, name, lambda _old: b"x"))
    before = sorted(tmp_path.rglob("*"))
    assert refusal(file) == (
        InvalidFileError,
        f"a.{ending} holds a part named “{safe(name)}”, which points out of the file.",
        ENTITIES,
    )
    assert sorted(tmp_path.rglob("*")) == before


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


@pytest.mark.parametrize(
    "raw",
    [
        b"<html>" + b"<div>" * 60_000 + b"Ung: Ja.",
        b"[" * 900_000,
        b'{"segments":' + b"[" * 900_000,
        b'{"segments":[{"text":"a","start":' + b"9" * 5000 + b"}]}",
        b'{"a":' * 100_000,
        word("<w:sdt>" * 5000 + paragraph("Ung: Ja.") + "</w:sdt>" * 5000),
        zipped(
            {
                "mimetype": "application/vnd.oasis.opendocument.text",
                "content.xml": "<a>" * 5000 + "Ung: Ja." + "</a>" * 5000,
            }
        ),
        b"{\\rtf1 " + b"{" * 100_000 + b"Ung: Ja." + b"}" * 100_001,
    ],
)
def test_what_is_nested_without_end(tmp_path: Path, raw: bytes) -> None:
    read_or_refused(written(tmp_path, "a.json", raw))


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


@pytest.mark.parametrize("ref", ["XFD4", "A1048576", "XFD1048576"])
def test_a_sheet_wider_and_longer_than_any(tmp_path: Path, ref: str) -> None:
    def far(old: bytes) -> bytes:
        column, row = ref.rstrip("0123456789"), ref.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
        cell = f'<row r="{row}"><c r="{column}{row}" t="inlineStr"><is><t>x</t></is></c></row></sheetData>'
        return old.replace(b"</sheetData>", cell.encode()).replace(
            b'<dimension ref="A1:C3"', b'<dimension ref="A1:XFD1048576"'
        )

    file = written(tmp_path, "a.xlsx", with_part(PACKED["xlsx"], tmp_path, "xl/worksheets/sheet1.xml", far))
    begun = time.process_time()
    found = read_or_refused(file)
    assert time.process_time() - begun < 10
    assert isinstance(found, Reading)
    assert len(found.transcripts) == 2


def test_one_long_text_in_many_cells(tmp_path: Path) -> None:
    text = "".join(random.Random(3).choices("abcdefghij ", k=32_000)).encode()
    names = b'<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
    shared = with_part(
        xlsx([["x"] * 400] * 5),
        tmp_path,
        "xl/sharedStrings.xml",
        lambda _old: names + b"<si><t>" + text + b"</t></si></sst>",
    )

    def pointed(old: bytes) -> bytes:
        return old.replace(b't="inlineStr"><is><t>x</t></is>', b't="s"><v>0</v>')

    file = written(tmp_path, "a.xlsx", with_part(shared, tmp_path, "xl/worksheets/sheet1.xml", pointed))
    assert refusal(file) == (
        InvalidFileError,
        "a.xlsx holds a table larger than anybody fills in.",
        "Save the filled rows and columns alone, and import that.",
    )


def test_rows_beyond_the_last_one(tmp_path: Path) -> None:
    def far(old: bytes) -> bytes:
        cell = '<row r="99999999"><c r="A99999999" t="inlineStr"><is><t>x</t></is></c></row></sheetData>'
        return old.replace(b"</sheetData>", cell.encode())

    file = written(tmp_path, "a.xlsx", with_part(PACKED["xlsx"], tmp_path, "xl/worksheets/sheet1.xml", far))
    assert refusal(file)[1] == "a.xlsx holds a table larger than anybody fills in."


SAMPLES = [file for file in transcript_files(config.shipped("transcripts")) if file.stat().st_size < 500_000]


@given(
    raw=st.binary(max_size=2000),
    beginning=st.sampled_from([b"", b"PK\x03\x04", b"{\\rtf1 ", b"<html>", b'{"', b"WEBVTT\n"]),
)
def test_random_bytes(folder: Path, raw: bytes, beginning: bytes) -> None:
    read_or_refused(written(folder, "a.bin", beginning + raw))


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda file: file.name)
@given(seed=st.integers(0, 2**32), changes=st.integers(1, 6))
@settings(max_examples=settings().max_examples // 2)
def test_random_changes_to_every_sample(folder: Path, sample: Path, seed: int, changes: int) -> None:
    chance = random.Random(seed)
    raw = bytearray(sample.read_bytes())
    for _ in range(changes):
        at = chance.randrange(len(raw))
        deed = chance.randrange(3)
        if deed == 0:
            raw[at] ^= 1 << chance.randrange(8)
        elif deed == 1:
            del raw[at : at + chance.randrange(1, 400)]
        else:
            raw[at:at] = chance.choice(
                [chance.randbytes(8), b"<", b"{", b"\xff", b"\\u", b"\n\n", b"[00:00:01]", b"&#0;"]
            )
    found = read_or_refused(written(folder, f"mutated{sample.suffix}", bytes(raw)))
    if isinstance(found, Reading):
        for one in found.transcripts:
            assert one.text == "\n".join(words for _speaker, words in turns(one))
            one.text.encode()
