"""Overview: where the material is thin, and the way down to what was said."""

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from workbench.i18n import _
from workbench.store import Store, municipalities
from workbench.tui.actions import bindings
from workbench.tui.job import Say
from workbench.tui.overview import (
    ACTIONS,
    Outcome,
    Why,
    suggest_anew,
    suggest_missing,
    to_review,
    write_reports,
)
from workbench.tui.overview.descending import Descending
from workbench.tui.widgets.table import Table
from workbench.workflow.order import Order

__all__ = ["ACTIONS", "OverviewScreen"]


class Left(Message):
    """Long work left something to read."""

    def __init__(self, text: Content) -> None:
        super().__init__()
        self.text = text


class OverviewScreen(Descending):
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

    def body(self) -> ComposeResult:
        yield Table()
        yield Static(id="legend", classes="-none")
        yield Why()

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
        step = self._at()
        way = step.level.review(step.at) if step else to_review(order=Order.THIN)
        way(self.workbench)

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
