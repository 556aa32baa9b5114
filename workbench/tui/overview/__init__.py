"""The way down from the municipalities to what was said, one table per step."""

from workbench.tui.overview.actions import ACTIONS
from workbench.tui.overview.level import to_review
from workbench.tui.overview.why import Why
from workbench.tui.overview.work import Outcome, suggest_anew, suggest_missing, write_reports

__all__ = [
    "ACTIONS",
    "Outcome",
    "Why",
    "suggest_anew",
    "suggest_missing",
    "to_review",
    "write_reports",
]
