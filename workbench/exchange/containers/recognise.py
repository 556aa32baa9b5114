"""A file's bytes as a page: the signature decides which reader opens it."""

import re

from workbench.errors import InvalidFileError
from workbench.exchange.containers.archive import Archive
from workbench.exchange.containers.opendocument import opendocument
from workbench.exchange.containers.richtext import richtext
from workbench.exchange.containers.segments import json_page
from workbench.exchange.containers.spreadsheet import comma_table, spreadsheet
from workbench.exchange.containers.webpage import webpage
from workbench.exchange.containers.word import word
from workbench.exchange.decode import decode, refuse_long_line, refuse_oversized
from workbench.exchange.page import Kind, Page
from workbench.i18n import _
from workbench.terminal import safe

_HTML = re.compile(r"\s*(?:<!--.*?-->\s*)?<(?:!doctype\s+html|html|head|body|meta)\b", re.I | re.S)
_TABLES = (".csv", ".tsv")


def page_of(raw: bytes, origin: str) -> Page:
    """The content of a file with this name. Raises InvalidFileError, saying what it is, when no words can be had."""
    refuse_oversized(raw, origin)
    if raw.startswith(b"PK\x03\x04"):
        return _archived(Archive(raw, origin), origin)
    if raw.startswith(b"{\\rtf"):
        return richtext(raw, origin)
    _refuse_known(raw, origin)
    read = decode(raw, origin)
    if _HTML.match(read.text):
        return webpage(read, origin)
    if read.text.lstrip()[:1] in ("{", "[") and (page := json_page(read, origin)) is not None:
        return page
    if origin.casefold().endswith(_TABLES):
        return comma_table(read, origin)
    refuse_long_line(read.text, origin)
    return Page(Kind.TEXT, tuple(read.text.split("\n")), encoding=read.encoding, certain=read.certain)


def _archived(archive: Archive, origin: str) -> Page:
    if "word/document.xml" in archive:
        return word(archive, origin)
    if "xl/workbook.xml" in archive:
        return spreadsheet(archive, origin)
    if "content.xml" in archive and archive.read("mimetype").startswith(b"application/vnd.oasis.opendocument.text"):
        return opendocument(archive, origin)
    raise InvalidFileError(
        _("{file} is an archive, and none that holds a transcript.").format(file=safe(origin)),
        hint=_("Unpack it, and import the transcripts in it."),
    )


def _refuse_known(raw: bytes, origin: str) -> None:
    """Raise InvalidFileError for the files people try that hold no text, each with its own way out."""
    file = safe(origin)
    if raw.startswith(b"%PDF"):
        raise InvalidFileError(
            _("{file} is a PDF, which keeps no turns.").format(file=file),
            hint=_("Get the transcript as .docx or .txt, as it was before it was printed."),
        )
    if raw.startswith(b"\xd0\xcf\x11\xe0"):
        raise InvalidFileError(
            _("{file} is a document of an old Word or Excel, or one locked with a password.").format(file=file),
            hint=_("Open it there, save it as .docx or .xlsx without a password, and import that."),
        )
    if raw.startswith((b"RIFF", b"ID3", b"OggS", b"fLaC", b"\xff\xfb", b"\x1aE\xdf\xa3")) or raw[4:8] == b"ftyp":
        raise InvalidFileError(
            _("{file} is a recording, not a transcript.").format(file=file),
            hint=_("Have it transcribed first, then import the transcript."),
        )
