"""Numbers of people as they may be printed: below k, neither the number nor a way to compute it.

An interview or a youth journey has one respondent, so how many there are tells how many people: such sources
follow the same rule, and where they are mixed with others no number of sources is given at all.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from workbench.model import SourceKind

ONE_PERSON = frozenset({SourceKind.INTERVIEW, SourceKind.YOUTH_JOURNEY})


@dataclass(frozen=True, slots=True)
class Count:
    """A number that may be hidden: exact, or only said to be below `below`, or only to be several."""

    exact: int | None = None
    below: int | None = None

    @staticmethod
    def of(number: int, k: int) -> "Count":
        """The number, unless it is from 1 to k - 1."""
        return Count(below=k) if 0 < number < k else Count(number)


SEVERAL = Count()
"""More than one; not how many."""


@dataclass(frozen=True, slots=True)
class SourceUse:
    """A source that something rests on, and the threshold its respondents are counted by."""

    id: str
    kind: SourceKind
    k: int


def count_sources(used: Iterable[SourceUse]) -> Count:
    """How many sources, as it may be printed."""
    every = {source.id: source for source in used}.values()
    alone = [source for source in every if source.kind in ONE_PERSON]
    thresholds = {source.k for source in alone}
    hidden = {k for k in thresholds if len([source for source in alone if source.k == k]) < k}
    if not hidden:
        return Count(len(every))
    # Beside a number of focus groups or of other interviews, a bound could be turned into the number.
    return Count(below=max(hidden)) if len(alone) == len(every) and hidden == thresholds else SEVERAL
