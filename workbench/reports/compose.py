"""From what the store holds to a practice report, in the short outline."""

from workbench import __version__
from workbench.i18n import speaking
from workbench.reports.chapters import Teller, by_most, chapter, valences
from workbench.reports.knowledge import knowledge_base
from workbench.reports.material import Gathered, gather
from workbench.reports.practice import Chapter, Cover, Method, PracticeReport, Recommendation, SummaryLine, Written
from workbench.store import Store


def practice_report(store: Store, municipality: str, *, language: str | None = None) -> PracticeReport:
    """The practice report of the municipality with this id, in a language or the project's report language.

    Raises NotFoundError when there is no such municipality, or no codebook.
    """
    return compose(gather(store, municipality), language or store.settings.report_language)


def compose(gathered: Gathered, language: str) -> PracticeReport:
    """The report that this material makes: pure, and the same every time."""
    with speaking(language):
        teller = Teller.of(gathered, language)
        areas = gathered.codebook.areas
        chapters = tuple(made for area in areas if (made := chapter(teller, area)) is not None)
        general = [one for one in gathered.written if not teller.area(one.code)]
        by_area = {one.code: one for one in chapters}
        return PracticeReport(
            language=language,
            cover=_cover(gathered),
            summary=tuple(_summary(teller, by_area.get(area.id), area.name(language)) for area in areas),
            written=tuple(Written(one.label, one.body) for one in general if not one.recommendation),
            knowledge=knowledge_base(teller),
            chapters=chapters,
            recommendations=(
                *(one for made in chapters for one in made.recommendations),
                *(
                    Recommendation(one.label, "", body=one.body, owner=one.owner)
                    for one in general
                    if one.recommendation
                ),
            ),
            method=_method(gathered, language),
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
