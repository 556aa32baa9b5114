"""The files of an import before they are stored: what each would become, and who was found to speak in them."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from workbench.exchange import Asked
from workbench.i18n import ngettext
from workbench.model import SourceProfile
from workbench.store import Store
from workbench.tui.sources.draft import Answers, Order
from workbench.tui.sources.who import Who, of_profile
from workbench.workflow.import_ import Given
from workbench.workflow.preview import Heard, Home, Preview, answered, heard, homes, mapped, remarks


@dataclass(frozen=True, slots=True)
class Seen:
    """A file as it would be read, and who is heard in it: in a survey nobody, for each answer is somebody else's."""

    preview: Preview
    heard: tuple[Heard, ...] = ()

    @classmethod
    def of(cls, one: Preview) -> "Seen":
        reading = one.reading
        return cls(one, tuple(heard(reading.transcript)) if reading and len(reading.transcripts) == 1 else ())

    @property
    def file(self) -> Path:
        return self.preview.file

    @property
    def wanted(self) -> bool:
        """Whether it can be read and is not in the project already."""
        return self.preview.refused is None and self.preview.duplicate is None

    @property
    def turns(self) -> int | None:
        return len(self.preview.reading.transcript.turns) if self.preview.reading else None

    @property
    def profiles(self) -> list[SourceProfile]:
        """What it says of itself, of each source it would become."""
        return [one.profile for one in self.preview.reading.transcripts] if self.preview.reading else []

    def who(self, label: str) -> Who:
        """What is said of whoever speaks under a label; of nobody, that they are a respondent."""
        return next((of_profile(one.profile) for one in self.heard if _same(one, label)), Who(False))

    def proposal(self, label: str) -> str:
        """A pseudonym for whoever speaks under a label: the source's name and a number."""
        number = next((n for n, one in enumerate(self.heard, 1) if one.profile.label == label), 0)
        name = self.preview.reading.transcript.name if self.preview.reading else self.file.stem
        return f"{name}-{number}"

    def mapped(self, label: str, who: Who) -> "Seen":
        """With this said of who speaks under a label; a participant without a pseudonym gets the one proposed."""
        here = next((one for one in self.heard if _same(one, label)), None)
        if here is None:
            return self
        if who.somebody and not who.pseudonym:
            who = replace(who, pseudonym=self.proposal(here.profile.label))
        said = replace(here, profile=who.profile(here.profile))
        asked = mapped(self.preview.asked, said.profile)
        return Seen(replace(self.preview, asked=asked), tuple(said if one is here else one for one in self.heard))

    def asked(self) -> Asked:
        """How to read it so that it becomes what was shown: a label that is said to be a speaker's may hide others."""
        asked, reading = self.preview.asked, self.preview.reading
        if reading is None or not asked.speakers:
            return asked
        for one in self.heard:
            asked = mapped(asked, one.profile)
        return replace(asked, format=reading.format)


@dataclass(frozen=True, slots=True)
class Speaker:
    """Whoever speaks under a label, in one file or several."""

    label: str
    files: int
    turns: int
    words: int
    said: tuple[Who, ...]
    """What is said of them: one, or as many as the files disagree."""

    @property
    def who(self) -> Who:
        """What holds in every file."""

        def alike(values: set[str]) -> str:
            return values.pop() if len(values) == 1 else ""

        return Who(
            all(one.interviewer for one in self.said),
            alike({one.pseudonym for one in self.said}),
            alike({one.role for one in self.said}),
            alike({one.age_group for one in self.said}),
        )


@dataclass(frozen=True, slots=True)
class Batch:
    """Files in their order. A number means one of them; None means all."""

    seen: tuple[Seen, ...] = ()

    def __len__(self) -> int:
        return len(self.seen)

    def __iter__(self) -> Iterator[Seen]:
        return iter(self.seen)

    def at(self, at: int | None) -> tuple[Seen, ...]:
        """One of them, whatever it is; or all that can be brought in."""
        return tuple(one for one in self.seen if one.wanted) if at is None else self.seen[at : at + 1]

    @property
    def profiles(self) -> list[SourceProfile]:
        """What those that are asked about say of themselves."""
        return [profile for one in self.at(None if len(self.seen) > 1 else 0) for profile in one.profiles]

    def speakers(self, at: int | None) -> list[Speaker]:
        """Who was found, each label once: those in the most files first, then as they are heard."""
        found: dict[str, list[Heard]] = {}
        for one in self.at(at):
            for each in one.heard:
                found.setdefault(each.profile.label.casefold(), []).append(each)
        speakers = (_speaker(several) for several in found.values())
        return sorted(speakers, key=lambda one: -one.files)

    def mapped(self, label: str, who: Who, at: int | None) -> "Batch":
        """With this said of who speaks under a label, in one file or in all where somebody does.

        What is left blank for all stays as each file has it.
        """
        if at is None:
            return Batch(tuple(one.mapped(label, who.beside(one.who(label))) for one in self.seen))
        return Batch(tuple(one.mapped(label, who) if at == number else one for number, one in enumerate(self.seen)))

    def joined(self, others: Iterable[Seen]) -> "Batch":
        """With these behind them; a file that was read anew stands where it stood."""
        anew = {one.file: one for one in others}
        return Batch((*(anew.pop(one.file, one) for one in self.seen), *anew.values()))

    def without(self, at: int | None) -> "Batch":
        return Batch(() if at is None else self.seen[:at] + self.seen[at + 1 :])

    @property
    def files(self) -> tuple[tuple[Path, Asked], ...]:
        """What was said of each file, for another day."""
        return tuple((one.file, one.preview.asked) for one in self.seen)


def homes_of(store: Store, batch: Batch, municipality: str) -> list[list[Home]]:
    """Where each file belongs; those that say the same, from one folder, are looked up once."""
    known: dict[tuple[object, ...], list[Home]] = {}
    found = []
    for one in batch:
        said = frozenset(profile.municipality for profile in one.profiles)
        key = (one.file.parent, said, one.wanted)
        if key not in known:
            known[key] = homes(store, one.preview, municipality)
        found.append(known[key])
    return found


def remarks_of(several: Sequence[tuple[Seen, list[Home]]], given: Given) -> list[str]:
    """What to think of before these files are imported, each remark once with how many files it is about."""
    if len(several) == 1:
        return remarks(several[0][0].preview, several[0][1], given)
    told = [remarks(one.preview, found, given) for one, found in several if one.wanted]
    counted = Counter(remark for remarks in told for remark in remarks)
    return [f"{remark} ({_files(n)})" if n < len(told) else remark for remark, n in counted.most_common()]


def orders(batch: Batch, answers: Answers, found: Iterable[list[Home]], new: set[str]) -> list[Order]:
    """Each file to bring in; `new` are the municipalities that may be added. Raises UsageError for a wrong month."""
    given = answers.given()
    return [
        Order(one.file, answered(replace(given, asked=one.asked()), several, new))
        for one, several in zip(batch, found, strict=True)
    ]


def _same(one: Heard, label: str) -> bool:
    return one.profile.label.casefold() == label.casefold()


def _speaker(several: Sequence[Heard]) -> Speaker:
    said = dict.fromkeys(of_profile(one.profile) for one in several)
    label = several[0].profile.label
    return Speaker(label, len(several), sum(e.turns for e in several), sum(e.words for e in several), tuple(said))


def _files(n: int) -> str:
    return ngettext("{n} file", "{n} files", n).format(n=n)
