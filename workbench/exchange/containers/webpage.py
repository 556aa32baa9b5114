"""Web pages: the blocks of text in them, and noScribe's pieces with their times.

noScribe writes every piece of talk as `<a name="ts_FROM_TO_SPEAKER">`, in milliseconds. A name changed in its editor
is changed in the text only, so the text is believed for names and the anchor for times.
"""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from workbench.errors import InvalidFileError
from workbench.exchange.clock import CLOCK
from workbench.exchange.containers.markup import html
from workbench.exchange.decode import Decoded, cleaned
from workbench.exchange.page import Kind, Page, Said, Table
from workbench.i18n import _
from workbench.terminal import safe

if TYPE_CHECKING:
    from lxml.etree import _Element

_UNSAID = frozenset({"script", "style", "head", "title", "noscript", "template"})
_BLOCKS = frozenset({"p", "div", "li", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "section", "dd", "dt"})
_ANCHOR = re.compile(r"ts_(\d{1,10})_(\d{1,10})_(.*)", re.S)
_NAMED = re.compile(r"\s*(?://)?\s*(?P<label>[^:\n]{1,60}?):(?:\s+|$)")
_TIME = re.compile(rf"\s*\[{CLOCK}\]\s*")


def webpage(read: Decoded, origin: str) -> Page:
    """The page in this HTML. Raises InvalidFileError when nothing stands in it."""
    from lxml.etree import ParserError

    try:
        root = html(read.text)
    except (ParserError, ValueError) as error:
        raise InvalidFileError(_("{file} is empty.").format(file=safe(origin))) from error
    pieces = tuple(_pieces(root))
    tables = tuple(_table(table) for table in root.iter("table")) if not pieces else ()
    lines = () if pieces else tuple(_lines(root))
    return Page(Kind.WEB_PAGE, lines, tables, pieces, read.encoding, read.certain)


def _pieces(root: "_Element") -> Iterator[Said]:
    label = ""
    for paragraph in root.iter("p"):
        for anchor in paragraph.iter("a"):
            stated = _ANCHOR.fullmatch(anchor.get("name") or "")
            if stated is None:
                continue
            text = "".join(str(part) for part in anchor.itertext())
            named = _NAMED.match(text)
            # Overlapping talk is marked //S02: … // inside the turn of whoever is talked over.
            marked = stated[3].lstrip("/").strip()
            if named and (marked or _TIME.match(text, named.end()) or text.lstrip().startswith("//")):
                label, text = " ".join(named["label"].split()), text[named.end() :]
            elif marked:
                label = marked if label == "" or stated[3].startswith("//") else label
            said = " ".join(_TIME.sub(" ", text, count=1).replace("//", " ").split())
            if said:
                yield Said(label, cleaned(said), int(stated[1]) / 1000, int(stated[2]) / 1000)


def _lines(root: "_Element") -> Iterator[str]:
    """The text of the page, block by block, with an empty line after each."""
    line: list[str] = []

    def spoken() -> Iterator[str]:
        text = " ".join("".join(line).split())
        line.clear()
        if text:
            yield from (cleaned(text), "")

    def walk(element: "_Element") -> Iterator[str]:
        name = str(element.tag)
        if name in _UNSAID or name == "table":
            return
        if name in _BLOCKS or name == "br":
            yield from spoken()
        line.append(element.text or "")
        for child in element:
            yield from walk(child)
            line.append(child.tail or "")
        if name in _BLOCKS:
            yield from spoken()

    yield from walk(root)
    yield from spoken()


def _table(table: "_Element") -> Table:
    return tuple(
        tuple(
            cleaned(" ".join("".join(str(part) for part in cell.itertext()).split())) for cell in row.iter("td", "th")
        )
        for row in table.iter("tr")
    )
