"""What the tests of hostile files share: sound ones to harm, and the only two things that may come of them."""

import zipfile
from collections.abc import Callable
from pathlib import Path

from tests.exchange.files import written
from tests.exchange.writers import documents, line_shapes, subtitles, turn
from tests.exchange.writers.documents import docx_table, zipped
from tests.exchange.writers.workbooks import csv_table, xlsx
from workbench.errors import WorkbenchError
from workbench.exchange import Reading, read
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
