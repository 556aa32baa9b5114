"""What in a Word file bars a reader with a screen reader: read from its XML alone, by none of our own code."""

import io
import re
import zipfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import cast

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
DC = "{http://purl.org/dc/elements/1.1/}"
UNFINISHED = ("ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange", "commentReference", "fldSimple", "sdt")
"""Tracked changes, comments, and fields and controls that would show nothing until somebody updates them."""
FACTS = "Facts"
"""The table on the cover is pairs of label and value, read row by row: it has no row of titles."""
TEMPLATE_TAG = re.compile(r"\{\{|\}\}|\{%|\ue000")


@dataclass(frozen=True)
class WordFile:
    """The parts that are looked at."""

    body: etree._Element
    styles: etree._Element
    settings: etree._Element
    core: etree._Element

    @staticmethod
    def of(content: bytes) -> "WordFile":
        with zipfile.ZipFile(io.BytesIO(content)) as parts:
            names = ("word/document.xml", "word/styles.xml", "word/settings.xml", "docProps/core.xml")
            return WordFile(*(etree.fromstring(parts.read(name)) for name in names))


def complaints(content: bytes, language: str) -> list[str]:
    """Everything that is wrong, a line each; `language` as documents name it: `da-DK`."""
    word = WordFile.of(content)
    return [
        *_language(word, language),
        *_title(word),
        *_headings(word),
        *_tables(word),
        *_pictures(word),
        *_leftovers(word),
        *_known_styles(word),
    ]


def _language(word: WordFile, language: str) -> Iterator[str]:
    said = {
        "styles": [one.get(f"{W}val") for one in word.styles.iter(f"{W}lang")],
        "settings": [one.get(f"{W}val") for one in word.settings.iter(f"{W}themeFontLang")],
        "properties": [one.text for one in word.core.iter(f"{DC}language")],
    }
    for where, languages in said.items():
        if set(languages) != {language}:
            yield f"language in {where}: {languages}"
    if foreign := [one.get(f"{W}val") for one in word.body.iter(f"{W}lang") if one.get(f"{W}val") != language]:
        yield f"language in the text: {foreign}"


def _title(word: WordFile) -> Iterator[str]:
    if not [one.text for one in word.core.iter(f"{DC}title") if (one.text or "").strip()]:
        yield "no title among the properties"


def _headings(word: WordFile) -> Iterator[str]:
    levels = {
        style.get(f"{W}styleId"): int(found.get(f"{W}val", "9")) + 1
        for style in word.styles.iter(f"{W}style")
        if (found := style.find(f"{W}pPr/{W}outlineLvl")) is not None
    }
    level = 0
    for paragraph in word.body.iter(f"{W}p"):
        own = levels.get(_style(paragraph), 0)
        if not own:
            continue
        said = _words(paragraph)
        if not said.strip():
            yield f"empty heading of level {own}"
        if own > level + 1:
            yield f"from level {level} to {own}: {said}"
        level = own
    if not level:
        yield "no heading"


def _tables(word: WordFile) -> Iterator[str]:
    page = _text_width(word)
    for number, table in enumerate(word.body.iter(f"{W}tbl"), start=1):
        properties = cast(etree._Element, table.find(f"{W}tblPr"))
        style = cast(etree._Element, properties.find(f"{W}tblStyle")).get(f"{W}val")
        rows = table.findall(f"{W}tr")
        first = rows[0].findall(f"{W}tc")
        # A frame around text has one column: what stands in it is read as it stands, and there is nothing to title.
        if style != FACTS and len(first) > 1:
            if rows[0].find(f"{W}trPr/{W}tblHeader") is None:
                yield f"table {number}: no row of titles"
            if empty := [place for place, cell in enumerate(first, start=1) if not _words(cell).strip()]:
                yield f"table {number}: columns without a title: {empty}"
            if len(rows) == 1:
                yield f"table {number}: nothing under its titles"
        grid = [int(one.get(f"{W}w", "0")) for one in table.findall(f"{W}tblGrid/{W}gridCol")]
        layout, width = properties.find(f"{W}tblLayout"), properties.find(f"{W}tblW")
        if layout is None or layout.get(f"{W}type") != "fixed":
            yield f"table {number}: its columns move"
        if width is None or abs(int(width.get(f"{W}w", "0")) - sum(grid)) > len(grid) or sum(grid) > page + len(grid):
            yield f"table {number}: {sum(grid)} wide on {page}"
        for row in rows:
            cells = [
                int(cast(etree._Element, one.find(f"{W}tcPr/{W}tcW")).get(f"{W}w", "0"))
                for one in row.findall(f"{W}tc")
            ]
            if cells != grid:
                yield f"table {number}: cells of {cells} in columns of {grid}"
            if row.find(f"{W}trPr/{W}cantSplit") is None:
                yield f"table {number}: a row that a page may cut"
            if any(not one.findall(f"{W}p") for one in row.findall(f"{W}tc")):
                yield f"table {number}: a cell without a paragraph"


def _text_width(word: WordFile) -> int:
    section = next(word.body.iter(f"{W}sectPr"))
    size = cast(etree._Element, section.find(f"{W}pgSz"))
    margins = cast(etree._Element, section.find(f"{W}pgMar"))
    return int(size.get(f"{W}w", "0")) - int(margins.get(f"{W}left", "0")) - int(margins.get(f"{W}right", "0"))


def _pictures(word: WordFile) -> Iterator[str]:
    found = list(word.body.iter("{*}docPr"))
    for one in found:
        if not (one.get("descr") or "").strip():
            yield f"picture without words: {one.get('name')}"
    if len(list(word.body.iter(f"{W}drawing"))) != len(found) or list(word.body.iter(f"{W}pict")):
        yield "a drawing of another kind"
    for kind, ids in (
        ("picture", [one.get("id") for one in found]),
        ("name of a picture", [one.get("name") for one in found]),
        ("bookmark", [one.get(f"{W}id") for one in word.body.iter(f"{W}bookmarkStart")]),
        ("name of a bookmark", [one.get(f"{W}name") for one in word.body.iter(f"{W}bookmarkStart")]),
    ):
        if twice := [id for id, times in Counter(ids).items() if times > 1]:
            yield f"{kind} twice: {twice}"


def _leftovers(word: WordFile) -> Iterator[str]:
    for name in UNFINISHED:
        if next(word.body.iter(f"{W}{name}"), None) is not None:
            yield f"left over: {name}"
    if word.settings.find(f"{W}trackRevisions") is not None:
        yield "left over: changes are tracked"
    if found := TEMPLATE_TAG.findall("".join(_words(one) for one in word.body.iter(f"{W}p"))):
        yield f"left over: {found}"


def _known_styles(word: WordFile) -> Iterator[str]:
    known = {(one.get(f"{W}type"), one.get(f"{W}styleId")) for one in word.styles.iter(f"{W}style")}
    for element, kind in (("pStyle", "paragraph"), ("rStyle", "character"), ("tblStyle", "table")):
        used = {one.get(f"{W}val") for one in word.body.iter(f"{W}{element}")}
        if missing := sorted(str(one) for one in used if (kind, one) not in known):
            yield f"no such {kind} style: {missing}"


def _style(paragraph: etree._Element) -> str | None:
    found = paragraph.find(f"{W}pPr/{W}pStyle")
    return None if found is None else found.get(f"{W}val")


def _words(element: etree._Element) -> str:
    return "".join(one.text or "" for one in element.iter(f"{W}t"))
