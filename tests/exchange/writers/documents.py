"""Documents around lines of talk: Word, OpenDocument, rich text and tables in them."""

import io
import zipfile
from collections.abc import Callable
from xml.sax.saxutils import escape

from tests.exchange.writers.talk import Talk, clock

_FIXED = (1980, 1, 1, 0, 0, 0)


def documents() -> dict[str, tuple[str, Callable[[str], bytes]]]:
    """Every document by its name, with its ending: text with line breaks in, bytes out."""
    return {"docx": ("docx", docx), "docx-lines": ("docx", docx_lines), "odt": ("odt", odt), "rtf": ("rtf", rtf)}


def docx(text: str) -> bytes:
    """A Word document with a paragraph for every paragraph of the text, and breaks for its single line ends."""
    from docx import Document

    document = Document()
    for paragraph in text.strip("\n").split("\n\n"):
        document.add_paragraph(paragraph)
    return _saved(document)


def docx_lines(text: str) -> bytes:
    """A Word document with a paragraph for every line."""
    from docx import Document

    document = Document()
    for line in text.strip("\n").split("\n"):
        document.add_paragraph(line)
    return _saved(document)


def docx_table(talk: Talk, *, times: bool = True) -> bytes:
    """A Word table: time, speaker, words, with a row of headings."""
    from docx import Document

    document = Document()
    heads = ["Tid", "Taler", "Tekst"] if times else ["Taler", "Tekst"]
    table = document.add_table(rows=1, cols=len(heads))
    for cell, head in zip(table.rows[0].cells, heads, strict=True):
        cell.text = head
    for one in talk:
        row = [clock(one.start or 0), one.label, one.text] if times else [one.label, one.text]
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    return _saved(document)


def _saved(document: object) -> bytes:
    buffer = io.BytesIO()
    document.save(buffer)  # type: ignore[attr-defined]
    return buffer.getvalue()


def odt(text: str) -> bytes:
    """An OpenDocument text with a paragraph for every line."""
    lines = "".join(f'<text:p text:style-name="Standard">{_odt_line(line)}</text:p>' for line in text.split("\n"))
    names = " ".join(
        f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{long}:1.0"'
        for short, long in (("office", "office"), ("text", "text"), ("table", "table"), ("manifest", "manifest"))
    )
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {names} office:version="1.3">'
        f"<office:body><office:text>{lines}</office:text></office:body></office:document-content>"
    )
    manifest = (
        '<?xml version="1.0" encoding="UTF-8"?><manifest:manifest'
        ' xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">'
        '<manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.text"/>'
        '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>'
    )
    kind = "application/vnd.oasis.opendocument.text"
    return zipped({"mimetype": kind, "content.xml": content, "META-INF/manifest.xml": manifest})


def _odt_line(line: str) -> str:
    return escape(line).replace("   ", ' <text:s text:c="2"/>').replace("\t", "<text:tab/>")


def zipped(parts: dict[str, str | bytes]) -> bytes:
    """An archive with these members, the same bytes every time; the first one is not packed, as ODF wants it."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for number, (name, content) in enumerate(parts.items()):
            info = zipfile.ZipInfo(name, _FIXED)
            info.compress_type = zipfile.ZIP_DEFLATED if number else zipfile.ZIP_STORED
            archive.writestr(info, content)
    return buffer.getvalue()


def rtf(text: str) -> bytes:
    """Rich text as f4 and WordPad save it: Danish letters as cp1252 bytes, everything else by number."""
    body = "\\par\n".join("".join(map(_rtf_letter, line)) for line in text.strip("\n").split("\n"))
    head = r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fswiss Arial;}}\f0\fs22 "
    return f"{head}{body}\\par\n}}".encode("ascii")


def _rtf_letter(letter: str) -> str:
    if letter in "\\{}":
        return f"\\{letter}"
    if letter == "\t":
        return "\\tab "
    if ord(letter) < 128:
        return letter
    try:
        return f"\\'{letter.encode('cp1252')[0]:02x}"
    except UnicodeEncodeError:
        units = letter.encode("utf-16-le")
        return "".join(
            f"\\u{int.from_bytes(units[at : at + 2], 'little', signed=True)}?" for at in range(0, len(units), 2)
        )
