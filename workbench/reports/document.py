"""A report as a document: sections of blocks in words, in reading order, before any file format.

Practice reports and the catalogue are both turned into this, and every writer (Word, HTML, Markdown, PDF) reads
nothing else, so that all say the same. Texts are one line each and plain: no markup, no control characters.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workbench.reports.figures import Figure


class Tone(Enum):
    """How a paragraph speaks; a writer gives each its look."""

    BODY = "body"
    STRONG = "strong"
    """A headline inside a section: a finding somebody wrote."""
    EVIDENCE = "evidence"
    """What the paragraph before or after rests on: small and quiet."""
    NOTE = "note"
    """How to read what stands beside it."""
    SMALL = "small"
    """Method and other small print."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading inside a section; the section's own title is level 1."""

    text: str
    level: int = 2


@dataclass(frozen=True, slots=True)
class Words:
    """A paragraph."""

    text: str
    tone: Tone = Tone.BODY


@dataclass(frozen=True, slots=True)
class Bullets:
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Quotation:
    """What somebody said, with quotation marks, and whom it is by."""

    text: str
    by: str
    id: str
    """First eight characters of the coding's id: the way back to the transcript."""
    about: str = ""
    """Name of its code, where it does not stand under it."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell: its lines."""

    lines: tuple[Words, ...] = ()

    @staticmethod
    def of(text: str, tone: Tone = Tone.BODY) -> "Cell":
        return Cell((Words(text, tone),) if text else ())

    @property
    def text(self) -> str:
        return " ".join(line.text for line in self.lines)


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a row of titles; the first column names its rows."""

    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    widths: tuple[float, ...]
    """Of the columns in centimetres, 16 together."""
    caption: str = ""
    numeric: bool = False
    """Whether all columns but the first hold numbers: centred."""


@dataclass(frozen=True, slots=True)
class BoxItem:
    label: str
    body: str = ""
    quote: Quotation | None = None
    evidence: str = ""
    """`Rests on: …`, a whole line."""


@dataclass(frozen=True, slots=True)
class Box:
    """A framed box: recommendations. A page may end between two items, never within one."""

    title: str
    items: tuple[BoxItem, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """A figure with its caption, and its content in words for those who cannot see it."""

    id: str
    """Unique in the document, fit for a file's name: `bars-plan`."""
    figure: "Figure"
    caption: str
    alt: str


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of what somebody wrote in Word."""

    text: str
    bold: bool = False
    italic: bool = False


class Shape(Enum):
    """What kind of paragraph somebody wrote in Word."""

    BODY = "body"
    BULLET = "bullet"
    NUMBER = "number"
    HEADING = "heading"


@dataclass(frozen=True, slots=True)
class Prose:
    """One paragraph that somebody wrote in Word."""

    runs: tuple[Run, ...]
    shape: Shape = Shape.BODY

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class Place:
    """A marked place for people's own prose, which a regenerated report keeps.

    Word shows the hint where nothing is written yet; the other formats leave an empty place out.
    """

    id: str
    """Letters, digits, `.` and `-`: `plan.conclusion`. The same from report to report."""
    hint: str
    prose: tuple[Prose, ...] = ()


Block = Heading | Words | Bullets | Quotation | Table | Box | Picture | Place


@dataclass(frozen=True, slots=True)
class Section:
    """A chapter: also a tag of that name in the Word template."""

    id: str
    """`summary`, `knowledge`, `areas` … Several chapters may share one, in order."""
    title: str
    blocks: tuple[Block, ...]
    new_page: bool = False


@dataclass(frozen=True, slots=True)
class Document:
    """A whole report."""

    kind: str
    """`practice` or `catalogue`."""
    edition: str
    """`short` or `full`, with ` internal` after it where every quote is listed."""
    language: str
    """`da` or `en`."""
    title: str
    subtitle: str
    """The municipality; empty in the catalogue."""
    project: str
    status: str
    facts: tuple[tuple[str, str], ...]
    """Label and value, for the cover."""
    reading_note: str
    sections: tuple[Section, ...]
    dated: datetime | None = None
    """The data's date; the only time a file carries."""
    words: tuple[tuple[str, str], ...] = ()
    """Further fixed words a template or writer needs, by name: `page`, `of`, `figure`, `contents`."""

    @property
    def tag(self) -> str:
        """The language as documents name it."""
        return {"da": "da-DK", "en": "en-GB"}[self.language]

    def word(self, name: str) -> str:
        return dict(self.words)[name]

    def blocks(self) -> Iterator[Block]:
        """Every block of every section, in reading order."""
        for section in self.sections:
            yield from section.blocks

    def pictures(self) -> tuple[Picture, ...]:
        return tuple(block for block in self.blocks() if isinstance(block, Picture))

    def places(self) -> tuple[Place, ...]:
        return tuple(block for block in self.blocks() if isinstance(block, Place))

    def changed(self, change: Callable[[Block], Block]) -> "Document":
        """The same with every block changed."""
        sections = (replace(one, blocks=tuple(map(change, one.blocks))) for one in self.sections)
        return replace(self, sections=tuple(sections))

    def with_prose(self, written: Mapping[str, tuple[Prose, ...]]) -> "Document":
        """The same with what people wrote in these places."""
        return self.changed(
            lambda block: (
                replace(block, prose=written[block.id]) if isinstance(block, Place) and block.id in written else block
            )
        )

    def numbered(self) -> "Document":
        """The same with its figures numbered in reading order: `Figure 1. …`."""
        numbers = {picture.id: number for number, picture in enumerate(self.pictures(), start=1)}
        return self.changed(
            lambda block: (
                replace(block, caption=f"{self.word('figure')} {numbers[block.id]}. {block.caption}")
                if isinstance(block, Picture)
                else block
            )
        )
