"""What can be done while reviewing, and the keys for it. None needs AltGr on a Danish keyboard.

Which of them the footer shows hangs on the passage: that is in `said`. The transcript has its key of everywhere here,
too, so that it opens at the passage.
"""

from workbench.i18n import N_
from workbench.tui.actions import Action

ACTIONS = (
    Action("review.accept_1", ("1",), N_("Accept"), N_("Suggestion 1; you go on when each one is answered."),
           verbs=("accept",)),
    Action("review.accept_2", ("2",), N_("Accept suggestion 2"), verbs=("accept",)),
    Action("review.accept_3", ("3",), N_("Accept suggestion 3"), verbs=("accept",)),
    Action("review.accept_4", ("4",), N_("Accept suggestion 4"), verbs=("accept",)),
    Action("review.accept_5", ("5",), N_("Accept suggestion 5"), verbs=("accept",)),
    Action("review.accept_6", ("6",), N_("Accept suggestion 6"), verbs=("accept",)),
    Action("review.accept_7", ("7",), N_("Accept suggestion 7"), verbs=("accept",)),
    Action("review.accept_8", ("8",), N_("Accept suggestion 8"), verbs=("accept",)),
    Action("review.accept_9", ("9",), N_("Accept suggestion 9"), verbs=("accept",)),
    Action("review.accept", ("y",), N_("Accept the chosen one"), verbs=("accept",)),
    Action("review.reject", ("x",), N_("Reject"), N_("The suggestions that are not answered yet."), verbs=("reject",)),
    Action("review.reject_one", ("X",), N_("Reject the chosen one"), verbs=("reject",)),
    Action("review.no_code", ("n",), N_("No code"), N_("Nothing in the codebooks fits here."), verbs=("no-code",)),
    Action("review.pick", ("c",), N_("Code"), N_("Another code, or one more, found by a few letters of it."),
           verbs=("code",)),
    Action("review.again", ("full_stop",), N_("Same code again"), verbs=("code",)),
    Action("review.on", ("enter",), N_("Go on"), N_("An undecided passage is left for later.")),
    Action("review.valence", ("v",), N_("Valence"),
           N_("Of the next coding: description, barrier, enabler, recommendation.")),
    Action("review.doubt", ("d",), N_("Doubt"), N_("The next coding gets a question mark.")),
    Action("review.strength", ("s",), N_("Strength"),
           N_("Of the next coding: 1 mentioned, 2 unfolded, 3 with an incident, none.")),
    Action("review.back", ("b",), N_("Passage before"), N_("Back to it, to add to it.")),
    Action("review.next", ("down", "tab"), N_("Next suggestion"), N_("It is the one that is told about.")),
    Action("review.previous", ("up", "shift+tab"), N_("Suggestion before")),
    Action("review.blind", ("B",), N_("Blind"), N_("Suggestions are hidden until you have decided.")),
    Action("review.order", ("o",), N_("Order"), N_("As it was said, least sure first, or thin places first.")),
    Action("review.within", ("w",), N_("Where from"), N_("Everywhere, this municipality only, this source only.")),
    Action("review.suggest", ("f",), N_("Read for suggestions"), N_("The sources that were not read yet.")),
    Action("review.transcript", ("t",), N_("Transcript"), N_("The source, at this passage.")),
    Action("review.beside", ("i",), N_("Side pane"), N_("What the code is about; shows or hides it.")),
    Action("review.wider", ("plus",), N_("Wider side pane")),
    Action("review.narrower", ("minus",), N_("Narrower side pane")),
    Action("review.page_down", ("pagedown",), N_("Further down"), N_("In a long passage, else in the side pane.")),
    Action("review.page_up", ("pageup",), N_("Further up")),
)  # fmt: skip
