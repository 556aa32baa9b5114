"""Bytes from a file as clean text: one kind of line end, composed letters, nothing lost.

What cannot be read is refused. A replacement character would be a lost letter in somebody's words.
"""

import unicodedata
from dataclasses import dataclass

from workbench.errors import InvalidFileError
from workbench.exchange.encodings import encoding_of, is_writing
from workbench.i18n import _
from workbench.terminal import safe

MAX_BYTES = 50_000_000
"""Two hundred times the longest interview; past it, the file is something else."""
MAX_LINE = 1_000_000
"""Code points in one line. Nobody says that much in one breath, and every later step would suffer from it."""
MAX_LINES = 200_000
"""Lines, pieces of talk or tags in one file."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """Clean text, and how it was written."""

    text: str
    encoding: str
    certain: bool
    """Whether the bytes prove the encoding; else it is the one that makes the best Danish."""


def decoded(raw: bytes, origin: str) -> str:
    """The text in these bytes, in NFC with `\\n` as line end and no byte order mark.

    Raises InvalidFileError, naming file and line, for an empty, binary, oversized or damaged file.
    """
    return decode(raw, origin).text


def decode(raw: bytes, origin: str) -> Decoded:
    """As `decoded`, with the encoding it was written in."""
    refuse_oversized(raw, origin)
    guess = encoding_of(raw)
    if guess is None:
        raise _damaged(raw, origin) if b"\0" not in raw else not_text(origin)
    try:
        text = raw.decode(guess.encoding)
    except UnicodeDecodeError as error:
        raise not_text(origin) from error
    if "\0" in text or not is_writing(text):
        raise not_text(origin)
    clean = cleaned(text)
    if not clean.strip():
        raise InvalidFileError(_("{file} is empty.").format(file=safe(origin)))
    if "\ufffd" in clean:
        raise InvalidFileError(
            _("{file}, line {line}: a letter was lost here before the file came to us (�).").format(
                file=safe(origin), line=clean.count("\n", 0, clean.index("\ufffd")) + 1
            ),
            hint=_("Get the file as it was first saved, or type the letter in an editor, then import it again."),
        )
    return Decoded(clean, guess.encoding, guess.certain)


def cleaned(text: str) -> str:
    """The text in NFC, with `\\n` for every kind of line end."""
    return unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))


def refuse_oversized(raw: bytes | str, origin: str, most: int | None = None) -> None:
    """Raise InvalidFileError when there are more bytes (or characters) than any transcript has."""
    most = MAX_BYTES if most is None else most
    if len(raw) > most:
        raise InvalidFileError(
            _("{file} holds more than {n} million bytes; a transcript never does.").format(
                file=safe(origin), n=most // 1_000_000
            ),
            hint=_("Import the transcript itself, not a recording or an archive."),
        )


def refuse_many(n: int, origin: str) -> None:
    """Raise InvalidFileError when there are more lines (or pieces, or tags) than any transcript has."""
    if n > MAX_LINES:
        raise InvalidFileError(
            _("{file} is made of {n} lines or pieces; no transcript is.").format(file=safe(origin), n=n),
            hint=_("Import the transcript itself, not a recording or an archive."),
        )


def refuse_long_line(text: str, origin: str) -> None:
    """Raise InvalidFileError, naming the line, when one is longer than anybody can talk, or when they are too many."""
    refuse_many(text.count("\n"), origin)
    if len(text) <= MAX_LINE:
        return
    for number, line in enumerate(text.split("\n"), 1):
        if len(line) > MAX_LINE:
            raise InvalidFileError(
                _("{file}, line {line}: {n} characters without a line break; no transcript has such a line.").format(
                    file=safe(origin), line=number, n=len(line)
                ),
                hint=_("Import the transcript itself, with each turn on a line of its own."),
            )


def not_text(origin: str) -> InvalidFileError:
    """What to say of a file that holds no words."""
    return InvalidFileError(
        _("{file} is not a text file.").format(file=safe(origin)),
        hint=_("Save the transcript as .docx, .odt, .rtf, .txt or .md, and import that."),
    )


def _damaged(raw: bytes, origin: str) -> InvalidFileError:
    """Mostly sound UTF-8: the line of the first byte that is not."""
    line = 1
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError as error:
        line += cleaned(raw[: error.start].decode("utf-8")).count("\n")
    return InvalidFileError(
        _("{file}, line {line}: a character that is damaged; the rest of the file is UTF-8.").format(
            file=safe(origin), line=line
        ),
        hint=_("Mend the character in an editor that saves UTF-8, then import the file again."),
    )
