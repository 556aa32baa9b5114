"""Transcripts laid out as a table: a column with who speaks, one with the words, perhaps one with the time."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from workbench.exchange.clock import CLOCK, seconds
from workbench.exchange.page import Page, Said, Table
from workbench.exchange.shapes.asked import Asked

_TIME = re.compile(rf"[\[(#]?({CLOCK})[\])#]?")
_SPEAKERS = frozenset({"taler", "speaker", "hvem"})
_NAMES = _SPEAKERS | {"navn", "name"}
_TIMES = frozenset({"tid", "time", "tidspunkt", "start"})
_WORDS = frozenset({"tekst", "text", "replik", "udsagn"})
_HEADS = _NAMES | _TIMES | _WORDS | {"nr", "#"}
_LONGEST = 60


def score(page: Page, asked: Asked) -> float:
    """The share of the page's words that stand in the words column of tables with a column of names."""
    beside = sum(len(line.split()) for line in page.lines)
    inside = sum(len(one.text.split()) for one in read(page, asked))
    return 0.95 * inside / (inside + beside) if inside else 0.0


def read(page: Page, asked: Asked) -> list[Said]:
    """The rows that say anything; a row without a name goes on with the one before it."""
    return [one for table in page.tables for one in _rows(table)]


def names_speakers(page: Page) -> bool:
    """Whether a table says in its headings that it is a transcript: a column of speakers, and nothing foreign."""
    return any(_is_head(table[0]) and _SPEAKERS & set(map(_head, table[0])) for table in page.tables if table)


def _is_head(row: Sequence[str]) -> bool:
    return all(_head(cell) in _HEADS for cell in row if cell.strip())


def _head(cell: str) -> str:
    return " ".join(cell.split()).casefold().rstrip(":.")


def _rows(table: Table) -> list[Said]:
    rows = [tuple(" ".join(cell.split()) for cell in row) for row in table]
    heads = tuple(map(_head, rows[0])) if rows and _is_head(rows[0]) else ()
    rows = rows[1:] if heads else rows
    width = max((len(row) for row in rows), default=0)
    if width < 2 or len(rows) < 2:
        return []
    columns = [[row[at] if at < len(row) else "" for row in rows] for at in range(width)]
    times = _headed(heads, _TIMES, (at for at in range(width) if _are_times(columns[at])))
    others = sorted((at for at in range(width) if at != times), key=lambda at: (_spoken(columns[at]), at))
    words = _headed(heads, _WORDS, reversed(others))
    names = _headed(heads, _NAMES, (at for at in range(width) if at not in (words, times) and _is_names(columns[at])))
    if names is None or words is None or names == words:
        return []
    said: list[Said] = []
    label = ""
    for row in zip(*columns, strict=True):
        name, clock = row[names], row[times] if times is not None else ""
        if inner := _TIME.search(name):  # name and time in one cell
            name, clock = f"{name[: inner.start()]} {name[inner.end() :]}", inner[0]
        label = " ".join(name.split()).rstrip(":").strip() or label
        at = _TIME.fullmatch(clock)
        if row[words]:
            said.append(Said(label, row[words], seconds(at[1]) if at else None))
    return said


def _headed(heads: Sequence[str], meant: frozenset[str], alike: Iterable[int]) -> int | None:
    """The column with such a heading, else the first that looks like it."""
    return next((at for at, head in enumerate(heads) if head in meant), next(iter(alike), None))


def _spoken(column: list[str]) -> int:
    return sum(len(cell.split()) for cell in column)


def _are_times(column: list[str]) -> bool:
    filled = [cell for cell in column if cell]
    return bool(filled) and sum(_TIME.fullmatch(cell) is not None for cell in filled) > 0.8 * len(filled)


def _is_names(column: list[str]) -> bool:
    """Short cells that say the same few things again, and not just numbers."""
    filled = [_TIME.sub("", cell).strip(" :") for cell in column if cell]
    if (
        not filled
        or any(len(cell) > _LONGEST for cell in filled)
        or all(cell.rstrip(".").isdecimal() for cell in filled)
    ):
        return False
    return len(Counter(filled)) <= max(2, len(filled) / 2)
