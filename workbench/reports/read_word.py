"""A Word file somebody may have worked in, read as it looks with every tracked change accepted.

The file is not trusted: it is opened without reaching out and without swelling.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.errors import InvalidFileError
from workbench.exchange.containers.archive import Archive
from workbench.exchange.containers.markup import xml
from workbench.i18n import _
from workbench.reports.places import HINT
from workbench.reports.word_styles import Styles, W, name_of, value

if TYPE_CHECKING:
    from lxml.etree import _Element

_LARGEST = 30_000_000
"""Bytes of a part: thirty times a report of a hundred pages."""
_GONE = frozenset({"del", "moveFrom", "Fallback", "instrText", "delText", "delInstrText", "rPr", "pPr", "sdtPr"})
"""What is taken away, or says how and not what."""
_SIGNS = {"tab": " ", "ptab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "‑"}
_SHAPES = frozenset({"drawing", "pict", "object"})
_FOREIGN = {
    "drawing": "picture",
    "pict": "picture",
    "object": "object",
    "footnoteReference": "footnote",
    "endnoteReference": "footnote",
    "commentReference": "comment",
    "oMath": "formula",
    "sym": "symbol",
    "ins": "tracked change",
    "del": "tracked change",
    "moveTo": "tracked change",
    "moveFrom": "tracked change",
    "hyperlink": "link",
    "altChunk": "embedded file",
}
_ARROWS = {"F0DF": "←", "F0E0": "→", "F0E1": "↑", "F0E2": "↓", "F0F3": "⇔", "F0E8": "➔", "F04A": "☺", "F04C": "☹"}
"""What Word makes of `-->` and `:)` while one types: characters of the typeface Wingdings."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Some text of a paragraph in one look."""

    text: str
    """A line break is `\\n`."""
    bold: bool
    italic: bool
    style: str
    """Name of its character style; empty for none."""


@dataclass(frozen=True, slots=True)
class WordBody:
    """The body of a Word file."""

    element: "_Element"
    styles: Styles
    custom: dict[str, str]
    """Its own properties that are texts."""
    told: dict[str, str]
    """What every file tells about itself, by name: `title`, `keywords`, `language` …"""

    def blocks(self, parent: "_Element | None" = None) -> Iterator["_Element"]:
        """Paragraphs and tables in order, out of whatever holds them (content controls, insertions)."""
        for child in self.element if parent is None else parent:
            name = name_of(child)
            if name in ("p", "tbl"):
                yield child
            elif name not in _GONE:
                yield from self.blocks(child)

    def stretches(self, paragraph: "_Element") -> Iterator[Stretch]:
        """A paragraph's text, look by look."""
        for run in _runs(paragraph):
            text = "".join(_texts(run))
            if text:
                named = value(run, "rPr", "rStyle")
                style = self.styles.character(named)
                # What is typed into a hint takes on its look, and nobody meant that.
                look = "" if style.startswith(HINT) else named
                yield Stretch(text, self.styles.on(run, "b", look), self.styles.on(run, "i", look), style)

    def text(self, paragraph: "_Element") -> str:
        """A paragraph as one line."""
        return " ".join("".join(stretch.text for stretch in self.stretches(paragraph)).split())


def opened(content: bytes) -> WordBody:
    """The body of this Word file. Raises InvalidFileError when it is none, damaged, or not to be trusted."""
    hint = _("Move it away, or name another file that holds your text. Nothing was written.")
    try:
        return _opened(content)
    except InvalidFileError as error:
        raise InvalidFileError(error.message, hint=hint) from error


def _opened(content: bytes) -> WordBody:
    origin = _("The earlier report")
    archive = Archive(content, origin)

    def part(name: str) -> "_Element | None":
        raw = archive.read(name)
        if len(raw) > _LARGEST:
            raise InvalidFileError(_("The earlier report is far longer than any report is, and was not read."))
        return xml(raw, origin) if raw else None

    document, custom, core = (part(name) for name in ("word/document.xml", "docProps/custom.xml", "docProps/core.xml"))
    body = None if document is None else document.find(f"{W}body")
    if body is None:
        raise InvalidFileError(_("The earlier report is no Word file: a .docx was expected."))
    _accept(body)
    return WordBody(
        body,
        Styles.read(part("word/styles.xml"), part("word/numbering.xml")),
        {one.get("name", ""): "".join(one.itertext()) for one in (() if custom is None else custom)},
        {name_of(one): one.text or "" for one in (() if core is None else core)},
    )


def _accept(body: "_Element") -> None:
    """Take away rows and paragraph ends that somebody deleted with changes tracked; deleted words are passed over."""
    for row in list(body.iter(f"{W}tr")):
        if row.find(f"{W}trPr/{W}del") is not None:
            _remove(row)
    for paragraph in list(body.iter(f"{W}p")):
        mark = paragraph.find(f"{W}pPr/{W}rPr")
        after = paragraph.getnext()
        if mark is None or after is None or name_of(after) != "p":
            continue
        deleted = [one for one in mark if name_of(one) in ("del", "moveFrom")]
        if deleted:
            start = 0 if after.find(f"{W}pPr") is None else 1
            # With the mark itself, so that it can still be told that something was deleted here.
            after[start:start] = [*(child for child in paragraph if name_of(child) != "pPr"), *deleted]
            _remove(paragraph)


def _remove(element: "_Element") -> None:
    parent = element.getparent()
    assert parent is not None
    parent.remove(element)


def foreign(element: "_Element") -> Iterator[str]:
    """What stands below an element that is no plain text, by its name here, as often as it stands there."""
    for child in element:
        name = name_of(child)
        if name == "Fallback":
            continue
        if name in _SHAPES and any(name_of(one) == "txbxContent" for one in child.iter()):
            yield "text box"
        elif name in _FOREIGN and not (name == "sym" and _symbol(child)):
            yield _FOREIGN[name]
        if name not in _SHAPES:
            yield from foreign(child)


def _runs(parent: "_Element") -> Iterator["_Element"]:
    for child in parent:
        name = name_of(child)
        if name == "r":
            yield child
        elif name not in _GONE:
            yield from _runs(child)


def _texts(run: "_Element") -> Iterator[str]:
    for child in run:
        name = name_of(child)
        if name == "t":
            yield child.text or ""
        elif name in _SIGNS:
            yield _SIGNS[name]
        elif name == "sym":
            yield _symbol(child)


def _symbol(element: "_Element") -> str:
    return _ARROWS.get(value(element, attribute="char").upper(), "")
