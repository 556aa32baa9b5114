"""Codebooks, their focus areas and their codes as a list, of which parts can be folded away."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from workbench.codebook import Codebook

At = tuple[str, str]
"""A codebook's id, and a code's; that is empty for the codebook itself."""
NOWHERE: At = ("", "")


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the list."""

    at: At
    under: At
    """What it belongs to; nowhere for a codebook."""
    depth: int
    """0 for a codebook, 1 for a focus area, 2 for a code in one."""
    holds: bool
    """Whether others stand under it."""


@dataclass(frozen=True)
class Outline:
    """All entries in their order, and those whose codes are folded away."""

    entries: tuple[Entry, ...] = ()
    folded: frozenset[At] = frozenset()

    @staticmethod
    def of(books: Iterable[Codebook], folded: frozenset[At] = frozenset()) -> "Outline":
        """Everything in these codebooks."""
        return Outline(tuple(_entries(books)), folded)

    @cached_property
    def shown(self) -> tuple[Entry, ...]:
        """Those that are not folded away."""
        hiding, shown = set(self.folded), []
        for one in self.entries:
            if one.under in hiding:
                hiding.add(one.at)
            else:
                shown.append(one)
        return tuple(shown)

    @cached_property
    def _by_at(self) -> dict[At, Entry]:
        return {one.at: one for one in self.entries}

    def __contains__(self, at: object) -> bool:
        return at in self._by_at

    def entry(self, at: At) -> Entry:
        """The entry there. Raises KeyError where there is none."""
        return self._by_at[at]

    def place(self, at: At) -> int | None:
        """The number of an entry among those shown."""
        return next((number for number, one in enumerate(self.shown) if one.at == at), None)

    def fold(self, at: At) -> "Outline":
        """Without what stands under an entry."""
        return replace(self, folded=self.folded | {at})

    def unfold(self, at: At) -> "Outline":
        """With what stands under an entry."""
        return replace(self, folded=self.folded - {at})

    def reveal(self, at: At) -> "Outline":
        """With the entry among those shown."""
        above = set()
        while (at := self.entry(at).under) != NOWHERE:
            above.add(at)
        return replace(self, folded=self.folded - above)


def _entries(books: Iterable[Codebook]) -> Iterator[Entry]:
    for book in books:
        top = (book.id, "")
        yield Entry(top, NOWHERE, 0, bool(book.codes))
        for area in book.areas:
            own, under = (book.id, area.id), book.children(area.id)
            yield Entry(own, top, 1, bool(under))
            yield from (Entry((book.id, code.id), own, 2, False) for code in under)
