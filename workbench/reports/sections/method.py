"""How the report came about and what it cannot show."""

from workbench.i18n import _
from workbench.reports.document import Section, Tone, Words
from workbench.reports.practice import PracticeReport
from workbench.reports.texts import method_paragraphs


def method(report: PracticeReport) -> Section:
    """In small print."""
    paragraphs = tuple(Words(text, Tone.SMALL) for text in method_paragraphs(report.method))
    return Section("method", _("Method"), paragraphs, new_page=report.outline.full)
