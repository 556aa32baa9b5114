"""Review: undecided passages one by one, each decided by one key."""

from collections.abc import Callable, Sequence
from functools import partial
from time import monotonic
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Container
from textual.content import Content
from textual.message import Message

from workbench.errors import WorkbenchError
from workbench.i18n import _, ngettext
from workbench.store import Municipality, Source, Store, municipalities, sources
from workbench.tui.actions import bindings
from workbench.tui.overview.work import suggest_missing
from workbench.tui.review import ACTIONS, Sitting
from workbench.tui.screens.base import DeskScreen, fault
from workbench.tui.widgets.code_notes import code_notes
from workbench.tui.widgets.code_picker import CodePicker
from workbench.tui.widgets.passage_card import PassageCard
from workbench.tui.widgets.reading import Read, read
from workbench.tui.widgets.rows import Page
from workbench.workflow.explain import Explained, explain
from workbench.workflow.grounds import line_said, quote_said, reason
from workbench.workflow.order import At, Order, ahead
from workbench.workflow.review import Item

NARROW = 100
"""Columns below which the side pane is hidden, or under the passage."""
WIDTHS = (28, 90)
"""Columns that the side pane may have."""


class Why(Message):
    """What speaks for the suggestions of a passage."""

    def __init__(self, at: At, explained: tuple[Explained, ...]) -> None:
        super().__init__()
        self.at, self.explained = at, explained


class ReviewScreen(DeskScreen):
    """The passage in its context, and beside it what the chosen suggestion is about."""

    SCOPE = "review"
    BINDINGS = bindings(ACTIONS)
    DEFAULT_CSS = """
    ReviewScreen #desk { layout: horizontal; height: 1fr; }
    ReviewScreen #beside {
        width: 44; height: 1fr; border-left: solid $panel; padding: 0 1; background: $background;
    }
    ReviewScreen.-middle.-asked #beside, ReviewScreen.-wide.-asked #beside { display: none; }
    ReviewScreen.-narrow #beside { display: none; }
    ReviewScreen.-narrow PassageCard { padding: 0 1; }
    ReviewScreen.-narrow.-asked #desk { layout: vertical; }
    ReviewScreen.-narrow.-asked #beside {
        display: block; width: 1fr; height: 45%; border-left: none; border-top: solid $panel;
    }
    """
    clock: ClassVar[Callable[[], float]] = staticmethod(monotonic)
    """Seconds; it only goes forward."""

    def __init__(self) -> None:
        super().__init__()
        self._sitting: Sitting | None = None
        self._order = Order.TRANSCRIPT
        self._municipality = self._source = ""
        """Ids, where only theirs is reviewed."""
        self._shown: At | None = None
        """The passage that is on the screen."""
        self._asked: object = None
        """The order that is being worked out."""
        self._troubled = False

    # -- what is shown

    def begin(self, *, order: Order = Order.TRANSCRIPT, municipality: str = "") -> None:
        """Begin in this order, over a municipality (id) or over all."""
        self._order, self._municipality, self._source = order, municipality, ""
        if self.is_mounted:
            self._begin()

    def title_said(self) -> str:
        parts = [_("Review")]
        sitting = self._sitting
        if sitting is not None:
            parts.append(_("{n} left").format(n=sitting.left))
            if sitting.per_hour is not None:
                parts.append(_("{n} an hour").format(n=sitting.per_hour))
            if sitting.blind:
                parts.append(_("blind"))
            if (one := sitting.item) is not None:
                parts += [one.source.municipality_name, f"{one.source.name} {one.passage.number}"]
            if sitting.order is not Order.TRANSCRIPT:
                parts.append(sitting.order.label)
        return " · ".join(parts)

    def body(self) -> ComposeResult:
        with Container(id="desk"):
            yield PassageCard()
            yield Page(id="beside")

    def fill(self) -> None:
        if self._sitting is None:
            self._begin()
        elif self._sitting.changes != self.desk.changes:
            self._sitting.look_again(self._chosen())
        self._show()
        self.call_after_refresh(self.desk.learn)
        trouble = self.desk.trouble
        if trouble is not None and not self._troubled:
            self._troubled = True
            self.tell(trouble) if isinstance(trouble, WorkbenchError) else self.say(fault(trouble), error=True)

    def _chosen(self) -> list[Source]:
        chosen = sources(self.desk.store, municipality=self._municipality or None)
        return [one for one in chosen if not self._source or one.id == self._source]

    def _begin(self) -> None:
        """Begin a sitting; where the order must be worked out first, what is open goes on meanwhile."""
        chosen = self._chosen()
        if self._order is Order.TRANSCRIPT:
            self._asked = None
            self._begun(chosen, ())
            return
        self._asked = (self._order, self._municipality, self._source, len(chosen))
        self.say(_("Putting passages in order …"))
        order = self._order
        read(self, self._asked, lambda store: ahead(store, chosen, order))

    def on_read(self, message: Read) -> None:
        """The order is worked out."""
        if message.asked != self._asked:
            return
        if message.error is not None:
            error = message.error
            self.tell(error) if isinstance(error, WorkbenchError) else self.say(fault(error), error=True)
            return
        assert isinstance(message.found, list)
        self._begun(self._chosen(), message.found)
        self._show()

    def _begun(self, chosen: Sequence[Source], first: Sequence[At]) -> None:
        self._shown, new = None, self._sitting is None
        if self._sitting is None:
            self._sitting = Sitting(self.desk, chosen, type(self).clock, self._order, first)
        else:
            self._sitting.begin(chosen, self._order, first)
        unread = self._sitting.unread
        if new and unread and self._sitting.was_read:
            said = ngettext(
                "{n} source was not read for suggestions yet: f has that done.",
                "{n} sources were not read for suggestions yet: f has that done.",
                unread,
            )
            self.say(said.format(n=unread))
        elif self._sitting.order is not Order.TRANSCRIPT:
            self.say(_("Order: {order}.").format(order=self._sitting.order.label))

    def _show(self) -> None:
        """Show where the sitting is."""
        card, sitting = self.query_one(PassageCard), self._sitting
        if sitting is None or sitting.item is None:
            self._shown = None
            card.say(self._nothing_said())
            self.query_one(Page).show(Content(""))
            self.show_title()
            return
        anew = sitting.here != self._shown
        self._shown = sitting.here
        card.show(sitting, self.desk, anew=anew, brief=self.query_one(Page).display)
        self.query_one(Page).show(self._about(sitting, sitting.item))
        self.show_title()
        if sitting.explained is None and sitting.shown and not sitting.hidden:
            asked = partial(self._find_why, sitting.here, sitting.item)
            self.run_worker(asked, thread=True, exclusive=True, group="why", exit_on_error=False)

    def _nothing_said(self) -> str:
        sitting = self._sitting
        if sitting is None:
            return _("Putting passages in order …") if self._asked else self.empty_said()
        if not self._chosen():
            return self.empty_said()
        if sitting.left:
            said = ngettext("{n} passage was left for later.", "{n} passages were left for later.", sitting.left)
            return said.format(n=sitting.left) + "\n" + _("Enter begins with them.")
        return _("Well done: every passage here is decided.") + "\n" + _("w shows other sources, 4 their quotes.")

    def _about(self, sitting: Sitting, one: Item) -> Content:
        """What the chosen suggestion is about, and what speaks for it."""
        if sitting.hidden:
            return Content.styled(
                _("Decide with c and n. What was suggested is shown when you have decided, beside what you found."),
                "$muted",
            )
        if not one.shown:
            return Content.styled(_("c sets a code, n says that none fits."), "$muted")
        shown = one.shown[sitting.chosen]
        explained = sitting.explained[sitting.chosen] if sitting.explained else None
        said = [reason(shown, explained)]
        if explained is not None:
            said += [line for line in (line_said(explained), quote_said(explained)) if line]
        return code_notes(self.desk, shown.suggestion.code, said)

    def _find_why(self, at: At, one: Item) -> None:
        with Store.open(self.desk.root, person=self.desk.person) as store:
            found = next(explain(store, [one]))
        self.post_message(Why(at, found))

    def on_why(self, message: Why) -> None:
        sitting = self._sitting
        if sitting is not None and sitting.item is not None and sitting.here == message.at:
            sitting.explained = message.explained
            self._show()

    # -- deciding

    def _answer(self, act: Callable[[Sitting], str]) -> None:
        """Do what a key says, show where one is then, and say what was done or why it was refused."""
        if self._sitting is None:
            self.say(self._nothing_said())
            return
        try:
            said = act(self._sitting)
        except WorkbenchError as error:
            self._show()
            self.tell(error)
            return
        seen = self._seen
        self.show_anew()
        if self._seen == seen:
            self._show()
        self.say(said)

    def _accept(self, number: int) -> None:
        self._answer(lambda sitting: sitting.accept(number))

    def action_accept(self) -> None:
        self._answer(lambda sitting: sitting.accept(sitting.chosen + 1))

    def action_reject(self) -> None:
        self._answer(lambda sitting: sitting.reject())

    def action_reject_one(self) -> None:
        self._answer(lambda sitting: sitting.reject(only=True))

    def action_no_code(self) -> None:
        self._answer(lambda sitting: sitting.no_code())

    def action_pick(self) -> None:
        def take(code: str | None) -> None:
            if code is not None:
                self._answer(lambda sitting: sitting.set_code(code))

        if self._sitting is not None and self._sitting.item is not None:
            self.workbench.push_screen(CodePicker(self.desk), take)

    def action_again(self) -> None:
        code = self._sitting.last_code if self._sitting else ""
        if code:
            self._answer(lambda sitting: sitting.set_code(code))
        else:
            self.say(_("Nothing was coded in this sitting yet."))

    def action_on(self) -> None:
        if self._sitting is not None and self._sitting.item is None:
            self._begin()
            self._show()
            self.say("")
        else:
            self._answer(lambda sitting: sitting.enter())

    def action_back(self) -> None:
        self._answer(lambda sitting: sitting.back())

    def _turn(self, name: str) -> None:
        if self._sitting is not None and self._sitting.item is not None:
            self._sitting.turn(name)
            self._show()

    def action_valence(self) -> None:
        self._turn("valence")

    def action_doubt(self) -> None:
        self._turn("doubt")

    def action_strength(self) -> None:
        self._turn("strength")

    def action_undo(self) -> None:
        self._answer(lambda sitting: sitting.undo())

    def action_redo(self) -> None:
        self._answer(lambda sitting: sitting.redo())

    # -- what is seen

    def _choose(self, by: int) -> None:
        if self._sitting is not None:
            self._sitting.choose(self._sitting.chosen + by)
            self._show()

    def action_next(self) -> None:
        self._choose(1)

    def action_previous(self) -> None:
        self._choose(-1)

    def on_passage_card_picked(self, message: PassageCard.Picked) -> None:
        if self._sitting is not None:
            self._sitting.choose(message.suggestion)
            self._show()
            if message.twice:
                self.action_accept()

    def action_blind(self) -> None:
        self._answer(lambda sitting: sitting.turn_blind())

    def action_order(self) -> None:
        every = list(Order)
        self._order = every[(every.index(self._order) + 1) % len(every)]
        if self._order is Order.TRANSCRIPT:
            self.say(_("Order: {order}.").format(order=self._order.label))
        self._begin()
        self._show()

    def action_within(self) -> None:
        one = self._sitting.item if self._sitting else None
        if self._source or (one is None and self._municipality):
            self._municipality = self._source = ""
            said = _("Everywhere.")
        elif one is None:
            return
        elif self._municipality:
            self._source, said = one.source.id, _("Only {what}.").format(what=one.source.title or one.source.name)
        else:
            self._municipality = one.source.municipality
            said = _("Only {what}.").format(what=one.source.municipality_name)
        self._begin()
        self._show()
        self.say(said)

    def action_suggest(self) -> None:
        within = self._within()
        self.work(lambda store, say: suggest_missing(store, within, say).said)

    def _within(self) -> Municipality | None:
        return next((one for one in municipalities(self.desk.store) if one.id == self._municipality), None)

    def action_transcript(self) -> None:
        one = self._sitting.item if self._sitting else None
        if one is not None:
            self.workbench.open_source(one.source.id, one.passage.place.start)

    # -- the side pane

    def on_resize(self) -> None:
        self._fit_beside()

    def _fit_beside(self) -> None:
        self.query_one(Page).styles.width = self._width if self.size.width >= NARROW else None
        if self._sitting is not None:
            self.call_after_refresh(self._show)

    @property
    def _width(self) -> int:
        return self.workbench.last.widths.get("review", 42 if self.size.width < 160 else 64)

    def _widen(self, by: int) -> None:
        width = min(max(self._width + by, WIDTHS[0]), WIDTHS[1], self.size.width // 2)
        self.workbench.last = self.workbench.last.at(widths={**self.workbench.last.widths, "review": width})
        self._fit_beside()

    def action_wider(self) -> None:
        self._widen(2)

    def action_narrower(self) -> None:
        self._widen(-2)

    def action_beside(self) -> None:
        self.toggle_class("-asked")
        self.call_after_refresh(self._show)

    def action_page_down(self) -> None:
        self._page(1)

    def action_page_up(self) -> None:
        self._page(-1)

    def _page(self, by: int) -> None:
        card = self.query_one(PassageCard)
        if card.unseen:
            card.turn(by)
        else:
            self.query_one(Page).turn(by)


def _accepting(number: int) -> None:
    def accept(self: ReviewScreen) -> None:
        self._accept(number)

    setattr(ReviewScreen, f"action_accept_{number}", accept)


for _number in range(1, 10):
    _accepting(_number)
