"""How much was said, counted once for every municipality: by focus area, and by code."""

from dataclasses import dataclass

from workbench.coverage import Coverage, coverage
from workbench.store import Store


@dataclass(frozen=True, slots=True)
class Counted:
    """What the overview's numbers come from."""

    by_area: Coverage
    by_code: Coverage


def counted(store: Store) -> Counted:
    """Count: in a large project that takes longer than a key may."""
    return Counted(coverage(store), coverage(store, by="code"))
