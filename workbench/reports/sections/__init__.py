"""The sections of a practice report in words: each from the report's value to blocks, in the language spoken now."""

from workbench.reports.sections.appendices import appendices
from workbench.reports.sections.area import area
from workbench.reports.sections.background import background, organisation
from workbench.reports.sections.journeys import journeys_section
from workbench.reports.sections.knowledge import knowledge
from workbench.reports.sections.method import method
from workbench.reports.sections.recommendations import recommendations
from workbench.reports.sections.summary import summary

__all__ = [
    "appendices",
    "area",
    "background",
    "journeys_section",
    "knowledge",
    "method",
    "organisation",
    "recommendations",
    "summary",
]
