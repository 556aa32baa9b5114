"""A report that comes back is a file from outside: what is none, or means harm, is refused with what to do."""

import io
import re
import struct
import zipfile
from collections.abc import Callable

import pytest

from tests.reports.paper import MAIN, W, changed, packed, report
from workbench.errors import InvalidFileError
from workbench.reports import prose_of


def bomb() -> bytes:
    return packed({MAIN: f"<w:document {W}><w:body>".encode() + b" " * 60_000_000})


def locked() -> bytes:
    content = bytearray(report())
    for found in re.finditer(b"PK\x03\x04|PK\x01\x02", bytes(content)):
        at = found.start() + (6 if found.group().endswith(b"\x04") else 8)
        content[at : at + 2] = struct.pack("<H", struct.unpack("<H", content[at : at + 2])[0] | 1)
    return bytes(content)


def entity() -> bytes:
    told = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
    return changed(report(), lambda text: re.sub(r"^<\?xml[^>]*>", told, text))


def swollen() -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_STORED) as target:
        target.writestr(MAIN, f"<w:document {W}><w:body>{' ' * 31_000_000}</w:body></w:document>")
    return made.getvalue()


WHAT_TO_DO = "Move it away, or name another file that holds your text. Nothing was written."
DAMAGED = "The earlier report is damaged or cut off."
UNREADABLE = "The earlier report is damaged: its text cannot be read ("
NO_WORD_FILE = "The earlier report is no Word file: a .docx was expected."
REFUSED: dict[str, tuple[Callable[[], bytes], str]] = {
    "empty": (lambda: b"", DAMAGED),
    "a text": (lambda: b"Kvistsund", DAMAGED),
    "half a file": (lambda: report()[:5000], DAMAGED),
    "a zip of something else": (lambda: packed({"a.txt": b"a"}), NO_WORD_FILE),
    "no body": (lambda: packed({MAIN: f"<w:document {W}/>".encode()}), NO_WORD_FILE),
    "broken": (lambda: changed(report(), lambda text: text[:-20]), UNREADABLE),
    "locked": (locked, "The earlier report is locked with a password."),
    "a bomb": (bomb, "The earlier report unpacks to far more than a transcript can hold, and was not opened."),
    "entities": (entity, "The earlier report declares entities of its own, and was not opened."),
    "endless": (swollen, "The earlier report is far longer than any report is, and was not read."),
    "endless depth": (
        lambda: changed(report(), lambda text: text.replace("<w:sectPr", "<w:ins>" * 5000 + "<w:sectPr")),
        UNREADABLE,
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_a_file_that_is_no_report_or_hostile(name: str) -> None:
    make, message = REFUSED[name]

    with pytest.raises(InvalidFileError) as refused:
        prose_of(make())

    assert refused.value.message.startswith(message)
    assert refused.value.hint == WHAT_TO_DO
