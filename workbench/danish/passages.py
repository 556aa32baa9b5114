"""The unit of suggestion, review and agreement.

Passages are fixed in the event that made a revision and have to come out the same on every machine: nothing
here depends on an installed model.
"""

from collections.abc import Sequence
from itertools import accumulate

from workbench.danish.sentences import stretches
from workbench.model import Passage, Place, Turn

MOST_SENTENCES = 3
MOST_WORDS = 60
"""A turn within both bounds is one passage."""
_IDEAL_WORDS = 40


def passages(text: str, turns: Sequence[Turn]) -> list[Passage]:
    """The passages of a revision, numbered from 1; places are in the whole text, whose lines the turns are.

    A turn of up to MOST_SENTENCES sentences and MOST_WORDS words is one passage. A longer one is cut into
    groups of up to MOST_SENTENCES sentences, of sizes as even as can be. A turn without words gives none.
    Raises ValueError when a turn reaches past the text.
    """
    if turns and turns[-1].place.end > len(text):
        raise ValueError(f"the last turn reaches past a text of {len(text)} code points")
    # One pass over the whole text: a line break ends every turn, and every sentence.
    parts = stretches(text)
    found: list[Passage] = []
    at = 0
    for index, turn in enumerate(turns):
        first, end = at, turn.place.end
        while at < len(parts) and parts[at][0] < end:
            at += 1
        for start, stop in _groups(parts[first:at]):
            found.append(Passage(len(found) + 1, index, Place(start, stop)))
    return found


def _groups(parts: Sequence[tuple[int, int, int]]) -> list[tuple[int, int]]:
    """Where the passages begin and end that a turn's sentences make: each is its start, end and size."""
    sizes = [size for _, _, size in parts]
    if not parts or (len(parts) <= MOST_SENTENCES and sum(sizes) <= MOST_WORDS):
        return [(parts[0][0], parts[-1][1])] if parts else []
    return [(parts[first][0], parts[end - 1][1]) for first, end in _even(sizes)]


def _even(sizes: Sequence[int]) -> list[tuple[int, int]]:
    """Ranges of neighbours, at most MOST_SENTENCES each, whose words come nearest to the ideal size.

    Dynamic programming over ends: least sum of squared distances, so that four sentences become two and two.
    """
    best: list[tuple[int, int]] = [(0, 0)]
    until = list(accumulate(sizes, initial=0))
    for end in range(1, len(sizes) + 1):
        best.append(
            min(
                (best[first][0] + (until[end] - until[first] - _IDEAL_WORDS) ** 2, first)
                for first in range(max(0, end - MOST_SENTENCES), end)
            )
        )
    ranges: list[tuple[int, int]] = []
    end = len(sizes)
    while end:
        first = best[end][1]
        ranges.append((first, end))
        end = first
    return ranges[::-1]
