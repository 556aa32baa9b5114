"""What people decide about passages: codings, decisions and review marks."""

from dataclasses import dataclass
from enum import StrEnum

from workbench.i18n import _
from workbench.model.place import Place

AGREED = "agreed"
"""The layer that coders settle on together; every other layer is one coder's name."""


class Valence(StrEnum):
    """What the statement says about its theme; exactly one per coding."""

    DESCRIPTION = "description"
    BARRIER = "barrier"
    ENABLER = "enabler"
    RECOMMENDATION = "recommendation"

    def next(self) -> "Valence":
        """The one that follows when a key cycles through them."""
        every = list(Valence)
        return every[(every.index(self) + 1) % len(every)]

    @property
    def label(self) -> str:
        """Its name in the language spoken now."""
        return {
            Valence.DESCRIPTION: _("description"),
            Valence.BARRIER: _("barrier"),
            Valence.ENABLER: _("enabler"),
            Valence.RECOMMENDATION: _("recommendation"),
        }[self]


class Verdict(StrEnum):
    """One person's answer to one suggestion. `doubt` is an acceptance that wants a second look."""

    ACCEPT = "accept"
    ADJUST = "adjust"
    REJECT = "reject"
    DOUBT = "doubt"

    @property
    def positive(self) -> bool:
        """Whether the person found that the code belongs here."""
        return self is not Verdict.REJECT


@dataclass(frozen=True, slots=True)
class Coding:
    """A code set on a place by a person, in that person's layer."""

    id: str
    layer: str
    revision: str
    place: Place
    code: str
    """The code's id in its codebook, such as `plan.dobbelt`."""
    codebook: str
    valence: Valence
    strength: int | None = None
    doubt: bool = False
    contrary: bool = False
