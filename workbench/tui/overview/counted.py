"""How much was said and how far every source is, counted once for all: no key waits for it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from workbench.coverage import Coverage, tally
from workbench.store import Source, Standing, Store, sources, standings

Stood = tuple[Source, Standing]


@dataclass(frozen=True, slots=True)
class Counted:
    """What the overview's numbers come from: by focus area, by code, and by source."""

    by_area: Coverage
    by_code: Coverage
    sources: Mapping[str, Sequence[Stood]]
    """By the id of the municipality, those with most left first."""


def counted(store: Store) -> Counted:
    """Count: in a large project that takes longer than a key may."""
    far, within = standings(store), dict[str, list[Stood]]()
    for one in sources(store):
        within.setdefault(one.municipality, []).append((one, far[one.id]))
    for several in within.values():
        several.sort(key=lambda pair: pair[1].dealt_with - pair[1].passages)
    said = tally(store)
    return Counted(said.by("area"), said.by("code"), within)
