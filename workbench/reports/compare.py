"""Compares a Word report somebody may have worked in with the report as it would be written now.

Three questions are kept apart: what somebody changed in the file, what changed underneath since it was written, and
what became of the quotes.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import chain

from workbench.i18n import _
from workbench.reports.comparison import Comparison, HandChange, LineChange, QuoteChange, QuoteLine, WrittenPlace
from workbench.reports.lines import Line, lines
from workbench.reports.prose import ReadPlace, read_places, regions
from workbench.reports.read_word import opened
from workbench.reports.stamp import Stamp, level

_Pair = tuple[Line | None, Line | None]
_ALIKE = 0.6
"""Share of letters two lines must have in common to be the same line, changed."""
_NEAREST = 50
"""How many lines a line is held against."""


def compare(earlier: bytes, fresh: bytes, approved: Mapping[str, str] | None = None) -> Comparison:
    """What differs. `approved` maps ids of quotes (eight characters) to their approved words.

    Raises InvalidFileError when the earlier file is no Word file that can be read.
    """
    then, now = _Report.read(earlier), _Report.read(fresh)
    hands = _hands(then, now)
    places = then.places
    return Comparison(
        fingerprinted=then.stamp is not None,
        quotes=tuple(_quotes(then, now, approved or {}, hands)),
        quotes_gone=tuple(QuoteLine(id, then.quotes[id][0]) for id in then.quotes if id not in now.quotes),
        quotes_new=tuple(
            QuoteLine(id, now.quotes[id][0])
            for id in now.quotes
            if id not in then.quotes and id not in hands.taken_quotes
        ),
        lines=tuple(_changes(then, now, hands)),
        by_hand=hands.changes,
        places=tuple(
            WrittenPlace(id, one.words, one.left_behind) for id, one in places.items() if one.prose or one.left_behind
        ),
        empty=tuple(id for id, one in places.items() if not one.prose and not one.left_behind),
        lost=tuple(id for id in (then.stamp.hints if then.stamp else ()) if id not in places),
    )


@dataclass(frozen=True, slots=True)
class _Report:
    lines: tuple[Line, ...]
    stamp: Stamp | None
    places: Mapping[str, ReadPlace]
    quotes: Mapping[str, tuple[str, ...]]
    """The words under each quote's id; an id can stand in several places."""

    @classmethod
    def read(cls, content: bytes) -> "_Report":
        word = opened(content)
        stamp = Stamp.read(word.custom)
        marked = regions(word, stamp)
        found = lines(word, chain.from_iterable(marked.values()))
        return cls(found, stamp, read_places(word, stamp, marked), _quoted(found))


def _quoted(found: Sequence[Line]) -> dict[str, tuple[str, ...]]:
    """The words of each quote; one that was parted into paragraphs is one text."""
    quotes: dict[str, tuple[str, ...]] = {}
    before: Line | None = None
    for line in found:
        if line.quote:
            known = quotes.get(line.quote_id, ())
            if before is not None and before.quote and before.quote_id == line.quote_id and not line.rest:
                quotes[line.quote_id] = (*known[:-1], f"{known[-1]} {line.quote}")
            else:
                quotes[line.quote_id] = (*known, line.quote)
        before = line
    return quotes


@dataclass(frozen=True, slots=True)
class _Hands:
    """What somebody changed in a file outside its marked places."""

    changes: tuple[HandChange, ...] = ()
    touched: frozenset[int] = frozenset()
    """Places in the earlier file's lines that somebody wrote or changed."""
    replaced: frozenset[int] = frozenset()
    """Places in the new file's lines that stood in the earlier file until somebody changed or deleted them."""
    taken_quotes: frozenset[str] = frozenset()
    """Quotes that somebody took out of the earlier file."""


def _hands(then: _Report, now: _Report) -> _Hands:
    if then.stamp is None:
        return _Hands()
    written, found = then.stamp.lines, tuple(one.print for one in then.lines)
    spare = Counter(written) - Counter(found)
    """What the workbench wrote and is there no more. What was only moved is no change of words."""
    extra = Counter(found) - Counter(written)
    origins: dict[str, list[int]] = defaultdict(list)
    for place, one in enumerate(now.lines):
        origins[one.print].append(place)
    changes: list[HandChange] = []
    touched: set[int] = set()
    replaced: set[int] = set()
    for kind, start, end, begin, stop in SequenceMatcher(None, written, found).get_opcodes():
        if kind == "equal":
            continue
        gone = [origins[one].pop(0) if origins[one] else None for one in _some(written[start:end], spare)]
        mine = [place for place in range(begin, stop) if _take(found[place], extra)]
        touched.update(mine)
        replaced.update(place for place in gone if place is not None)
        known = [now.lines[place] for place in gone if place is not None]
        for place in mine:
            line = then.lines[place]
            before = known[0] if len(mine) == len(gone) == len(known) else _most_alike(line, known)
            if before is not None:
                known.remove(before)
            if line.quote and line.quote_id in now.quotes and not _says_otherwise(line, before):
                continue
            found_there = line.text or _("a picture")
            changes.append(HandChange(line.path, found_there, before.text if before else "", line.picture))
        changes += [HandChange(one.path, "", one.text, one.picture) for one in known]
    ids = {now.lines[place].quote_id for place in replaced} - {""}
    return _Hands(tuple(changes), frozenset(touched), frozenset(replaced), frozenset(ids))


def _some(prints: Sequence[str], spare: Counter[str]) -> list[str]:
    return [one for one in prints if _take(one, spare)]


def _take(one: str, counts: Counter[str]) -> bool:
    """Whether there is one left; it is then taken."""
    if counts[one] <= 0:
        return False
    counts[one] -= 1
    return True


def _says_otherwise(line: Line, before: Line | None) -> bool:
    """Whether somebody changed whom a quote is by, which stands in the same line."""
    return before is not None and level(line.rest) != level(before.rest)


def _most_alike(line: Line, others: Sequence[Line]) -> Line | None:
    rated = [(_likeness(line, one), -number) for number, one in enumerate(others[:_NEAREST])]
    best = max(rated, default=(0.0, 0))
    return others[-best[1]] if best[0] >= _ALIKE else None


def _likeness(one: Line, other: Line) -> float:
    if one.picture != other.picture:
        return 0.0
    if one.skeleton == other.skeleton:
        return 1.0
    return SequenceMatcher(None, one.text, other.text, autojunk=False).ratio()


def _quotes(then: _Report, now: _Report, approved: Mapping[str, str], hands: _Hands) -> Iterable[QuoteChange]:
    changed = {(line.quote_id, level(line.quote)) for place, line in enumerate(then.lines) if place in hands.touched}
    for id, texts in then.quotes.items():
        wanted = (approved[id],) if id in approved else now.quotes.get(id, ())
        if id not in now.quotes:
            continue
        for text in dict.fromkeys(texts):
            if level(text) not in map(level, wanted):
                by_hand = any(one == id and part in level(text) for one, part in changed)
                yield QuoteChange(id, text, wanted[0], by_hand)


def _changes(then: _Report, now: _Report, hands: _Hands) -> Iterable[LineChange]:
    """What changed underneath: the workbench's own lines then, against those now."""
    before = [one for place, one in enumerate(then.lines) if place not in hands.touched and one.rest]
    after = [one for place, one in enumerate(now.lines) if place not in hands.replaced and one.rest]
    groups: dict[tuple[str, ...], tuple[list[Line], list[Line]]] = defaultdict(lambda: ([], []))
    for side, every in ((0, before), (1, after)):
        for line in every:
            groups[(*line.group, line.quote_id, "picture" if line.picture else "")][side].append(line)
    pairs = [pair for earlier, later in groups.values() for pair in _pairs(earlier, later)]
    order = {id(line): place for place, line in enumerate((*after, *before))}
    pairs.sort(key=lambda pair: order[id(_shown(pair))])
    whole = _whole_rows(before, after, pairs)
    told = set()
    for earlier, later in pairs:
        line = _shown((earlier, later))
        row = (later is None, line.row)
        if row not in whole:
            yield LineChange(line.path, earlier.rest if earlier else "", later.rest if later else "", line.picture)
        elif row not in told:
            told.add(row)
            text = " | ".join(whole[row])
            yield LineChange(line.headings, text if later is None else "", "" if later is None else text)


def _shown(pair: _Pair) -> Line:
    """The line under whose headings a change is told."""
    line = pair[1] or pair[0]
    assert line is not None
    return line


def _pairs(earlier: Sequence[Line], later: Sequence[Line]) -> Iterable[_Pair]:
    """Lines of one group that differ, each beside what it was or became."""
    shared = Counter(one.same for one in earlier) & Counter(one.same for one in later)
    left, right = _without(earlier, shared), _without(later, shared)
    # A cell, a picture or a quote's source is what it is by its place, however different it reads.
    if len(left) == len(right) == 1 and (left[0].headings != left[0].path or left[0].quote_id or left[0].picture):
        yield left[0], right[0]
        return
    for one in left:
        became = _most_alike(one, right)
        if became is not None:
            right.remove(became)
        yield one, became
    yield from ((None, one) for one in right)


def _without(lines: Sequence[Line], shared: Counter[str]) -> list[Line]:
    left = Counter(shared)
    return [one for one in lines if not _take(one.same, left)]


def _whole_rows(
    before: Sequence[Line], after: Sequence[Line], pairs: Sequence[_Pair]
) -> dict[tuple[bool, int], list[str]]:
    """Rows of tables that are altogether gone (True) or new (False), by number, with the texts of their lines."""
    rows: dict[tuple[bool, int], list[str]] = defaultdict(list)
    for is_gone, every in ((True, before), (False, after)):
        for line in every:
            rows[is_gone, line.row].append(line.rest)
    single = Counter((pair[1] is None, _shown(pair).row) for pair in pairs if None in pair)
    return {row: texts for row, texts in rows.items() if row[1] and len(texts) > 1 and single[row] == len(texts)}
