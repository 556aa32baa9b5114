"""Going down and up again: a table per step, in the same place, and what stands behind it."""

from typing import cast

from textual.content import Content
from textual.widgets import Static

from workbench.i18n import _
from workbench.tui.overview.descent import Descent, Step
from workbench.tui.overview.level import Level, Long
from workbench.tui.overview.why import Why
from workbench.tui.screens.base import DeskScreen
from workbench.tui.widgets.reading import Read, read
from workbench.tui.widgets.table import Table


class Descending(DeskScreen):
    """The way down, shown in a Table, with a legend (`#legend`) under it and a Why."""

    def __init__(self) -> None:
        super().__init__()
        self._way = Descent()
        self._legend = ""

    def title_said(self) -> str:
        return self._way.said() or _("Overview")

    def fill(self) -> None:
        """Counting takes long in a large project: what is open is shown at once, and anew when it is done."""
        way, desk = self._way, self.desk
        read(self, way.levels, lambda store: way.anew(store, desk))
        if way.steps:
            self._show()

    def on_read(self, message: Read) -> None:
        """The material was counted, or a table that takes long was read."""
        if message.error is not None:
            self.tell(message.error)
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
        return self._now().open if self._way.steps and self.query_one(Table).count else None

    def _show_why(self) -> None:
        step = self._at()
        about = step.level.about(step.at) if step else Content(self.empty_said())
        self.set_class(step is None, "-empty")
        self.query_one(Why).about(about)

    def on_entries_chosen(self) -> None:
        """What was left to read is read when the cursor goes on."""
        before, step = self._way, self._at()
        if step is not None and step.at != before.open.at:
            self.query_one(Why).leave(Content())
        self._show_why()

    def on_entries_opened(self) -> None:
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
