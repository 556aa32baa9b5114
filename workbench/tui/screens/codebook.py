"""codebook"""

from workbench.i18n import _
from workbench.tui.actions import Action, bindings
from workbench.tui.screens.base import DeskScreen

ACTIONS: tuple[Action, ...] = ()


class CodebookScreen(DeskScreen):
    """codebook"""

    SCOPE = "codebook"
    BINDINGS = bindings(ACTIONS)

    def title_said(self) -> str:
        return _("Codebook")
