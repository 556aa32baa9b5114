"""People's own prose, read back out of the marked places of a Word file somebody has worked in."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise
from typing import TYPE_CHECKING

from workbench.i18n import _, ngettext
from workbench.reports.document import Prose, Run, Shape
from workbench.reports.places import EDGES, HINT, STYLES, bookmark, place_of
from workbench.reports.plain import plain
from workbench.reports.read_word import Stretch, WordBody, foreign, opened
from workbench.reports.stamp import Stamp, fingerprint
from workbench.reports.word_styles import W, name_of

if TYPE_CHECKING:
    from lxml.etree import _Element

_BRACKETED = re.compile(r"\[[^\[\]]*\]")
_JOINERS = "\u200c\u200d"
"""Invisible, and a part of letters and pictures."""


@dataclass(frozen=True, slots=True)
class ReadPlace:
    """What stands in a marked place of a Word file."""

    prose: tuple[Prose, ...] = ()
    """Empty where nothing is written but the hint."""
    left_behind: tuple[str, ...] = ()
    """What stands there that cannot be carried into another file, by name: `a table`."""

    @property
    def words(self) -> int:
        """How many words are written there."""
        return sum(len(one.text.split()) for one in self.prose)


def prose_of(content: bytes) -> Mapping[str, ReadPlace]:
    """What people wrote, by place. Raises InvalidFileError when this is no Word file that can be read."""
    word = opened(content)
    stamp = Stamp.read(word.custom)
    return read_places(word, stamp, regions(word, stamp))


def read_places(
    word: WordBody, stamp: Stamp | None, marked: Mapping[str, Sequence["_Element"]]
) -> Mapping[str, ReadPlace]:
    """What people wrote in these places of a file that is open."""
    hints = stamp.hints if stamp else {}
    return {
        id: ReadPlace(tuple(_prose(word, blocks, hints.get(id))), tuple(_left_behind(word, blocks)))
        for id, blocks in marked.items()
    }


def regions(word: WordBody, stamp: Stamp | None) -> Mapping[str, Sequence["_Element"]]:
    """The paragraphs and tables of each marked place, with the two that mark it."""
    edges = _edges(word, stamp)
    taken = {id(paragraph) for pair in edges.values() for paragraph in pair if paragraph is not None}
    return {name: _between(word, first, last, taken, stamp) for name, (first, last) in edges.items()}


def _edges(word: WordBody, stamp: Stamp | None) -> dict[str, tuple["_Element | None", "_Element | None"]]:
    """The first and last paragraph of each place; one is missing where somebody took it away."""
    ids = {bookmark(kind, id): id for id in (stamp.hints if stamp else ()) for kind in EDGES}
    found: dict[str, dict[str, _Element]] = {}
    for mark in word.element.iter(f"{W}bookmarkStart"):
        name = mark.get(f"{W}name", "")
        kind = next((one for one in EDGES if name.startswith(one)), None)
        holder = mark.getparent() if kind else None
        if kind is None or holder is None:
            continue
        # Between paragraphs, a bookmark is about the next one.
        paragraph = holder if name_of(holder) == "p" else next(mark.itersiblings(f"{W}p"), None)
        if paragraph is not None:
            id = ids.get(name) or place_of(name)
            found.setdefault(id, {}).setdefault(kind, paragraph)
    return {id: (pair.get(EDGES[0]), pair.get(EDGES[1])) for id, pair in found.items()}


def _between(
    word: WordBody, first: "_Element | None", last: "_Element | None", taken: set[int], stamp: Stamp | None
) -> Sequence["_Element"]:
    edge = first if first is not None else last
    assert edge is not None
    blocks = list(word.blocks(_holder(edge)))
    places = {id(block): place for place, block in enumerate(blocks)}
    start, end = (places.get(id(one)) if one is not None else None for one in (first, last))
    if start is not None and end is not None and start <= end:
        inside = blocks[start : end + 1]
        if not any(id(one) in taken for one in inside[1:-1]):
            return inside
    if start is not None:
        return [blocks[start], *_theirs(word, blocks[start + 1 :], taken, stamp)]
    assert end is not None
    return [*reversed(list(_theirs(word, reversed(blocks[:end]), taken, stamp))), blocks[end]]


def _holder(paragraph: "_Element") -> "_Element":
    """What the paragraphs beside this one stand in: a cell, or the page."""
    return next(one for one in paragraph.iterancestors() if name_of(one) in ("tc", "txbxContent", "body"))


def _theirs(word: WordBody, blocks: Iterable["_Element"], taken: set[int], stamp: Stamp | None) -> Iterator["_Element"]:
    """What reads on as people's own: to the next line that the workbench wrote, or the next heading."""
    prose = {*STYLES.values(), "Normal", ""}
    for block in blocks:
        if id(block) in taken or 0 < word.styles.level(block) < 3:
            return
        lines = {fingerprint(word.text(one)) for one in block.iter(f"{W}p")}
        if lines & set(stamp.lines) if stamp else word.styles.paragraph(block) not in prose:
            return
        yield block


def _prose(word: WordBody, blocks: Iterable["_Element"], hint: str | None) -> Iterator[Prose]:
    for block in blocks:
        if name_of(block) != "p":
            continue
        shape = _shape(word, block)
        for line in _lines(_without_hint(list(word.stretches(block)), hint)):
            if runs := tuple(_runs(line)):
                yield Prose(runs, shape)


def _shape(word: WordBody, paragraph: "_Element") -> Shape:
    if word.styles.level(paragraph):
        return Shape.HEADING
    style, marked = word.styles.paragraph(paragraph), word.styles.listed(paragraph)
    if marked == "bullet" or (not marked and style.startswith(STYLES[Shape.BULLET])):
        return Shape.BULLET
    if marked not in ("", "none") or style.startswith(STYLES[Shape.NUMBER]):
        return Shape.NUMBER
    return Shape.BODY


def _without_hint(stretches: Sequence[Stretch], hint: str | None) -> Sequence[Stretch]:
    """The text without the hint that still stands beside it, or the brackets of one that was written over."""
    text = "".join(one.text for one in stretches)
    if hint and fingerprint(text) == hint:
        return []
    for start, end in _bracketed(text):
        inside = [one for one in _cut(stretches, start + 1, end - 1) if one.text]
        if fingerprint(text[start + 1 : end - 1]) == hint or (hint is None and inside and all(map(_is_hint, inside))):
            return [*_cut(stretches, 0, start), *_cut(stretches, end, len(text))]
    kept = list(stretches)
    for place, (before, after) in enumerate(pairwise(stretches)):
        if _is_hint(after) and not _is_hint(before) and before.text.endswith("["):
            kept[place] = replace(kept[place], text=kept[place].text[:-1])
        if _is_hint(before) and not _is_hint(after) and after.text.startswith("]"):
            kept[place + 1] = replace(after, text=after.text[1:])
    return kept


def _bracketed(text: str) -> Iterator[tuple[int, int]]:
    """Where something stands in square brackets; last, from the first to the last, since a hint may hold some."""
    yield from (found.span() for found in _BRACKETED.finditer(text))
    start, end = text.find("["), text.rfind("]") + 1
    if 0 <= start < end:
        yield start, end


def _is_hint(stretch: Stretch) -> bool:
    return stretch.style.startswith(HINT)


def _cut(stretches: Iterable[Stretch], start: int, end: int) -> Iterator[Stretch]:
    """These characters of them."""
    at = 0
    for one in stretches:
        yield replace(one, text=one.text[max(start - at, 0) : max(end - at, 0)])
        at += len(one.text)


def _lines(stretches: Iterable[Stretch]) -> Iterator[list[Stretch]]:
    """The text cut at its line breaks: each is a paragraph elsewhere."""
    line: list[Stretch] = []
    for one in stretches:
        head, *rest = one.text.split("\n")
        line.append(replace(one, text=head))
        for part in rest:
            yield line
            line = [replace(one, text=part)]
    yield line


def _runs(line: Sequence[Stretch]) -> Iterator[Run]:
    text = [(_printed(one.text), one.bold, one.italic) for one in line]
    runs = [
        Run("".join(words for words, _bold, _italic in several), *look)
        for look, several in groupby((one for one in text if one[0]), key=lambda one: one[1:])
    ]
    while runs and (stripped := runs[0].text.lstrip()) != runs[0].text:
        runs[:1] = [replace(runs[0], text=stripped)] if stripped else []
    while runs and (stripped := runs[-1].text.rstrip()) != runs[-1].text:
        runs[-1:] = [replace(runs[-1], text=stripped)] if stripped else []
    yield from runs


def _printed(text: str) -> str:
    """Composed letters, and nothing that cannot be seen: word processors leave marks for where a word may part."""
    composed = unicodedata.normalize("NFC", text.replace("\t", " "))
    return plain("".join(one for one in composed if unicodedata.category(one) != "Cf" or one in _JOINERS))


def _left_behind(word: WordBody, blocks: Iterable["_Element"]) -> Iterator[str]:
    counts: Counter[str] = Counter()
    for block in blocks:
        if name_of(block) == "tbl":
            words = " ".join(filter(None, map(word.text, block.iter(f"{W}p"))))
            start = " ".join(words.split()[:6])
            yield _("a table that begins “{words}”").format(words=plain(start)) if start else _("an empty table")
        counts.update(foreign(block))
    for kind, n in counts.items():
        yield _named(kind, n)


def _named(kind: str, n: int) -> str:
    match kind:
        case "picture":
            named = ngettext("{n} picture", "{n} pictures", n)
        case "text box":
            named = ngettext("{n} text box", "{n} text boxes", n)
        case "footnote":
            named = ngettext("{n} footnote", "{n} footnotes", n)
        case "comment":
            named = ngettext("{n} comment", "{n} comments", n)
        case "formula":
            named = ngettext("{n} formula", "{n} formulas", n)
        case "symbol":
            named = ngettext("{n} symbol", "{n} symbols", n)
        case "link":
            named = ngettext(
                "where {n} link leads (its words are kept)", "where {n} links lead (their words are kept)", n
            )
        case "tracked change":
            named = _("tracked changes (taken as accepted)")
        case _:
            named = ngettext("{n} embedded object", "{n} embedded objects", n)
    return named.format(n=n)
