"""The side pane: what the chosen suggestion is about, and what speaks for it."""

from typing import TYPE_CHECKING, cast

from workbench.tui.widgets.page import ReadingPage

if TYPE_CHECKING:
    from workbench.tui.app import WorkbenchApp

LEAST, MOST = 28, 90
"""Columns that it may have."""
USUAL, USUAL_WIDE = 42, 64
"""Columns that it has before anybody said otherwise."""
BESIDE, WIDE = 100, 160
"""Columns of the screen from which on it stands beside the passage, and there is room for more."""


class Aside(ReadingPage, can_focus=False):
    """Beside the passage; where there is no room for that, under it when somebody asks."""

    DEFAULT_CSS = """
    Aside { width: 44; height: 1fr; border-left: solid $panel; padding: 0 1; background: $background; }
    """

    def fit(self) -> None:
        """As wide as this person wants it."""
        self.styles.width = self._wanted if self.screen.size.width >= BESIDE else None

    def widen(self, by: int) -> None:
        """So many columns more, or fewer; remembered for this person."""
        width = min(max(self._wanted + by, LEAST), MOST, self.screen.size.width // 2)
        app = cast("WorkbenchApp", self.app)
        app.last = app.last.at(widths={**app.last.widths, "review": width})
        self.fit()

    @property
    def _wanted(self) -> int:
        usual = USUAL if self.screen.size.width < WIDE else USUAL_WIDE
        return cast("WorkbenchApp", self.app).last.widths.get("review", usual)
