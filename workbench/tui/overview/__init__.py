"""The way down from the municipalities to what was said, one table per step."""

from workbench.tui.overview.actions import ACTIONS
from workbench.tui.overview.descent import Descent, Step
from workbench.tui.overview.level import Level, Long
from workbench.tui.overview.why import Why
from workbench.tui.overview.work import Outcome, suggest_anew, suggest_missing, write_reports

__all__ = [
    "ACTIONS",
    "Descent",
    "Level",
    "Long",
    "Outcome",
    "Step",
    "Why",
    "suggest_anew",
    "suggest_missing",
    "write_reports",
]
