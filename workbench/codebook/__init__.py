"""Codes, codebook files and roles."""

from workbench.codebook.axes import Axis, AxisValue, axes
from workbench.codebook.codes import Code, Codebook, Exclusion
from workbench.codebook.files import find, load, parse, parse_stored, shipped
from workbench.codebook.roles import Role, RoleGroup, Roles, parse_roles, roles

__all__ = [
    "Axis",
    "AxisValue",
    "Code",
    "Codebook",
    "Exclusion",
    "Role",
    "RoleGroup",
    "Roles",
    "axes",
    "find",
    "load",
    "parse",
    "parse_roles",
    "parse_stored",
    "roles",
    "shipped",
]
