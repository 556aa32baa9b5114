"""Practice reports: what was found in one municipality, as a value and as files."""

from workbench.reports.attribution import public_labels
from workbench.reports.compose import compose, practice_report
from workbench.reports.material import Gathered, gather
from workbench.reports.md import markdown, write_markdown
from workbench.reports.practice import PracticeReport
from workbench.reports.word import docx_bytes, write_docx

__all__ = [
    "Gathered",
    "PracticeReport",
    "compose",
    "docx_bytes",
    "gather",
    "markdown",
    "practice_report",
    "public_labels",
    "write_docx",
    "write_markdown",
]
