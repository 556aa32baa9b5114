"""What one has at hand while coding a transcript: the source, what is there already, and what comes next."""

from workbench.tui.coding.actions import ACTIONS, TEXT
from workbench.tui.coding.marks import PLAIN, Marks
from workbench.tui.coding.material import Change, OpenSource
from workbench.tui.coding.pins import filled

__all__ = ["ACTIONS", "PLAIN", "TEXT", "Change", "Marks", "OpenSource", "filled"]
