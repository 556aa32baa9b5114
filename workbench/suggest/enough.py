"""Of very many decided passages, those that are learned from.

What is learned grows with the square of the passages in memory and with their cube in time: twenty thousand would take
sixteen gigabytes, for what three thousand have said long before.
"""

from collections.abc import Iterator, Sequence

from workbench.model import LabelledPassage

MOST = 3000
"""Passages. Learning them takes seconds, behind the person's back, and some hundred megabytes."""
RARE = 25
"""Passages of every code that are among them, if there are so many: what is rare would be lost by chance."""


def enough(labelled: Sequence[LabelledPassage], most: int = MOST, rare: int = RARE) -> list[LabelledPassage]:
    """At most `most` of these, in their order: some of every code first, then of all, each from everywhere.

    The same passages give the same ones. They keep the shares that codes have, but for the rarest, so that what is
    learned of how often a code fits stays true.
    """
    if len(labelled) <= most:
        return list(labelled)
    by_code: dict[str, list[int]] = {}
    for at, one in enumerate(labelled):
        for code in one.codes:
            by_code.setdefault(code, []).append(at)
    chosen: set[int] = set()
    for _code, places in sorted(by_code.items(), key=lambda item: (len(item[1]), item[0])):
        missing = rare - sum(at in chosen for at in places)
        chosen.update(_spread([at for at in places if at not in chosen], min(missing, most - len(chosen))))
    chosen.update(_spread([at for at in range(len(labelled)) if at not in chosen], most - len(chosen)))
    return [labelled[at] for at in sorted(chosen)]


def _spread(places: Sequence[int], count: int) -> Iterator[int]:
    """So many of these, at even distances."""
    count = min(max(count, 0), len(places))
    return (places[at * len(places) // count] for at in range(count))
