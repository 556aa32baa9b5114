"""Codes, codebook files, journeys' words and roles."""

from workbench.codebook.axes import Axis, AxisValue, axes
from workbench.codebook.codes import Code, Codebook, Exclusion
from workbench.codebook.crosswalk import Bridge, Crosswalk, crosswalk, load_crosswalk, parse_crosswalk
from workbench.codebook.files import Kind, find, is_path, kind_of, load, parse, parse_stored, shipped
from workbench.codebook.journeys import (
    Actor,
    ContactPoint,
    Feeling,
    FeelingStep,
    JourneyVocabulary,
    Stage,
    journey_words,
    load_vocabulary,
    parse_vocabulary,
)
from workbench.codebook.nocode import no_code_passages, parse_no_code
from workbench.codebook.reference import ReferencePassage, reference_passages
from workbench.codebook.roles import Role, RoleGroup, Roles, parse_roles, roles

__all__ = [
    "Actor",
    "Axis",
    "AxisValue",
    "Bridge",
    "Code",
    "Codebook",
    "ContactPoint",
    "Crosswalk",
    "Exclusion",
    "Feeling",
    "FeelingStep",
    "JourneyVocabulary",
    "Kind",
    "ReferencePassage",
    "Role",
    "RoleGroup",
    "Roles",
    "Stage",
    "axes",
    "crosswalk",
    "find",
    "is_path",
    "journey_words",
    "kind_of",
    "load",
    "load_crosswalk",
    "load_vocabulary",
    "no_code_passages",
    "parse",
    "parse_crosswalk",
    "parse_no_code",
    "parse_roles",
    "parse_stored",
    "parse_vocabulary",
    "reference_passages",
    "roles",
    "shipped",
]
