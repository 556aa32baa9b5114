"""How the codes fare in this project: how much they are used, and what this person said to their suggestions."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from workbench.coverage import coverage
from workbench.store import Store, current_codebooks
from workbench.tui.codebook.outline import At
from workbench.workflow.quality import Counts, measured


@dataclass(frozen=True, slots=True)
class Use:
    """How much a code is used, by what reports count."""

    statements: int = 0
    municipalities: int = 0


@dataclass(frozen=True, slots=True)
class Fare:
    """What is known of one code in this project."""

    use: Use
    answers: Counts
    """What this person said to its suggestions."""
    silenced: bool
    pinned: int
    """The digit it is on; 0 when it is on none."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of all codes."""

    uses: Mapping[At, Use] = field(default_factory=dict)
    """A focus area's with those of its codes."""
    answers: Mapping[str, Counts] = field(default_factory=dict)
    silenced: frozenset[str] = frozenset()

    def of(self, at: At, pinned: int) -> Fare:
        """What is known of one code."""
        code = at[1]
        return Fare(self.uses.get(at, Use()), self.answers.get(code, Counts()), code in self.silenced, pinned)


def facts(store: Store) -> Facts:
    """Read how the codes fare."""
    known = measured(store)
    return Facts(dict(_used(store)), {one.code: one.whole for one in known.codes}, frozenset(known.silenced))


def _used(store: Store) -> Iterator[tuple[At, Use]]:
    for book in current_codebooks(store):
        here: dict[str, list[tuple[str, int]]] = {}
        for row in coverage(store, by="code", codebook=book.id).rows:
            for one in row.cells:
                if one.statements:
                    for code in {one.column, book.code(one.column).area}:
                        here.setdefault(code, []).append((row.municipality.id, one.statements))
        for code, told in here.items():
            yield (book.id, code), Use(sum(n for _where, n in told), len({where for where, _n in told}))
