"""The lines of a Word report outside its marked places, each with what it stands under."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from workbench.reports.read_word import WordBody
from workbench.reports.stamp import fingerprint, level
from workbench.reports.word_styles import W, name_of

if TYPE_CHECKING:
    from lxml.etree import _Element

_ID = re.compile(r"[0-9a-f]{8}")
_SOURCE = re.compile(r"[–—-] .+ · ([0-9a-f]{8})")
"""Whom a quote is by, when its styles are gone."""
_BOTH = re.compile(r"([“”\"„«»].*[“”\"«»]) ([–—-] .+?) ?([0-9a-f]{8})")
"""A quote and whom it is by in one line, as boxes have it."""
_NUMBER = re.compile(r"\d+")
_NUMBERED = re.compile(r"^\w+ \d+\. ")
"""`Figure 3. `"""
_LONGEST = 10_000
_MARKS = "“”\"„«»‘’'"
_SUBTITLES = frozenset({"Finding", "Box Label"})
"""Styles of lines that others stand under, without being headings."""


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph, or a picture."""

    text: str
    """All of it; of a picture, its description."""
    headings: tuple[str, ...]
    """What it stands under, outermost first."""
    path: tuple[str, ...]
    """The same, in a table with its row and its column."""
    group: tuple[str, ...]
    """The same without numbers and subtitles: lines of one group are about the same."""
    row: int = 0
    """Which row of all tables it stands in, from 1; 0 outside tables."""
    picture: bool = False
    style: str = ""
    quote_id: str = ""
    """First eight characters of the coding's id, where it is a quote or says whom one is by."""
    quote: str = ""
    """The words of the quote in it, without quotation marks."""

    @property
    def print(self) -> str:
        return fingerprint(("picture: " if self.picture else "") + self.text)

    @property
    def same(self) -> str:
        """What tells it from other lines: two figures with the same caption are not different by their numbers."""
        return level(_NUMBERED.sub("", self.rest) if self.style.lower() == "caption" else self.rest)

    @property
    def skeleton(self) -> str:
        """Without its numbers."""
        return _NUMBER.sub("0", self.rest)

    @property
    def rest(self) -> str:
        """What is in it beside a quote and an id."""
        if not self.quote_id:
            return self.text
        if not self.quote:
            return self.text.removesuffix(self.quote_id).rstrip(" ·")
        both = _both(self.text)
        return both[2] if both else ""


def lines(word: WordBody, marked: Iterable["_Element"]) -> tuple[Line, ...]:
    """Every line, in reading order. `marked` are the blocks of the marked places, which are left out."""
    return tuple(_with_quotes(list(_Reader(word, {id(one) for one in marked}).read())))


class _Reader:
    """Goes through a file's blocks and remembers under what it is."""

    def __init__(self, word: WordBody, marked: set[int]) -> None:
        self._word, self._marked = word, marked
        self._headings: dict[int, str] = {}
        self._subtitle = ""
        self._row = 0

    def read(self) -> Iterator[Line]:
        for block in self._word.blocks():
            if id(block) in self._marked:
                continue
            if name_of(block) == "tbl":
                yield from self._table(block)
                self._subtitle = ""
            else:
                yield from self._paragraph(block)

    def _paragraph(self, paragraph: "_Element", *places: str, row: int = 0) -> Iterator[Line]:
        depth, style = self._word.styles.level(paragraph), self._word.styles.paragraph(paragraph)
        if style.lower().startswith(("toc ", "contents ")):
            return
        text = self._word.text(paragraph)
        if depth and text:
            self._headings = {above: title for above, title in self._headings.items() if above < depth}
            self._subtitle = ""
        if text and style in _SUBTITLES:
            self._subtitle = ""
        above = tuple(title for _depth, title in sorted(self._headings.items()))
        headings = (*above, *filter(None, (self._subtitle,)))
        path = (*headings, *filter(None, places))
        group = tuple(_NUMBER.sub("0", one) for one in (*above, *places))
        for described in _descriptions(paragraph):
            yield Line(described, headings, path, group, row, picture=True)
        if text:
            yield Line(text, headings, path, group, row, style=style, quote_id=self._quote_id(paragraph))
        if depth and text:
            self._headings[depth] = text
        elif text and style in _SUBTITLES:
            self._subtitle = text

    def _table(self, table: "_Element") -> Iterator[Line]:
        titles: list[str] = []
        seen: Counter[str] = Counter()
        for row in _within(table, "tr"):
            self._row += 1
            number = self._row
            cells = [list(self._word.blocks(cell)) for cell in _within(row, "tc")]
            firsts = [next(filter(None, map(self._text, cell)), "") for cell in cells]
            title = row.find(f"{W}trPr/{W}tblHeader") is not None
            label = firsts[0] if len(cells) > 1 and not title else ""
            seen[label] += 1
            for column, cell in enumerate(cells):
                about = titles[column] if label and column and column < len(titles) else ""
                # The first cell names the row: it is no more about it than the others' titles are.
                places = (label, about) if label and column else ()
                for block in cell:
                    if id(block) in self._marked:
                        continue
                    if name_of(block) == "tbl":
                        yield from self._table(block)
                        continue
                    for line in self._paragraph(block, *places, row=number):
                        again = f"#{seen[label]}.{column}" if places and (seen[label] > 1 or not about) else ""
                        yield replace(line, group=(*line.group, again)) if again else line
            if title:
                titles = firsts

    def _text(self, block: "_Element") -> str:
        return "" if name_of(block) == "tbl" else self._word.text(block)

    def _quote_id(self, paragraph: "_Element") -> str:
        text = "".join(one.text for one in self._word.stretches(paragraph) if one.style == "Quote Id").strip()
        return text if _ID.fullmatch(text) else ""


def _with_quotes(found: list[Line]) -> Iterator[Line]:
    """The same lines, where it is known which of them are quotes and whose words they are."""
    quotes: dict[int, tuple[str, str]] = {}
    for place, line in enumerate(found):
        both = _both(line.text)
        source = _SOURCE.fullmatch(line.text) or _ID.fullmatch(line.text)
        if both:
            quotes[place] = both[3], _bare(both[1])
        elif line.quote_id or source:
            by = line.quote_id or line.text[-8:]
            above = _above(found, place)
            if above or line.quote_id:
                quotes[place] = by, ""
                quotes.update((one, (by, _bare(found[one].text))) for one in above)
    for place, line in enumerate(found):
        by, words = quotes.get(place, ("", ""))
        yield replace(line, quote_id=by, quote=words)


def _above(found: list[Line], place: int) -> list[int]:
    """The quote that a line is the source of: the paragraphs in its style, or the one in quotation marks."""
    styled = []
    for number in range(place - 1, -1, -1):
        if found[number].style != "Quote":
            break
        styled.append(number)
    if styled or not place:
        return styled
    before = found[place - 1]
    return [place - 1] if before.row == found[place].row and before.text[:1] in _MARKS and not before.picture else []


def _both(text: str) -> "re.Match[str] | None":
    # The pattern is slow on endless lines, which hold no quote.
    return _BOTH.fullmatch(text) if len(text) < _LONGEST and _ID.fullmatch(text[-8:]) else None


def _bare(quoted: str) -> str:
    return quoted.strip().strip(_MARKS).strip()


def _descriptions(paragraph: "_Element") -> Iterator[str]:
    for picture in paragraph.iter(f"{W}drawing"):
        told = (one.get("descr", "") for one in picture.iter("{*}docPr"))
        yield " ".join(next(told, "").split())


def _within(parent: "_Element", name: str) -> Iterator["_Element"]:
    """The rows of a table, or the cells of a row, and none of a table inside it."""
    for child in parent:
        if name_of(child) == name:
            yield child
        elif name_of(child) in ("sdt", "sdtContent", "ins", "customXml"):
            yield from _within(child, name)
