"""Which quotes are looked at: what can be asked for, how it is said, and what it finds."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from workbench.codebook import roles
from workbench.i18n import _, language
from workbench.model import AgeGroup, Valence
from workbench.store import Store, municipalities, quotes
from workbench.tui.desk import Desk
from workbench.tui.widgets.choose import Choice
from workbench.workflow.quotes import MarkedQuote, marked, only


@dataclass(frozen=True, slots=True)
class QuoteFilter:
    """What is asked for; what is empty is not asked for."""

    code: str = ""
    """A focus area has its sub-codes with it."""
    valence: str = ""
    municipality: str = ""
    """Its id."""
    role: str = ""
    perspective: str = ""
    age_group: str = ""
    starred: bool = False
    approved: bool | None = None
    text: str = ""
    """Words in any form, or a "whole phrase"."""

    def find(self, store: Store) -> list[MarkedQuote]:
        """Those that reports count and that are asked for. Raises WorkbenchError for a text that cannot be sought."""
        found = quotes(
            store,
            code=self.code or None,
            valence=Valence(self.valence) if self.valence else None,
            municipality=self.municipality or None,
            role=self.role or None,
            age_group=self.age_group or None,
            counted=True,
        )
        return only(
            marked(store, found),
            perspective=self.perspective or None,
            starred=self.starred,
            approved=self.approved,
            text=self.text or None,
        )

    def next_valence(self) -> "QuoteFilter":
        """The next valence, and after the last all of them."""
        every = ["", *(one.value for one in Valence)]
        return replace(self, valence=every[(every.index(self.valence) + 1) % len(every)])

    def next_approval(self) -> "QuoteFilter":
        """Approved, then not approved, then both."""
        return replace(self, approved={None: True, True: False, False: None}[self.approved])

    def said(self, desk: Desk) -> str:
        """What is asked for, in the language spoken; empty when nothing is."""
        parts = [
            desk.name(self.code) if self.code else "",
            Valence(self.valence).label if self.valence else "",
            next((one.name for one in municipalities(desk.store) if one.id == self.municipality), ""),
            roles().role(self.role).labels[language()] if self.role else "",
            _perspective(self.perspective) if self.perspective else "",
            _years(self.age_group) if self.age_group else "",
            _("starred") if self.starred else "",
            {None: "", True: _("approved"), False: _("not approved")}[self.approved],
            f"“{self.text}”" if self.text else "",
        ]
        return " · ".join(part for part in parts if part)


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
        yield "perspective", perspective, _("Perspective"), _perspective(perspective)
    for role in known.roles:
        yield "role", role.id, _("Role"), role.labels[speaks]
    for age in AgeGroup:
        yield "age_group", age.value, _("Age group"), _years(age.value)


def _perspective(id: str) -> str:
    return next((group.labels[language()] for group in roles().groups if group.id == id), id)


def _years(age_group: str) -> str:
    return _("{years} years").format(years=age_group.replace("-", "–"))
