"""What is said around a passage, and what was asked before it: talk dwells on a theme."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workbench.suggest.space import Floats

NEAR = (0.3, 0.2)
"""How much the passages next to it count, and those beside them."""
ASKED = 0.2


def in_talk(scores: "Floats", asked: "Floats", offsets: "Floats") -> "Floats":
    """The scores (passages x codes) of one talk in order, each with a share of its neighbours' and its question's."""
    found = scores + ASKED * (asked - offsets)
    own = scores - offsets
    for distance, share in enumerate(NEAR, 1):
        found[distance:] += share * own[:-distance]
        found[:-distance] += share * own[distance:]
    return found
