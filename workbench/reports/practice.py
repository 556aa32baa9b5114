"""The practice report as a value: everything it says, before anything of how it looks.

Counts, chosen quotes and what people wrote. Labels are in the report's language; sentences are made where it is
written.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from workbench.journeys import CommonJourney
from workbench.model import SourceKind
from workbench.reports.smallnumbers import Count


@dataclass(frozen=True, slots=True)
class Outline:
    """How long a report is: which parts it has, and how many findings and quotes a chapter shows."""

    name: str
    findings: int
    quotes: int
    youth_quotes: int
    deviating_quotes: int
    asked: int
    """Recommendations that interviews ask for, beside those people wrote."""
    full: bool = False


SHORT = Outline("short", findings=3, quotes=2, youth_quotes=1, deviating_quotes=1, asked=1)
"""For leaders and politicians: 4 to 6 pages."""
FULL = Outline("full", findings=5, quotes=5, youth_quotes=3, deviating_quotes=3, asked=8, full=True)
OUTLINES = {one.name: one for one in (SHORT, FULL)}


@dataclass(frozen=True, slots=True)
class Valences:
    """How statements divide; together they are all of them."""

    barriers: int = 0
    enablers: int = 0
    recommendations: int = 0
    descriptions: int = 0


@dataclass(frozen=True, slots=True)
class Evidence:
    """What something rests on."""

    statements: int
    sources: Count
    heard: tuple[str, ...]
    """Whom it was said by, as labels that may be printed."""


@dataclass(frozen=True, slots=True)
class ShownQuote:
    """A quote with its attribution."""

    id: str
    """The first eight characters of the coding's id: the way back to the transcript."""
    text: str
    by: str
    about: str
    """Name of the sub-code it stands under."""


@dataclass(frozen=True, slots=True)
class Written:
    """A finding or recommendation that a person wrote."""

    label: str
    body: str
    evidence: Evidence | None = None
    """Of the codes and sources its writer named; None where they hold no statement."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A sub-code that something was said about."""

    name: str
    evidence: Evidence
    valences: Valences
    quotes: tuple[ShownQuote, ...] = ()


@dataclass(frozen=True, slots=True)
class YouthPerspective:
    """What young people said about a focus area."""

    statements: int | None
    """None where the number is not shown: too few young people stand behind it, or it gives another one away."""
    valences: Valences
    about: tuple[str, ...]
    """Names of the sub-codes, those with most statements first."""
    quotes: tuple[ShownQuote, ...]


@dataclass(frozen=True, slots=True)
class Deviation:
    """Voices against the main tendency of their sub-code, or marked as contrary by a coder."""

    statements: int
    quotes: tuple[ShownQuote, ...]


@dataclass(frozen=True, slots=True)
class Recommendation:
    """Something people in the interviews asked for, or somebody wrote down as a recommendation."""

    label: str
    area: str
    evidence: Evidence | None = None
    """None where nothing that was coded stands behind it."""
    quote: ShownQuote | None = None
    body: str = ""
    criterion: str = ""
    """How one can tell that it has been met."""
    owner: str = ""


@dataclass(frozen=True, slots=True)
class Chapter:
    """One focus area."""

    code: str
    name: str
    prioritised: bool
    """The municipality asked for this beforehand."""
    evidence: Evidence
    valences: Valences
    written: tuple[Written, ...]
    findings: tuple[Finding, ...]
    """Most statements first."""
    by_code: tuple[tuple[str, Valences], ...]
    """Every sub-code something was said about, most statements first."""
    others: tuple[tuple[str, int], ...]
    """Sub-codes with fewer statements than the findings, and how many."""
    youth: YouthPerspective | None
    deviation: Deviation | None
    recommendations: tuple[Recommendation, ...]

    def shown(self) -> Iterator[ShownQuote]:
        """Every quote in it, in reading order."""
        yield from (quote for finding in self.findings for quote in finding.quotes)
        for section in (self.youth, self.deviation):
            yield from section.quotes if section else ()
        yield from (one.quote for one in self.recommendations if one.quote)


@dataclass(frozen=True, slots=True)
class SummaryLine:
    """A focus area in one line."""

    name: str
    evidence: Evidence | None
    """None when nothing was said about it."""
    valences: Valences
    headline: str = ""
    """What a person wrote as the area's first finding."""
    most: str = ""
    """Name of the sub-code with most statements."""


@dataclass(frozen=True, slots=True)
class Material:
    """The sources of one kind."""

    kind: SourceKind
    sources: Count
    first: str
    """YYYY-MM of the earliest; empty when no month is known."""
    last: str


@dataclass(frozen=True, slots=True)
class Heard:
    """One role group and how many people took part from it."""

    group: str
    """Label."""
    people: Count


@dataclass(frozen=True, slots=True)
class KnowledgeBase:
    """What the report rests on, and what it lacks."""

    materials: tuple[Material, ...]
    heard: tuple[Heard, ...]
    roles: tuple[str, ...]
    """Labels of the roles that are many enough to be named."""
    age_groups: tuple[str, ...]
    """Age groups of young people that are many enough to be named."""
    half_hours: int
    """Length of all talks, in half hours; 0 when unknown."""
    unknown_roles: bool
    """Of somebody who took part the role is not known, so that nobody can be said to be missing."""
    no_leaders: bool
    no_youth: bool
    no_staff: bool
    silent: tuple[str, ...]
    """Focus areas nobody spoke about."""
    thin: tuple[str, ...]
    """Focus areas with few statements."""
    without_youth: tuple[str, ...]
    """Focus areas young people are not heard about, where they took part at all."""


@dataclass(frozen=True, slots=True)
class Perspectives:
    """Statements by role group and focus area, with everything hidden that small numbers ask for."""

    groups: tuple[str, ...]
    """Labels of the rows."""
    areas: tuple[str, ...]
    """Names of the columns."""
    cells: tuple[tuple[int | None, ...], ...]
    """None where hidden."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What is known of the municipality beforehand, and of the project's purpose."""

    region: str
    size: int | None
    """Inhabitants."""
    organisation_form: str
    themes: tuple[str, ...]
    """Names of the themes the municipality asked for."""
    purpose: str
    scope: str
    areas: tuple[tuple[str, str], ...]
    """Focus areas: name and definition."""


@dataclass(frozen=True, slots=True)
class CodeLine:
    """A code of the codebook, for the appendix."""

    name: str
    definition: str
    focus_area: bool
    statements: int


@dataclass(frozen=True, slots=True)
class ListedQuote:
    """A quote with its place: for the internal edition only."""

    id: str
    text: str
    by: str
    about: str
    source: str
    """Handle."""
    turn: int
    seconds: float | None
    approved: bool


@dataclass(frozen=True, slots=True)
class Audit:
    """What was done to get here, in numbers."""

    events: int
    codings: int
    statements: int
    dealt_with: int
    passages: int
    first: datetime | None
    last: datetime | None


@dataclass(frozen=True, slots=True)
class Method:
    """How the report came about."""

    codebook: str
    version: str
    other_versions: tuple[str, ...]
    """Earlier versions that some codings were made with."""
    coders: tuple[str, ...]
    agreed: bool
    """Whether coders settled on some codings together."""
    suggestions_decided: int
    suggestions_accepted: int
    k_staff: int
    k_youth: int
    tool: str
    """Version of the workbench."""


@dataclass(frozen=True, slots=True)
class Cover:
    """What stands on the front."""

    municipality: str
    project: str
    passages: int
    dealt_with: int
    version: int
    """How many events the project held: it grows with everything people do."""
    data_date: datetime | None
    """Of the newest event."""

    @property
    def final(self) -> bool:
        """Whether a person has dealt with every passage."""
        return self.dealt_with >= self.passages


@dataclass(frozen=True, slots=True)
class PracticeReport:
    """A practice report, in the short or the full outline."""

    language: str
    outline: Outline
    internal: bool
    """Whether it lists every quote with its place."""
    cover: Cover
    summary: tuple[SummaryLine, ...]
    written: tuple[Written, ...]
    """Findings that belong to no focus area."""
    setting: Setting
    knowledge: KnowledgeBase
    perspectives: Perspectives
    chapters: tuple[Chapter, ...]
    recommendations: tuple[Recommendation, ...]
    method: Method
    codes: tuple[CodeLine, ...]
    quotes: tuple[ListedQuote, ...]
    """Every quote that may be shown; none but in the internal edition."""
    audit: Audit
    journeys: CommonJourney | None = None
    """What youth journeys have in common; None where there are none."""
