"""review"""

from workbench.i18n import _
from workbench.tui.actions import Action, bindings
from workbench.tui.screens.base import DeskScreen
from workbench.workflow.order import Order

ACTIONS: tuple[Action, ...] = ()


class ReviewScreen(DeskScreen):
    """review"""

    SCOPE = "review"
    BINDINGS = bindings(ACTIONS)

    def begin(self, *, order: Order = Order.TRANSCRIPT, municipality: str = "") -> None:
        """Begin a sitting in this order, over a municipality (id) or over all."""

    def title_said(self) -> str:
        return _("Review")
