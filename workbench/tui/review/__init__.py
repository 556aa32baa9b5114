"""Review on the screen: where one is in a sitting, what its keys say, and how a passage is laid out."""

from workbench.tui.review import answers, said
from workbench.tui.review.actions import ACTIONS
from workbench.tui.review.card import PassageCard
from workbench.tui.review.case import Case
from workbench.tui.review.layout import Laid, laid_out
from workbench.tui.review.pane import PassagePane
from workbench.tui.review.pile import Pile
from workbench.tui.review.sitting import Sitting

__all__ = ["ACTIONS", "Case", "Laid", "PassageCard", "PassagePane", "Pile", "Sitting", "answers", "laid_out", "said"]
