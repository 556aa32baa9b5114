"""Files longer, wider or deeper than any talk are refused soon, or read."""

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.exchange.files import refusal, written
from tests.exchange.hostile import (
    paragraph,
    read_or_refused,
    word,
)
from tests.exchange.writers.documents import zipped

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
