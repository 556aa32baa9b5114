"""The axes of a coding: what is said of a theme (valence), from where (perspective), how strongly."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from workbench.codebook.codes import Code, Codebook
from workbench.yamlfile import read


@dataclass(frozen=True, slots=True)
class AxisValue:
    """One answer an axis allows."""

    id: str
    names: Mapping[str, str]
    definition: str = ""
    cues: tuple[str, ...] = ()
    """Words that speak for this answer; a trailing `*` stands for any ending."""


@dataclass(frozen=True, slots=True)
class Axis:
    """A property of a coding that is no theme."""

    id: str
    names: Mapping[str, str]
    definition: str
    values: tuple[AxisValue, ...]
    applies_to: tuple[str, ...] = ()
    """The codes it is for, an area with its sub-codes; empty for all."""
    free_text: bool = False
    """The answer may be any words, such as the name of a unit."""

    def fits(self, code: Code) -> bool:
        """Whether a coding with this code can carry it."""
        return not self.applies_to or code.id in self.applies_to or code.area in self.applies_to

    def value(self, id: str) -> AxisValue:
        """The answer with this id. Raises KeyError."""
        for value in self.values:
            if value.id == id:
                return value
        raise KeyError(id)


def axes(codebook: Codebook) -> dict[str, Axis]:
    """The axes a codebook was written with, by id, in the order of its file; empty when it has none."""
    written: Mapping[str, Any] = read(codebook.yaml).data.get("axes", {}) if codebook.yaml else {}
    return {
        id: Axis(
            id=id,
            names=dict(axis["name"]),
            definition=" ".join(axis["definition"].split()),
            values=tuple(
                AxisValue(one["id"], dict(one["name"]), one.get("definition", ""), tuple(one.get("cues", ())))
                for one in axis.get("values", ())
            ),
            applies_to=tuple(axis.get("applies_to", ())),
            free_text=axis.get("free_text", False),
        )
        for id, axis in written.items()
    }
