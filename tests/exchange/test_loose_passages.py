"""Loose passages come from JSON Lines, each line on its own."""

from pathlib import Path

import pytest

from workbench.errors import InvalidFileError
from workbench.exchange import LoosePassage, read_passages


def passages(folder: Path, raw: bytes) -> list[LoosePassage]:
    """The passages in these bytes."""
    file = folder / "rows.jsonl"
    file.write_bytes(raw)
    return list(read_passages(file))


def test_each_line_is_a_passage(tmp_path: Path) -> None:
    raw = '{"id": "a", "text": "Blå\\nø 👍"}\r\n\r\n{"id": 2, "text": "", "more": []}'.encode()
    assert passages(tmp_path, raw) == [LoosePassage("a", "Blå\nø 👍"), LoosePassage("2", "")]


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        (b'{"id": 1}', 'expected an object with "id", "text"'),
        (b"3", 'expected an object with "id", "text"'),
        (b'{"id": 1, "text": null}', "“text” should be a text"),
        (b'{"id": 1, "text": "\\ud83d"}', "“text” should be a text"),
        (b"hej", "this is no JSON (Expecting value: line 1 column 1 (char 0))"),
    ],
)
def test_a_fault_is_named_with_its_line(tmp_path: Path, line: bytes, fault: str) -> None:
    with pytest.raises(InvalidFileError) as refused:
        passages(tmp_path, b'{"id": 1, "text": "a"}\n' + line)
    assert refused.value.message == f"rows.jsonl, line 2: {fault}"


@pytest.mark.parametrize("line", [b"[" * 200_000, b'{"id": ' + b"9" * 5000 + b', "text": ""}'])
def test_a_line_made_to_exhaust_the_reader_is_no_json(tmp_path: Path, line: bytes) -> None:
    with pytest.raises(InvalidFileError) as refused:
        passages(tmp_path, line)
    assert refused.value.message.startswith("rows.jsonl, line 1: this is no JSON (")


def test_what_was_read_before_a_fault_is_given(tmp_path: Path) -> None:
    file = tmp_path / "rows.jsonl"
    file.write_text('{"id": 1, "text": "a"}\nx')
    rows = read_passages(file)
    assert next(rows) == LoosePassage("1", "a")
    with pytest.raises(InvalidFileError):
        next(rows)
