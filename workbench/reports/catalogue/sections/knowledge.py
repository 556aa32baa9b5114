"""The knowledge base of all municipalities, and which themes each has material about."""

from workbench.i18n import _
from workbench.reports.catalogue import texts
from workbench.reports.catalogue.value import Catalogue
from workbench.reports.document import Block, Bullets, Heading, Section, Tone, Words
from workbench.reports.sections.journeys import too_few
from workbench.reports.sections.knowledge import heatmap, sources_and_people
from workbench.reports.texts import missing


def knowledge(catalogue: Catalogue) -> Section:
    """Sources, people and period; statements by municipality and theme; what is missing."""
    base = catalogue.knowledge
    blocks: list[Block] = sources_and_people(base)
    caption = _("Municipalities and themes, in statements")
    blocks += heatmap(catalogue.by_municipality, id="municipalities", caption=caption)
    blocks.append(Words(texts.table_note(), Tone.NOTE))
    if lacks := missing(base) + too_few(catalogue.journeys):
        blocks += [Heading(_("What is missing")), Bullets(lacks)]
    return Section("knowledge", _("Knowledge base"), tuple(blocks))
