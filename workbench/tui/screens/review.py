"""Review: undecided passages one by one, each decided by one key."""

from collections.abc import Callable, Sequence
from functools import partial, partialmethod
from time import monotonic
from typing import ClassVar, cast

from textual.app import ComposeResult

from workbench.errors import WorkbenchError
from workbench.i18n import _, ngettext
from workbench.store import municipalities
from workbench.tui.actions import bindings
from workbench.tui.overview import suggest_missing
from workbench.tui.review import ACTIONS, PassageCard, PassagePane, Pile, Sitting, answers, said
from workbench.tui.screens.base import DeskScreen, fault
from workbench.tui.widgets.code_picker import CodePicker
from workbench.tui.widgets.reading import Read, read
from workbench.workflow.explain import Explained
from workbench.workflow.order import At, Order, ahead


class ReviewScreen(DeskScreen):
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
    clock: ClassVar[Callable[[], float]] = staticmethod(monotonic)
    """Seconds; it only goes forward."""

    def __init__(self) -> None:
        super().__init__()
        self._sitting: Sitting | None = None
        self._pile = Pile()
        self._asked: Pile | None = None
        """What is being put in order."""
        self._answered = False
        """Whether a key was pressed since that was asked for."""
        self._troubled = False
        self._pane = PassagePane()

    # -- what is shown

    def begin(self, *, order: Order = Order.TRANSCRIPT, municipality: str = "") -> None:
        """Begin in this order, over a municipality (id) or over all."""
        self._pile = Pile(order, municipality)
        if self.is_mounted:
            self._begin()

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
            self._tell_of(self.desk.trouble)

    def _begin(self) -> None:
        """Begin with the pile; where it must be put in order first, what is open goes on meanwhile."""
        self._asked, self._answered = None, False
        if self._pile.order is Order.TRANSCRIPT:
            self._begun(())
            return
        self._asked = self._pile
        self.say(_("Putting passages in order …"))
        chosen, order = self._pile.sources(self.desk.store), self._pile.order
        read(self, self._asked, lambda store: ahead(store, chosen, order))

    def on_read(self, message: Read) -> None:
        """The pile is in order, or it is worked out what speaks for the suggestions of a passage."""
        if message.asked == self._asked:
            self._asked = None
            if message.error is None:
                self._begun(cast("list[At]", message.found))
                self._show()
            else:
                self._tell_of(message.error)
        elif (
            self._sitting is not None
            and message.error is None
            and self._sitting.explain(message.asked, cast("tuple[Explained, ...]", message.found))
        ):
            self._pane.show_again()

    def _tell_of(self, error: BaseException) -> None:
        self.tell(error) if isinstance(error, WorkbenchError) else self.say(fault(error), error=True)

    def _begun(self, first: Sequence[At]) -> None:
        """Begin with these passages. Who answered meanwhile, or is about to, stays where they are until they go on."""
        sitting, chosen, order = self._sitting, self._pile.sources(self.desk.store), self._pile.order
        if sitting is None:
            sitting = self._sitting = Sitting(self.desk, chosen, type(self).clock, order, first)
            unread = sitting.headway.unread_sources if sitting.case and sitting.case.read else 0
        else:
            sitting.begin(chosen, order, first, stay=self._answered or self.app.screen is not self)
            unread = 0
        if unread:
            found = ngettext(
                "{n} source was not read for suggestions yet: f has that done.",
                "{n} sources were not read for suggestions yet: f has that done.",
                unread,
            )
            self.say(found.format(n=unread))
        elif order is not Order.TRANSCRIPT:
            self.say(_("Order: {order}.").format(order=order.label))

    def _show(self) -> None:
        """Show where the sitting is."""
        nothing = "" if self._sitting is not None and self._sitting.case is not None else self._nothing_said()
        self._pane.show(self._sitting, nothing)
        self.show_title()

    def _nothing_said(self) -> str:
        if self._sitting is None and self._asked is not None:
            return _("Putting passages in order …")
        left = self._sitting.headway.left if self._sitting is not None else 0
        return said.nothing(left, empty=not self._pile.sources(self.desk.store))

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

    # -- what one goes through

    def action_order(self) -> None:
        self._pile = self._pile.reordered()
        self._begin()
        self._show()
        if self._asked is None:
            self.say(_("Order: {order}.").format(order=self._pile.order.label))

    def action_within(self) -> None:
        at = self._sitting.case.item.source if self._sitting and self._sitting.case else None
        self._pile = self._pile.narrowed(at)
        self._begin()
        self._show()
        self.say(self._pile.said(at))

    def action_suggest(self) -> None:
        within = next((one for one in municipalities(self.desk.store) if one.id == self._pile.municipality), None)
        self.work(lambda store, say: suggest_missing(store, within, say).said)

    def action_transcript(self) -> None:
        if self._sitting is not None and self._sitting.case is not None:
            one = self._sitting.case.item
            self.workbench.open_source(one.source.id, one.passage.place.start)

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
