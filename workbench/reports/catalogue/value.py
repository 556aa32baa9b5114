"""The catalogue as a value: what was said across municipalities, before anything of how it looks.

A municipality is named as one that takes part, and in the table of statements; never beside a quote or an example.
"""

from dataclasses import dataclass
from enum import Enum

from workbench.journeys import CommonJourney
from workbench.reports.practice import (
    CodeLine,
    Cover,
    Evidence,
    KnowledgeBase,
    Method,
    Perspectives,
    Recommendation,
    ShownQuote,
    Valences,
    Written,
    YouthPerspective,
)


@dataclass(frozen=True, slots=True)
class Spread:
    """In how many municipalities something was said."""

    number: int | None
    """None where the number would let one compute what was said in a single municipality."""
    of: int
    """How many take part."""


@dataclass(frozen=True, slots=True)
class TakingPart:
    """A municipality that takes part, as it is named."""

    name: str
    region: str
    size: str
    """Size band, in words; empty when unknown."""
    organisation_form: str


@dataclass(frozen=True, slots=True)
class Pattern:
    """A theme or sub-theme across municipalities."""

    said: Spread
    barriers: Spread
    """Municipalities where at least one barrier was named."""
    enablers: Spread
    forms: tuple[str, ...] = ()
    """Forms of organisation it was heard under; only those that at least two municipalities have."""


@dataclass(frozen=True, slots=True)
class SubTheme:
    """A sub-code that something was said about."""

    name: str
    evidence: Evidence
    valences: Valences
    pattern: Pattern


@dataclass(frozen=True, slots=True)
class Example:
    """A finding that somebody wrote about one municipality, without any name that says which."""

    label: str
    body: str


@dataclass(frozen=True, slots=True)
class Asked:
    """A recommendation, and in how many municipalities it is asked for."""

    recommendation: Recommendation
    spread: Spread | None = None
    """None for one that somebody wrote."""


@dataclass(frozen=True, slots=True)
class Theme:
    """One theme across all municipalities."""

    code: str
    name: str
    definition: str
    evidence: Evidence
    valences: Valences
    pattern: Pattern
    written: tuple[Written, ...]
    """Findings that somebody wrote across municipalities."""
    sub_themes: tuple[SubTheme, ...]
    """Every one something was said about: heard in most municipalities first."""
    example: Example | None
    quotes: tuple[ShownQuote, ...]
    youth: YouthPerspective | None
    recommendations: tuple[Asked, ...]

    def shown(self) -> tuple[ShownQuote, ...]:
        """Every quote in it, in reading order."""
        asked = (one.recommendation.quote for one in self.recommendations)
        young = self.youth.quotes if self.youth else ()
        return (*self.quotes, *young, *(quote for quote in asked if quote))


class Tendency(Enum):
    """Which way a theme leans in a group of municipalities."""

    TOO_FEW = "too_few"
    """Fewer than two municipalities of the group speak about it."""
    BARRIERS = "barriers"
    """More municipalities with most barriers than with most enablers."""
    ENABLERS = "enablers"
    MIXED = "mixed"
    """As many of the one kind as of the other."""
    NEITHER = "neither"
    """No barriers and no enablers at all."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """Themes by groups of municipalities: by size, or by form of organisation."""

    groups: tuple[tuple[str, int], ...]
    """Label and number of municipalities, at least two each."""
    rows: tuple[tuple[str, tuple[Tendency, ...]], ...]
    """Theme and its tendency in each group."""
    left_out: tuple[str, ...]
    """Groups of a single municipality: comparing them would be telling on it."""


@dataclass(frozen=True, slots=True)
class Working:
    """A sub-theme where enablers outnumber barriers in most municipalities that speak about it."""

    name: str
    theme: str
    spread: Spread
    """Municipalities where enablers outnumber barriers."""
    evidence: Evidence
    """The enablers."""


@dataclass(frozen=True, slots=True)
class ThroughCrosswalk:
    """How codings were read in the themes of another codebook."""

    codebook: str
    """Id of the codebook that gives the themes."""
    themes: str
    """Its name."""
    leads: tuple[tuple[str, tuple[str, ...]], ...]
    """Names of codes and of the themes they lead to."""
    unmapped: tuple[tuple[str, int], ...]
    """Names of codes that lead nowhere, with the statements that are in no chapter therefore."""


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The catalogue across municipalities."""

    language: str
    cover: Cover
    municipalities: tuple[TakingPart, ...]
    """By name."""
    written: tuple[Written, ...]
    """Findings across municipalities that belong to no theme."""
    knowledge: KnowledgeBase
    by_municipality: Perspectives
    """Statements by municipality and theme, with everything hidden that small numbers ask for."""
    themes: tuple[Theme, ...]
    journeys: CommonJourney | None
    """What youth journeys have in common; None where there are none."""
    by_size: Comparison | None
    """None where fewer than two groups can be compared."""
    by_form: Comparison | None
    working: tuple[Working, ...]
    recommendations: tuple[Asked, ...]
    """Those written that belong to no theme."""
    method: Method
    crosswalk: ThroughCrosswalk | None
    """None where the themes are those of the codebook that was coded with."""
    codes: tuple[CodeLine, ...]
