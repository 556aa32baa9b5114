"""The roles people speak from: what a reader may be told, and what a label can be coarsened to."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Literal, cast

from workbench import config
from workbench.codebook.files import text_of
from workbench.codebook.schema import schema_faults
from workbench.errors import NotFoundError
from workbench.faults import Fault, quoted, refusal
from workbench.i18n import _
from workbench.model import nearest
from workbench.yamlfile import Document, UnreadableError, read

Threshold = Literal["staff", "youth"]


@dataclass(frozen=True, slots=True)
class RoleGroup:
    """A coarser label, for quotes whose role would point to one person."""

    id: str
    labels: Mapping[str, str]
    k: Threshold
    """Which smallest number holds for counts of these people."""


@dataclass(frozen=True, slots=True)
class Role:
    """What somebody is in the youth effort."""

    id: str
    labels: Mapping[str, str]
    """As printed under a quote."""
    group: str
    perspective: str
    """The group id whose view of things this is."""
    also: tuple[str, ...] = ()
    """Other names people write for it."""


@dataclass(frozen=True)
class Roles:
    """All roles and groups, in the order of the file."""

    roles: tuple[Role, ...]
    groups: tuple[RoleGroup, ...]

    @cached_property
    def _roles(self) -> dict[str, Role]:
        return {role.id: role for role in self.roles}

    @cached_property
    def _groups(self) -> dict[str, RoleGroup]:
        return {group.id: group for group in self.groups}

    @cached_property
    def _spoken(self) -> dict[str, str]:
        """Role ids by everything people call them, without regard to case."""
        return {
            name.casefold(): role.id for role in self.roles for name in (role.id, *role.labels.values(), *role.also)
        }

    def __contains__(self, id: object) -> bool:
        return id in self._roles

    def role(self, id: str) -> Role:
        """The role with this id, or that people call this. Raises NotFoundError, naming the nearest ones."""
        if known := self._roles.get(id) or self._roles.get(self._spoken.get(id.casefold(), "")):
            return known
        near = dict.fromkeys(self._spoken[name] for name in nearest(id, self._spoken, limit=5))
        names = list(near)[:3] or list(self._roles)
        raise NotFoundError(
            _("There is no role {role}.").format(role=quoted(id)),
            hint=_("Known: {names}.").format(names=", ".join(names)),
        )

    def label(self, role: str, language: str) -> str:
        """What may be printed under a quote: `Sagsbehandler`. Raises NotFoundError."""
        return self.role(role).labels[language]

    def group(self, role: str) -> RoleGroup:
        """The group a role belongs to. Raises NotFoundError."""
        return self._groups[self.role(role).group]

    def group_label(self, role: str, language: str) -> str:
        """The coarser label: `Medarbejder`. Raises NotFoundError."""
        return self.group(role).labels[language]

    def k(self, role: str) -> Threshold:
        """Which smallest number holds for this role. Raises NotFoundError."""
        return self.group(role).k


@cache
def roles() -> Roles:
    """The shipped roles."""
    file = config.shipped("codebooks") / "roles.yaml"
    return parse_roles(text_of(file), origin=file.name)


def parse_roles(yaml_text: str, origin: str = "roles.yaml") -> Roles:
    """The roles written in this YAML. Raises InvalidFileError, which lists up to ten faults by line."""
    try:
        document = read(yaml_text)
    except UnreadableError as error:
        raise refusal(origin, [error.fault]) from error
    faults = schema_faults(document, "roles_schema.json") or _rule_faults(document)
    if faults:
        raise refusal(origin, faults)
    return Roles(
        roles=tuple(
            Role(
                id=one["id"],
                labels=dict(one["label"]),
                group=one["group"],
                perspective=one["perspective"],
                also=tuple(one.get("also", ())),
            )
            for one in document.data["roles"]
        ),
        groups=tuple(
            RoleGroup(one["id"], dict(one["label"]), cast(Threshold, one["k"])) for one in document.data["groups"]
        ),
    )


def _rule_faults(document: Document) -> list[Fault]:
    """Ids given twice, and groups that are not there."""
    faults = []
    groups = {group["id"] for group in document.data["groups"]}
    for kind in ("groups", "roles"):
        seen: set[str] = set()
        for number, one in enumerate(document.data[kind]):
            if one["id"] in seen:
                line = document.line((kind, number, "id"))
                faults.append(Fault(line, _("the id {id} is given twice").format(id=quoted(one["id"]))))
            seen.add(one["id"])
    for number, role in enumerate(document.data["roles"]):
        for key in ("group", "perspective"):
            if role[key] not in groups:
                line = document.line(("roles", number, key))
                said = _("role {role}: there is no group {group}")
                faults.append(Fault(line, said.format(role=quoted(role["id"]), group=quoted(role[key]))))
    return faults
