"""The way down from the municipalities: the tables one came through, and where the cursor was left in each."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from textual.coordinate import Coordinate

from workbench.store import Municipality, Store
from workbench.tui.desk import Desk
from workbench.tui.overview.counted import counted
from workbench.tui.overview.level import Level
from workbench.tui.overview.municipalities import Municipalities
from workbench.tui.widgets.table import TOP


@dataclass(frozen=True, slots=True)
class Step:
    """A table on the way down, and where the cursor is in it."""

    level: Level
    at: Coordinate = TOP


@dataclass(frozen=True, slots=True)
class Descent:
    """From the top to what is open now. There is no step until the material was counted."""

    steps: tuple[Step, ...] = ()

    @property
    def open(self) -> Step:
        """What is open. Raises IndexError before the material was counted."""
        return self.steps[-1]

    @property
    def levels(self) -> tuple[Level, ...]:
        """Its tables, from the top."""
        return tuple(step.level for step in self.steps)

    @property
    def at_top(self) -> bool:
        return len(self.steps) == 1

    @property
    def thin_first(self) -> bool:
        """Whether the top has thin places first, which it has to begin with."""
        top = self._top
        return top is None or top.thin_first

    @property
    def within(self) -> Municipality | None:
        """The municipality that what is open lies in; None at the top."""
        return self.open.level.municipality if self.steps else None

    @property
    def source(self) -> str:
        """Id of the source that what is open lies in; empty above the sources."""
        return self.open.level.source if self.steps else ""

    def said(self) -> str:
        """Where one is, from the outside in; empty before the material was counted."""
        return " › ".join(step.level.name() for step in self.steps)

    def moved(self, at: Coordinate) -> "Descent":
        """With the cursor elsewhere in what is open."""
        return Descent((*self.steps[:-1], replace(self.open, at=at)))

    def down(self, level: Level) -> "Descent":
        """One table further down."""
        return Descent((*self.steps, Step(level)))

    def up(self) -> "Descent":
        """One table up; the top stays."""
        return self if self.at_top else Descent(self.steps[:-1])

    def turned(self) -> "Descent":
        """With the top in the other order."""
        top = self._top
        return self if top is None else self._with_top(top.sorted(thin_first=not top.thin_first), self.steps[1:])

    def anew(self, store: Store, desk: Desk) -> tuple[Level, ...]:
        """Its tables as the store holds them now, down to the first that is gone. The store is this thread's."""
        numbers = counted(store)
        found: list[Level] = [Municipalities(numbers, thin_first=self.thin_first)]
        for step in self.steps[1:]:
            try:
                found.append(step.level.anew(store, desk, numbers))
            except LookupError:
                break
        return tuple(found)

    def renewed(self, levels: Sequence[Level]) -> "Descent":
        """With these tables instead; its cursors stay, at the top on the municipality it was on."""
        below = (replace(step, level=level) for step, level in zip(self.steps[1:], levels[1:], strict=False))
        return self._with_top(levels[0], below)

    @property
    def _top(self) -> Municipalities | None:
        top = self.steps[0].level if self.steps else None
        return top if isinstance(top, Municipalities) else None

    def _with_top(self, top: Level, below: Iterable[Step]) -> "Descent":
        at = TOP
        if self.steps and isinstance(top, Municipalities):
            before = self.steps[0]
            kept = before.level.chosen(before.at)
            at = Coordinate(top.row_of(kept.id) if kept else 0, before.at.column)
        return Descent((Step(top, at), *below))
