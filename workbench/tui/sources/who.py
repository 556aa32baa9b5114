"""Who somebody is that speaks under a label, as a form asks it and a table tells it."""

from dataclasses import dataclass, replace

from workbench.codebook import roles
from workbench.i18n import _, language
from workbench.model import AgeGroup, SpeakerProfile, TalkRole
from workbench.store import Voice


@dataclass(frozen=True, slots=True)
class Who:
    """What is said of a speaker; an interviewer is nobody the project keeps more of."""

    interviewer: bool
    pseudonym: str = ""
    role: str = ""
    age_group: str = ""

    @property
    def somebody(self) -> bool:
        """Whether there is a participant behind this."""
        return not self.interviewer and bool(self.pseudonym or self.role or self.age_group)

    def beside(self, own: "Who") -> "Who":
        """With what is said already, where this leaves something open."""
        if self.interviewer:
            return self
        return Who(False, self.pseudonym or own.pseudonym, self.role or own.role, self.age_group or own.age_group)

    def profile(self, own: SpeakerProfile) -> SpeakerProfile:
        """The speaker with this said of them."""
        if self.interviewer:
            return SpeakerProfile(own.label, talk_role=TalkRole.INTERVIEWER)
        return replace(
            own,
            talk_role=TalkRole.RESPONDENT,
            pseudonym=self.pseudonym,
            role=self.role,
            age_group=AgeGroup(self.age_group) if self.age_group else None,
        )


def of_profile(one: SpeakerProfile) -> Who:
    """What is said of a speaker before they are in the project."""
    return Who(
        one.talk_role is TalkRole.INTERVIEWER, one.pseudonym, one.role, one.age_group.value if one.age_group else ""
    )


def of_voice(voice: Voice) -> Who:
    """What is known of a speaker in the project."""
    asks, one = voice.talk_role is TalkRole.INTERVIEWER, voice.participant
    if one is None:
        return Who(asks)
    return Who(asks, one.pseudonym, one.role, one.age_group.value if one.age_group else "")


def part_said(interviewer: bool) -> str:
    """Which part somebody has in the talk, in the language spoken now."""
    return _("interviewer") if interviewer else _("respondent")


def role_said(role: str) -> str:
    """A role's name in the language spoken now; as it is where it is none of ours."""
    return roles().label(role, language()) if role in roles() else role


def who_said(who: Who) -> str:
    """What somebody is in the talk, in one word or two."""
    return role_said(who.role) if who.role and not who.interviewer else part_said(who.interviewer)


def label_said(label: str) -> str:
    """A speaker's label, also of those whom the transcript does not name."""
    return label or _("(nobody named)")
