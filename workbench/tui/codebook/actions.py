"""What can be done with the codebooks, and the keys for it."""

from workbench.i18n import N_
from workbench.tui.actions import Action

ACTIONS = (
    Action("codebook.quotes", ("enter",), N_("Its quotes"), footer=True),
    Action("codebook.edit", ("e",), N_("Edit"), N_("Makes a new version of the project's codebook."), footer=True,
           verbs=("codebooks edit",)),
    Action("codebook.example", ("n",), N_("New example"), N_("A passage that the code fits."), footer=True,
           verbs=("codebooks example",)),
    Action("codebook.pin", ("p",), N_("Put on a digit"), N_("That digit sets the code in the transcript."),
           footer=True),
    Action("codebook.lint", ("l",), N_("What could be better"), N_("Looks the project's codebooks over."), footer=True),
    Action("codebook.find", ("slash",), N_("Find a code")),
    Action("codebook.further", ("space",), N_("Further down"), N_("In what the code says; from its end back up.")),
)  # fmt: skip
TREE = (
    Action("codes.fold", ("left", "minus"), N_("Fold away"), N_("Where nothing folds: up to what it belongs to.")),
    Action("codes.unfold", ("right", "plus"), N_("Unfold")),
)
"""Only while one is in the list of codes."""
