"""Setting codes, and answering what is suggested: each by one key."""

from bisect import bisect_right
from collections.abc import Iterator
from functools import partial
from itertools import chain

from workbench.i18n import _
from workbench.store import SaidPassage, Shown, next_suggested, passage, passages
from workbench.tui.coding.marks import PLAIN
from workbench.tui.coding.showing import Showing
from workbench.tui.widgets.beside import Beside
from workbench.tui.widgets.code_picker import CodePicker
from workbench.tui.widgets.pin import DIGITS, PinScreen, pinned_on


class Deciding(Showing):
    """Codes on what is chosen, else on the sentence; answers to the suggestion at hand."""

    def _set(self, code: str) -> None:
        """Set a code on what is chosen, else on the sentence."""
        if code not in self.desk.by_code:
            self.say(_("There is no code on that key yet: p puts one there."), error=True)
            return
        opened, place, said = self.open_source, self.text.here, self._next
        met = passages(self.desk.store, opened.source.revision, at=place)
        if self.attempt(
            lambda: self.desk.set_code(
                opened.source, place, self.desk.by_code[code], passage=met[0] if met else None, valence=said.valence,
                strength=said.strength, doubt=said.doubt, contrary=said.contrary,
            )
        ):  # fmt: skip
            self._coded_now(code)

    def _coded_now(self, code: str) -> None:
        self._last_code, self._next = code, PLAIN
        self.text.action_clear()
        self._look()

    def _on_digit(self, digit: int) -> None:
        pinned = self.workbench.last.pinned
        self._set(pinned[digit - 1] if digit <= len(pinned) else "")

    def action_pick(self) -> None:
        def take(code: str | None) -> None:
            if code is not None:
                self._set(code)

        self.workbench.push_screen(CodePicker(self.desk), take)

    def action_again(self) -> None:
        if self._last_code:
            self._set(self._last_code)
        else:
            self.say(_("Nothing was coded in this sitting yet."))

    def action_pin(self) -> None:
        code = self._at_hand.code if self._at_hand else self._last_code
        if not code:
            self.say(_("Go to a coding first, or set a code: that one is pinned."))
            return

        def pin(digit: int | None) -> None:
            if digit is not None:
                self.workbench.last = self.workbench.last.at(pinned=pinned_on(self.workbench.last.pinned, code, digit))
                self._look()

        names = [self.desk.name(one) for one in self.workbench.last.pinned]
        self.workbench.push_screen(PinScreen(self.desk.name(code), names), pin)

    def action_accept(self) -> None:
        one = self._offer.at_hand
        if one is None or not self._offer.left:
            self.say(_("Nothing is left to accept here: ⇥ goes to the next suggestion."))
            return
        opened, desk, said = self.open_source, self.desk, self._next
        read, chosen = self._passage_read(), self.text.selection
        place = chosen if chosen is not None and chosen.overlap(read.place) else read.place
        code = desk.by_code[one.suggestion.code]
        if place == read.place and said.strength is None and not said.contrary:
            change = partial(
                desk.accept, opened.source, read, one, shown=self._offer.shown, valence=said.valence, doubt=said.doubt
            )
        else:
            change = partial(
                desk.set_code, opened.source, place, code, passage=read, valence=said.valence, strength=said.strength,
                doubt=said.doubt, contrary=said.contrary,
            )  # fmt: skip
        if self.attempt(change):
            self._coded_now(code.code)
            self._go_on()

    def action_reject(self) -> None:
        self._reject([self._offer.at_hand] if self._offer.at_hand and self._offer.left else [])

    def action_reject_all(self) -> None:
        self._reject(self._offer.left)

    def _reject(self, several: list[Shown]) -> None:
        if not several:
            self.say(_("Nothing is left to reject here; n says that no code fits."))
        elif self.attempt(
            lambda: self.desk.reject(self.open_source.source, self._passage_read(), several, shown=self._offer.shown)
        ):
            self._go_on()

    def action_no_code(self) -> None:
        if self._offer.passage is None:
            self.say(_("Only the interviewer speaks there."), error=True)
        elif self.attempt(
            lambda: self.desk.no_code(self.open_source.source, self._passage_read(), shown=self._offer.shown)
        ):
            self._go_on(passed=True)

    def action_next(self) -> None:
        after = self._offer.next()
        if after is not None:
            self._offer = after
            self._look()
        elif not self._to_next():
            self.say(_("Nothing else is suggested in this source that you have not dealt with."))
            return
        if self._offer.at_hand is not None and not self.query_one(Beside).display:
            one = self._offer.at_hand.suggestion
            said = _("Suggested: {code}, {level}. y accepts, x rejects.")
            self.say(said.format(code=self.desk.name(one.code), level=one.level.label))

    def _go_on(self, *, passed: bool = False) -> None:
        """To the next suggestion that has no answer, in this passage unless that is done with."""
        if passed or not self._offer.left:
            self._to_next()

    def _to_next(self) -> bool:
        """To the next passage with suggestions that this person has not dealt with; from the end to the beginning."""
        opened, cursor = self.open_source, self.text.cursor
        at = bisect_right(opened.passages, cursor, key=lambda one: one.place.start)
        here = opened.passages[at - 1].number if at else 0
        for number in chain(self._waiting(here), self._waiting(0)):
            if number != self._offer.passage:
                self.text.action_clear()
                self.text.go_to(opened.place(number))
                self._look()
                return True
        return False

    def _waiting(self, after: int) -> Iterator[int]:
        """The passages after one in which a suggestion has no answer."""
        revision = self.open_source.source.revision
        while (number := next_suggested(self.desk.store, revision, after)) is not None:
            after = number
            if self._offered(number).left:
                yield number

    def _passage_read(self) -> SaidPassage:
        assert self._offer.passage is not None
        return passage(self.desk.store, self.open_source.source.revision, self._offer.passage)


def _digit(number: int) -> None:
    def code(self: Deciding) -> None:
        self._on_digit(number)

    setattr(Deciding, f"action_code_{number}", code)


for _number in range(1, DIGITS + 1):
    _digit(_number)
