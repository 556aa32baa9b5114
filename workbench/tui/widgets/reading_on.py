"""Rows that are read as somebody comes near them."""

from collections.abc import Iterable, Iterator
from itertools import chain, islice
from typing import Generic, TypeVar

Row = TypeVar("Row")
PAGE = 100
"""Rows read at once."""


class ReadOn(Generic[Row]):
    """What was read so far, and where the rest comes from."""

    def __init__(self, rows: Iterable[Row] = (), to: int = 0) -> None:
        """Read up to this row, and a page on."""
        self._rest = iter(rows)
        self._read = list(islice(self._rest, to + 1 + PAGE))

    def __len__(self) -> int:
        return len(self._read)

    def __getitem__(self, row: int) -> Row:
        return self._read[row]

    def __iter__(self) -> Iterator[Row]:
        return iter(self._read)

    def every(self) -> Iterator[Row]:
        """All of them, read or not; it can be asked once."""
        return chain(self._read, self._rest)

    def near(self, row: int) -> bool:
        """Read another page where this row is near the end of what was read; whether there was one."""
        page = list(islice(self._rest, PAGE)) if row > len(self._read) - PAGE // 2 else []
        self._read += page
        return bool(page)
