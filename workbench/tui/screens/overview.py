"""Overview: where the material is thin, and the way down to what was said."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar

from rich.text import Text
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.coordinate import Coordinate
from textual.message import Message
from textual.widgets import Static

from workbench.coverage import Coverage, coverage
from workbench.errors import WorkbenchError
from workbench.i18n import N_, _
from workbench.store import Store, municipalities
from workbench.tui.actions import Action, bindings
from workbench.tui.job import Say
from workbench.tui.overview import Level, Municipalities
from workbench.tui.overview.work import Outcome, suggest_missing, write_reports
from workbench.tui.screens.base import DeskScreen
from workbench.tui.widgets.table import TOP, Table
from workbench.workflow.order import Order

ACTIONS: tuple[Action, ...] = (
    Action(
        "overview.down", ("enter",), N_("Go down"),
        N_("To a municipality's sources, a focus area's codes, a source's passages, what was said."), footer=True,
    ),
    Action("overview.up", ("escape", "backspace"), N_("Go up")),
    Action(
        "overview.review", ("v",), N_("Review thin"),
        N_("Passages where something is suggested that the municipality has least of."), footer=True,
    ),
    Action(
        "overview.suggest", ("s",), N_("Suggest"),
        N_("Codes for the sources that have no suggestions yet, here or everywhere."), footer=True,
    ),
    Action("overview.report", ("r",), N_("Report"), N_("Writes the municipality's practice report."), footer=True),
    Action("overview.reports", ("R",), N_("All reports"), N_("Writes the practice report of every municipality.")),
    Action("overview.why", ("w",), N_("Why"), N_("Shows or hides what stands behind the numbers."), footer=True),
    Action("overview.order", ("o",), N_("Order"), N_("Thin places first, or by name.")),
    Action("overview.transcript", ("t",), N_("Transcript"), N_("The words themselves, at this source or passage.")),
    Action("overview.quotes", ("q",), N_("Quotes"), N_("What was said under the code or in the municipality.")),
)  # fmt: skip


class Counted(Message):
    """What the store was found to hold, or why it could not be read."""

    def __init__(self, found: Coverage | WorkbenchError) -> None:
        super().__init__()
        self.found = found


@dataclass(slots=True)
class Step:
    """A table on the way down, and where the cursor was left in it."""

    level: Level
    at: Coordinate = TOP


class Why(VerticalScroll):
    """What stands behind the numbers, or what long work left to read."""

    DEFAULT_CSS = """
    Why { height: auto; max-height: 45%; background: $surface; padding: 0 1; }
    Why:focus { background: $panel; }
    """
    JUMP = "w"
    TITLE = N_("Why")


class OverviewScreen(DeskScreen):
    """One table per step of the way down, in the same place; under it, what stands behind the numbers."""

    SCOPE = "overview"
    BINDINGS = bindings(ACTIONS)
    DEFAULT_CSS = """
    OverviewScreen.-narrow #why { display: none; }
    OverviewScreen.-narrow.-asked #why { display: block; }
    OverviewScreen.-middle.-asked #why, OverviewScreen.-wide.-asked #why { display: none; }
    OverviewScreen.-told #why, OverviewScreen.-narrow.-told #why { display: block; }
    OverviewScreen.-middle.-told #why, OverviewScreen.-wide.-told #why { display: block; }
    """
    AUTO_FOCUS: ClassVar = "Table"

    def __init__(self) -> None:
        super().__init__()
        self._way: list[Step] = []
        self._thin_first = True
        self._summary = Text()
        """What the last long work left to read, until the cursor moves."""

    def title_said(self) -> str:
        return " › ".join(step.level.name() for step in self._way) or _("Overview")

    def body(self) -> ComposeResult:
        yield Table()
        with Why(id="why"):
            yield Static()

    def fill(self) -> None:
        """Counting takes long in a large project: the top is shown when it is done, what is open at once."""
        self.run_worker(self._count, thread=True, exclusive=True, group="counting", exit_on_error=False)
        for depth, step in enumerate(self._way[1:], 1):
            try:
                step.level = step.level.anew(self.desk)
            except LookupError:
                del self._way[depth:]
                break
        if self._way:
            self._show()

    def _count(self) -> None:
        try:
            with Store.open(self.desk.root, person=self.desk.person) as store:
                self.post_message(Counted(coverage(store)))
        except WorkbenchError as error:
            self.post_message(Counted(error))

    def on_counted(self, message: Counted) -> None:
        if isinstance(message.found, WorkbenchError):
            self.tell(message.found)
            return
        top = Municipalities(message.found, thin_first=self._thin_first)
        if self._way:
            old = self._way[0]
            at = self._here() if len(self._way) == 1 else old.at
            kept = old.level.chosen(at)
            old.level = top
            old.at = Coordinate(top.row_of(kept.id) if kept else 0, at.column)
        else:
            self._way = [Step(top)]
        if len(self._way) == 1:
            self._show()

    def _show(self) -> None:
        """Show the table one is at, with the cursor where it was left."""
        step, table = self._way[-1], self.query_one(Table)
        level = step.level
        table.fill(level.headings(), level.rows(), cursor=level.cursor, at=step.at, fixed=level.fixed)
        self.show_title()
        self._show_why()

    def _here(self) -> Coordinate:
        return self.query_one(Table).cursor_coordinate

    def _any(self) -> bool:
        """Whether the table has a row to be at."""
        return bool(self._way) and self.query_one(Table).row_count > 0

    def _show_why(self) -> None:
        why = self.query_one("#why Static", Static)
        self.set_class(bool(self._summary), "-told")
        if self._summary:
            why.update(self._summary)
        elif self._any():
            why.update(self._way[-1].level.about(self._here()))
        else:
            why.update(Text(self.empty_said()))

    def on_data_table_row_highlighted(self) -> None:
        self._moved()

    def on_data_table_cell_highlighted(self) -> None:
        self._moved()

    def _moved(self) -> None:
        if self._any() and self._way[-1].at != self._here():
            self._way[-1].at = self._here()
            self._summary = Text()
        self._show_why()

    def on_table_opened(self) -> None:
        self.action_down()

    def action_down(self) -> None:
        if not self._any():
            return
        step = self._way[-1]
        step.at = self._here()
        below = step.level.down(self.desk, step.at)
        if isinstance(below, Level):
            self._summary = Text()
            self._way.append(Step(below))
            self._show()
        elif below is not None:
            below(self.workbench)

    async def action_up(self) -> None:
        if self.stop_work():
            return
        if self._summary:
            self._summary = Text()
            self._show_why()
        elif len(self._way) > 1:
            self._way.pop()
            self._show()
        else:
            await self.workbench.action_back()

    def action_transcript(self) -> None:
        way = self._way[-1].level.transcript(self._here()) if self._any() else None
        if way is None:
            self.say(_("Go down to a source first: ↵."))
        else:
            way(self.workbench)

    def action_quotes(self) -> None:
        way = self._way[-1].level.quotes(self._here()) if self._any() else None
        if way is not None:
            way(self.workbench)

    def action_review(self) -> None:
        within = self._way[-1].level.municipality if self._way else None
        self.workbench.open_review(order=Order.THIN, municipality=within.id if within else "")

    def action_why(self) -> None:
        self.toggle_class("-asked")

    def action_order(self) -> None:
        self._thin_first = not self._thin_first
        if self._way and isinstance(top := self._way[0].level, Municipalities):
            kept = top.chosen(self._way[0].at)
            self._way[0].level = again = top.sorted(thin_first=self._thin_first)
            self._way[0].at = Coordinate(again.row_of(kept.id) if kept else 0, self._way[0].at.column)
            if len(self._way) == 1:
                self._show()
        self.say(_("Thin places first.") if self._thin_first else _("By name."))

    def action_suggest(self) -> None:
        within = self._way[-1].level.municipality if self._way else None
        self._begin(lambda store, say: suggest_missing(store, within, say))

    def action_report(self) -> None:
        chosen = self._way[-1].level.chosen(self._here()) if self._any() else None
        if chosen is None:
            self.say(self.empty_said())
        else:
            self._begin(lambda store, say: write_reports(store, [chosen], say))

    def action_reports(self) -> None:
        self._begin(lambda store, say: write_reports(store, municipalities(store), say))

    def _begin(self, doing: Callable[[Store, Say], Outcome]) -> None:
        def job(store: Store, say: Say) -> str:
            done = doing(store, say)
            self._summary = done.to_read
            return done.said

        self._summary = Text()
        self.work(job)
