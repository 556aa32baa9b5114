"""Youth journeys: bringing them in from files, finding one, taking one away."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from workbench.codebook import journey_words, roles
from workbench.errors import NotFoundError, WorkbenchError
from workbench.exchange import JourneyFile, read_journey
from workbench.faults import Fault, refusal
from workbench.i18n import _
from workbench.model import Place, SaidInTurn, TalkRole, nearest
from workbench.store import (
    Participant,
    SaidPassage,
    Source,
    Store,
    StoredJourney,
    journeys,
    participant_named,
    participants,
    passages,
    remove_journey,
    set_journey,
    words,
)
from workbench.workflow.lookup import find_municipality, find_source

YOUTH = "youth"
"""The role of whoever a journey is about."""


class Outcome(StrEnum):
    """What bringing in a journey did."""

    ADDED = "added"
    CHANGED = "changed"
    SAME = "same"


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of a file."""

    file: Path
    journey: StoredJourney
    outcome: Outcome


def import_journey(store: Store, file: Path) -> Imported:
    """Keep the journey in this file: added, or in place of the young person's earlier one; all of it or nothing.

    Raises NotFoundError when the file is not there; InvalidFileError, listing the line of everything that names what
    is not there or contradicts what the project knows.
    """
    told = read_journey(file, journey_words())
    found = _Found(store, told)
    if found.faults:
        raise refusal(told.origin, found.faults)
    told_now, known = told.journey, found.participant
    before = {one.id for one in journeys(store)}
    age_group = told_now.age_group.value if told_now.age_group else None
    with store.command("journeys import") as command:
        if known is None:
            participant = participant_named(command, told_now.participant, role=YOUTH, centre="", age_group=age_group)
        else:
            participant = known.id
            command.change("participant", (known.id,), role=known.role or YOUTH, age_group=known.age_group or age_group)
        id = set_journey(
            command,
            told_now,
            participant=participant,
            municipality=found.municipality,
            source=found.source.id if found.source else None,
            said=found.said,
        )
        changed = command.events > 0
    outcome = Outcome.SAME if not changed else Outcome.CHANGED if id in before else Outcome.ADDED
    return Imported(file, next(one for one in journeys(store) if one.id == id), outcome)


def find_journey(store: Store, typed: str) -> StoredJourney:
    """The journey of the young person with this pseudonym, whatever its case. Raises NotFoundError."""
    known = journeys(store)
    for one in known:
        if one.told.participant.casefold() == typed.strip().casefold():
            return one
    near = nearest(typed, (one.told.participant for one in known))
    raise NotFoundError(
        _("There is no youth journey of “{name}” in this project.").format(name=typed),
        hint=_("Did you mean {names}?").format(names=", ".join(near))
        if near
        else _("See them with: workbench journeys"),
    )


def take_away(store: Store, journey: StoredJourney) -> None:
    """Remove a journey; the participant stays."""
    with store.command("journeys remove") as command:
        remove_journey(command, journey.id)


class _Found:
    """Everything that a file names, as it is in the project, and what is wrong with it."""

    def __init__(self, store: Store, file: JourneyFile) -> None:
        self._store, self._file = store, file
        self.faults: list[Fault] = []
        self.municipality = self._municipality()
        self.participant = self._participant()
        self.source = self._source()
        self.said = dict(self._said())

    def _fault(self, said: str, *part: str | int) -> None:
        self.faults.append(Fault(self._file.line(*part), said))

    def _municipality(self) -> str:
        try:
            return find_municipality(self._store, self._file.journey.municipality).id
        except WorkbenchError as error:
            self._fault(f"{error.message} {error.hint}", "municipality")
            return ""

    def _participant(self) -> Participant | None:
        """The participant of this pseudonym, if the project knows one."""
        told = self._file.journey
        wanted = told.participant.casefold()
        known = next((one for one in participants(self._store) if one.pseudonym.casefold() == wanted), None)
        if known is None:
            return None
        if known.role and (known.role not in roles() or roles().group(known.role).id != YOUTH):
            said = _("{name} is in the project with the role {role}; a journey is a young person's own")
            self._fault(said.format(name=known.pseudonym, role=known.role), "participant")
        if known.age_group and told.age_group and known.age_group != told.age_group:
            said = _(
                "the project says {known} of {name}, this file {told}; mend the file, or the project with:"
                " workbench participants edit"
            )
            self._fault(said.format(known=known.age_group, name=known.pseudonym, told=told.age_group), "age_group")
        for one in journeys(self._store):
            if one.participant == known.id and self.municipality and one.municipality != self.municipality:
                said = _(
                    "{name} has a journey in {municipality} already; a pseudonym stands for one young person. Take"
                    " that journey away first, or write another pseudonym"
                )
                self._fault(said.format(name=known.pseudonym, municipality=one.told.municipality), "participant")
        return known

    def _source(self) -> Source | None:
        told = self._file.journey
        if not told.source:
            return None
        try:
            found = find_source(self._store, told.source)
        except WorkbenchError as error:
            self._fault(f"{error.message} {error.hint}", "source")
            return None
        if self.municipality and found.municipality != self.municipality:
            said = _("{source} is from {municipality}, another municipality than the journey")
            self._fault(said.format(source=found.name, municipality=found.municipality_name), "source")
        return found

    def _said(self) -> Iterator[tuple[int, tuple[str, Place]]]:
        """The places of the events' quotes."""
        quoted = [(number, one.quote) for number, one in enumerate(self._file.journey.events) if one.quote]
        if quoted and not self._file.journey.source:
            said = _("a quote needs the source that it stands in; add a line “source: NAME” to the file")
            self._fault(said, "events", quoted[0][0], "quote")
        if self.source is None:
            return
        turns: dict[int, list[SaidPassage]] = {}
        for passage in passages(self._store, self.source.revision, respondents=False):
            turns.setdefault(passage.turn, []).append(passage)
        for number, quote in quoted:
            place = self._place(quote, turns.get(quote.turn, []))
            if isinstance(place, Place):
                yield number, (self.source.revision, place)
            else:
                self._fault(place, "events", number, "quote")

    def _place(self, quote: SaidInTurn, turn: list[SaidPassage]) -> Place | str:
        """Where the words stand in the transcript, or what is wrong with them."""
        source = self.source
        assert source is not None
        if not turn:
            said = _("{source} has no turn {n}; its turns are 1 to {last}")
            return said.format(source=source.name, n=quote.turn, last=source.turns)
        speaks, known = turn[0], self.participant
        if speaks.talk_role is TalkRole.INTERVIEWER or speaks.participant not in (None, known.id if known else ""):
            said = _("turn {n} of {source} is not said by the young person, but by {speaker}")
            return said.format(n=quote.turn, source=source.name, speaker=speaks.speaker)
        whole = Place(turn[0].place.start, turn[-1].place.end)
        wanted = unicodedata.normalize("NFC", quote.text)
        at = words(self._store, source.revision, whole).find(wanted)
        if at < 0 or not wanted:
            return _("these words do not stand in turn {n} of {source}").format(n=quote.turn, source=source.name)
        return Place(whole.start + at, whole.start + at + len(wanted))
