"""Second thoughts: what the coding at hand says, and where it begins and ends."""

from typing import Any

from workbench.i18n import _
from workbench.model import Coding
from workbench.store import Quote, Store, quotes
from workbench.tui.coding.marks import Marks
from workbench.tui.coding.showing import Showing
from workbench.tui.transcript import SelectionChanged
from workbench.workflow.adjust import adjust
from workbench.workflow.decide import uncode


class Adjusting(Showing):
    """Changes the coding at the cursor, or what the next one will say."""

    _adjusting = ""
    """Id of the coding whose ends are being moved."""
    _tinted = ""
    """The one code that is tinted, if not every one is."""

    def _quote(self, id: str) -> Quote:
        return quotes(self.desk.store, source=self.open_source.source.id, layer=self.desk.person, ids=[id])[0]

    def _adjust(self, one: Coding, **changes: Any) -> bool:
        """Change the coding, which stays at hand."""

        def change(store: Store) -> str:
            self._hand = adjust(store, self._quote(one.id), changes)
            [now] = quotes(store, source=self.open_source.source.id, ids=[self._hand])
            return f"✓ {self.desk.name(now.code)} – {Marks(now.valence, now.strength, now.doubt, now.contrary).said}"

        return self.attempt(lambda: self.desk.do(change))

    def _turn(self, name: str) -> None:
        one = self._at_hand
        if one is None or self.text.selection is not None:
            self._next = self._next.turned(name)
            self._look()
            self.say(_("The next coding: {marks}").format(marks=self._next.said))
            return
        new = Marks.of(one).turned(name)
        same = [each for each in self.open_source.codings.values() if (each.place, each.code) == (one.place, one.code)]
        while name == "valence" and any(each.valence is new.valence for each in same if each is not one):
            new = new.turned(name)
        self._adjust(one, **{name: getattr(new, name)})

    def action_valence(self) -> None:
        self._turn("valence")

    def action_strength(self) -> None:
        self._turn("strength")

    def action_doubt(self) -> None:
        self._turn("doubt")

    def action_contrary(self) -> None:
        self._turn("contrary")

    def action_adjust(self) -> None:
        one = self._at_hand
        if one is None:
            self._no_coding()
            return
        self._adjusting = one.id
        self.text.go_to(one.place, select=True)
        self.say(_("Move this end; o takes the other. ↵ keeps it, esc leaves it as it was."))

    def on_selection_changed(self, message: SelectionChanged) -> None:
        if self._adjusting and self.text.selection is None:
            self._adjusting = ""
            self.say(_("The ends stay where they were."))

    def action_open(self) -> None:
        chosen, one = self.text.selection, self.open_source.codings.get(self._adjusting)
        if one is not None and chosen is not None:
            self._adjusting = ""
            if self._adjust(one, place=chosen):
                self.text.action_clear()
            else:
                self._adjusting = one.id
        elif self._at_hand is not None:
            municipality = self.open_source.source.municipality
            self.workbench.open_quotes(code=self._at_hand.code, municipality=municipality)
        else:
            self._no_coding()

    def action_uncode(self) -> None:
        one = self._at_hand
        if one is None:
            self._no_coding()
            return

        def change(store: Store) -> str:
            uncode(store, [self._quote(one.id)])
            return _("✗ took away: {code}").format(code=self.desk.name(one.code))

        self.attempt(lambda: self.desk.do(change))

    def action_other(self) -> None:
        here = [one.id for one in self.text.codings_at(self.text.cursor)]
        if here:
            self._hand = here[(here.index(self._hand) + 1) % len(here)]
            self._look()
        else:
            self._no_coding()

    def action_tint(self) -> None:
        code = self._at_hand.code if self._at_hand and not self._tinted else ""
        self._tinted = code
        self.text.focus_code(code or None)
        self.say(_("Only {code} is tinted.").format(code=self.desk.name(code)) if code else _("Every code is tinted."))
