"""What is known about an interview besides its words. Values are English; labels are made where shown."""

from dataclasses import dataclass, field
from enum import StrEnum

from workbench.i18n import _


class SourceKind(StrEnum):
    """How the material came about."""

    FOCUS_GROUP = "focus_group"
    INTERVIEW = "interview"
    YOUTH_JOURNEY = "youth_journey"
    MINUTES = "minutes"
    SURVEY = "survey"
    DOCUMENT = "document"

    @property
    def label(self) -> str:
        """Its name in the language spoken now."""
        return {
            SourceKind.FOCUS_GROUP: _("focus group"),
            SourceKind.INTERVIEW: _("interview"),
            SourceKind.YOUTH_JOURNEY: _("youth journey"),
            SourceKind.MINUTES: _("minutes"),
            SourceKind.SURVEY: _("survey"),
            SourceKind.DOCUMENT: _("document"),
        }[self]


class Transcription(StrEnum):
    """Whether the words are the speakers' own. Minutes are never quoted as speech."""

    VERBATIM = "verbatim"
    MINUTES = "minutes"


class TalkRole(StrEnum):
    """An interviewer's turns are context: they get no suggestions and are not coded."""

    INTERVIEWER = "interviewer"
    RESPONDENT = "respondent"


class AgeGroup(StrEnum):
    """Aged 15 and in grade 9 or below is 13-15, else 15-24. Never a date of birth."""

    PUPIL = "13-15"
    YOUNG = "15-24"
    YOUNG_ADULT = "25-30"


CONSENT_SCOPES = ("quote", "share", "suggest")


@dataclass(frozen=True, slots=True)
class SpeakerProfile:
    """Who speaks under a label in one source; everything but the talk role may be unknown."""

    label: str
    shown: str = ""
    """The label the project keeps instead, where the file's is a person's name."""
    talk_role: TalkRole = TalkRole.RESPONDENT
    pseudonym: str = ""
    role: str = ""
    centre: str = ""
    age_group: AgeGroup | None = None


@dataclass(frozen=True, slots=True)
class SourceProfile:
    """A source's metadata as given in front matter, a .meta.yaml file or options."""

    municipality: str = ""
    title: str = ""
    kind: SourceKind = SourceKind.INTERVIEW
    transcription: Transcription = Transcription.VERBATIM
    month: str = ""
    """YYYY-MM; a day would tell too much."""
    phase: str = ""
    centre: str = ""
    minutes: int | None = None
    """Length of the talk."""
    lead_coder: str = ""
    legal_basis: str = ""
    consent: frozenset[str] = frozenset()
    """Which of CONSENT_SCOPES the person agreed to; what is not named is not consented to."""
    erase_by: str = ""
    speakers: tuple[SpeakerProfile, ...] = field(default=())
    said: frozenset[str] = frozenset()
    """Which of these the material itself says: "no consent" said is not the same as nothing said."""

    def speaker(self, label: str) -> SpeakerProfile | None:
        """The profile written for this label, whatever its case."""
        return next((s for s in self.speakers if s.label.casefold() == label.casefold()), None)
