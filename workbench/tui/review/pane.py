"""What is before somebody who reviews: the passage, beside it what is suggested, and after a moment why."""

from functools import partial
from typing import TYPE_CHECKING, ClassVar, cast

from textual.app import ComposeResult
from textual.containers import Container
from textual.content import Content
from textual.timer import Timer

from workbench.tui.review import said
from workbench.tui.review.aside import Aside
from workbench.tui.review.card import PassageCard
from workbench.tui.review.case import Case
from workbench.tui.review.sitting import Sitting
from workbench.tui.widgets.reading import read
from workbench.workflow.explain import explain
from workbench.workflow.order import At

if TYPE_CHECKING:
    from workbench.tui.screens.base import DeskScreen

LOOKS = 3
"""How often it is looked whether suggestions have followed the last decision; later that would only startle."""


class PassagePane(Container):
    """Shows where a sitting is, or some sentences where there is nothing to decide."""

    DEFAULT_CSS = """
    PassagePane { layout: horizontal; height: 1fr; }
    """
    REST: ClassVar[float] = 0.1
    """Seconds in which suggestions follow a decision, where the machine is not busy."""

    def __init__(self) -> None:
        super().__init__()
        self._card, self._aside = PassageCard(lambda code: self._place.desk.name(code)), Aside()
        self._sitting: Sitting | None = None
        self._nothing = ""
        self._at: At | None = None
        """The passage that is in sight."""
        self._rest: Timer | None = None

    @property
    def _place(self) -> "DeskScreen":
        return cast("DeskScreen", self.screen)

    def compose(self) -> ComposeResult:
        yield self._card
        yield self._aside

    def show(self, sitting: Sitting | None, nothing: str) -> None:
        """Show the passage where a sitting is, else what is said where there is `nothing` to decide."""
        self._sitting, self._nothing = sitting, nothing
        if sitting is None or sitting.case is None:
            self._at = None
            self._card.say(nothing)
            self._aside.show(Content(""))
        else:
            self._card.show(sitting.case, brief=self._aside.display)
            self._aside.show(said.about(sitting.case, self._place.desk))
            self._rest_at(sitting.case)

    def _rest_at(self, one: Case) -> None:
        """Look for more in a moment: for other suggestions only until a key is pressed."""
        looks, self._at = LOOKS if one.at != self._at else 0, one.at
        if self._rest is not None:
            self._rest.stop()
        if looks or (one.explained is None and one.in_sight):
            self._rest = self.set_timer(self.REST, partial(self._rested, looks))

    def _rested(self, looks: int) -> None:
        """Show what is suggested by now, as long as that is looked for; then find out why."""
        sitting = self._sitting
        if sitting is None or sitting.case is None:
            return
        if looks and sitting.refresh():
            self.show_again()
            return
        one = sitting.case
        if looks > 1:
            self._rest = self.set_timer(self.REST, partial(self._rested, looks - 1))
        elif one.explained is None and one.in_sight:
            read(self._place, one.suggests, lambda store: next(explain(store, [one.item])), group="why")

    def show_again(self) -> None:
        """Show the same: it is known by now why it is suggested, or there is another amount of room."""
        self.show(self._sitting, self._nothing)

    def on_resize(self) -> None:
        self._aside.fit()
        self.call_after_refresh(self.show_again)

    def widen(self, by: int) -> None:
        """So many columns more beside the passage, or fewer."""
        self._aside.widen(by)
        self.call_after_refresh(self.show_again)

    def turn_aside(self) -> None:
        """Show what stands beside the passage, or hide it."""
        self._place.toggle_class("-asked")
        self.call_after_refresh(self.show_again)

    def turn_page(self, by: int) -> None:
        """On in a passage that does not fit, else in what stands beside it."""
        if self._card.unseen:
            self._card.turn(by)
        else:
            self._aside.turn(by)
