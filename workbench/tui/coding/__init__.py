"""What one does with a transcript that is open: read it, code it, answer what is suggested, note, find."""

from workbench.tui.coding.marks import PLAIN, Marks
from workbench.tui.coding.material import Change, OpenSource
from workbench.tui.coding.pins import filled

__all__ = ["PLAIN", "Change", "Marks", "OpenSource", "filled"]
