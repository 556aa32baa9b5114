"""Reference passages: invented talk that careful people labelled, for codebooks that ship.

They teach suggestions what a codebook's own examples are too few for. Each is by one of several authors who did not
see each other's, so that what is learned from some can be tested on another.
"""

import json
from dataclasses import dataclass

from workbench import config


@dataclass(frozen=True, slots=True)
class ReferencePassage:
    """A passage, the codes that fit (none: no code does), and whose invention it is."""

    text: str
    codes: frozenset[str]
    author: str
    kind: str = ""
    """What makes it hard: `nokw`, `neg`, `slang`, `hard` …"""
    talk: str = ""
    """The running talk it is cut from, its passages in order; empty where it stands alone."""
    question: str = ""
    """What was said before it."""


def reference_passages(codebook: str) -> tuple[ReferencePassage, ...]:
    """The passages for the codebook with this id, by author and in their order; none where none ship."""
    file = config.shipped("codebooks") / "reference" / f"{codebook}.jsonl"
    if not file.is_file():
        return ()
    rows = map(json.loads, file.read_text(encoding="utf-8").splitlines())
    return tuple(ReferencePassage(**{**row, "codes": frozenset(row["codes"])}) for row in rows)
