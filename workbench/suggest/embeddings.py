"""Passages as directions, by an embedding model that somebody put on this computer: what means the same lies near,
whatever its words.

One more kind of likeness beside words, for what is learned from a codebook's examples and from decisions. It carries
a suggestion and never its evidence: a direction has no words to show.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from workbench.suggest.space import Floats

    Vectors = NDArray[np.float32]

SHARE = 0.7
"""Of likeness: as much as lemmas have and as letters have, so that meaning decides where words are few, and never
alone. Not measured: no model that reads Danish was at hand. Measure before it is changed."""


class Embedder(Protocol):
    """What gives texts their directions. The same text always gets the same one."""

    @property
    def name(self) -> str:
        """The model's name."""

    @property
    def fingerprint(self) -> str:
        """Of its settings, vocabulary and weights: two models that answer differently have different ones."""

    @property
    def dimensions(self) -> int:
        """How long a direction is."""

    def encode(self, texts: Sequence[str]) -> "Vectors":
        """Texts x dimensions, each row of length 1."""


@dataclass(frozen=True)
class Directions:
    """Directions as seen from the middle of the passages that were learned from.

    Seen from nowhere, all Danish talk lies in one corner: of the multilingual E5 models, any two texts are .7 to 1
    alike, so that what they share would drown what tells them apart.
    """

    embedder: Embedder | None
    middle: "Floats"

    @classmethod
    def over(cls, embedder: Embedder | None, texts: Sequence[str]) -> tuple["Directions", "Floats"]:
        """The directions around these texts, and the texts' own."""
        import numpy as np

        found = _encoded(embedder, texts)
        made = cls(embedder, found.mean(axis=0) if len(texts) else np.zeros(found.shape[1]))
        return made, made._seen(found)

    def of(self, texts: Sequence[str]) -> "Floats":
        """Texts x dimensions, whose products are their share of likeness; without a model, no dimensions."""
        return self._seen(_encoded(self.embedder, texts))

    def _seen(self, vectors: "Floats") -> "Floats":
        import numpy as np

        around = vectors - self.middle
        lengths = np.linalg.norm(around, axis=1, keepdims=True)
        found: Floats = around / np.where(lengths > _NOTHING, lengths, np.inf) * np.sqrt(SHARE)
        return found


_NOTHING = 1e-6
"""Shorter than this it lies in the middle, and points nowhere but by rounding."""


def _encoded(embedder: Embedder | None, texts: Sequence[str]) -> "Floats":
    import numpy as np

    if embedder is None:
        return np.zeros((len(texts), 0))
    if not texts:
        return np.zeros((0, embedder.dimensions))
    return embedder.encode(texts).astype(np.float64)
