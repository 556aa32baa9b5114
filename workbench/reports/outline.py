"""A practice report in words: which sections it has, in which order."""

from collections.abc import Iterator

from workbench.i18n import _, speaking
from workbench.reports import phrases, sections
from workbench.reports.document import Document, Section
from workbench.reports.plain import all_plain
from workbench.reports.practice import PracticeReport
from workbench.reports.texts import reading_note


def practice_document(report: PracticeReport) -> Document:
    """The report as a document, in its own language: sections without content are left out."""
    with speaking(report.language):
        cover = report.cover
        dated = phrases.date(cover.data_date) if cover.data_date else "–"
        return all_plain(
            Document(
                kind="practice",
                edition=report.outline.name + (" internal" if report.internal else ""),
                language=report.language,
                title=_("Practice report"),
                subtitle=cover.municipality,
                project=cover.project,
                status=phrases.status(cover),
                facts=(
                    (_("Status"), phrases.status(cover)),
                    (_("Data as of"), dated),
                    (_("Version"), str(cover.version)),
                ),
                reading_note=reading_note(),
                sections=tuple(one for one in _sections(report) if one is not None and one.blocks),
                dated=cover.data_date,
                words=fixed_words(),
            )
        ).numbered()


def fixed_words() -> tuple[tuple[str, str], ...]:
    """What templates and writers need beside the sections."""
    return (
        ("page", _("Page")),
        ("of", _("of")),
        ("figure", _("Figure")),
        ("contents", _("Contents")),
    )


def _sections(report: PracticeReport) -> Iterator[Section | None]:
    full = report.outline.full
    yield sections.summary(report)
    if full:
        yield sections.background(report)
    yield sections.knowledge(report)
    if full:
        yield sections.organisation(report)
    for chapter in report.chapters:
        yield sections.area(chapter, report.outline)
    if full:
        yield sections.journeys_section(report.journeys)
    yield sections.recommendations(report)
    yield sections.method(report)
    yield from sections.appendices(report)
