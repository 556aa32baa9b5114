"""Which groups of young people may be counted, so that no smaller group can be worked out from what is printed.

A group below k is never counted. Nor is one that becomes small by subtraction (differencing attacks: Hundepool et al.,
*Statistical Disclosure Control*, 2012, ch. 5): a municipality with k journeys has a report of its own, so a reader of
what holds for all municipalities knows those numbers and can take them away; and the young people of whom something is
not told are the whole less those of whom it is.

Not guarded against: two reports of different days, between which somebody's journey came in.
"""

from collections.abc import Collection
from dataclasses import dataclass
from typing import NamedTuple


class Young(NamedTuple):
    """A young person: pseudonyms are only looked at beside their municipality."""

    municipality: str
    participant: str


@dataclass(frozen=True, slots=True)
class Counting:
    """What may be told of groups within these young people."""

    everybody: frozenset[Young]
    k: int
    """The fewest that may be counted."""

    def may_tell(self, group: Collection[Young]) -> bool:
        """Whether something may be told of this group: neither it nor what other reports leave of it is small."""
        if len(group) < self.k:
            return False
        left = [one for one in group if not self._told_at_home(one.municipality, group)]
        return not self._small(len(left))

    def number(self, group: Collection[Young]) -> int | None:
        """How many they are; None where that may not be told. Then they may still be told of, as at least k."""
        others = [one for one in self.everybody if one not in group]
        left = [one for one in others if not self._numbered_at_home(one.municipality, group)]
        return len(group) if self.may_tell(group) and not self._small(len(left)) else None

    def _small(self, number: int) -> bool:
        return 0 < number < self.k

    def _told_at_home(self, municipality: str, group: Collection[Young]) -> bool:
        """Whether the report of this municipality alone tells of its part of the group."""
        alone = all(one.municipality == municipality for one in self.everybody)
        return not alone and sum(one.municipality == municipality for one in group) >= self.k

    def _numbered_at_home(self, municipality: str, group: Collection[Young]) -> bool:
        """Whether that report also tells how many they are."""
        here = [one for one in self.everybody if one.municipality == municipality]
        return self._told_at_home(municipality, group) and not self._small(sum(one not in group for one in here))
