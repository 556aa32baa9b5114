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
    return tuple(tuple(_cell(cell) for cell in _within(row, "tc")) for row in _within(element, "tr"))


def _within(parent: "_Element", name: str) -> Iterator["_Element"]:
    """The rows of a table, or the cells of a row, and none of a table inside it."""
    for child in parent:
        if _name(child) == name:
            yield child
        elif _name(child) in ("sdt", "sdtContent", "ins", "customXml"):
            yield from _within(child, name)


def _cell(element: "_Element") -> str:
    """The words of a cell; a table inside it is read cell by cell."""
    return "\n".join(
        "\n".join("\n".join(row) for row in _table(block)) if _name(block) == "tbl" else _paragraph(block)
        for block in _blocks(element)
    )
