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
from workbench.exchange.decode import Decoded, cleaned, refuse_many, refuse_oversized
from workbench.exchange.page import Kind, Page, Said, Table
from workbench.i18n import _
from workbench.terminal import safe

if TYPE_CHECKING:
    from lxml.etree import _Element

_UNSAID = frozenset({"script", "style", "head", "title", "noscript", "template"})
_BLOCKS = frozenset({"p", "div", "li", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "section", "dd", "dt"})
_ANCHOR = re.compile(r"ts_(\d{1,10})_(\d{1,10})_(.*)", re.S)
_NAMED = re.compile(r"(?P<label>[^:]{1,60}):(?: |$)")
_TIME = re.compile(rf" ?\[{CLOCK}\] ?")
_MAX_PAGE = 5_000_000
"""Characters; past twice as many the parser drops words without saying so."""


def webpage(read: Decoded, origin: str) -> Page:
    """The page in this HTML. Raises InvalidFileError when nothing stands in it."""
    from lxml.etree import ParserError

    refuse_oversized(read.text, origin, _MAX_PAGE)
    refuse_many(read.text.count("<"), origin)
    try:
        root = html(read.text)
    except (ParserError, ValueError) as error:
        raise InvalidFileError(_("{file} is empty.").format(file=safe(origin))) from error
    stated = any(_ANCHOR.fullmatch(anchor.get("name") or "") for anchor in root.iter("a"))
    pieces = tuple(_pieces(root)) if stated else ()
    tables = tuple(_table(table) for table in root.iter("table")) if not pieces else ()
    lines = () if pieces else tuple(_lines(root))
    return Page(Kind.WEB_PAGE, lines, tables, pieces, read.encoding, read.certain)


def _pieces(root: "_Element") -> Iterator[Said]:
    """The pieces of noScribe's paragraphs, and what was typed between them in its editor."""
    label = aside = ""
    begun = over = False
    for paragraph in root.iter("p"):
        for number, (stated, text) in enumerate(_anchored(paragraph)):
            begun = begun or stated is not None
            if not begun:
                continue  # the title, and what noScribe says of itself
            text = " ".join(text.split())
            voice = stated[3].strip() if stated else label
            closes, over = over, voice.startswith("//")
            if over or closes:  # talk over another's turn: `//S02: …` in a piece of its own, closed in the next
                text = text.removeprefix("//").lstrip()
            named = _NAMED.match(text) if over or number == 0 else None
            if named and not voice and not _TIME.match(text, named.end()):
                named = None  # nobody was told apart: what stands before this colon was said
            if named:
                text = text[named.end() :]
            name = " ".join(named["label"].split()) if named else ""
            if over:
                aside = name or aside or voice.lstrip("/")
            else:
                label, aside = name or label or voice, ""
            if said := " ".join(_TIME.sub(" ", text).split()):
                times = (int(stated[1]) / 1000, int(stated[2]) / 1000) if stated else (None, None)
                yield Said(aside if over else label, cleaned(said), *times)


def _anchored(paragraph: "_Element") -> list[tuple[re.Match[str] | None, str]]:
    """The text of a paragraph by anchor; what stands outside of one goes with the anchor before it."""
    found: list[tuple[re.Match[str] | None, str]] = []

    def add(stated: re.Match[str] | None, text: str) -> None:
        if stated is None and found:
            found[-1] = (found[-1][0], found[-1][1] + text)
        elif stated is not None or text.strip():
            found.append((stated, text))

    def walk(element: "_Element") -> None:
        stated = _ANCHOR.fullmatch(element.get("name") or "") if element.tag == "a" else None
        if stated:
            add(stated, "".join(str(part) for part in element.itertext()))
        else:
            add(None, element.text or "")
            for child in element:
                walk(child)
        if element is not paragraph:
            add(None, element.tail or "")

    walk(paragraph)
    return found


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
