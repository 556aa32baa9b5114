"""The catalogue's sections in words: each from its value to blocks, in the language spoken now."""

from workbench.reports.catalogue.sections.appendices import appendices
from workbench.reports.catalogue.sections.knowledge import knowledge
from workbench.reports.catalogue.sections.method import method
from workbench.reports.catalogue.sections.opening import introduction, taking_part
from workbench.reports.catalogue.sections.recommendations import recommendations
from workbench.reports.catalogue.sections.theme import theme
from workbench.reports.catalogue.sections.variation import differences, what_works

__all__ = [
    "appendices",
    "differences",
    "introduction",
    "knowledge",
    "method",
    "recommendations",
    "taking_part",
    "theme",
    "what_works",
]
