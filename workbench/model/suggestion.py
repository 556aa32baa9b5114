"""What the machine proposes. A suggestion is never a coding until somebody accepts it."""

from dataclasses import dataclass
from enum import StrEnum

from workbench.i18n import _
from workbench.model.place import Place


class Level(StrEnum):
    """How sure a calibrated confidence is, in words: people read words better than decimals."""

    HIGH = "high"
    MIDDLE = "middle"
    LOW = "low"

    @staticmethod
    def of(confidence: float) -> "Level":
        """High from .85, middle from .45, else low."""
        if confidence >= 0.85:
            return Level.HIGH
        return Level.MIDDLE if confidence >= 0.45 else Level.LOW

    @property
    def label(self) -> str:
        """Its name in the language spoken now."""
        return {Level.HIGH: _("high"), Level.MIDDLE: _("middle"), Level.LOW: _("low")}[self]


@dataclass(frozen=True, slots=True)
class Evidence:
    """A word in the passage that carried the code."""

    place: Place
    """Code points of the passage's own text."""
    text: str
    weight: float
    """Its share of what spoke for the code, 0 to 1."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A code for a passage, how sure the machine is, and why."""

    code: str
    confidence: float
    """Calibrated probability, 0 to 1."""
    evidence: tuple[Evidence, ...] = ()
    """Strongest first; empty means weak evidence, and is said so."""
    keyword: str = ""
    """The codebook's keyword that was met, as written there."""

    @property
    def level(self) -> Level:
        return Level.of(self.confidence)


@dataclass(frozen=True, slots=True)
class LabelledPassage:
    """A passage a coder has dealt with: what the engine learns from.

    A code that was suggested and left untouched says nothing: silence is no answer.
    """

    text: str
    codes: frozenset[str]
    """Codes a person set here."""
    rejected: frozenset[str] = frozenset()
    """Codes a person rejected here: negative for these codes only."""
    no_code: bool = False
    """A person saw it and said that no code fits: negative for every code."""
    untouched: frozenset[str] = frozenset()
    """Codes that were suggested and neither taken nor rejected."""
