"""Practice reports and the catalogue: what was found, as values, as documents and as files."""

from workbench.reports.attribution import public_labels
from workbench.reports.compare import compare
from workbench.reports.comparison import Comparison
from workbench.reports.compose import compose, practice_report
from workbench.reports.document import Document
from workbench.reports.figures import png, svg
from workbench.reports.formats import html, markdown, pdf
from workbench.reports.keep import write_kept
from workbench.reports.material import Gathered, gather
from workbench.reports.outline import practice_document
from workbench.reports.practice import FULL, OUTLINES, SHORT, Outline, PracticeReport
from workbench.reports.prose import ReadPlace, prose_of
from workbench.reports.read_word import opened
from workbench.reports.template import check as check_template
from workbench.reports.word import HOUSE, docx

__all__ = [
    "FULL",
    "HOUSE",
    "OUTLINES",
    "SHORT",
    "Comparison",
    "Document",
    "Gathered",
    "Outline",
    "PracticeReport",
    "ReadPlace",
    "check_template",
    "compare",
    "compose",
    "docx",
    "gather",
    "html",
    "markdown",
    "opened",
    "pdf",
    "png",
    "practice_document",
    "practice_report",
    "prose_of",
    "public_labels",
    "svg",
    "write_kept",
]
