"""Overview: where the material is thin, and the way down to what was said."""

from collections.abc import Callable
from typing import ClassVar, cast

from textual.app import ComposeResult
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from workbench.errors import WorkbenchError
from workbench.i18n import _
from workbench.store import Store, municipalities
from workbench.tui.actions import bindings
from workbench.tui.job import Say
from workbench.tui.overview import (
    ACTIONS,
    Descent,
    Level,
    Long,
    Outcome,
    Step,
    Why,
    suggest_anew,
    suggest_missing,
    write_reports,
)
from workbench.tui.screens.base import DeskScreen, fault
from workbench.tui.widgets.reading import Read, read
from workbench.tui.widgets.table import Table
from workbench.workflow.order import Order

__all__ = ["ACTIONS", "OverviewScreen"]


class Left(Message):
    """Long work left something to read."""

    def __init__(self, text: Content) -> None:
        super().__init__()
        self.text = text


class OverviewScreen(DeskScreen):
    """One table per step of the way down, in the same place; under it, what stands behind the numbers."""

    SCOPE = "overview"
    BINDINGS = bindings(ACTIONS)
    DEFAULT_CSS = """
    OverviewScreen #legend { height: auto; padding: 0 1; color: $muted; }
    OverviewScreen #legend.-none { display: none; }
    OverviewScreen.-narrow Why { display: none; }
    OverviewScreen.-narrow.-asked Why { display: block; }
    OverviewScreen.-middle.-asked Why, OverviewScreen.-wide.-asked Why { display: none; }
    OverviewScreen Why.-left, OverviewScreen.-asked Why.-left, OverviewScreen.-narrow.-empty Why { display: block; }
    """
    AUTO_FOCUS: ClassVar = "Table"

    def __init__(self) -> None:
        super().__init__()
        self._way = Descent()
        self._legend = ""

    def title_said(self) -> str:
        return self._way.said() or _("Overview")

    def body(self) -> ComposeResult:
        yield Table()
        yield Static(id="legend", classes="-none")
        yield Why()

    def fill(self) -> None:
        """Counting takes long in a large project: what is open is shown at once, and anew when it is done."""
        way, desk = self._way, self.desk
        read(self, way.levels, lambda store: way.anew(store, desk))
        if way.steps:
            self._show()

    def on_read(self, message: Read) -> None:
        """The material was counted, or a table that takes long was read."""
        if message.error is not None:
            error = message.error
            self.tell(error) if isinstance(error, WorkbenchError) else self.say(fault(error), error=True)
        elif message.asked != self._way.levels:  # one went on meanwhile
            self.fill()
        elif isinstance(message.found, Level):
            self.say("")
            self._go_down(message.found)
        else:
            self._way = self._now().renewed(cast("tuple[Level, ...]", message.found))
            self._show()

    def _show(self) -> None:
        """Show the table one is at, with the cursor where it was left."""
        step = self._way.open
        level = step.level
        if (said := level.legend()) != self._legend:
            self._legend = said
            legend = self.query_one("#legend", Static)
            legend.set_class(not said, "-none")
            legend.update(said)
        self.query_one(Table).fill(level.headings(), level.rows(), cursor=level.cursor, at=step.at, fixed=level.fixed)
        self.show_title()
        self._show_why()

    def _now(self) -> Descent:
        """The way down, with the cursor where it is."""
        if self._way.steps:
            self._way = self._way.moved(self.query_one(Table).cursor_coordinate)
        return self._way

    def _at(self) -> Step | None:
        """What the cursor is on; None where there is nothing to be on."""
        return self._now().open if self._way.steps and self.query_one(Table).row_count else None

    def _show_why(self) -> None:
        step = self._at()
        about = step.level.about(step.at) if step else Content(self.empty_said())
        self.set_class(step is None, "-empty")
        self.query_one(Why).about(about)

    def on_data_table_row_highlighted(self) -> None:
        """What was left to read is read when the cursor goes on."""
        before, step = self._way, self._at()
        if step is not None and step.at != before.open.at:
            self.query_one(Why).leave(Content())
        self._show_why()

    def on_table_opened(self) -> None:
        self.action_down()

    def action_down(self) -> None:
        step = self._at()
        if step is None:
            return
        below = step.level.down(self.desk, step.at)
        if isinstance(below, Level):
            self._go_down(below)
        elif isinstance(below, Long):
            self.say(_("Reading …"))
            read(self, self._way.levels, below.read)
        else:
            below(self.workbench)

    def _go_down(self, level: Level) -> None:
        self.query_one(Why).leave(Content())
        self._way = self._way.down(level)
        self._show()

    async def action_up(self) -> None:
        why = self.query_one(Why)
        if self.stop_work():
            return
        if why.left:
            why.leave(Content())
            self._show_why()
        elif len(self._way.steps) > 1:
            self._way = self._way.up()
            self._show()
        else:
            await self.workbench.action_back()

    def action_transcript(self) -> None:
        step = self._at()
        way = step.level.transcript(step.at) if step else None
        if way is None:
            self.say(_("Go down to a source first: ↵."))
        else:
            way(self.workbench)

    def action_quotes(self) -> None:
        step = self._at()
        way = step.level.quotes(step.at) if step else None
        if way is not None:
            way(self.workbench)

    def action_review(self) -> None:
        within = self._way.within
        self.workbench.open_review(order=Order.THIN, municipality=within.id if within else "")

    def action_why(self) -> None:
        self.toggle_class("-asked")

    def action_order(self) -> None:
        self._way = self._now().turned()
        if self._way.at_top:
            self._show()
        self.say(_("Thin places first.") if self._way.thin_first else _("By name."))

    def action_suggest(self) -> None:
        within, source = self._way.within, self._way.source
        self._begin(
            lambda store, say: suggest_anew(store, source, say) if source else suggest_missing(store, within, say)
        )

    def action_report(self) -> None:
        step = self._at()
        chosen = step.level.chosen(step.at) if step else None
        if chosen is None:
            self.say(self.empty_said())
        else:
            self._begin(lambda store, say: write_reports(store, [chosen], say))

    def action_reports(self) -> None:
        self._begin(lambda store, say: write_reports(store, municipalities(store), say))

    def _begin(self, doing: Callable[[Store, Say], Outcome]) -> None:
        def job(store: Store, say: Say) -> str:
            done = doing(store, say)
            self.post_message(Left(done.to_read))
            return done.said

        self.query_one(Why).leave(Content())
        self.work(job)

    def on_left(self, message: Left) -> None:
        self.query_one(Why).leave(message.text)
