"""Bytes from a file as clean text: one encoding, one kind of line end, composed letters.

What cannot be read for certain is refused. A replacement character would be a lost letter in somebody's words.
"""

import codecs
import unicodedata

from workbench.errors import InvalidFileError
from workbench.i18n import _
from workbench.terminal import safe

MAX_BYTES = 50_000_000
"""Two hundred times the longest interview; past it, the file is something else."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def decoded(raw: bytes, origin: str) -> str:
    """The text in these bytes, in NFC with `\\n` as line end and no byte order mark.

    Raises InvalidFileError, naming file and line, for an empty, binary, oversized or wrongly encoded file.
    """
    if len(raw) > MAX_BYTES:
        raise InvalidFileError(
            _("{file} holds more than {n} million bytes; a transcript never does.").format(
                file=safe(origin), n=MAX_BYTES // 1_000_000
            ),
            hint=_("Import the transcript itself, not a recording or an archive."),
        )
    encoding = next((name for mark, name in _MARKS if raw.startswith(mark)), "utf-8")
    try:
        text = raw.decode(encoding)
    except UnicodeDecodeError as error:
        if b"\0" in raw[:4096]:
            raise _not_text(origin) from error
        line = raw.count(b"\n", 0, error.start) + 1
        raise InvalidFileError(
            _("{file}, line {line}: a character that is not UTF-8.").format(file=safe(origin), line=line),
            hint=_("Open the file in its editor and save it as UTF-8, then import it again."),
        ) from error
    if "\0" in text:
        raise _not_text(origin)
    clean = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    if not clean.strip():
        raise InvalidFileError(_("{file} is empty.").format(file=safe(origin)))
    return clean


def _not_text(origin: str) -> InvalidFileError:
    return InvalidFileError(
        _("{file} is not a text file.").format(file=safe(origin)),
        hint=_("This workbench reads .md and .txt transcripts; save the text as one of them."),
    )
