"""Transcript: a source's words, its codings, and every decision about them by one key."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Container, Vertical

from workbench.i18n import _
from workbench.store import sources
from workbench.tui.actions import bindings
from workbench.tui.coding.actions import ACTIONS as OWN
from workbench.tui.coding.actions import TEXT
from workbench.tui.coding.adjusting import Adjusting
from workbench.tui.coding.deciding import Deciding
from workbench.tui.coding.finding import Finding
from workbench.tui.coding.noting import Noting
from workbench.tui.coding.showing import SourceText
from workbench.tui.widgets import beside, find, memo
from workbench.tui.widgets.beside import Beside
from workbench.tui.widgets.choose import Choice, ChooseScreen
from workbench.tui.widgets.find import FindBar

ACTIONS = (*OWN, *TEXT, *beside.ACTIONS, *find.ACTIONS, *memo.ACTIONS)
NARROW = 100
"""Columns below which the side pane is hidden, or under the text."""
WIDTHS = (28, 70)
"""Columns that the side pane may have."""


class TranscriptScreen(Deciding, Adjusting, Noting, Finding):
    """The text on the left; beside it what stands, and what is suggested, at the cursor."""

    SCOPE = "transcript"
    BINDINGS = bindings(OWN)
    AUTO_FOCUS: ClassVar = "SourceText"
    DEFAULT_CSS = """
    TranscriptScreen #desk { layout: horizontal; height: 1fr; }
    TranscriptScreen #words { width: 1fr; height: 1fr; }
    TranscriptScreen SourceText { height: 1fr; }
    TranscriptScreen Beside { display: none; width: 40; height: 1fr; border-left: solid $panel; }
    TranscriptScreen.-beside Beside { display: block; }
    TranscriptScreen.-narrow #desk { layout: vertical; }
    TranscriptScreen.-narrow Beside { width: 1fr; height: 40%; border-left: none; border-top: solid $panel; }
    """
    _asked: bool | None = None
    """Whether the side pane was asked for or sent away; None: it is there where there is room for it."""

    def body(self) -> ComposeResult:
        with Container(id="desk"):
            with Vertical(id="words"):
                yield SourceText()
                yield FindBar()
            yield Beside()

    def on_resize(self) -> None:
        self._fit_beside()

    def _fit_beside(self) -> None:
        wide = self.size.width >= NARROW
        self.query_one(Beside).styles.width = self._width if wide else None
        self.set_class(wide if self._asked is None else self._asked, "-beside")

    @property
    def _width(self) -> int:
        return self.workbench.last.widths.get("beside", 40 if self.size.width < 160 else 52)

    def _widen(self, by: int) -> None:
        width = min(max(self._width + by, WIDTHS[0]), WIDTHS[1], self.size.width // 2)
        self.workbench.last = self.workbench.last.at(widths={**self.workbench.last.widths, "beside": width})
        self._fit_beside()

    def action_wider(self) -> None:
        self._widen(2)

    def action_narrower(self) -> None:
        self._widen(-2)

    def action_beside(self) -> None:
        self._asked = not self.query_one(Beside).display
        self._fit_beside()
        if not self._asked:
            self.text.focus()

    def on_beside_left(self) -> None:
        self.text.focus()

    def action_sources(self) -> None:
        known = sources(self.desk.store)
        here = self._open.source.id if self._open else ""
        choices = [Choice(one.title or one.name, kind=one.municipality_name, on=one.id == here) for one in known]

        def take(number: int | None) -> None:
            if number is not None and known[number].id != here:
                self.workbench.open_source(known[number].id)
                self.show_anew(always=True)

        self.workbench.push_screen(ChooseScreen(_("Which source?"), choices), take)
