"""Figures of reports: as values, drawn, and as tables of their numbers."""

from workbench.reports.figures.drawing import png, svg
from workbench.reports.figures.tables import table
from workbench.reports.figures.values import BarRow, Bars, Figure, Heatmap, HeatmapCell, JourneyLine, Stage

__all__ = [
    "BarRow",
    "Bars",
    "Figure",
    "Heatmap",
    "HeatmapCell",
    "JourneyLine",
    "Stage",
    "png",
    "svg",
    "table",
]
