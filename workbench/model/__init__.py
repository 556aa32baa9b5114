"""Frozen value types and the operations on them; no I/O."""

from workbench.model.coding import AGREED, Coding, Valence, Verdict
from workbench.model.finding import Finding, FindingKind, in_paragraphs, one_line
from workbench.model.journey import (
    MOST_IMPORTANT,
    Coordinator,
    Influence,
    Journey,
    JourneyEvent,
    Precision,
    SaidInTurn,
    TurningPoint,
)
from workbench.model.light_edit import CUT, LightEdit, Unmarked, light_edit
from workbench.model.names import folded, handle, nearest
from workbench.model.place import Place
from workbench.model.source import (
    CONSENT_SCOPES,
    AgeGroup,
    SourceKind,
    SourceProfile,
    SpeakerProfile,
    TalkRole,
    Transcription,
)
from workbench.model.suggestion import Evidence, LabelledPassage, Level, Suggestion
from workbench.model.transcript import Passage, Transcript, Turn

__all__ = [
    "AGREED",
    "CONSENT_SCOPES",
    "CUT",
    "MOST_IMPORTANT",
    "AgeGroup",
    "Coding",
    "Coordinator",
    "Evidence",
    "Finding",
    "FindingKind",
    "Influence",
    "Journey",
    "JourneyEvent",
    "LabelledPassage",
    "Level",
    "LightEdit",
    "Passage",
    "Place",
    "Precision",
    "SaidInTurn",
    "SourceKind",
    "SourceProfile",
    "SpeakerProfile",
    "Suggestion",
    "TalkRole",
    "Transcript",
    "Transcription",
    "Turn",
    "TurningPoint",
    "Unmarked",
    "Valence",
    "Verdict",
    "folded",
    "handle",
    "in_paragraphs",
    "light_edit",
    "nearest",
    "one_line",
]
