"""The list of codes: moved in, folded and unfolded by keys or the mouse."""

from typing import ClassVar

from textual import events
from textual.binding import BindingType

from workbench.i18n import N_
from workbench.tui.actions import bindings
from workbench.tui.codebook.actions import TREE
from workbench.tui.codebook.line import OPEN
from workbench.tui.codebook.outline import NOWHERE, At, Outline
from workbench.tui.widgets.lines import Lines, Painter


class CodeTree(Lines):
    """Codebooks, their focus areas and their codes; what `enter` does is the screen's own affair."""

    GAP = 1
    JUMP = "c"
    TITLE = N_("Codes")
    SCOPE = "codes"
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(TREE)]

    def __init__(self, paint: Painter) -> None:
        super().__init__(paint)
        self.outline = Outline()

    @property
    def at(self) -> At:
        """What is chosen; nowhere where there is no codebook."""
        shown = self.outline.shown
        return shown[self.chosen].at if shown else NOWHERE

    def show(self, outline: Outline, at: At) -> None:
        """Show these, with that entry chosen if it is there."""
        self.outline = outline
        self.fill(len(outline.shown), outline.place(at) or 0)

    def go(self, at: At) -> None:
        """Choose an entry, unfolded if it was folded away."""
        if at in self.outline:
            self.show(self.outline.reveal(at), at)
            self.post_message(self.Chosen(self))

    def action_fold(self) -> None:
        """Fold away what stands under the chosen one, or go to what it belongs to."""
        at = self.at
        if at == NOWHERE:
            return
        one = self.outline.entry(at)
        if one.holds and at not in self.outline.folded:
            self.show(self.outline.fold(at), at)
        elif one.under != NOWHERE:
            self.choose(self.outline.place(one.under) or 0)

    def action_unfold(self) -> None:
        at = self.at
        if at in self.outline.folded:
            self.show(self.outline.unfold(at), at)

    def on_click(self, event: events.Click) -> None:
        """On its mark, an entry is folded or unfolded; elsewhere it is chosen."""
        if (number := self.under(event.y)) is None:
            return
        one = self.outline.shown[number]
        if one.holds and 0 <= event.x - self.GAP - 2 * one.depth < len(OPEN):
            event.prevent_default()
            folded = one.at in self.outline.folded
            self.show(self.outline.unfold(one.at) if folded else self.outline.fold(one.at), one.at)
            self.post_message(self.Chosen(self))
