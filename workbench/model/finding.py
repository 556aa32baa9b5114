"""Findings and recommendations: what people write of the material, and what it rests on."""

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum

from workbench.i18n import _

_BREAKS = re.compile("[ \t\r\n]+")


class FindingKind(StrEnum):
    """What a person wrote down: what the material shows, or what should be done about it."""

    FINDING = "finding"
    RECOMMENDATION = "recommendation"

    @property
    def label(self) -> str:
        """Its name in the language spoken now."""
        return {FindingKind.FINDING: _("finding"), FindingKind.RECOMMENDATION: _("recommendation")}[self]


@dataclass(frozen=True, slots=True)
class Finding:
    """A finding or recommendation that a person wrote. Its words are kept as written, whatever they look like."""

    id: str
    municipality: str | None
    """Id; None for one across municipalities."""
    kind: FindingKind
    code: str
    """Id of the code it stands under, such as `plan` or `plan.dobbelt`; empty where it stands under none."""
    codebook: str
    area: str
    """Its focus area's code; itself when it is one."""
    label: str
    """The headline, one line."""
    body: str
    codes: tuple[str, ...] = ()
    """The codes it rests on, where that is not simply the one it stands under."""
    sources: tuple[str, ...] = ()
    """Handles of the sources it rests on; empty where it names none."""
    source_ids: tuple[str, ...] = ()
    """The same sources by id."""
    success_criterion: str = ""
    owner: str = ""
    """Whose task it is: a function, never a name."""
    person: str = ""
    """Who wrote it."""

    @property
    def grounds(self) -> tuple[str, ...]:
        """The codes whose statements are behind it: those it names, else the one it stands under."""
        return self.codes or ((self.code,) if self.code else ())


def one_line(text: str) -> str:
    """A headline as it is kept: composed letters, every line break and run of blanks one blank."""
    return _BREAKS.sub(" ", unicodedata.normalize("NFC", text)).strip()


def in_paragraphs(text: str) -> str:
    """A longer text as it is kept: composed letters, `\\n` as line end, no blanks around it."""
    return unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n").strip()
