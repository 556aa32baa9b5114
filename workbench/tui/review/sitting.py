"""A sitting of review: which passage, what is answered there, what the next coding will say, what may be seen.

Nothing here knows the screen. What is refused is raised as a WorkbenchError; what was done is answered in a sentence.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace

from workbench.errors import WorkbenchError
from workbench.i18n import _, ngettext
from workbench.store import Shown, Source, answered_codes, read_before
from workbench.tui.coding import PLAIN
from workbench.tui.desk import Desk
from workbench.workflow.decide import DECISIONS
from workbench.workflow.explain import Explained
from workbench.workflow.order import At, Order
from workbench.workflow.pace import Pace
from workbench.workflow.review import Item, Review, item

AROUND = 3
"""Turns of context before and after a passage."""


class Sitting:
    """One person going through passages. What is suggested for a passage stays as it was first shown.

    In blind mode suggestions are hidden until the person has decided; what was decided blind then stays as it is
    until it is taken back or blind mode ends, so that it can be compared with what others found.
    """

    def __init__(
        self,
        desk: Desk,
        chosen: Sequence[Source],
        clock: Callable[[], float],
        order: Order = Order.TRANSCRIPT,
        first: Sequence[At] | None = None,
    ) -> None:
        """Begin over these sources in an order; `first` are the passages it puts first, where that is known.

        `clock` tells seconds and only goes forward.
        """
        self._desk = desk
        self._clock = clock
        self._pace = Pace(since=clock())
        self._done: set[At] = set()
        """Passages decided in this sitting."""
        self._seen: set[At] = set()
        """Passages whose suggestions were in sight."""
        self._blindly: set[At] = set()
        """Passages decided blind in this sitting."""
        self.blind = False
        self.marks = PLAIN
        """What the next coding says beside its code."""
        self.last_code = ""
        self.item: Item | None = None
        self.order = order
        self.begin(chosen, order, first)

    def begin(
        self, chosen: Sequence[Source], order: Order = Order.TRANSCRIPT, first: Sequence[At] | None = None
    ) -> None:
        """Begin again: over other sources, or in another order; in the same order one stays where one is."""
        here = self.here if self.item is not None and order is self.order else None
        self.order = order
        self._review = Review(self._desk.store, chosen, order, first=first, around=AROUND)
        if here is not None:
            self._review.go_to(here)
        self._count(chosen)
        self._take(self._review.current())

    def look_again(self, chosen: Sequence[Source]) -> None:
        """Something was changed elsewhere: stay where one is, unless that was decided or is gone."""
        before, marks = self.item, self.marks
        self._review.look_again(chosen)
        self._count(chosen)
        here = next((one for one in chosen if before and one.revision == before.passage.revision), None)
        if before is None or here is None:
            self._take(self._review.current())
            return
        now = item(self._desk.store, here, before.passage.number, around=AROUND)
        if before.decided or not now.decided:
            self._take(now)
            self.marks = marks
        else:
            self._take(self._review.current())

    # -- where one is

    @property
    def shown(self) -> tuple[Shown, ...]:
        """What is suggested here; also while it is hidden."""
        return self.item.shown if self.item else ()

    @property
    def here(self) -> At:
        """The passage one is at."""
        one = self._one.passage
        return one.revision, one.number

    @property
    def hidden(self) -> bool:
        """Whether what is suggested here may not be seen yet."""
        return self.blind and self.item is not None and self.here not in self._seen

    @property
    def unanswered(self) -> list[int]:
        """Which suggestions (from 0) have no answer yet."""
        return [at for at, one in enumerate(self.shown) if one.suggestion.code not in self.answered]

    @property
    def left(self) -> int:
        """How many passages are undecided, those left for later included."""
        return sum(self._left.values())

    @property
    def per_hour(self) -> int | None:
        """The pace of this sitting; None while there is none."""
        return self._pace.per_hour(len(self._done))

    @property
    def was_read(self) -> bool:
        """Whether this source was read for suggestions at all."""
        return self.item is not None and self.here[0] not in self._unread

    @property
    def unread(self) -> int:
        """How many sources with undecided passages might be read for suggestions, and were not."""
        return sum(self._left.get(revision, 0) > 0 for revision in self._unread)

    # -- deciding

    def accept(self, number: int) -> str:
        """Accept a suggestion, counted from 1."""
        one = self._in_sight()
        if number > len(one.shown):
            said = ngettext(
                "There is only {n} suggestion here.", "There are only {n} suggestions here.", len(one.shown)
            )
            raise WorkbenchError(
                said.format(n=len(one.shown)) if one.shown else _("Nothing is suggested here; c sets a code.")
            )
        suggested, marks = one.shown[number - 1], self.marks
        said = self._desk.accept(
            one.source, one.passage, suggested, shown=one.shown, valence=marks.valence, strength=marks.strength,
            doubt=marks.doubt,
        )  # fmt: skip
        return self._coded(suggested.suggestion.code, said)

    def reject(self, *, only: bool = False) -> str:
        """Reject every suggestion that has no answer yet, or only the chosen one."""
        one = self._in_sight()
        rejected = [one.shown[at] for at in self.unanswered if not only or at == self.chosen]
        if not rejected:
            raise WorkbenchError(_("There is nothing to reject here; n says that no code fits."))
        said = self._desk.reject(one.source, one.passage, rejected, shown=one.shown)
        self._reread()
        return self._not_answered() if self.unanswered else self._on(said)

    def no_code(self) -> str:
        """Say that no code fits."""
        one = self._open_still()
        if one.codings:
            raise WorkbenchError(_("You have set a code here already; u takes it back, Enter goes on."))
        if self.marks.doubt:
            self.marks = replace(self.marks, doubt=False)
            raise WorkbenchError(_("A doubt belongs to a code; n once more says that no code fits."))
        blind = self.hidden
        said = self._desk.no_code(one.source, one.passage, shown=one.shown, blind=blind)
        self._reread()
        if not blind:
            return self._on(said)
        self._blindly.add(self.here)
        return f"{said} · {self._reveal()}" if one.shown else self._on(said)

    def set_code(self, code: str) -> str:
        """Set any code. Blind, one stays for another code, or for Enter."""
        one, marks, blind = self._open_still(), self.marks, self.hidden
        said = self._desk.set_code(
            one.source, one.passage.place, self._desk.by_code[code], passage=one.passage, shown=one.shown,
            valence=marks.valence, strength=marks.strength, doubt=marks.doubt, contrary=marks.contrary, blind=blind,
        )  # fmt: skip
        if not blind:
            return self._coded(code, said)
        self._blindly.add(self.here)
        self.last_code, self.marks = code, PLAIN
        self._reread()
        return f"{said} · " + (_("Enter shows what was suggested.") if one.shown else _("Enter goes on."))

    def enter(self) -> str:
        """Show what was suggested where that was hidden, else go on; undecided, the passage is left for later."""
        one = self._one
        if self.hidden and one.decided and one.shown:
            return self._reveal()
        return self._on("" if one.decided else _("→ later: passage {number}").format(number=one.passage.number))

    def turn(self, name: str) -> None:
        """Another valence, strength or doubt of the next coding."""
        self.marks = self.marks.turned(name)

    # -- moving

    def choose(self, at: int) -> None:
        """The suggestion (from 0) that more is told about."""
        if self.shown:
            self.chosen = at % len(self.shown)

    def back(self) -> str:
        """Return to the passage before."""
        if not self._review.back(self.item):
            raise WorkbenchError(_("This is the first passage of this sitting; u takes back decisions made before it."))
        self._take(self._review.current())
        return ""

    def undo(self) -> str:
        """Take back what was done last, whatever it was; after a decision one is at its passage again."""
        said = self._desk.undo()
        if self._returned():
            self._take(self._review.current())
            if not self._one.decided:
                self._done.discard(self.here)
                self._blindly.discard(self.here)
        return said

    def redo(self) -> str:
        """Put back what was taken back last, and go on from its passage."""
        said = self._desk.redo()
        if self._returned():
            self._take(self._review.current())
            if self._one.decided:
                self._done.add(self.here)
                return self._on(said)
        return said

    def turn_blind(self) -> str:
        """Begin or end blind mode."""
        self.blind = not self.blind
        if not self.blind:
            self._see()
            return _("Suggestions are shown again.")
        if self.item is None or self.hidden:
            return _("Blind: suggestions are hidden until you have decided.")
        return _("Blind from the next passage on: what is suggested here you have seen.")

    # -- the rest

    @property
    def _one(self) -> Item:
        if self.item is None:
            raise WorkbenchError(_("There is nothing left to decide here."))
        return self.item

    def _open_still(self) -> Item:
        one = self._one
        if self.blind and self.here in self._blindly and not self.hidden:
            raise WorkbenchError(_("Decided blind, so it stays: u takes it back, B ends blind mode, Enter goes on."))
        return one

    def _in_sight(self) -> Item:
        one = self._open_still()
        if self.hidden:
            raise WorkbenchError(_("Suggestions are hidden: decide with c or n first, or show them with B."))
        return one

    def _coded(self, code: str, said: str) -> str:
        self.last_code, self.marks = code, PLAIN
        self._reread()
        return self._not_answered() if self.unanswered else self._on(said)

    def _not_answered(self) -> str:
        at = self.unanswered[0]
        self.chosen = at
        return _("{number} ({name}) is not answered: {number} accepts, x rejects, Enter leaves it.").format(
            number=at + 1, name=self._desk.name(self.shown[at].suggestion.code)
        )

    def _reveal(self) -> str:
        self._see()
        return _("This was suggested; Enter goes on.")

    def _see(self) -> None:
        if self.shown:
            self._seen.add(self.here)

    def _on(self, said: str) -> str:
        self._review.go_on(self._one)
        self._take(self._review.current())
        return said

    def _count(self, chosen: Sequence[Source]) -> None:
        self._left = self._review.left_in()
        read = {revision for revision, _codebook in read_before(self._desk.store)}
        self._unread = {one.revision for one in chosen if "suggest" in one.consent and one.revision not in read}

    def _returned(self) -> bool:
        done = self._desk.taken_back
        if done is None or done.verb not in DECISIONS:
            return False
        return self._review.return_to(done)

    def _reread(self) -> None:
        """The passage was decided, or decided on further: what is shown stays."""
        one = self._one
        now = item(self._desk.store, one.source, one.passage.number, around=AROUND)
        if self.here not in self._done:
            self._done.add(self.here)
            self._pace = self._pace.decided(self._clock())
        self._look(replace(now, shown=one.shown))

    def _take(self, one: Item | None) -> None:
        self.explained: tuple[Explained, ...] | None = None
        """What else speaks for each suggestion, as soon as that is worked out."""
        self.marks = PLAIN
        self._look(one)
        self.chosen = next(iter(self.unanswered), 0)
        if not self.blind:
            self._see()

    def _look(self, one: Item | None) -> None:
        self.item = one
        self.changes = self._desk.changes
        """The desk's number of changes when one looked last: a greater one says that something changed elsewhere."""
        self.answered = frozenset[str]()
        """Codes that need no answer here any more."""
        if one is not None:
            self.answered = answered_codes(self._desk.store, *self.here) | {coding.code for coding in one.codings}
            if one.passage.revision in self._left:
                self._left[one.passage.revision] = one.progress.left
