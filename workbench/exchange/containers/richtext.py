"""Rich text (f4, old Word, WordPad): the text in it, by way of striprtf."""

import re

from workbench.errors import InvalidFileError
from workbench.exchange.decode import cleaned, refuse_long_line, refuse_oversized
from workbench.exchange.page import Kind, Page, Table
from workbench.i18n import _
from workbench.terminal import safe

_ESCAPED = re.compile(r"\\[{}\\]")
_PICTURE = re.compile(r"(?<![0-9a-fA-F\s])[0-9a-fA-F\s]{1000,}+")
_FIELD = re.compile(r"\{\\field\{", re.I)
_FONT = re.compile(r"(?<!\\)(?=\\f\d)")
_MAX_SOURCE = 5_000_000
"""Characters beside pictures: fifty times the longest interview."""


def richtext(raw: bytes, origin: str) -> Page:
    """The page in this file. Raises InvalidFileError when it is cut off or holds letters of no known alphabet."""
    from striprtf.striprtf import rtf_to_text

    # Rich text is ASCII; letters that stand there bare come from programs that wrote cp1252.
    source = raw.decode("cp1252", "replace")
    bare = _ESCAPED.sub("", source)
    if bare.count("{") > bare.count("}"):
        raise _broken(origin)
    source = _PICTURE.sub("", source)
    refuse_oversized(source, origin, _MAX_SOURCE)
    try:
        text = cleaned(_paired(rtf_to_text(_tamed(source), encoding="cp1252")))
    except (UnicodeError, ValueError, IndexError, LookupError) as error:
        raise _broken(origin) from error
    if not text.strip():
        raise InvalidFileError(_("{file} is empty.").format(file=safe(origin)))
    refuse_long_line(text, origin)
    lines = text.split("\n")
    rows: Table = tuple(tuple(line.split("|")[:-1]) for line in lines if line.count("|") > 1 and line.endswith("|"))
    kept = (line for line in lines if not (line.count("|") > 1 and line.endswith("|")))
    return Page(Kind.RICH_TEXT, tuple(part for line in kept for part in (line, "")), (rows,) if rows else ())


def _tamed(source: str) -> str:
    """The source written so that striprtf's patterns for links and fonts stay within a line.

    Over a long line they take the square of its length; and its way with a link puts the address among the words.
    """
    return _FONT.sub("\n", _FIELD.sub(r"{\\field {", source))


def _paired(text: str) -> str:
    """With emoji whole: rich text writes them as two halves."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le")


def _broken(origin: str) -> InvalidFileError:
    return InvalidFileError(
        _("{file} is damaged or cut off.").format(file=safe(origin)),
        hint=_("Get the file again, or open it in its program and save it anew."),
    )
