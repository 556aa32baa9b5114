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
    dealt_with,
    is_dealt_with,
    last_reviewed,
    passage,
    quotes,
    row_of,
    sources,
    suggestions,
    turns_around,
    undo,
)
from workbench.workflow.decide import DECISIONS
from workbench.workflow.order import At, Order, Undecided, ahead, waiting


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

    def __init__(
        self,
        store: Store,
        chosen: Sequence[Source],
        order: Order = Order.TRANSCRIPT,
        *,
        first: Sequence[At] | None = None,
        around: int = 1,
    ) -> None:
        """`first` are the passages that the order puts first, where that was worked out before; `around`, how many
        turns before and after a passage are its context."""
        self._store = store
        self._around = around
        if order is Order.TRANSCRIPT:
            chosen = starting_with(chosen, last_reviewed(store))
        self._sources = {one.revision: one for one in chosen}
        early = ahead(store, chosen, order) if first is None else first
        self._first = {at: index for index, at in enumerate(at for at in early if at[0] in self._sources)}
        """The passages that come before all others, each with its place in line."""
        self._undecided = Undecided(store)
        self._trail: list[At] = []
        """Passages that were left in this sitting, in order."""
        self._skipped: set[At] = set()
        self._again: At | None = None
        """The passage that was returned to."""

    def left(self) -> int:
        """How many passages are undecided, skipped ones included."""
        return sum(self.left_in().values())

    def left_in(self) -> dict[str, int]:
        """The same by revision."""
        done = dealt_with(self._store)
        return {revision: one.passages - done.get(revision, 0) for revision, one in self._sources.items()}

    def current(self) -> Item | None:
        """The passage that was returned to, else the first that is undecided and not skipped."""
        if self._again is not None:
            return self._item(self._again)
        while (at := self._next()) is not None:
            one = self._item(at)
            if not one.decided:
                return one
            del self._undecided[at[0]][at[1]]
        return None

    def look_again(self, chosen: Sequence[Source]) -> None:
        """Something was changed elsewhere: go on over these sources as they are now, new ones last."""
        known = list(self._sources)
        places = {one.revision: known.index(one.revision) if one.revision in known else len(known) for one in chosen}
        self._sources = {one.revision: one for one in sorted(chosen, key=lambda one: places[one.revision])}
        self._undecided.clear()
        self._trail = [at for at in self._trail if at[0] in self._sources]
        self._again = None

    def go_to(self, at: At) -> None:
        """Turn to this passage, decided or not; does nothing where it lies outside this sitting."""
        if at[0] in self._sources:
            self._again = at

    def go_on(self, one: Item) -> None:
        """Leave a passage. Where it is undecided still, it is skipped for this sitting."""
        at = (one.passage.revision, one.passage.number)
        self._trail.append(at)
        self._skipped.add(at)  # of one that is decided, this says nothing
        self._again = None

    def back(self, one: Item | None) -> bool:
        """Return to the nearest passage before this one, or before the end, that was left in this sitting; if any."""
        before = [at for at in self._trail if at[0] in self._sources]
        if one is not None:
            here = self._comes((one.passage.revision, one.passage.number))
            before = [at for at in before if self._comes(at) < here]
        if not before:
            return False
        self._again = max(before, key=self._comes)
        return True

    def undo(self) -> Done | None:
        """Take back this person's newest command, if it was a decision, and return to its passage.

        Raises WorkbenchError when something done later depends on it.
        """
        done = undo(self._store, among=DECISIONS)
        if done is not None:
            self.return_to(done)
        return done

    def return_to(self, done: Done) -> bool:
        """Return to the passage of a decision that was taken back or put back; whether it was one."""
        for event in done.events:
            row = row_of(self._store, event)
            if event.entity in ("decision", "review_mark") and "revision" in row:
                self._again = (row["revision"], row["passage"])
                self._skipped.discard(self._again)
                self._undecided.pop(self._again[0], None)
                return True
        return False

    def _next(self) -> At | None:
        line = waiting(self._undecided, list(self._sources.values()), self._first)
        return next((at for at in line if at not in self._skipped), None)

    def _item(self, at: At) -> Item:
        return item(self._store, self._source(at[0]), at[1], around=self._around)

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


def item(store: Store, source: Source, number: int, *, around: int = 1) -> Item:
    """A passage of a source with `around` turns of context, suggestions and codings. Raises KeyError."""
    one = passage(store, source.revision, number)
    before: list[Line] = []
    after: list[Line] = []
    for turn in turns_around(store, source.revision, one.turn, by=around):
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
        shown=tuple(suggestions(store, source.revision, passage=number).get(number, ())),
        codings=tuple(quotes(store, source=source.id, layer=store.person, at=one.place)),
        decided=is_dealt_with(store, source.revision, number),
        progress=Progress(source.passages, dealt_with(store, revision=source.revision).get(source.revision, 0)),
    )
