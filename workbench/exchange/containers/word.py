"""Word documents: the paragraphs and tables of document.xml, as they would be read aloud.

Deleted text of tracked changes, comments, footnotes and text boxes are left out: nobody said them in the talk.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from workbench.exchange.containers.archive import Archive
from workbench.exchange.containers.markup import xml
from workbench.exchange.decode import cleaned
from workbench.exchange.page import Kind, Page, Table

if TYPE_CHECKING:
    from lxml.etree import _Element

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
_UNSAID = frozenset({"del", "moveFrom", "instrText", "delText", "txbxContent", "Fallback", "pPr", "rPr", "tblPr"})
_SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}


def word(archive: Archive, origin: str) -> Page:
    """The page in this archive. Raises InvalidFileError when the document is damaged."""
    root = xml(archive.read("word/document.xml"), origin)
    lines: list[str] = []
    tables: list[Table] = []
    for block in _blocks(root):
        if _name(block) == "tbl":
            tables.append(_table(block))
        else:
            lines += [*_paragraph(block).split("\n"), ""]
    return Page(Kind.WORD, tuple(lines), tuple(tables))


def _name(element: "_Element") -> str:
    return str(element.tag).rpartition("}")[2]


def _blocks(parent: "_Element") -> Iterator["_Element"]:
    """Paragraphs and tables in order, out of whatever holds them (content controls, insertions)."""
    for child in parent:
        name = _name(child)
        if name in ("p", "tbl"):
            yield child
        elif name not in _UNSAID:
            yield from _blocks(child)


def _paragraph(element: "_Element") -> str:
    return cleaned("".join(_said(element)))


def _said(element: "_Element") -> Iterator[str]:
    for child in element:
        name = _name(child)
        if name == "t":
            yield child.text or ""
        elif name in _SIGNS:
            yield _SIGNS[name]
        elif name not in _UNSAID:
            yield from _said(child)


def _table(element: "_Element") -> Table:
    return tuple(
        tuple(
            "\n".join(_paragraph(block) for block in _blocks(cell) if _name(block) == "p")
            for cell in row.iter(f"{_W}tc", f"{_STRICT}tc")
        )
        for row in element.iter(f"{_W}tr", f"{_STRICT}tr")
    )
