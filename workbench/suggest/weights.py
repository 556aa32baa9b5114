"""What each term says of each code: found once from many passages, then moved by single ones.

With the terms of a whole project a table of weights has millions of places. A decision moves it by one product of a
column and a row; written down as that, it costs nothing until something is read.
"""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from workbench.suggest.space import Floats, Ints


@dataclass(frozen=True, slots=True)
class Weights:
    """Columns x codes."""

    found: "Floats"
    moves: tuple[tuple["Floats", "Floats"], ...] = ()
    """Each a number for every column and one for every code, whose products are added."""

    def moved(self, columns: "Floats", codes: "Floats") -> "Weights":
        """With these products added."""
        return replace(self, moves=(*self.moves, (columns, codes)))

    def scores(self, passages: Any) -> "Floats":
        """What passages (sparse, passages x columns) score: passages x codes."""
        import numpy as np

        scores: Floats = passages @ self.found
        for columns, codes in self.moves:
            scores = scores + np.outer(passages @ columns, codes)
        return scores

    def at(self, columns: "Ints", code: int) -> "Floats":
        """What some columns say of one code."""
        said: Floats = self.found[columns, code]
        for moved, codes in self.moves:
            said = said + moved[columns] * codes[code]
        return said
