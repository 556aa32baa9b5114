"""One table on the way down: from municipalities over their sources and passages to codes and what was said."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, cast

from textual.content import Content
from textual.coordinate import Coordinate

from workbench.store import Municipality, Store
from workbench.terminal import safe
from workbench.tui.desk import Desk
from workbench.tui.overview.counted import Counted
from workbench.tui.widgets.table import Cells, Heading
from workbench.workflow.order import Order

if TYPE_CHECKING:
    from workbench.tui.app import WorkbenchApp

Way = Callable[["WorkbenchApp"], None]
"""Out of the overview: opens another screen."""


class Level(ABC):
    """What the store held when it was made; texts are made when they are asked for, in the language spoken then."""

    cursor: Literal["row", "cell"] = "row"
    fixed = 0
    """Columns that stay in sight."""
    municipality: Municipality | None = None
    """The one it lies in; None at the top."""
    source = ""
    """Id of the source it lies in; empty above the sources."""

    @abstractmethod
    def name(self) -> str:
        """What it is called in the line that says where one is."""

    @abstractmethod
    def headings(self) -> Sequence[Heading]:
        """The columns."""

    @abstractmethod
    def rows(self) -> Iterable[Cells]:
        """A row per line."""

    @abstractmethod
    def about(self, at: Coordinate) -> Content:
        """What stands under the table about the place of the cursor."""

    def legend(self) -> str:
        """What the signs in the table mean; empty where there are none."""
        return ""

    def chosen(self, at: Coordinate) -> Municipality | None:
        """The municipality that the place of the cursor is about."""
        return self.municipality

    @abstractmethod
    def down(self, desk: Desk, at: Coordinate) -> "Level | Long | Way":
        """Where `enter` leads from there."""

    def transcript(self, at: Coordinate) -> "Way | None":
        """The words themselves; None where the place is about more than one source."""
        return None

    def quotes(self, at: Coordinate) -> "Way | None":
        """What was said under what the place is about."""
        return None

    def review(self, at: Coordinate) -> "Way":
        """To what is undecided there: of the source, else the thin places of the municipality, or of all."""
        if self.source:
            return to_review(source=self.source)
        return to_review(order=Order.THIN, municipality=self.municipality.id if self.municipality else "")

    @abstractmethod
    def anew(self, store: Store, desk: Desk, counted: Counted) -> "Level":
        """The same as the store holds it now; the store is this thread's. Raises LookupError where it is gone."""


@dataclass(frozen=True, slots=True)
class Long:
    """A table that takes longer to read than a key may."""

    read: Callable[[Store], Level]


def lines(*several: Content | str) -> Content:
    """One under the other; without those that are empty."""
    return Content("\n").join([Content(one) if isinstance(one, str) else one for one in several if one])


def bold(text: str) -> Content:
    """Text from data that stands out; it is made safe."""
    return Content.styled(safe(text), "bold")


def muted(text: str) -> Content:
    """Text from data that steps back; it is made safe."""
    return Content.styled(safe(text), "$muted")


def to_source(source: str, place: int | None = None) -> Way:
    """To the transcript of a source (id), at a place in code points or where one was last."""
    return lambda app: app.open_source(source, place)


def to_quotes(*, code: str = "", municipality: str) -> Way:
    """To what was said under a code, or under any, in a municipality (id)."""
    return lambda app: app.open_quotes(code=code, municipality=municipality)


def to_review(*, order: Order = Order.TRANSCRIPT, municipality: str = "", source: str = "") -> Way:
    """To the undecided passages, in an order, of a municipality (id), a source (id) or all."""

    def go(app: "WorkbenchApp") -> None:
        from workbench.tui.screens.review import ReviewScreen

        app.open("review")
        cast(ReviewScreen, app.place).begin(order=order, municipality=municipality, source=source)

    return go
