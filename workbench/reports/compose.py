"""From what the store holds to a practice report."""

from workbench import __version__
from workbench.i18n import speaking
from workbench.journeys import journey_line
from workbench.model import FindingKind
from workbench.reports.chapters import Teller, by_most, chapter, listed_quotes, valences
from workbench.reports.knowledge import knowledge_base
from workbench.reports.material import Gathered, gather
from workbench.reports.perspectives import perspectives
from workbench.reports.practice import (
    SHORT,
    Audit,
    Chapter,
    CodeLine,
    Cover,
    Method,
    Outline,
    PracticeReport,
    Setting,
    SummaryLine,
)
from workbench.store import Store, statements


def practice_report(
    store: Store, municipality: str, *, language: str | None = None, outline: Outline = SHORT, internal: bool = False
) -> PracticeReport:
    """The practice report of the municipality with this id, in a language or the project's report language.

    `internal` adds the list of every quote with its place. Raises NotFoundError when there is no such municipality,
    or no codebook.
    """
    told = language or store.settings.report_language
    return compose(gather(store, municipality), told, outline, internal=internal)


def compose(gathered: Gathered, language: str, outline: Outline = SHORT, *, internal: bool = False) -> PracticeReport:
    """The report that this material makes: pure, and the same every time."""
    with speaking(language):
        teller = Teller.of(gathered, language, outline)
        areas = gathered.codebook.areas
        table, young = perspectives(teller)
        chapters = tuple(made for area in areas if (made := chapter(teller, area, young.get(area.id))) is not None)
        general = [one for one in gathered.written if not teller.stands_under(one)]
        by_area = {one.code: one for one in chapters}
        return PracticeReport(
            language=language,
            outline=outline,
            internal=internal,
            cover=_cover(gathered),
            summary=tuple(_summary(teller, by_area.get(area.id), area.name(language)) for area in areas),
            written=tuple(teller.written(one) for one in general if one.kind is FindingKind.FINDING),
            setting=_setting(gathered, language),
            knowledge=knowledge_base(teller),
            perspectives=table,
            chapters=chapters,
            recommendations=(
                *(one for made in chapters for one in made.recommendations),
                *(teller.recommendation(one, "") for one in general if one.kind is FindingKind.RECOMMENDATION),
            ),
            method=_method(gathered, language),
            codes=_codes(gathered, language),
            quotes=listed_quotes(teller) if internal else (),
            audit=_audit(gathered),
            journeys=journey_line(gathered.journeys, gathered.k_youth),
        )


def _cover(gathered: Gathered) -> Cover:
    return Cover(
        municipality=gathered.row.municipality.name,
        project=gathered.project,
        passages=gathered.row.passages,
        dealt_with=gathered.row.dealt_with,
        version=gathered.events,
        data_date=gathered.data_date,
    )


def _summary(teller: Teller, made: Chapter | None, name: str) -> SummaryLine:
    said = [] if made is None else [quote for quote in teller.gathered.quotes if quote.area == made.code]
    if made is None or not said:
        return SummaryLine(name=name, evidence=None, valences=valences([]), headline=_headline(made))
    return SummaryLine(
        name=name,
        evidence=made.evidence,
        valences=made.valences,
        headline=_headline(made),
        most=teller.name(next(iter(by_most(said)))),
    )


def _headline(made: Chapter | None) -> str:
    return made.written[0].label or made.written[0].body if made and made.written else ""


def _method(gathered: Gathered, language: str) -> Method:
    current = gathered.codebook.version
    return Method(
        codebook=gathered.codebook.name(language),
        version=current,
        other_versions=tuple(version for version in gathered.versions if version != current),
        coders=gathered.coders,
        agreed=gathered.agreed,
        suggestions_decided=gathered.decided,
        suggestions_accepted=gathered.accepted,
        k_staff=gathered.k_staff,
        k_youth=gathered.k_youth,
        tool=__version__,
    )


def _setting(gathered: Gathered, language: str) -> Setting:
    where, codebook = gathered.row.municipality, gathered.codebook
    return Setting(
        region=where.region,
        size=where.size,
        organisation_form=where.organisation_form,
        themes=tuple(codebook.code(id).name(language) for id in where.prioritised_themes if id in codebook),
        purpose=gathered.purpose,
        scope=gathered.scope,
        areas=tuple((area.name(language), area.definition) for area in codebook.areas),
    )


def _codes(gathered: Gathered, language: str) -> tuple[CodeLine, ...]:
    return tuple(
        CodeLine(
            name=code.name(language),
            definition=code.definition,
            focus_area=code.level == 1,
            statements=statements([quote for quote in gathered.quotes if quote.code == code.id]),
        )
        for code in gathered.codebook.codes
        if code.usable
    )


def _audit(gathered: Gathered) -> Audit:
    return Audit(
        events=gathered.events,
        codings=gathered.codings,
        statements=statements(list(gathered.quotes)),
        dealt_with=gathered.row.dealt_with,
        passages=gathered.row.passages,
        first=gathered.first_date,
        last=gathered.data_date,
    )
