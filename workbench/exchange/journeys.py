"""Youth journeys from YAML files: who, where, and the events in order of time, in the words of a vocabulary."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from workbench.codebook import JourneyVocabulary
from workbench.exchange.decode import decoded
from workbench.exchange.fields import Fields, Unfit, choice, text
from workbench.exchange.files import content
from workbench.faults import Fault, refusal
from workbench.i18n import _
from workbench.model import (
    MOST_IMPORTANT,
    AgeGroup,
    Coordinator,
    Influence,
    Journey,
    JourneyEvent,
    Precision,
    SaidInTurn,
    TurningPoint,
    nearest,
)
from workbench.yamlfile import Document, UnreadableError
from workbench.yamlfile import read as read_yaml

_DATE = re.compile(r"\b\d{1,2}[./-]\s?\d{1,2}[./-]\s?\d{2,4}\b|\b(19|20)\d\d\b")
_NEEDED = ("journey", "participant", "municipality", "events")


@dataclass(frozen=True, slots=True)
class JourneyFile:
    """A journey as a file tells it, and on which lines."""

    origin: str
    journey: Journey
    """Its municipality and source are what was typed."""
    document: Document

    def line(self, *part: str | int) -> int:
        """The line of a part: of the source by `"source"`, of the third event's quote by `"events", 2, "quote"`."""
        return self.document.line(part)


def read_journey(file: Path, vocabulary: JourneyVocabulary) -> JourneyFile:
    """The journey in this file.

    Raises NotFoundError when it is not there; InvalidFileError, listing every fault with its line, for keys and
    words that are not known, dates, and more landmarks than a journey has.
    """
    try:
        document = read_yaml(decoded(content(file), file.name))
    except UnreadableError as unreadable:
        raise refusal(file.name, [unreadable.fault]) from unreadable
    reader = _Reader(document, vocabulary)
    journey, faults = reader.journey(), reader.faults
    if journey is None or faults:
        raise refusal(file.name, faults)
    return JourneyFile(file.name, journey, document)


class _Reader:
    """Reads a journey and collects what is wrong with it."""

    def __init__(self, document: Document, vocabulary: JourneyVocabulary) -> None:
        self._document = document
        self._fields = Fields(document, _("the journey"))
        self._words = vocabulary
        self.faults: list[Fault] = self._fields.faults

    def journey(self) -> Journey | None:
        """The journey; None when something it cannot be without is missing."""
        readers = {
            "journey": self._vocabulary,
            "participant": text,
            "municipality": text,
            "age_group": lambda value: choice(value, AgeGroup),
            "source": text,
            "events": _events,
        }
        given = self._fields.section((), self._document.data, readers, _("lines of the form “key: value”"))
        if missing := [key for key in _NEEDED if not given.get(key)]:
            self.faults.append(Fault(1, _("missing: {names}").format(names=", ".join(missing))))
            return None
        events = tuple(self._event(number, one) for number, one in enumerate(given.pop("events")))
        self.faults.extend(self._rule_faults(events))
        return Journey(vocabulary=given.pop("journey"), events=events, **given)

    def _event(self, number: int, data: Any) -> JourneyEvent:
        readers = {
            "stage": lambda value: self._one(value, (one.id for one in self._words.stages)),
            "contact_point": lambda value: self._one(value, (one.id for one in self._words.contact_points)),
            "actors": self._actors,
            "feeling_word": lambda value: self._one(value, (one.id for one in self._words.feelings)),
            "feeling": self._feeling,
            "age": lambda value: int(_number(value, 0, 40)),
            "time": _loose_time,
            "duration_weeks": lambda value: _number(value, 0, 2_000),
            "precision": lambda value: choice(value, Precision),
            "influence": lambda value: choice(value, Influence),
            "turning_point": lambda value: choice(value, TurningPoint),
            "coordinated_by": lambda value: choice(value, Coordinator),
            "most_important": _yes,
            "retelling": _yes,
            "summary": text,
            "would_have_helped": text,
            "quote": _quote,
        }
        given = self._fields.section(("events", number), data, readers, _("an event, with its stage"))
        if isinstance(data, dict) and "stage" not in data:
            self.faults.append(Fault(self._document.line(("events", number)), _("this event has no stage")))
        given["time_label"] = given.pop("time", "")
        return JourneyEvent(**{"stage": "", **given})

    def _rule_faults(self, events: tuple[JourneyEvent, ...]) -> Iterator[Fault]:
        landmarks = [number for number, event in enumerate(events) if event.most_important]
        if len(landmarks) > MOST_IMPORTANT:
            said = _("more than {n} events are called most important").format(n=MOST_IMPORTANT)
            yield Fault(self._document.line(("events", landmarks[MOST_IMPORTANT])), said)
        oldest = 0
        for number, event in enumerate(events):
            if event.age is not None and event.age < oldest:
                said = _(
                    "the young person is {age} here and was {before} before; events stand in order of time"
                ).format(age=event.age, before=oldest)
                yield Fault(self._document.line(("events", number, "age")), said)
            oldest = max(oldest, event.age or 0)

    def _vocabulary(self, value: Any) -> str:
        if text(value).partition(" ")[0] != self._words.id:
            raise Unfit(_("the vocabulary {id} and its version").format(id=self._words.id))
        return text(value)

    def _one(self, value: Any, known: Iterable[str]) -> str:
        names = list(known)
        if value in names:
            return str(value)
        raise Unfit(_("one of {names}").format(names=", ".join(nearest(str(value), names) or names)))

    def _actors(self, value: Any) -> tuple[str, ...]:
        if not isinstance(value, list):
            raise Unfit(_("a list of actors"))
        return tuple(self._one(one, (actor.id for actor in self._words.actors)) for one in value)

    def _feeling(self, value: Any) -> int:
        steps = {str(step.value): step.value for step in self._words.feeling_scale}
        if str(value) not in steps:
            raise Unfit(_("one of {names}").format(names=", ".join(steps)))
        return steps[str(value)]


def _events(value: Any) -> list[Any]:
    if not isinstance(value, list):
        raise Unfit(_("a list of events"))
    return value


def _number(value: Any, least: float, most: float) -> float:
    if isinstance(value, str) and re.fullmatch(r"\d{1,5}(\.\d{1,2})?", value) and least <= float(value) <= most:
        return float(value)
    raise Unfit(_("a number from {least} to {most}").format(least=least, most=most))


def _loose_time(value: Any) -> str:
    if _DATE.search(text(value)):
        raise Unfit(_("a time without a date, such as “et halvt år efter”"))
    return text(value)


def _yes(value: Any) -> bool:
    if not isinstance(value, bool):
        raise Unfit(_("true or false"))
    return value


def _quote(value: Any) -> SaidInTurn:
    if not isinstance(value, dict) or set(value) != {"turn", "text"}:
        raise Unfit(_("a turn and its exact text"))
    return SaidInTurn(int(_number(value["turn"], 1, 100_000)), text(value["text"]))
