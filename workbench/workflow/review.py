"""Review: going through passages one by one, deciding each, stopping and going on where one stopped."""

from collections.abc import Sequence
from dataclasses import dataclass

from workbench.model import TalkRole
from workbench.store import (
    Done,
    Progress,
    Quote,
    SaidPassage,
    Shown,
    Source,
    Store,
    last_reviewed,
    passage,
    progress,
    quotes,
    row_of,
    sources,
    suggestions,
    turns_around,
    undecided,
    undo,
)
from workbench.workflow.decide import DECISIONS
from workbench.workflow.order import At, Order, ahead, waiting


@dataclass(frozen=True, slots=True)
class Line:
    """A turn beside the passage, as context."""

    speaker: str
    text: str
    interviewer: bool


@dataclass(frozen=True, slots=True)
class Item:
    """A passage to decide, with all that is needed to decide it."""

    source: Source
    passage: SaidPassage
    before: tuple[Line, ...]
    """The turns before it, and the part of its own turn before it."""
    after: tuple[Line, ...]
    shown: tuple[Shown, ...]
    codings: tuple[Quote, ...]
    """This person's codings that touch it."""
    decided: bool
    """Whether this person has dealt with it before."""
    progress: Progress
    """This person's way through the source."""


class Review:
    """One sitting over some sources. Everything decided is in the store at once; the sitting only knows where it is.

    The order is that of the transcripts, from the source this person stopped in, unless another is asked for: that
    one is settled when the sitting begins, lest the way back change under one's feet. A passage that was skipped
    comes back in the next sitting.
    """

    def __init__(self, store: Store, chosen: Sequence[Source], order: Order = Order.TRANSCRIPT) -> None:
        self._store = store
        if order is Order.TRANSCRIPT:
            chosen = starting_with(chosen, last_reviewed(store))
        self._sources = {one.revision: one for one in chosen}
        self._first = {at: index for index, at in enumerate(ahead(store, chosen, order))}
        """The passages that come before all others, each with its place in line."""
        self._trail: list[At] = []
        """Passages that were left in this sitting, in order."""
        self._skipped: set[At] = set()
        self._again: At | None = None
        """The passage that was returned to."""

    def left(self) -> int:
        """How many passages are undecided, skipped ones included."""
        return sum(len(undecided(self._store, revision)) for revision in self._sources)

    def current(self) -> Item | None:
        """The passage that was returned to, else the first that is undecided and not skipped."""
        if self._again is not None:
            revision, number = self._again
            return item(self._store, self._source(revision), number)
        for revision, number in waiting(self._store, list(self._sources.values()), list(self._first)):
            if (revision, number) not in self._skipped:
                return item(self._store, self._source(revision), number)
        return None

    def go_on(self, one: Item) -> None:
        """Leave a passage. Where it is undecided still, it is skipped for this sitting."""
        at = (one.passage.revision, one.passage.number)
        self._trail.append(at)
        self._skipped.add(at)  # of one that is decided, this says nothing
        self._again = None

    def back(self, one: Item) -> bool:
        """Return to the nearest passage before this one that was left in this sitting; whether there was any."""
        here = (one.passage.revision, one.passage.number)
        before = [at for at in self._trail if self._comes(at) and self._comes(at) < self._comes(here)]
        if not before:
            return False
        self._again = max(before, key=self._comes)
        return True

    def undo(self) -> Done | None:
        """Take back this person's newest command, if it was a decision, and return to its passage.

        Raises WorkbenchError when something done later depends on it.
        """
        done = undo(self._store, among=DECISIONS)
        for event in done.events if done else ():
            row = row_of(self._store, event)
            if event.entity in ("decision", "review_mark") and "revision" in row:
                self._again = (row["revision"], row["passage"])
                self._skipped.discard(self._again)
                break
        return done

    def _comes(self, at: At) -> tuple[int, ...]:
        """Where a passage stands in this sitting; empty, which is before everything, where it lies outside."""
        if at[0] not in self._sources:
            return ()
        return (self._first.get(at, len(self._first)), list(self._sources).index(at[0]), at[1])

    def _source(self, revision: str) -> Source:
        """The source of a passage that was returned to, which may lie outside this sitting."""
        if revision in self._sources:
            return self._sources[revision]
        return next(one for one in sources(self._store) if one.revision == revision)


def starting_with(chosen: Sequence[Source], revision: str | None) -> list[Source]:
    """The sources in order, from the one somebody stopped in."""
    at = next((index for index, one in enumerate(chosen) if one.revision == revision), 0)
    return [*chosen[at:], *chosen[:at]]


def item(store: Store, source: Source, number: int) -> Item:
    """A passage of a source with its context, suggestions and codings. Raises KeyError."""
    one = passage(store, source.revision, number)
    before: list[Line] = []
    after: list[Line] = []
    for turn in turns_around(store, source.revision, one.turn, by=1):
        interviewer = turn["talk_role"] == TalkRole.INTERVIEWER
        if turn["number"] != one.turn:
            line = Line(turn["speaker"], turn["text"], interviewer)
            (before if turn["number"] < one.turn else after).append(line)
            continue
        at = one.place.start - turn["start"]
        for side, text in ((before, turn["text"][:at]), (after, turn["text"][at + len(one.place) :])):
            if text.strip():
                side.append(Line(turn["speaker"], text.strip(), interviewer))
    return Item(
        source=source,
        passage=one,
        before=tuple(before),
        after=tuple(after),
        shown=tuple(suggestions(store, source.revision).get(number, ())),
        codings=tuple(
            quote for quote in quotes(store, source=source.id, layer=store.person) if quote.place.overlap(one.place)
        ),
        decided=number not in undecided(store, source.revision),
        progress=progress(store, source.revision),
    )
