"""OpenDocument texts (LibreOffice): the paragraphs and tables of content.xml."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from workbench.exchange.containers.archive import Archive
from workbench.exchange.containers.markup import xml
from workbench.exchange.decode import cleaned
from workbench.exchange.page import Kind, Page, Table

if TYPE_CHECKING:
    from lxml.etree import _Element

_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_UNSAID = frozenset(
    {f"{_TEXT}tracked-changes", f"{_TEXT}note", f"{_OFFICE}annotation", f"{_OFFICE}forms", f"{_TEXT}table-of-content"}
)
_PARAGRAPHS = (f"{_TEXT}p", f"{_TEXT}h")
_ROW_GROUPS = tuple(f"{_TABLE}{name}" for name in ("table-header-rows", "table-rows", "table-row-group"))
_MOST_SPACES = 1_000


def opendocument(archive: Archive, origin: str) -> Page:
    """The page in this archive. Raises InvalidFileError when the document is damaged."""
    root = xml(archive.read("content.xml"), origin)
    body = root.find(f"{_OFFICE}body/{_OFFICE}text")
    lines: list[str] = []
    tables: list[Table] = []
    for block in _blocks(body if body is not None else root):
        if block.tag == f"{_TABLE}table":
            tables.append(_table(block))
        else:
            lines += [*_paragraph(block).split("\n"), ""]
    return Page(Kind.OPEN_DOCUMENT, tuple(lines), tuple(tables))


def _blocks(parent: "_Element") -> Iterator["_Element"]:
    """Paragraphs, headings and tables in order, out of sections and lists."""
    for child in parent:
        if child.tag in _PARAGRAPHS or child.tag == f"{_TABLE}table":
            yield child
        elif child.tag not in _UNSAID:
            yield from _blocks(child)


def _table(element: "_Element") -> Table:
    return tuple(tuple(_cell(cell) for cell in _within(row, "table-cell")) for row in _within(element, "table-row"))


def _within(parent: "_Element", name: str) -> Iterator["_Element"]:
    """The rows of a table, or the cells of a row, and none of a table inside it."""
    for child in parent:
        if child.tag == f"{_TABLE}{name}":
            yield child
        elif child.tag in _ROW_GROUPS:
            yield from _within(child, name)


def _cell(element: "_Element") -> str:
    """The words of a cell; a table inside it is read cell by cell."""
    return "\n".join(
        _paragraph(block) if block.tag in _PARAGRAPHS else "\n".join("\n".join(row) for row in _table(block))
        for block in _blocks(element)
    )


def _paragraph(element: "_Element") -> str:
    return cleaned("".join(_said(element)))


def _said(element: "_Element") -> Iterator[str]:
    """Words and signs in order; the words after a child hang on the child as its tail."""
    yield element.text or ""
    for child in element:
        if child.tag == f"{_TEXT}s":
            count = child.get(f"{_TEXT}c", "1")
            yield " " * min(int(count) if count.isdecimal() else 1, _MOST_SPACES)
        elif child.tag == f"{_TEXT}tab":
            yield "\t"
        elif child.tag == f"{_TEXT}line-break":
            yield "\n"
        elif child.tag not in _UNSAID:
            yield from _said(child)
        yield child.tail or ""
