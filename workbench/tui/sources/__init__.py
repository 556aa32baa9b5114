"""What the sources screen shows and asks: the list, and one form for each thing a person says about the material."""

from workbench.tui.sources.bringing import Became, bring_in
from workbench.tui.sources.draft import Draft, Said
from workbench.tui.sources.editing import SourceForm
from workbench.tui.sources.form import FORM, Form
from workbench.tui.sources.importing import IMPORT, ImportForm
from workbench.tui.sources.outcome import OutcomeForm
from workbench.tui.sources.preview import PREVIEW
from workbench.tui.sources.question import QUESTION
from workbench.tui.sources.speakers import SPEAKERS, SpeakersForm

ACTIONS = (*IMPORT, *PREVIEW, *SPEAKERS, *FORM, *QUESTION)

__all__ = [
    "ACTIONS", "Became", "Draft", "Form", "ImportForm", "OutcomeForm", "Said", "SourceForm", "SpeakersForm",
    "bring_in",
]  # fmt: skip
