"""Transcripts laid out as a table: a column with who speaks, one with the words, perhaps one with the time."""

import re
from collections import Counter

from workbench.exchange.clock import CLOCK, seconds
from workbench.exchange.page import Page, Said, Table
from workbench.exchange.shapes.asked import Asked

_TIME = re.compile(rf"[\[(#]?({CLOCK})[\])#]?")
_HEADS = frozenset(
    {"taler", "speaker", "hvem", "navn", "name", "tid", "time", "tekst", "text", "replik", "udsagn", "nr", "#"}
)
_LONGEST = 60


def score(page: Page, asked: Asked) -> float:
    """The share of the page's words that stand in the words column of tables with a column of names."""
    beside = sum(len(line.split()) for line in page.lines)
    inside = sum(len(one.text.split()) for one in read(page, asked))
    return 0.95 * inside / (inside + beside) if inside else 0.0


def read(page: Page, asked: Asked) -> list[Said]:
    """The rows that say anything; a row without a name goes on with the one before it."""
    return [one for table in page.tables for one in _rows(table)]


def _rows(table: Table) -> list[Said]:
    rows = [tuple(" ".join(cell.split()) for cell in row) for row in table]
    if rows and all(cell.casefold().rstrip(":.") in _HEADS for cell in rows[0] if cell):
        rows = rows[1:]
    width = max((len(row) for row in rows), default=0)
    if width < 2 or len(rows) < 2:
        return []
    columns = [[row[at] if at < len(row) else "" for row in rows] for at in range(width)]
    words = max(range(width), key=lambda at: sum(map(len, columns[at])))
    times = next((at for at in range(width) if at != words and _are_times(columns[at])), None)
    names = next((at for at in range(width) if at not in (words, times) and _is_names(columns[at])), None)
    if names is None:
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


def _are_times(column: list[str]) -> bool:
    filled = [cell for cell in column if cell]
    return bool(filled) and sum(_TIME.fullmatch(cell) is not None for cell in filled) > 0.8 * len(filled)


def _is_names(column: list[str]) -> bool:
    """Short cells that say the same few things again, and not just numbers."""
    filled = [_TIME.sub("", cell).strip() for cell in column if cell]
    if (
        not filled
        or any(len(cell) > _LONGEST for cell in filled)
        or all(cell.rstrip(".").isdecimal() for cell in filled)
    ):
        return False
    return len(Counter(filled)) <= max(2, len(filled) / 2)
