"""Where the material is thin, before the field phase ends."""

from workbench.coverage.grid import Cell, Column, Coverage, Lack, MunicipalityRow, State
from workbench.coverage.read import coverage, main_codebook, role_group

__all__ = [
    "Cell",
    "Column",
    "Coverage",
    "Lack",
    "MunicipalityRow",
    "State",
    "coverage",
    "main_codebook",
    "role_group",
]
