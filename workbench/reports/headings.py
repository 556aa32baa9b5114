"""The fixed headings and column titles of a practice report, in the language spoken now."""

from dataclasses import dataclass

from workbench.i18n import _


@dataclass(frozen=True, slots=True)
class Headings:
    """Under `t` in a template."""

    summary: str
    knowledge: str
    knowledge_sources: str
    knowledge_people: str
    missing: str
    findings: str
    written: str
    youth: str
    deviation: str
    recommendations: str
    all_recommendations: str
    method: str
    focus_area: str
    rests_on: str
    balance: str
    bars: str
    kind: str
    sources: str
    period: str
    group: str
    people: str
    recommendation: str
    owner: str
    next_step: str
    page: str
    of: str


def headings() -> Headings:
    """All of them."""
    return Headings(
        summary=_("Summary"),
        knowledge=_("Knowledge base"),
        knowledge_sources=_("Sources"),
        knowledge_people=_("Who was heard"),
        missing=_("What is missing"),
        findings=_("What the interviews show"),
        written=_("Findings"),
        youth=_("The young people's perspective"),
        deviation=_("Deviating voices"),
        recommendations=_("Recommendations"),
        all_recommendations=_("All recommendations"),
        method=_("Method"),
        focus_area=_("Focus area"),
        rests_on=_("Rests on"),
        balance=_("Barriers and enablers"),
        bars=_("■ barriers   □ enablers; one mark is one statement, or a share of the longest row"),
        kind=_("Material"),
        sources=_("Number"),
        period=_("Period"),
        group=_("Perspective"),
        people=_("People"),
        recommendation=_("Recommendation"),
        owner=_("Owner"),
        next_step=_("Next step"),
        page=_("Page"),
        of=_("of"),
    )
