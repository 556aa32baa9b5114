"""How the catalogue came about and what it cannot show."""

from workbench.i18n import _
from workbench.reports.catalogue import texts
from workbench.reports.catalogue.value import Catalogue
from workbench.reports.document import Section, Tone, Words


def method(catalogue: Catalogue) -> Section:
    """In small print."""
    paragraphs = tuple(Words(text, Tone.SMALL) for text in texts.method(catalogue))
    return Section("method", _("Method and limits"), paragraphs, new_page=True)
