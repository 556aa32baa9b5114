"""What an import form works with: the files a path means, who speaks, and the order to bring a file in."""

from dataclasses import dataclass, replace
from pathlib import Path

from rich.text import Text

from workbench.errors import WorkbenchError
from workbench.exchange import ENDINGS, clock_shown, transcript_files
from workbench.i18n import _
from workbench.model import AgeGroup, SourceProfile, SpeakerProfile, TalkRole
from workbench.terminal import safe
from workbench.tui.sources.speaker import Who
from workbench.workflow.import_ import Given
from workbench.workflow.preview import Home, Preview, answered

TURNS_SHOWN = 30
"""Of a transcript, before it is imported."""


@dataclass(frozen=True, slots=True)
class Order:
    """A file to bring in, and what is said of it besides its own words."""

    file: Path
    given: Given


def alone_or_none(found: list[Preview]) -> bool:
    """Whether there is nothing to choose between."""
    return len(found) < 2


def order(one: Preview, given: Given, several: list[Home], new: set[str]) -> Given:
    return answered(replace(given, asked=one.asked), several, new)


def files_meant(typed: str) -> list[Path]:
    """The files meant. Raises WorkbenchError where there is none."""
    try:
        path = Path(typed).expanduser()
    except RuntimeError:
        path = Path(typed)
    if found := transcript_files(path):
        return found
    raise WorkbenchError(
        _("There is no transcript in {paths}.").format(paths=safe(str(path))),
        hint=_("This workbench reads: {endings}").format(endings=" ".join(ENDINGS)),
    )


def says(profile: SourceProfile, name: str) -> bool:
    return name in profile.said if name in ("kind", "consent") else bool(getattr(profile, name))


def profile_of(own: SpeakerProfile, who: Who) -> SpeakerProfile:
    """The speaker as the form has it; an interviewer is nobody the project keeps more of."""
    if who.interviewer:
        return SpeakerProfile(own.label, talk_role=TalkRole.INTERVIEWER)
    return replace(
        own,
        talk_role=TalkRole.RESPONDENT,
        pseudonym=who.pseudonym,
        role=who.role,
        age_group=AgeGroup(who.age_group) if who.age_group else None,
    )


def first_turns(one: Preview) -> Text:
    said = Text()
    several = len(one.reading.transcripts) > 1 if one.reading else False
    for transcript in one.reading.transcripts[:TURNS_SHOWN] if one.reading else ():
        for turn in transcript.turns[: 2 if several else TURNS_SHOWN]:
            if turn.from_seconds is not None:
                said.append(f"{clock_shown(turn.from_seconds)} ", "dim")
            if turn.speaker:
                said.append(f"{safe(turn.speaker)}: ", "bold")
            said.append(safe(turn.place.of(transcript.text)) + "\n")
    return said


def new_said(name: str, *, said: bool) -> str:
    if said:
        return _("“{name}” is not in this project yet.").format(name=safe(name))
    return _("No municipality is said. The folder is called “{name}”, which is not in this project yet.").format(
        name=safe(name)
    )
