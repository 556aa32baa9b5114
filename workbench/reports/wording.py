"""A practice report in words: everything a document prints, in reading order, before any format.

Word and Markdown are both written from this, so they say the same. A template of the house's own may use any of
these names: see Page.
"""

from dataclasses import dataclass

from workbench.i18n import _, speaking
from workbench.reports import phrases
from workbench.reports.headings import Headings, headings
from workbench.reports.plain import all_plain
from workbench.reports.practice import Chapter, PracticeReport, Recommendation, ShownQuote, SummaryLine, Written
from workbench.reports.texts import knowledge_facts, method_paragraphs, missing, reading_note


@dataclass(frozen=True, slots=True)
class QuoteText:
    text: str
    """With quotation marks."""
    by: str
    about: str
    id: str


@dataclass(frozen=True, slots=True)
class WrittenText:
    label: str
    body: str


@dataclass(frozen=True, slots=True)
class SummaryText:
    name: str
    headline: str
    evidence: str
    balance: str
    most: str
    barriers: str
    """A bar of marks."""
    enablers: str


@dataclass(frozen=True, slots=True)
class FindingText:
    name: str
    evidence: str
    balance: str
    quotes: tuple[QuoteText, ...]


@dataclass(frozen=True, slots=True)
class RecommendationText:
    label: str
    area: str
    body: str
    evidence: str
    quote: QuoteText | None
    owner: str


@dataclass(frozen=True, slots=True)
class SectionText:
    """A section with a line of counts and quotes."""

    lines: tuple[str, ...]
    quotes: tuple[QuoteText, ...]


@dataclass(frozen=True, slots=True)
class ChapterText:
    name: str
    evidence: str
    balance: str
    barriers: str
    enablers: str
    prioritised: str
    """A sentence; empty when the municipality did not ask for it beforehand."""
    written: tuple[WrittenText, ...]
    findings: tuple[FindingText, ...]
    others: str
    youth: SectionText | None
    deviation: SectionText | None
    recommendations: tuple[RecommendationText, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """What the report prints. Every text is one line without control characters."""

    language: str
    """As documents name it: da-DK or en-GB."""
    title: str
    municipality: str
    status: str
    facts: tuple[tuple[str, str], ...]
    """Label and value, for the cover."""
    reading_note: str
    summary: tuple[SummaryText, ...]
    written: tuple[WrittenText, ...]
    materials: tuple[tuple[str, str, str], ...]
    """Kind, number of sources, period."""
    heard: tuple[tuple[str, str], ...]
    """Role group, number of people."""
    knowledge: tuple[str, ...]
    """Lines under the tables."""
    missing: tuple[str, ...]
    """What the material lacks."""
    chapters: tuple[ChapterText, ...]
    recommendations: tuple[RecommendationText, ...]
    method: tuple[str, ...]
    """Paragraphs."""
    t: Headings


def in_words(report: PracticeReport) -> Page:
    """The report as it is printed, in its own language."""
    with speaking(report.language):
        scale = phrases.bars([chapter.valences for chapter in report.chapters])
        bars = {chapter.name: bar for chapter, bar in zip(report.chapters, scale, strict=True)}
        page = Page(
            language={"da": "da-DK", "en": "en-GB"}[report.language],
            title=_("Practice report"),
            municipality=report.cover.municipality,
            status=phrases.status(report.cover),
            facts=_facts(report),
            reading_note=reading_note(),
            summary=tuple(_summary(line, bars.get(line.name, ("", ""))) for line in report.summary if line.evidence),
            written=tuple(_written(one) for one in report.written),
            materials=tuple(
                (phrases.kind(one.kind), phrases.number(one.sources), phrases.period(one.first, one.last) or "–")
                for one in report.knowledge.materials
            ),
            heard=tuple((one.group, phrases.number(one.people)) for one in report.knowledge.heard),
            knowledge=knowledge_facts(report.knowledge),
            missing=missing(report.knowledge),
            chapters=tuple(_chapter(one, bars[one.name]) for one in report.chapters),
            recommendations=tuple(_recommendation(one) for one in report.recommendations),
            method=method_paragraphs(report.method),
            t=headings(),
        )
    return all_plain(page)


def _facts(report: PracticeReport) -> tuple[tuple[str, str], ...]:
    cover = report.cover
    dated = phrases.date(cover.data_date) if cover.data_date else "–"
    return (
        (_("Status"), phrases.status(cover)),
        (_("Data as of"), dated),
        (_("Version"), str(cover.version)),
        (_("Project"), cover.project),
    )


def _summary(line: SummaryLine, bar: tuple[str, str]) -> SummaryText:
    return SummaryText(
        name=line.name,
        headline=line.headline,
        evidence=phrases.evidence(line.evidence) if line.evidence else "",
        balance=phrases.balance(line.valences),
        most=_("Most about: {code}").format(code=line.most) if line.most else "",
        barriers=bar[0],
        enablers=bar[1],
    )


def _chapter(chapter: Chapter, bar: tuple[str, str]) -> ChapterText:
    return ChapterText(
        name=chapter.name,
        evidence=phrases.evidence(chapter.evidence) if chapter.evidence.statements else "",
        balance=phrases.balance(chapter.valences),
        barriers=bar[0],
        enablers=bar[1],
        prioritised=_("The municipality asked for this theme beforehand.") if chapter.prioritised else "",
        written=tuple(_written(one) for one in chapter.written),
        findings=tuple(
            FindingText(
                name=one.name,
                evidence=phrases.evidence(one.evidence),
                balance=phrases.balance(one.valences),
                quotes=tuple(_quote(quote) for quote in one.quotes),
            )
            for one in chapter.findings
        ),
        others=_("Also mentioned: {names}.").format(names=phrases.several(chapter.others)) if chapter.others else "",
        youth=_youth(chapter),
        deviation=_deviation(chapter),
        recommendations=tuple(_recommendation(one) for one in chapter.recommendations),
    )


def _youth(chapter: Chapter) -> SectionText | None:
    if chapter.youth is None:
        return None
    said = _("{statements} by young people: {balance}.").format(
        statements=phrases.statements(chapter.youth.statements), balance=phrases.balance(chapter.youth.valences)
    )
    about = _("They speak about: {names}.").format(names=phrases.several(chapter.youth.about))
    return SectionText((said, about), tuple(_quote(quote) for quote in chapter.youth.quotes))


def _deviation(chapter: Chapter) -> SectionText | None:
    if chapter.deviation is None:
        return None
    said = _("{statements} against the main tendency of their theme.").format(
        statements=phrases.statements(chapter.deviation.statements)
    )
    return SectionText((said,), tuple(_quote(quote) for quote in chapter.deviation.quotes))


def _recommendation(one: Recommendation) -> RecommendationText:
    return RecommendationText(
        label=one.label or one.body,
        area=one.area,
        body=one.body if one.label else "",
        evidence=phrases.evidence(one.evidence) if one.evidence else "",
        quote=_quote(one.quote) if one.quote else None,
        owner=one.owner,
    )


def _quote(quote: ShownQuote) -> QuoteText:
    return QuoteText(text=phrases.quoted(quote.text.strip()), by=quote.by, about=quote.about, id=quote.id)


def _written(one: Written) -> WrittenText:
    return WrittenText(label=one.label or one.body, body=one.body if one.label else "")
