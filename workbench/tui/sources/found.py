"""What was found in files before they are imported, as text: what to think of, and how their talk begins."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from rich.text import Text

from workbench.exchange import Reading, clock_shown, format_label
from workbench.i18n import _, ngettext
from workbench.model import Transcript
from workbench.store import Store
from workbench.terminal import safe
from workbench.tui.sources.batch import Batch, Seen, Speaker, homes_of, remarks_of
from workbench.tui.sources.draft import Answers
from workbench.workflow.preview import kind_said

ALONE, AMONG = 30, 3
"""Turns shown of a file that is looked at by itself; of one among several."""
SHOWN = 400
"""Characters of a turn: one can be a whole afternoon."""
FILES = 20
"""Of as many files, where all are looked at."""


@dataclass(frozen=True, slots=True)
class Look:
    """What is looked at of a batch: one file, or all that can be brought in."""

    batch: Batch = field(default_factory=Batch)
    at: int | None = None
    """Which one; None for all."""

    @property
    def here(self) -> tuple[Seen, ...]:
        return self.batch.at(self.at)

    @property
    def several(self) -> bool:
        """Whether there is anything to choose between."""
        return len(self.batch) > 1

    @property
    def reading(self) -> Reading | None:
        """How the one file was read."""
        return self.here[0].preview.reading if self.at is not None and self.here else None

    @property
    def shapes(self) -> list[tuple[str, str]]:
        """The formats it may have, named, where that is in doubt."""
        found = self.reading.candidates if self.reading else ()
        return [(format_label(id), id) for id, _score in found] if len(found) > 1 else []

    @property
    def speakers(self) -> list[Speaker]:
        return self.batch.speakers(self.at)

    def proposal(self, label: str) -> str:
        """A pseudonym for whoever speaks under a label; none for all files, each of which has its own."""
        return self.here[0].proposal(label) if len(self.here) == 1 else ""

    def about(self, store: Store, said: Answers) -> Text:
        """What it is, and what to think of first."""
        found = homes_of(store, Batch(self.here), said.municipality)
        told = remarks_of(list(zip(self.here, found, strict=True)), said.given_so_far())
        return about_all(self.batch, told) if self.at is None else about(self.here[0], told)

    def turns(self) -> Text:
        """How the talk begins."""
        return all_first_turns(self.here) if self.at is None else first_turns(self.here[0])

    def on(self, batch: Batch) -> "Look":
        """At another batch; what is looked at stays where the files are the same."""
        same = [one.file for one in batch] == [one.file for one in self.batch]
        return Look(batch, self.at if same else None if len(batch) > 1 else 0)


def about(one: Seen, told: Sequence[str]) -> Text:
    """A file, and what to think of first."""
    said = Text()
    said.append(safe(one.file.name), "bold")
    if reading := one.preview.reading:
        n = one.turns or 0
        turns = ngettext("{n} turn", "{n} turns", n).format(n=n)
        said.append(f" · {kind_said(reading.kind)}, {reading.encoding} · {format_label(reading.format)} · {turns}")
    return _remarked(said, told, "!" if one.preview.refused else "·")


def about_all(batch: Batch, told: Sequence[str]) -> Text:
    """All the files, and what to think of first."""
    said = Text()
    said.append(all_said(len(batch)), "bold").append(f" · {summary(batch)}")
    return _remarked(said, told, "·")


def _remarked(said: Text, told: Sequence[str], mark: str) -> Text:
    for remark in told:
        said.append(f"\n{mark} {safe(remark)}")
    return said


def all_said(n: int) -> str:
    return _("All {n} files").format(n=n)


def summary(several: Batch) -> str:
    """How many files are new, and how many of them cannot or need not be brought in."""
    new = sum(one.wanted for one in several)
    said = [ngettext("{n} new", "{n} new", new).format(n=new)]
    if here := sum(one.preview.duplicate is not None for one in several):
        said.append(ngettext("{n} is here already", "{n} are here already", here).format(n=here))
    if refused := sum(one.preview.refused is not None for one in several):
        said.append(_("{n} cannot be read").format(n=refused))
    return " · ".join(said)


def first_turns(one: Seen, most: int = ALONE) -> Text:
    """How the talk begins; of a survey, how each answer does."""
    said = Text()
    transcripts = one.preview.reading.transcripts if one.preview.reading else ()
    for transcript in transcripts[:most]:
        _begin(said, transcript, AMONG if len(transcripts) > 1 else most)
    return said


def all_first_turns(several: Sequence[Seen]) -> Text:
    """How the talk begins, under the name of each file."""
    said = Text()
    for one in several[:FILES]:
        said.append(safe(one.file.name) + "\n", "underline").append_text(first_turns(one, AMONG)).append("\n")
    return said


def _begin(said: Text, transcript: Transcript, most: int) -> None:
    for turn in transcript.turns[:most]:
        if turn.from_seconds is not None:
            said.append(f"{clock_shown(turn.from_seconds)} ", "dim")
        if turn.speaker:
            said.append(f"{safe(turn.speaker)}: ", "bold")
        words = turn.place.of(transcript.text)
        said.append(safe(words if len(words) <= SHOWN else f"{words[:SHOWN]} …") + "\n")
