"""What can be done while coding a transcript, and the keys for it. None needs AltGr on a Danish keyboard."""

from dataclasses import replace

from workbench.i18n import N_
from workbench.tui import transcript
from workbench.tui.actions import Action

TEXT = tuple(
    # `v` turns the valence, here as in every review; the view alone would select with it.
    replace(one, keys=("space",)) if one.id == "text.select" else replace(one, footer=False)
    for one in transcript.ACTIONS
)
"""Moving and selecting, as the view does it."""

ACTIONS = (
    Action(
        "transcript.pick", ("c",), N_("Code"),
        N_("Any code, found by a few letters of it, for the selection; with none for the sentence."),
        footer=True, verbs=("code",),
    ),
    Action("transcript.accept", ("y",), N_("Accept"), N_("The suggestion at hand; for the selection, if there is one."),
           footer=True, verbs=("accept", "code")),
    Action("transcript.reject", ("x",), N_("Reject"), N_("The suggestion at hand does not fit."), verbs=("reject",)),
    Action("transcript.reject-all", ("X",), N_("Reject all"), N_("No suggestion left in the passage fits."),
           verbs=("reject",)),
    Action("transcript.no-code", ("n",), N_("No code"), N_("Nothing in the codebooks fits the passage."),
           verbs=("no-code",)),
    Action("transcript.next", ("tab",), N_("Next suggestion"),
           N_("In this passage, else in the next that you have not dealt with."), footer=True),
    Action("transcript.valence", ("v",), N_("Valence"),
           N_("Of the coding at the cursor; with a selection, or where there is none, of the next one."),
           footer=True, verbs=("adjust",)),
    Action("transcript.strength", ("t",), N_("Strength"), N_("1 mentioned, 2 unfolded, 3 with an incident, none."),
           verbs=("adjust",)),
    Action("transcript.doubt", ("d",), N_("Doubt"), N_("With a question mark, to be looked at again; or without."),
           verbs=("adjust",)),
    Action("transcript.contrary", ("k",), N_("Contrary"), N_("Whether it goes against what the others say."),
           verbs=("adjust",)),
    Action("transcript.again", ("full_stop",), N_("Same code again"), verbs=("code",)),
    Action("transcript.code-1", ("1",), N_("Code on 1"), verbs=("code",)),
    Action("transcript.code-2", ("2",), N_("Code on 2"), verbs=("code",)),
    Action("transcript.code-3", ("3",), N_("Code on 3"), verbs=("code",)),
    Action("transcript.code-4", ("4",), N_("Code on 4"), verbs=("code",)),
    Action("transcript.code-5", ("5",), N_("Code on 5"), verbs=("code",)),
    Action("transcript.code-6", ("6",), N_("Code on 6"), verbs=("code",)),
    Action("transcript.code-7", ("7",), N_("Code on 7"), verbs=("code",)),
    Action("transcript.code-8", ("8",), N_("Code on 8"), verbs=("code",)),
    Action("transcript.code-9", ("9",), N_("Code on 9"), verbs=("code",)),
    Action("transcript.pin", ("p",), N_("Pin code"),
           N_("Puts the code at the cursor, else the one set last, on a digit.")),
    Action("transcript.adjust", ("a",), N_("Adjust ends"),
           N_("Selects the coding at the cursor; move either end, then ↵ keeps it and esc leaves it as it was."),
           verbs=("adjust",)),
    Action("transcript.uncode", ("delete",), N_("Take coding away"), verbs=("uncode",)),
    Action("transcript.other", ("e",), N_("Other coding here"),
           N_("Where several codings stand, the next is at hand.")),
    Action("transcript.tint", ("f",), N_("Tint one code"),
           N_("Only where the code at the cursor stands; or every code.")),
    Action("transcript.open", ("enter",), N_("Its quotes"),
           N_("All that was said under the code of the coding at hand; while its ends are moved, keeps them."),
           verbs=("adjust",)),
    Action("transcript.memo", ("m",), N_("Memo"), N_("On the coding at hand, else the passage."),
           verbs=("memo add", "memo edit", "memo remove")),
    Action("transcript.find", ("slash",), N_("Find"), N_("Words in this source; N and P go to the next and previous.")),
    Action("transcript.next-hit", ("N",), N_("Next found")),
    Action("transcript.previous-hit", ("P",), N_("Previous found")),
    Action("transcript.unfind", ("escape",), N_("End the search")),
    Action("transcript.sources", ("l",), N_("Open a source")),
    Action("transcript.beside", ("i",), N_("Side pane"), N_("Shows or hides it.")),
    Action("transcript.wider", ("plus",), N_("Wider side pane")),
    Action("transcript.narrower", ("minus",), N_("Narrower side pane")),
)  # fmt: skip
