"""What quotes can be filtered by: everything the project knows of them, each a choice of its own."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from workbench.codebook import roles
from workbench.i18n import _, language
from workbench.model import AgeGroup, Valence
from workbench.store import municipalities
from workbench.tui.desk import Desk
from workbench.tui.quotes.filter import QuoteFilter, age_said, perspective_said
from workbench.tui.widgets.choose import Choice


@dataclass(frozen=True, slots=True)
class Offer:
    """One thing that can be asked for, or taken back where it is asked for already."""

    choice: Choice
    filter: QuoteFilter
    """What is asked for after it was chosen."""


def offers(desk: Desk, now: QuoteFilter) -> list[Offer]:
    """Everything that can be asked for."""
    nothing, told = QuoteFilter(), []
    for key, value, kind, name in _every(desk):
        on = getattr(now, key) == value
        asked: dict[str, Any] = {key: getattr(nothing, key) if on else value}
        told.append(Offer(Choice(name, kind, on), replace(now, **asked)))
    return told


def again(desk: Desk, kept: Mapping[str, object]) -> QuoteFilter:
    """The filter that was kept, as far as it can be asked for still."""
    known: dict[str, Any] = {key: value for key, value, _kind, _name in _every(desk) if kept.get(key) == value}
    return QuoteFilter(**known)


def _every(desk: Desk) -> Iterator[tuple[str, Any, str, str]]:
    """Field, value, and how both are called."""
    known, speaks = roles(), language()
    for code in desk.codes:
        yield "code", code.code, _("Code"), f"{'' if code.code == code.area else '  '}{code.name(speaks)}"
    for valence in Valence:
        yield "valence", valence.value, _("Valence"), valence.label
    for one in municipalities(desk.store):
        yield "municipality", one.id, _("Municipality"), one.name
    yield "starred", True, _("Mark"), _("starred")
    yield "approved", True, _("Mark"), _("approved")
    yield "approved", False, _("Mark"), _("not approved")
    for perspective in dict.fromkeys(role.perspective for role in known.roles):
        yield "perspective", perspective, _("Perspective"), perspective_said(perspective)
    for role in known.roles:
        yield "role", role.id, _("Role"), role.labels[speaks]
    for age in AgeGroup:
        yield "age_group", age.value, _("Age group"), age_said(age.value)
