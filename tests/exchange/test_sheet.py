"""Tables for a spreadsheet: read back to the letter, never run, the same bytes each time."""

import csv
import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from workbench.errors import WorkbenchError
from workbench.exchange.sheet import csv_bytes, xlsx_bytes
from workbench.terminal import safe

HOSTILE = (
    '=HYPERLINK("http://x")',
    "+1",
    "-1",
    "@SUM(1)",
    "\t=cmd|' /C calc'!A0",
    "\r=1",
    "<script>",
    "{{ 7*7 }}",
    "\x1b[31m\x00",
)
SHOWN = (*(text.strip() for text in HOSTILE[:-1]), "␛[31m␀")


def book(rows: list[tuple[str, ...]]) -> bytes:
    return xlsx_bytes(("a", "b"), rows, title="quotes", widths=(10, 20))


def cells(content: bytes) -> list[list[str]]:
    """A CSV as a spreadsheet in Denmark reads it."""
    assert content.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";"))


def test_csv_cells_are_never_formulas() -> None:
    rows = cells(csv_bytes(("a",), [(text,) for text in HOSTILE]))
    assert rows == [["a"], *([f"'{text}" if text[0] in "=+-@" else text] for text in SHOWN)]


def test_csv_keeps_danish_letters_marks_and_line_breaks_in_their_cell() -> None:
    content = csv_bytes(("a", "b"), [("Én; “ø” og\n æble", 3)])
    assert cells(content) == [["a", "b"], ["Én; “ø” og æble", "3"]]
    assert content.count(b"\r\n") == 2


def test_workbook_cells_are_never_formulas() -> None:
    sheet = load_workbook(io.BytesIO(book([(text, "x") for text in HOSTILE]))).active
    assert sheet is not None
    assert [(cell.value, cell.data_type) for cell in sheet["A"][1:]] == [(text, "s") for text in SHOWN]
    assert all(cell.quotePrefix for cell in sheet["A"][1:])
    assert (sheet.title, sheet.freeze_panes, sheet.column_dimensions["B"].width) == ("quotes", "A2", 20)


def test_the_same_rows_are_the_same_bytes() -> None:
    content = book([("x", "y")])
    assert content == book([("x", "y")])
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        assert {part.date_time for part in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert b"dcterms:" not in parts.read("docProps/core.xml").replace(b"xmlns:dcterms", b"")


def test_a_text_no_cell_holds_is_refused() -> None:
    assert book([("x" * 32_767, "")])
    with pytest.raises(WorkbenchError) as caught:
        book([("x" * 32_768, "")])
    assert caught.value.message == (
        "A text of 32768 characters does not fit into a cell of a workbook, which holds 32767."
    )


@given(st.lists(st.tuples(st.text(max_size=20), st.text(max_size=20)), max_size=5))
def test_any_text_comes_back_on_one_line(rows: list[tuple[str, str]]) -> None:
    wanted = [
        [safe(" ".join(text.split())).translate({0xFFFE: 0xFFFD, 0xFFFF: 0xFFFD}) for text in row] for row in rows
    ]
    sheet = load_workbook(io.BytesIO(book(list(rows)))).active
    assert sheet is not None
    assert [[cell.value or "" for cell in row] for row in list(sheet.iter_rows())[1:]] == wanted
    told = cells(csv_bytes(("a", "b"), rows))[1:]
    assert [[text.removeprefix("'") if text[1:2] in tuple("=+-@") else text for text in row] for row in told] == wanted
