"""Loose passages: texts to try a codebook on, without a project."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from workbench.exchange.jsonl import objects, text


@dataclass(frozen=True, slots=True)
class LoosePassage:
    """A passage that belongs to no source."""

    id: str
    text: str


def read_passages(file: Path) -> Iterator[LoosePassage]:
    """The passages of a JSON Lines file with `id` and `text`. Raises InvalidFileError, naming the line."""
    for number, value in objects(file, ("id", "text")):
        yield LoosePassage(str(value["id"]), text(file, number, value, "text"))
