"""Review on the screen: where one is in a sitting, and how a passage is laid out."""

from workbench.tui.review.actions import ACTIONS
from workbench.tui.review.layout import Laid, laid_out
from workbench.tui.review.sitting import Sitting

__all__ = ["ACTIONS", "Laid", "Sitting", "laid_out"]
