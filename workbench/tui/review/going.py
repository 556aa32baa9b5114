"""Going through passages: a pile of them is begun at once, or when it was put in order."""

from collections.abc import Callable, Sequence
from time import monotonic
from typing import ClassVar, cast

from workbench.i18n import _, ngettext
from workbench.store import municipalities
from workbench.tui.actions import Action
from workbench.tui.overview import suggest_missing
from workbench.tui.review import said
from workbench.tui.review.pane import PassagePane
from workbench.tui.review.pile import Pile
from workbench.tui.review.sitting import Sitting
from workbench.tui.screens.base import DeskScreen
from workbench.tui.widgets.reading import Read, read
from workbench.workflow.explain import Explained
from workbench.workflow.order import At, Order, ahead


class Going(DeskScreen):
    """A sitting over a pile of passages, and the pane that shows where in it one is."""

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
        self._offered: Sequence[str] = ()
        """What the footer says that works here."""
        self._pane = PassagePane()

    def begin(self, *, order: Order = Order.TRANSCRIPT, municipality: str = "", source: str = "") -> None:
        """Begin in this order, over a municipality (id), a source (id) or over all."""
        self._pile = Pile(order, municipality, source)
        if self.is_mounted:
            self._begin()
            self._show()

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
                self.tell(message.error)
        elif (
            self._sitting is not None
            and message.error is None
            and self._sitting.explain(message.asked, cast("tuple[Explained, ...]", message.found))
        ):
            self._pane.show_again()

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
        elif self._pile.source:
            self.say(self._pile.said(chosen[0] if chosen else None))

    def _show(self) -> None:
        """Show where the sitting is."""
        one = self._sitting.case if self._sitting is not None else None
        self._pane.show(self._sitting, "" if one is not None else self._nothing_said())
        self.show_title()
        if said.offered(one) != self._offered:
            self.show_keys()

    def footer(self) -> list[Action]:
        """What works at this passage."""
        self._offered = said.offered(self._sitting.case if self._sitting is not None else None)
        known = {one.method: one for one in self.actions()}
        return [known[method] for method in self._offered]

    def _nothing_said(self) -> str:
        if self._sitting is None and self._asked is not None:
            return _("Putting passages in order …")
        left = self._sitting.headway.left if self._sitting is not None else 0
        return said.nothing(left, empty=not self._pile.sources(self.desk.store))

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
