"""Codes and codebooks as values.

A codebook is a tree two levels deep: focus areas (level 1) and their sub-codes (level 2). It is held flat, in
the order of the file, because everything that reads it walks over all codes.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from uuid import UUID, uuid5

_NAMESPACE = UUID("6f2d1f0e-6a53-5b0b-9b7e-7f0d8c5a4e21")
"""Fixed for ever: a shipped code has the same identity on every machine."""


@dataclass(frozen=True, slots=True)
class Exclusion:
    """What a code leaves out, and where that belongs instead."""

    text: str
    use: str = ""
    """A code id, `codebook:code` for another codebook, or empty."""


@dataclass(frozen=True, slots=True)
class Code:
    """One theme a passage can be given. The id is stable; renaming changes only the names."""

    id: str
    names: Mapping[str, str]
    definition: str
    parent: str = ""
    """The focus area's id; empty for a focus area."""
    include: tuple[str, ...] = ()
    exclude: tuple[Exclusion, ...] = ()
    keywords: tuple[str, ...] = ()
    """Lemmas or phrases; a trailing `*` stands for any ending, also of a compound."""
    examples: tuple[str, ...] = ()
    """Invented passages in spoken Danish that this code fits."""
    retired: bool = False
    replaced_by: str = ""
    folder: bool = False
    """It only holds sub-codes: it is never set or suggested itself."""
    recommendation_types: tuple[str, ...] = ()
    """The kinds of recommendation that its source gives under it."""

    @property
    def usable(self) -> bool:
        """Whether a passage can be given it."""
        return not (self.folder or self.retired)

    @property
    def level(self) -> int:
        """1 for a focus area, 2 for a sub-code."""
        return 2 if self.parent else 1

    @property
    def area(self) -> str:
        """The focus area it belongs to; itself when it is one."""
        return self.parent or self.id

    def name(self, language: str) -> str:
        """Its name in this language, else in any."""
        return self.names.get(language) or next(iter(self.names.values()))


@dataclass(frozen=True)
class Codebook:
    """A versioned set of codes, and passages that carry none of them."""

    id: str
    version: str
    names: Mapping[str, str]
    codes: tuple[Code, ...]
    no_code_examples: tuple[str, ...] = ()
    """Small talk, and words of the codebook used about something else."""
    yaml: str = ""
    """The file it was read from, whole: it is stored with the project, per version."""

    @cached_property
    def _by_id(self) -> dict[str, Code]:
        return {code.id: code for code in self.codes}

    def __contains__(self, code: object) -> bool:
        return code in self._by_id

    def code(self, id: str) -> Code:
        """The code with this id. Raises KeyError."""
        return self._by_id[id]

    @property
    def areas(self) -> tuple[Code, ...]:
        """The focus areas, in order."""
        return tuple(code for code in self.codes if code.level == 1)

    def children(self, area: str) -> tuple[Code, ...]:
        """The sub-codes of a focus area, in order."""
        return tuple(code for code in self.codes if code.parent == area)

    def name(self, language: str) -> str:
        """Its name in this language, else in any."""
        return self.names.get(language) or next(iter(self.names.values()))

    def uuid(self, code: str) -> str:
        """The code's identity across projects and machines: never its name."""
        return str(uuid5(_NAMESPACE, f"{self.id}/{code}"))
