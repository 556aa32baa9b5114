"""What a file holds before anybody knows who speaks: lines, tables, or pieces that name their speaker themselves."""

from dataclasses import dataclass, replace
from enum import StrEnum

Table = tuple[tuple[str, ...], ...]
"""Rows of cells; a row may be shorter than its neighbours."""


class Kind(StrEnum):
    """What a file is, by its content; its ending is not believed."""

    TEXT = "text"
    WORD = "docx"
    OPEN_DOCUMENT = "odt"
    RICH_TEXT = "rtf"
    WEB_PAGE = "html"
    JSON = "json"
    SPREADSHEET = "xlsx"
    COMMA_TABLE = "csv"


@dataclass(frozen=True, slots=True)
class Said:
    """A piece of talk: a turn, or a part of one when the next piece has the same speaker."""

    label: str
    """Who says it; empty when the file does not tell."""
    text: str
    start: float | None = None
    """Seconds into the recording."""
    end: float | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """The content of a file."""

    kind: Kind
    lines: tuple[str, ...] = ()
    """As written, with tabs and runs of spaces, because they can be what sets a time apart from a name."""
    tables: tuple[Table, ...] = ()
    pieces: tuple[Said, ...] = ()
    """Of a file that states speaker and time for every piece of talk, as transcription programs write it."""
    encoding: str = "utf-8"
    certain: bool = True
    """Whether the encoding is proven by the bytes."""

    @property
    def flat(self) -> "Page":
        """With the rows of its tables as lines, for tables that have no column of speakers."""
        rows = (" ".join(" ".join(row).split()) for table in self.tables for row in table)
        return replace(self, lines=(*self.lines, *(part for row in rows for part in (row, ""))), tables=())
