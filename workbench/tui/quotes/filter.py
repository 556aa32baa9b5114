"""Which quotes are looked at: what is asked for, how that is said, and what it finds."""

from dataclasses import asdict, dataclass, replace

from workbench.codebook import roles
from workbench.i18n import _, language
from workbench.model import Valence
from workbench.store import Store, municipalities, quotes
from workbench.tui.desk import Desk
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

    def kept(self) -> dict[str, str | bool]:
        """What of it is remembered from sitting to sitting: words that were typed are not."""
        nothing = asdict(QuoteFilter())
        return {key: value for key, value in asdict(self).items() if value != nothing[key] and key != "text"}

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
            _municipality(desk.store, self.municipality) if self.municipality else "",
            roles().role(self.role).labels[language()] if self.role else "",
            perspective_said(self.perspective) if self.perspective else "",
            age_said(self.age_group) if self.age_group else "",
            _("starred") if self.starred else "",
            {None: "", True: _("approved"), False: _("not approved")}[self.approved],
            f"“{self.text}”" if self.text else "",
        ]
        return " · ".join(part for part in parts if part)


def _municipality(store: Store, id: str) -> str:
    return next((one.name for one in municipalities(store) if one.id == id), id)


def perspective_said(id: str) -> str:
    """What a perspective is called, in the language spoken."""
    return next((group.labels[language()] for group in roles().groups if group.id == id), id)


def age_said(age_group: str) -> str:
    """An age group in the language spoken."""
    return _("{years} years").format(years=age_group.replace("-", "–"))
