"""The words that youth journeys are told in: stages, contact points, actors and feelings."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from workbench.codebook.codes import Exclusion
from workbench.codebook.files import Kind, find, flat, text_of, texts
from workbench.codebook.roles import roles
from workbench.codebook.schema import schema_faults
from workbench.errors import NotFoundError
from workbench.faults import Fault, quoted, refusal
from workbench.i18n import _
from workbench.model import nearest
from workbench.yamlfile import Document, UnreadableError, read

YOUTH_JOURNEYS = "ungerejse"
"""The vocabulary that ships, and that projects tell journeys in."""

LISTS = ("stages", "contact_points", "actors", "feelings")
"""The parts of a vocabulary whose entries have ids."""


@dataclass(frozen=True, slots=True)
class Stage:
    """A stretch of a young person's way; a moment lies in exactly one."""

    id: str
    names: Mapping[str, str]
    definition: str
    """With when it begins and when it ends."""
    exclude: tuple[Exclusion, ...] = ()
    """What belongs to another stage."""
    keywords: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ContactPoint:
    """How the young person and the helpers met: a conversation, a letter, a waiting time."""

    id: str
    names: Mapping[str, str]
    definition: str
    keywords: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody who plays a part."""

    id: str
    names: Mapping[str, str]
    role: str = ""
    """The role of roles.yaml that such a person has; empty for friends and the like."""
    keywords: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Feeling:
    """A word for how it felt."""

    id: str
    names: Mapping[str, str]
    value: int
    """Its usual place on the scale; a moment's own number goes before it."""
    keywords: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FeelingStep:
    """A step of the scale from very hard to very good."""

    value: int
    names: Mapping[str, str]


@dataclass(frozen=True)
class JourneyVocabulary:
    """A versioned set of words for journeys, each list in the order of the file."""

    id: str
    version: str
    names: Mapping[str, str]
    stages: tuple[Stage, ...]
    contact_points: tuple[ContactPoint, ...]
    actors: tuple[Actor, ...]
    feelings: tuple[Feeling, ...]
    feeling_scale: tuple[FeelingStep, ...]
    yaml: str = ""
    """The file it was read from, whole."""

    @cached_property
    def _stages(self) -> dict[str, Stage]:
        return {stage.id: stage for stage in self.stages}

    def stage(self, id: str) -> Stage:
        """The stage with this id. Raises NotFoundError, naming the nearest ones."""
        if id in self._stages:
            return self._stages[id]
        raise NotFoundError(
            _("There is no stage {stage}.").format(stage=quoted(id)),
            hint=_("Known: {names}.").format(names=", ".join(nearest(id, self._stages) or self._stages)),
        )

    def name(self, language: str) -> str:
        """Its name in this language, else in any."""
        return self.names.get(language) or next(iter(self.names.values()))


@cache
def journey_words() -> JourneyVocabulary:
    """The shipped words that youth journeys are told in."""
    return load_vocabulary(YOUTH_JOURNEYS)


def load_vocabulary(ref: str | Path, folder: Path | None = None) -> JourneyVocabulary:
    """The vocabulary in this file, or with this id in the project's folder or among the shipped ones.

    Raises NotFoundError when there is none, InvalidFileError listing every fault when it is no vocabulary.
    """
    file = find(ref, folder, Kind.JOURNEY)
    return parse_vocabulary(text_of(file), origin=file.name)


def parse_vocabulary(yaml_text: str, origin: str = "journey.yaml") -> JourneyVocabulary:
    """The vocabulary written in this YAML. Raises InvalidFileError, which lists up to ten faults by line."""
    try:
        document = read(yaml_text)
    except UnreadableError as error:
        raise refusal(origin, [error.fault]) from error
    faults = schema_faults(document, "journey_schema.json") or list(_rule_faults(document))
    if faults:
        raise refusal(origin, faults)
    data = document.data
    return JourneyVocabulary(
        id=data["id"],
        version=data["version"],
        names=dict(data["name"]),
        stages=tuple(
            Stage(
                exclude=tuple(Exclusion(flat(each["text"]), each.get("use", "")) for each in one.get("exclude", ())),
                examples=texts(one, "examples"),
                definition=flat(one["definition"]),
                **_common(one),
            )
            for one in data["stages"]
        ),
        contact_points=tuple(
            ContactPoint(examples=texts(one, "examples"), definition=flat(one["definition"]), **_common(one))
            for one in data["contact_points"]
        ),
        actors=tuple(Actor(role=one.get("role", ""), **_common(one)) for one in data["actors"]),
        feelings=tuple(Feeling(value=int(one["value"]), **_common(one)) for one in data["feelings"]),
        feeling_scale=tuple(FeelingStep(int(one["value"]), dict(one["name"])) for one in data["feeling_scale"]),
        yaml=yaml_text,
    )


def _common(data: Mapping[str, Any]) -> dict[str, Any]:
    return {"id": data["id"], "names": dict(data["name"]), "keywords": texts(data, "keywords")}


def _rule_faults(document: Document) -> Iterator[Fault]:
    """Ids and steps given twice, and references to stages, roles and steps that are not there."""
    data = document.data
    for part, key in (*((part, "id") for part in LISTS), ("feeling_scale", "value")):
        seen: set[str] = set()
        for number, one in enumerate(data[part]):
            if one[key] in seen:
                said = _("{part}: {id} is given twice").format(part=part, id=quoted(one[key]))
                yield Fault(document.line((part, number, key)), said)
            seen.add(one[key])
    stages = [stage["id"] for stage in data["stages"]]
    for number, stage in enumerate(data["stages"]):
        for below, exclusion in enumerate(stage.get("exclude", ())):
            if "use" in exclusion and exclusion["use"] not in stages:
                said = _("stage {stage} points to {use}, which is not here").format(
                    stage=quoted(stage["id"]), use=quoted(exclusion["use"])
                )
                yield Fault(document.line(("stages", number, "exclude", below, "use")), said)
    known = roles()
    for number, actor in enumerate(data["actors"]):
        if "role" in actor and actor["role"] not in known:
            said = _("actor {actor}: there is no role {role}; the roles stand in roles.yaml").format(
                actor=quoted(actor["id"]), role=quoted(actor["role"])
            )
            yield Fault(document.line(("actors", number, "role")), said)
    steps = {step["value"] for step in data["feeling_scale"]}
    for number, feeling in enumerate(data["feelings"]):
        if feeling["value"] not in steps:
            said = _("feeling {feeling}: the scale has no step {value}").format(
                feeling=quoted(feeling["id"]), value=feeling["value"]
            )
            yield Fault(document.line(("feelings", number, "value")), said)
