"""The transcript view and what it shows: a source's words, its codings, what is chosen."""

from workbench.tui.transcript.acting import ACTIONS
from workbench.tui.transcript.document import Document
from workbench.tui.transcript.lanes import Coded, Lanes
from workbench.tui.transcript.marks import Mark, marks
from workbench.tui.transcript.messages import CursorMoved, PlaceClicked, SelectionChanged
from workbench.tui.transcript.selection import Selection
from workbench.tui.transcript.stretches import Stretches
from workbench.tui.transcript.units import Unit, Units
from workbench.tui.transcript.view import TranscriptView
from workbench.tui.transcript.wrap import Wrap

__all__ = [
    "ACTIONS",
    "Coded",
    "CursorMoved",
    "Document",
    "Lanes",
    "Mark",
    "PlaceClicked",
    "Selection",
    "SelectionChanged",
    "Stretches",
    "TranscriptView",
    "Unit",
    "Units",
    "Wrap",
    "marks",
]
