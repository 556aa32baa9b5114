"""In which order passages come up for review."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from enum import StrEnum

from workbench.coverage import Cell, Coverage, State, main_codebook, tally
from workbench.i18n import _
from workbench.store import Scored, Source, Store, scores, undecided

At = tuple[str, int]
"""A revision's id and a passage's number in it."""
Rank = tuple[float, ...]
"""What comes first is smallest."""


class Order(StrEnum):
    """What comes first. Ties, and passages that an order says nothing about, come as in the transcripts."""

    TRANSCRIPT = "transcript"
    UNCERTAIN = "uncertain"
    """Where the surest suggestion is nearest to being as likely wrong as right: there a decision teaches most."""
    THIN = "thin"
    """Where something is suggested that the municipality has least of, what it asked for beforehand first of all."""

    @property
    def label(self) -> str:
        """What comes first, in the language spoken now."""
        return {
            Order.TRANSCRIPT: _("as it was said"),
            Order.UNCERTAIN: _("least sure first"),
            Order.THIN: _("thin places first"),
        }[self]


def ahead(store: Store, chosen: Sequence[Source], order: Order) -> list[At]:
    """The passages that this order puts before all others, dealt with or not."""
    if order is Order.TRANSCRIPT:
        return []
    suggested: dict[At, list[Scored]] = {}
    for one in scores(store):
        suggested.setdefault((one.revision, one.passage), []).append(one)
    sources = {source.revision: index for index, source in enumerate(chosen)}
    rank = _uncertainty if order is Order.UNCERTAIN else _thinness(store, chosen)
    ranked = {at: rank(several) for at, several in suggested.items() if at[0] in sources}
    early = [(found, sources[at[0]], at) for at, found in ranked.items() if found is not None]
    return [at for _rank, _source, at in sorted(early)]


class Undecided(dict[str, dict[int, None]]):
    """By revision the numbers of the passages that this person has not dealt with, read when they are asked for."""

    def __init__(self, store: Store) -> None:
        super().__init__()
        self._store = store

    def __missing__(self, revision: str) -> dict[int, None]:
        self[revision] = dict.fromkeys(undecided(self._store, revision))
        return self[revision]


def waiting(left: Undecided, chosen: Sequence[Source], first: Mapping[At, object]) -> Iterator[At]:
    """The passages of these sources that are undecided: those in `first`, then the rest as in the transcripts."""
    yield from (at for at in first if at[1] in left[at[0]])
    for source in chosen:
        yield from (at for number in left[source.revision] if (at := (source.revision, number)) not in first)


def _uncertainty(several: Sequence[Scored]) -> Rank:
    """How far the surest is from the middle. Confidences have four decimals: beyond those there is only noise."""
    return (round(abs(max(one.confidence for one in several) - 0.5), 4),)


def _thinness(store: Store, chosen: Sequence[Source]) -> Callable[[Sequence[Scored]], Rank | None]:
    """Ranks a passage by the thinnest focus area suggested in it, then by what has been said of the code itself.

    Only the codebook that coverage is about counts.
    """
    said = tally(store)
    book, areas, codes = main_codebook(store), _cells(said.by("area")), _cells(said.by("code"))
    where = {source.revision: source.municipality for source in chosen}

    def ranks(several: Sequence[Scored]) -> Iterator[Rank]:
        for one in several:
            area = areas.get((where[one.revision], one.area))
            code = codes.get((where[one.revision], one.code))
            # What was suggested from an earlier version of the codebook may have no cell any more.
            if one.codebook == book and area and code:
                thin = area.state is not State.OK
                yield (not (thin and area.prioritised), not thin, area.statements, code.statements)

    return lambda several: min(ranks(several), default=None)


def _cells(found: Coverage) -> dict[tuple[str, str], Cell]:
    return {(row.municipality.id, cell.column): cell for row in found.rows for cell in row.cells}
