"""What is said of a coding beside its code: valence, strength, doubt, contrary."""

from dataclasses import dataclass, replace

from workbench.i18n import _
from workbench.model import Coding, Valence

STRONGEST = 3


@dataclass(frozen=True, slots=True)
class Marks:
    """Of a coding that is there, or of the one that is set next."""

    valence: Valence = Valence.DESCRIPTION
    strength: int | None = None
    """1 to STRONGEST; None where nothing is said of it."""
    doubt: bool = False
    contrary: bool = False

    @classmethod
    def of(cls, coding: Coding) -> "Marks":
        return cls(coding.valence, coding.strength, coding.doubt, coding.contrary)

    def turned(self, name: str) -> "Marks":
        """One of them a step on, as its key does: valences in a circle, strengths up and then none, yes and no."""
        if name == "valence":
            return replace(self, valence=self.valence.next())
        if name == "strength":
            return replace(self, strength=((self.strength or 0) + 1) % (STRONGEST + 1) or None)
        if name == "doubt":
            return replace(self, doubt=not self.doubt)
        return replace(self, contrary=not self.contrary)

    @property
    def said(self) -> str:
        """In words and signs, in the language spoken now."""
        strength = f" {'●' * self.strength}" if self.strength else ""
        contrary = " · " + _("contrary") if self.contrary else ""
        return f"{self.valence.label}{strength}{' ?' if self.doubt else ''}{contrary}"


PLAIN = Marks()
