"""What a report's Word file remembers of how it was written: which lines are the workbench's, which hints stand in it.

Later it can then be told what somebody changed. Kept as texts among the file's own properties, which word processors
leave alone; a hash of each line, never the words.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from itertools import count
from typing import Self

_LINES = "Workbench lines {number}"
_HINTS = "Workbench places {number}"
_LONGEST = 240
"""Characters: Word cuts longer properties."""
_SAME = str.maketrans({
    "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "‚": "'",
    "–": "-", "—": "-", "‑": "-", "…": "...", "\xa0": " ", "\xad": "",
})  # fmt: skip
"""What word processors change by themselves while one types."""


def level(text: str) -> str:
    """A line without what word processors change by themselves: kinds of quotation marks, dashes and spaces."""
    return " ".join(text.translate(_SAME).split())


def fingerprint(text: str) -> str:
    """Eight characters that stand for a line."""
    return sha256(level(text).encode()).hexdigest()[:8]


@dataclass(frozen=True, slots=True)
class Stamp:
    """A file's memory of how it was written."""

    lines: tuple[str, ...] = ()
    """Fingerprints of the lines outside the marked places, in reading order."""
    hints: Mapping[str, str] = field(default_factory=dict)
    """Fingerprints of the hints, by the ids of their places."""

    @classmethod
    def read(cls, properties: Mapping[str, str]) -> Self | None:
        """The stamp in a file's properties; None where there is none, or only a part."""
        lines = "".join(_values(properties, _LINES))
        hints = "".join(_values(properties, _HINTS)).split(";")
        every = tuple(lines[start : start + 8] for start in range(0, len(lines), 8))
        if not every or every[0] != f"{len(every) - 1:08x}":
            return None
        pairs = (one.partition("=") for one in hints)
        return cls(every[1:], {id: mark for id, _, mark in pairs if id})

    def properties(self) -> dict[str, str]:
        """The stamp as properties of a file."""
        hints = ";".join(f"{id}={mark}" for id, mark in self.hints.items())
        # Their number first: a stamp that lost a part is none.
        return {**_cut(f"{len(self.lines):08x}" + "".join(self.lines), _LINES), **_cut(hints, _HINTS)}


def is_own(name: str) -> bool:
    """Whether a property is a part of a stamp."""
    return any(name.startswith(kind.format(number="")) for kind in (_LINES, _HINTS))


def _cut(text: str, name: str) -> dict[str, str]:
    parts = range(0, len(text), _LONGEST)
    return {name.format(number=number): text[start : start + _LONGEST] for number, start in enumerate(parts, start=1)}


def _values(properties: Mapping[str, str], name: str) -> Iterable[str]:
    for number in count(1):
        found = properties.get(name.format(number=number))
        if found is None:
            return
        yield found
