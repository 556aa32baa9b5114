"""The way down from the municipalities to what was said, one table per step."""

from workbench.tui.overview.level import Level
from workbench.tui.overview.municipalities import Municipalities

__all__ = ["Level", "Municipalities"]
