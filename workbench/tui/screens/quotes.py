"""quotes"""

from workbench.i18n import _
from workbench.tui.actions import Action, bindings
from workbench.tui.screens.base import DeskScreen

ACTIONS: tuple[Action, ...] = ()


class QuotesScreen(DeskScreen):
    """quotes"""

    SCOPE = "quotes"
    BINDINGS = bindings(ACTIONS)

    def filter_by(self, *, code: str = "", municipality: str = "") -> None:
        pass

    def title_said(self) -> str:
        return _("Quotes")
