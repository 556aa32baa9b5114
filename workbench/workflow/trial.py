"""Trying a codebook on loose passages, without a project."""

from collections.abc import Iterator, Sequence

from workbench.codebook import Codebook
from workbench.exchange import LoosePassage
from workbench.model import Suggestion
from workbench.suggest import Engine

_BATCH = 200


def trial(
    codebook: Codebook, passages: Sequence[LoosePassage], *, level: int | None = None
) -> Iterator[tuple[LoosePassage, Sequence[Suggestion]]]:
    """What the codebook alone suggests for each passage, in order; an empty answer is an abstention."""
    engine = Engine.learn(codebook)
    for start in range(0, len(passages), _BATCH):
        batch = passages[start : start + _BATCH]
        yield from zip(batch, engine.suggest([one.text for one in batch], level=level), strict=True)
