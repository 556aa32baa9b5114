"""A sitting of review: which passage one is at, how far one is, and what may be seen.

Nothing here knows the screen; what each key says is in `answers`.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace

from workbench.errors import WorkbenchError
from workbench.i18n import _
from workbench.store import Source, answered_codes, read_before, suggestions
from workbench.tui.coding import PLAIN
from workbench.tui.desk import Desk
from workbench.tui.review.blind import Blind
from workbench.tui.review.case import Case
from workbench.tui.review.headway import Headway
from workbench.workflow.decide import DECISIONS
from workbench.workflow.explain import Explained
from workbench.workflow.order import At, Order
from workbench.workflow.pace import Pace
from workbench.workflow.review import Item, Review, item

AROUND = 3
"""Turns of context before and after a passage."""


class Sitting:
    """One person going through passages."""

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
        self.desk = desk
        self._clock = clock
        self.headway = Headway(Pace(since=clock()))
        self.blind = Blind()
        self.last_code = ""
        self.case: Case | None = None
        """The passage one is at; None when nothing is left, or all that is left is for later."""
        self.order = order
        self.changes = desk.changes
        """The desk's number of changes when one looked last: a greater one says that something changed elsewhere."""
        self.begin(chosen, order, first)

    def begin(
        self,
        chosen: Sequence[Source],
        order: Order = Order.TRANSCRIPT,
        first: Sequence[At] | None = None,
        *,
        stay: bool = False,
    ) -> None:
        """Begin again: over other sources, or in another order. In the same order, or asked to `stay`, one stays."""
        here = self.case.at if self.case is not None and (stay or order is self.order) else None
        self.order = order
        self._review = Review(self.desk.store, chosen, order, first=first, around=AROUND)
        if here is not None:
            self._review.go_to(here)
        self._count(chosen)
        self._take()

    def look_again(self, chosen: Sequence[Source]) -> None:
        """Something was changed elsewhere: stay where one is, unless that was decided or is gone."""
        before, self.changes = self.case, self.desk.changes
        self._review.look_again(chosen)
        self._count(chosen)
        here = next((one for one in chosen if before and one.revision == before.at[0]), None)
        now = item(self.desk.store, here, before.at[1], around=AROUND) if before and here else None
        if before is None or now is None or (now.decided and not before.item.decided):
            self._take()
        else:
            self._be_at(replace(self._found(now), marks=before.marks))

    # -- where one is

    @property
    def one(self) -> Case:
        """The passage one is at. Raises WorkbenchError where there is none."""
        if self.case is None:
            raise WorkbenchError(_("There is nothing left to decide here."))
        return self.case

    @property
    def open_still(self) -> Case:
        """The same. Raises WorkbenchError where it was decided blind, too: that stays as it is."""
        one = self.one
        if self.blind.settles(one.at):
            raise WorkbenchError(_("Decided blind, so it stays: u takes it back, B ends blind mode, Enter goes on."))
        return one

    def choose(self, at: int) -> None:
        """The suggestion (from 0) that more is told about."""
        self.case = self.one.choosing(at)

    def turn(self, name: str) -> None:
        """Another valence, strength or doubt of the next coding."""
        self.case = self.one.turned(name)

    def turn_blind(self) -> None:
        """Begin or end blind mode."""
        self.blind = self.blind.turned()
        self._be_at(self.case)

    def reveal(self) -> None:
        """Show what was suggested while it was hidden."""
        self.blind = self.blind.after_seeing(self.one.at)
        self._be_at(self.case)

    def explain(self, asked: object, found: tuple[Explained, ...]) -> bool:
        """Take what speaks for the suggestions that were asked about; whether those are still the ones shown."""
        wanted = self.case is not None and self.case.suggests == asked
        if self.case is not None and wanted:
            self.case = replace(self.case, explained=found)
        return wanted

    def refresh(self) -> bool:
        """Show what is suggested by now for a passage that has no answer yet; whether that is something else."""
        one = self.case
        if one is None or one.item.decided:
            return False
        shown = tuple(suggestions(self.desk.store, one.at[0], passage=one.at[1]).get(one.at[1], ()))
        if shown == one.shown:
            return False
        self._be_at(replace(self._found(replace(one.item, shown=shown)), marks=one.marks))
        return True

    # -- moving

    def decided(self, code: str = "") -> None:
        """The passage was decided, or decided on further, by setting a code or not: what is shown stays."""
        one, self.changes = self.one, self.desk.changes
        if one.at not in self.headway.done:
            self.headway = self.headway.after_deciding(one.at, self._clock())
        if one.hidden:
            self.blind = self.blind.after_deciding(one.at)
        if code:
            self.last_code, one = code, replace(one, marks=PLAIN)
        now = item(self.desk.store, one.item.source, one.item.passage.number, around=AROUND)
        found = self._found(replace(now, shown=one.shown))
        self._be_at(replace(one, item=found.item, answered=found.answered))

    def go_on(self) -> None:
        """To the next passage; undecided, this one is left for later."""
        self._review.go_on(self.one.item)
        self._take()

    def back(self) -> bool:
        """To the passage before, if there was one in this sitting."""
        returned = self._review.back(self.case.item if self.case else None)
        if returned:
            self._take()
        return returned

    def returned(self) -> Case | None:
        """To the passage of the decision that was taken back or put back just now, if it was one."""
        done = self.desk.taken_back
        if done is None or done.verb not in DECISIONS or not self._review.return_to(done):
            return None
        self._take()
        one = self.one
        if not one.item.decided:
            self.headway, self.blind = self.headway.after_taking_back(one.at), self.blind.after_taking_back(one.at)
        return one

    # -- the rest

    def _count(self, chosen: Sequence[Source]) -> None:
        read = {revision for revision, _codebook in read_before(self.desk.store)}
        unread = frozenset(one.revision for one in chosen if "suggest" in one.consent and one.revision not in read)
        self.headway = replace(self.headway, left_in=self._review.left_in(), unread=unread)

    def _take(self) -> None:
        """Be at the passage that is next."""
        self.changes = self.desk.changes
        one = self._review.current()
        self._be_at(None if one is None else self._found(one))

    def _found(self, one: Item) -> Case:
        """A passage as the store has it, with the first suggestion chosen that has no answer."""
        at = (one.passage.revision, one.passage.number)
        answered = answered_codes(self.desk.store, *at) | {coding.code for coding in one.codings}
        self.headway = self.headway.with_left(at[0], one.progress.left)
        found = Case(one, answered, read=at[0] not in self.headway.unread)
        return found.choosing(next(iter(found.unanswered), 0))

    def _be_at(self, one: Case | None) -> None:
        """Be at a passage, of which is seen what may be seen."""
        if one is not None and one.shown and not self.blind.on:
            self.blind = self.blind.after_seeing(one.at)
        self.case = None if one is None else replace(one, hidden=self.blind.hides(one.at))
