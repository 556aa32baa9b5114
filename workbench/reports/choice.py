"""Which quotes a report shows: the same project always gives the same ones.

Starred quotes come first, then approved ones. Then no municipality, and nobody, speaks twice while another could, staff
and young people take turns, and of what is left the strongest, the best length and the earliest place win.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from workbench.store import Quote

GOOD_LENGTH = 35
"""Words a quote in a report reads best with."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A quote that may be printed."""

    quote: Quote
    text: str
    """As printed: lightly edited by a person, or as said."""
    approved: bool
    """Somebody approved these words."""
    starred: bool
    young: bool

    @property
    def person(self) -> str:
        """Who says it: the participant, else the speaker of that source."""
        return self.quote.participant or f"{self.quote.source_id} {self.quote.speaker}"


@dataclass
class Used:
    """What a chapter has shown so far."""

    places: list[Quote] = field(default_factory=list)
    municipalities: Counter[str] = field(default_factory=Counter)
    people: Counter[str] = field(default_factory=Counter)
    sources: Counter[str] = field(default_factory=Counter)
    codes: Counter[str] = field(default_factory=Counter)

    def add(self, chosen: Candidate) -> None:
        self.places.append(chosen.quote)
        self.municipalities[chosen.quote.municipality_id] += 1
        self.people[chosen.person] += 1
        self.sources[chosen.quote.source_id] += 1
        self.codes[chosen.quote.code] += 1

    def shows(self, quote: Quote) -> bool:
        """Whether these words, or part of them, are in the chapter already."""
        return any(other.revision == quote.revision and other.place.overlap(quote.place) > 0 for other in self.places)


def choose(candidates: Iterable[Candidate], number: int, used: Used) -> tuple[Candidate, ...]:
    """Up to this many quotes, best first; `used` is brought up to date."""
    left = list(candidates)
    chosen: list[Candidate] = []
    while len(chosen) < number:
        left = [candidate for candidate in left if not used.shows(candidate.quote)]
        if not left:
            break
        best = min(left, key=lambda candidate: _rank(candidate, chosen, used))
        used.add(best)
        chosen.append(best)
    return tuple(chosen)


def _rank(candidate: Candidate, chosen: Sequence[Candidate], used: Used) -> tuple[object, ...]:
    quote = candidate.quote
    return (
        not candidate.starred,
        not candidate.approved,
        used.municipalities[quote.municipality_id],
        used.people[candidate.person],
        bool(chosen) and chosen[-1].young == candidate.young,
        used.codes[quote.code],
        used.sources[quote.source_id],
        -(quote.strength or 0),
        abs(len(candidate.text.split()) - GOOD_LENGTH),
        quote.source,
        quote.place,
        quote.code,
        quote.valence.value,
        quote.id,
    )
