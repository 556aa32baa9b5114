"""The catalogue in words: which sections it has, in which order."""

from collections.abc import Iterator

from workbench.i18n import _, speaking
from workbench.reports import phrases
from workbench.reports.catalogue import sections
from workbench.reports.catalogue.value import Catalogue
from workbench.reports.document import Document, Section
from workbench.reports.outline import fixed_words
from workbench.reports.plain import all_plain
from workbench.reports.sections.journeys import journeys_section
from workbench.reports.texts import reading_note


def catalogue_document(catalogue: Catalogue) -> Document:
    """The catalogue as a document, in its own language: sections without content are left out."""
    with speaking(catalogue.language):
        cover = catalogue.cover
        return all_plain(
            Document(
                kind="catalogue",
                edition=f"full {catalogue.crosswalk.codebook}" if catalogue.crosswalk else "full",
                language=catalogue.language,
                title=_("Practice catalogue"),
                subtitle="",
                project=cover.project,
                status=phrases.status(cover),
                facts=(
                    (_("Status"), phrases.status(cover)),
                    (_("Data as of"), phrases.date(cover.data_date) if cover.data_date else "–"),
                    (_("Version"), str(cover.version)),
                    (_("Municipalities"), str(len(catalogue.municipalities))),
                ),
                reading_note=reading_note(),
                sections=tuple(one for one in _sections(catalogue) if one is not None and one.blocks),
                dated=cover.data_date,
                words=fixed_words(),
            )
        ).numbered()


def _sections(catalogue: Catalogue) -> Iterator[Section | None]:
    yield sections.introduction(catalogue)
    yield sections.taking_part(catalogue)
    yield sections.knowledge(catalogue)
    for one in catalogue.themes:
        yield sections.theme(one)
    yield journeys_section(catalogue.journeys)
    yield sections.what_works(catalogue)
    yield sections.differences(catalogue)
    yield sections.recommendations(catalogue)
    yield sections.method(catalogue)
    yield from sections.appendices(catalogue)
