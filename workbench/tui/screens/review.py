"""Review: undecided passages one by one, each decided by one key."""

from collections.abc import Callable
from functools import partial, partialmethod

from textual.app import ComposeResult

from workbench.errors import WorkbenchError
from workbench.i18n import _
from workbench.tui.actions import bindings
from workbench.tui.review import ACTIONS, PassageCard, Sitting, answers, said
from workbench.tui.review.going import Going
from workbench.tui.widgets.code_picker import CodePicker


class ReviewScreen(Going):
    """The passage in its context, and beside it what the chosen suggestion is about."""

    SCOPE = "review"
    BINDINGS = bindings(ACTIONS)
    DEFAULT_CSS = """
    ReviewScreen.-middle.-asked Aside, ReviewScreen.-wide.-asked Aside, ReviewScreen.-narrow Aside { display: none; }
    ReviewScreen.-narrow PassageCard { padding: 0 1; }
    ReviewScreen.-narrow.-asked PassagePane { layout: vertical; }
    ReviewScreen.-narrow.-asked Aside {
        display: block; width: 1fr; height: 45%; border-left: none; border-top: solid $panel;
    }
    """

    def __init__(self) -> None:
        super().__init__()
        self._troubled = False

    def title_said(self) -> str:
        return _("Review") if self._sitting is None else said.title(self._sitting)

    def body(self) -> ComposeResult:
        yield self._pane

    def fill(self) -> None:
        if self._sitting is None:
            self._begin()
        elif self._sitting.changes != self.desk.changes:
            self._sitting.look_again(self._pile.sources(self.desk.store))
        self._show()
        self.call_after_refresh(self.desk.learn)
        if self.desk.trouble is not None and not self._troubled:
            self._troubled = True
            self.tell(self.desk.trouble)

    # -- deciding

    def _answer(self, answer: Callable[[Sitting], str]) -> None:
        """Do what a key says, show where one is then, and say what was done or why it was refused."""
        if self._sitting is None:
            self.say(self._nothing_said())
            return
        self._answered = True
        try:
            sentence = answer(self._sitting)
        except WorkbenchError as error:
            self._show()
            self.tell(error)
            return
        seen = self._seen
        self.show_anew()
        if self._seen == seen:
            self._show()
        self.say(sentence)

    def action_pick(self) -> None:
        def take(code: str | None) -> None:
            if code is not None:
                self._answer(partial(answers.set_code, code=code))

        if self._sitting is not None and self._sitting.case is not None:
            self.workbench.push_screen(CodePicker(self.desk), take)

    def action_on(self) -> None:
        if self._sitting is not None and self._sitting.case is None:
            self._begin()
            self._show()
            self.say("")
        else:
            self._answer(answers.go_on)

    def _change(self, change: Callable[[Sitting], None]) -> None:
        """Have something else said of the next coding, or told about."""
        if self._sitting is not None and self._sitting.case is not None:
            change(self._sitting)
            self._show()

    def on_passage_card_picked(self, message: PassageCard.Picked) -> None:
        self._change(lambda sitting: sitting.choose(message.suggestion))
        if message.twice:
            self._answer(answers.accept)

    def action_transcript(self) -> None:
        if here := self.here():
            self.workbench.open_source(*here)

    def here(self) -> tuple[str, int] | None:
        if self._sitting is None or self._sitting.case is None:
            return None
        one = self._sitting.case.item
        return one.source.id, one.passage.place.start

    # -- the side pane

    def action_wider(self) -> None:
        self._pane.widen(2)

    def action_narrower(self) -> None:
        self._pane.widen(-2)

    def action_beside(self) -> None:
        self._pane.turn_aside()

    def action_page_down(self) -> None:
        self._pane.turn_page(1)

    def action_page_up(self) -> None:
        self._pane.turn_page(-1)


for _method, _answer in answers.ANSWERS.items():
    setattr(ReviewScreen, f"action_{_method}", partialmethod(ReviewScreen._answer, _answer))
for _method, _change in answers.CHANGES.items():
    setattr(ReviewScreen, f"action_{_method}", partialmethod(ReviewScreen._change, _change))
