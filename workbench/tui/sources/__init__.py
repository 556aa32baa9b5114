"""What the sources screen asks in: one form for each thing a person says about the material."""

from workbench.tui.sources.editing import SourceForm
from workbench.tui.sources.form import FORM, Form
from workbench.tui.sources.importing import IMPORT, ImportForm
from workbench.tui.sources.outcome import Became, OutcomeForm
from workbench.tui.sources.question import QUESTION
from workbench.tui.sources.speakers import SPEAKERS, SpeakersForm

ACTIONS = (*IMPORT, *SPEAKERS, *FORM, *QUESTION)

__all__ = ["ACTIONS", "Became", "Form", "ImportForm", "OutcomeForm", "SourceForm", "SpeakersForm"]
