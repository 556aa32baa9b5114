"""Where the material is thin, before the field phase ends."""

from workbench.coverage.grid import Cell, Column, Coverage, Lack, MunicipalityRow, State
from workbench.coverage.read import Tally, coverage, main_codebook, role_group, tally

__all__ = [
    "Cell",
    "Column",
    "Coverage",
    "Lack",
    "MunicipalityRow",
    "State",
    "Tally",
    "coverage",
    "main_codebook",
    "role_group",
    "tally",
]
