"""What can be done with quotes, and the keys for it."""

from workbench.i18n import N_
from workbench.tui.actions import Action

ACTIONS = (
    Action("quotes.star", ("s",), N_("Star"), N_("Chosen for the report; again takes the star away."), footer=True,
           verbs=("quotes star", "quotes unstar")),
    Action("quotes.edit", ("e",), N_("Edit lightly"), N_("What you leave out or add is marked."), footer=True,
           verbs=("quotes edit",)),
    Action("quotes.approve", ("a",), N_("Approve"), N_("The words are right as they are; again takes it back."),
           footer=True, verbs=("quotes approve", "quotes unapprove")),
    Action("quotes.copy", ("y",), N_("Copy"), N_("In quotation marks, with whom it is by."), footer=True),
    Action("quotes.filter", ("f",), N_("Filter"), N_("By code, municipality, role, age …; again takes it away."),
           footer=True),
    Action("quotes.search", ("slash",), N_("Only with these words")),
    Action("quotes.valence", ("v",), N_("Next valence")),
    Action("quotes.starred", ("S",), N_("Only with a star")),
    Action("quotes.approved", ("A",), N_("Approved, not approved, all")),
    Action("quotes.all", ("x",), N_("All quotes"), N_("Takes every filter away.")),
    Action("quotes.open", ("enter",), N_("Read on in the transcript")),
    Action("quotes.further", ("space",), N_("Further down"), N_("In the quote; from its end back to the beginning.")),
    Action("quotes.example", ("n",), N_("Make it an example"), N_("Of its code, in the project's codebook."),
           verbs=("codebooks example",)),
    Action("quotes.write", ("w",), N_("Write a table"), N_("Of those that are shown, for Excel.")),
)  # fmt: skip
