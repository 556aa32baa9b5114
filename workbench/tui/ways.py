"""Which screen is open, how one gets to another, and the way back."""

from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, ClassVar

from workbench.tui.inturn import InTurn
from workbench.tui.last import Last
from workbench.tui.screens.base import DeskScreen

if TYPE_CHECKING:
    from workbench.workflow.order import Order

NAMES = ("overview", "transcript", "review", "quotes", "codebook", "sources", "history")
"""The screens in the order of their numbers."""


def _made(name: str) -> DeskScreen:
    """The screen of this name; its module is read when it is wanted, so that the first one is soon there."""
    screen: DeskScreen = getattr(import_module(f"workbench.tui.screens.{name}"), f"{name.title()}Screen")()
    return screen


class Ways(InTurn):
    """An app of seven screens, each opened where somebody was in it last."""

    MODES: ClassVar = {name: partial(_made, name) for name in NAMES}
    last: Last
    """Where one was last, and is."""

    def __init__(self) -> None:
        super().__init__()
        self._trail: list[str] = []
        """Screens one came from, for the way back."""

    @property
    def place(self) -> DeskScreen:
        """The screen of the workbench that is open, also under a dialogue."""
        return next(one for one in reversed(self.screen_stack) if isinstance(one, DeskScreen))

    def open(self, name: str) -> None:
        """Go to a screen; `escape` leads back."""
        if self.current_mode != name:
            self._trail.append(self.current_mode)
            self.switch_mode(name)
            self.last = self.last.at(screen=name)

    def go_to(self, name: str) -> None:
        """A screen by its name; the transcript at the passage that is looked at, where one is."""
        here = self.place.here() if name == "transcript" else None
        if here is None:
            self.open(name)
        else:
            self.open_source(*here)

    def open_source(self, source: str, place: int | None = None) -> None:
        """The transcript of a source (id), at a place in code points or where one was last."""
        if source != self.last.source or place is not None:
            self.last = self.last.at(source=source, place=place or 0)
        self.open("transcript")

    def open_quotes(self, *, code: str = "", municipality: str = "") -> None:
        """The quotes of a code and municipality (id)."""
        from workbench.tui.screens.quotes import QuotesScreen

        self.open("quotes")
        screen = self.place
        if isinstance(screen, QuotesScreen):
            screen.filter_by(code=code, municipality=municipality)

    def open_review(self, *, order: "Order | None" = None, municipality: str = "") -> None:
        """Undecided passages, in an order, of one municipality (id) or of all."""
        from workbench.tui.screens.review import ReviewScreen
        from workbench.workflow.order import Order

        self.open("review")
        screen = self.place
        if isinstance(screen, ReviewScreen):
            screen.begin(order=order or Order.TRANSCRIPT, municipality=municipality)

    async def action_back(self) -> None:
        if self.place.stop_work():
            return
        if self._trail:
            name = self._trail.pop()
            self.switch_mode(name)
            self.last = self.last.at(screen=name)


def _screen(number: int) -> None:
    def go(self: Ways) -> None:
        self.go_to(NAMES[number - 1])

    setattr(Ways, f"action_screen_{number}", go)


for _number in range(1, 8):
    _screen(_number)
