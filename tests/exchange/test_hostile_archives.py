"""Archives made to harm: bombs, entities that reach out or swell, parts that point out of the file."""

import random
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.exchange.files import refusal, written
from tests.exchange.hostile import (
    BOMB,
    ENTITIES,
    PACKED,
    read_or_refused,
    with_part,
)
from tests.exchange.writers.workbooks import xlsx
from workbench.errors import InvalidFileError
from workbench.exchange import Reading
from workbench.terminal import safe


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
    kind = b"application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
    declared = b'<Override PartName="/xl/sharedStrings.xml" ContentType="' + kind + b'"/></Types>'
    changes: dict[str, Callable[[bytes], bytes]] = {
        "xl/sharedStrings.xml": lambda _old: names + b"<si><t>" + text + b"</t></si></sst>",
        "[Content_Types].xml": lambda old: old.replace(b"</Types>", declared),
        "xl/worksheets/sheet1.xml": lambda old: old.replace(b't="inlineStr"><is><t>x</t></is>', b't="s"><v>0</v>'),
    }
    raw = xlsx([["x"] * 400] * 5)
    for part, change in changes.items():
        raw = with_part(raw, tmp_path, part, change)
    file = written(tmp_path, "a.xlsx", raw)
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
