"""What a user says about a file before it is read."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from workbench.errors import UsageError
from workbench.i18n import _
from workbench.model import SpeakerProfile
from workbench.terminal import safe


@dataclass(frozen=True, slots=True)
class Asked:
    """How a file should be read, where it should not be left to be found out."""

    format: str = ""
    """A shape's name, or the name of a program that writes it; empty: whichever fits best."""
    speaker_pattern: str = ""
    """A regular expression for a speaker's label at the start of a line; its first group is the label."""
    answers: tuple[str, ...] = ()
    """The columns of a survey that hold open answers; empty: those with sentences in them."""
    speakers: Mapping[str, SpeakerProfile] = field(default_factory=dict)
    """Who speaks under which label (folded case), by an option or by the file's metadata."""

    @property
    def labels(self) -> tuple[str, ...]:
        """The labels that are known to be speakers."""
        return tuple(speaker.label for speaker in self.speakers.values())

    def checked(self) -> "Asked":
        """Itself, once its pattern is known to be one. Raises UsageError."""
        self.pattern()
        return self

    def pattern(self) -> re.Pattern[str] | None:
        """The speaker pattern. Raises UsageError when it is none, or has no group for the label."""
        if not self.speaker_pattern:
            return None
        try:
            pattern = re.compile(self.speaker_pattern)
        except re.error as error:
            raise UsageError(
                _("“{value}” is no pattern: {reason}.").format(value=safe(self.speaker_pattern), reason=error)
            ) from error
        if not pattern.groups:
            raise UsageError(
                _("The pattern “{value}” has no group for the speaker's name.").format(
                    value=safe(self.speaker_pattern)
                ),
                hint=_("Put the name in brackets, as in: {example}").format(example=r"'^<(\w+)>\s*'"),
            )
        return pattern
