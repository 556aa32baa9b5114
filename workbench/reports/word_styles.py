"""What the styles and lists of a Word file say about its paragraphs."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_OFF = frozenset({"0", "false", "off"})
_DEEPEST = 20
"""Styles based on one another: more is a circle."""


def name_of(element: "_Element") -> str:
    """An element's name without its namespace; empty for a comment."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def value(element: "_Element | None", *path: str, attribute: str = "val") -> str:
    """The value of an element's descendant; empty where it has none."""
    for name in path:
        element = None if element is None else element.find(f"{W}{name}")
    return "" if element is None else element.get(f"{W}{attribute}", "")


@dataclass(frozen=True, slots=True)
class Styles:
    """Names and looks of styles, and kinds of lists, by the ids that paragraphs name."""

    styles: Mapping[str, "_Element"]
    formats: Mapping[tuple[str, str], str]
    """How a list's level is numbered: (list, level) to `bullet`, `decimal` …"""

    @staticmethod
    def read(styles: "_Element | None", numbering: "_Element | None") -> "Styles":
        every = () if styles is None else styles.iter(f"{W}style")
        return Styles({one.get(f"{W}styleId", ""): one for one in every}, dict(_formats(numbering)))

    def character(self, id: str) -> str:
        """Name of a character style."""
        return value(self.styles.get(id), "name") or id

    def paragraph(self, paragraph: "_Element") -> str:
        """Name of a paragraph's style; empty for the ordinary one."""
        id = value(paragraph, "pPr", "pStyle")
        return value(self.styles.get(id), "name") or id

    def on(self, run: "_Element", name: str, style: str) -> bool:
        """Whether a run is bold (`b`) or italic (`i`), by itself or by the character style with this id."""
        for holder in (run, *self._chain(style)):
            found = holder.find(f"{W}rPr/{W}{name}")
            if found is not None:
                return value(found) not in _OFF
        return False

    def level(self, paragraph: "_Element") -> int:
        """A heading's level from 1; 0 for all other paragraphs."""
        for one in (paragraph, *self._chain(value(paragraph, "pPr", "pStyle"))):
            found = value(one, "pPr", "outlineLvl")
            if found:
                return int(found) + 1 if found in {*"012345678"} else 0
            name = value(one, "name").lower()
            if name.startswith("heading ") and name[8:].isdigit():
                return int(name[8:])
        return 0

    def listed(self, paragraph: "_Element") -> str:
        """How a paragraph in a list is marked: `bullet`, `decimal` …; empty outside lists."""
        for one in (paragraph, *self._chain(value(paragraph, "pPr", "pStyle"))):
            number = value(one, "pPr", "numPr", "numId")
            if number:
                level = value(one, "pPr", "numPr", "ilvl") or "0"
                return "" if number == "0" else self.formats.get((number, level), "bullet")
        return ""

    def _chain(self, id: str) -> Iterator["_Element"]:
        """A style and those it is based on."""
        for _ in range(_DEEPEST):
            style = self.styles.get(id)
            if style is None:
                return
            yield style
            id = value(style, "basedOn")


def _formats(numbering: "_Element | None") -> Iterator[tuple[tuple[str, str], str]]:
    if numbering is None:
        return
    kinds = {one.get(f"{W}abstractNumId"): one for one in numbering.iter(f"{W}abstractNum")}
    for one in numbering.iter(f"{W}num"):
        number = one.get(f"{W}numId", "")
        for holder in (kinds.get(value(one, "abstractNumId")), one):
            for level in () if holder is None else holder.iter(f"{W}lvl"):
                yield (number, level.get(f"{W}ilvl", "")), value(level, "numFmt")
