"""The median of steps on a scale, where every young person weighs the same however much they told."""

from collections.abc import Iterable, Sequence
from fractions import Fraction
from itertools import pairwise


def middle_step(told: Iterable[Sequence[int]]) -> float:
    """The weighted median of steps; each sequence holds one person's, who weighs 1 shared among them.

    Feelings from -2 to 2 are ordinal: it is known which is better, not by how much. For such values the median is the
    fitting middle and the mean is none (Stevens, "On the theory of scales of measurement", Science 103, 1946). Where
    half of the weight lies on one step or below and half above, the middle lies between two steps, and the point half
    way is given: it says "between the two", no more. Every answer is a step or, between two, half a step or a step.

    Raises ValueError when nobody told anything.
    """
    weights: dict[int, Fraction] = {}
    for steps in told:
        for step in steps:
            weights[step] = weights.get(step, Fraction()) + Fraction(1, len(steps))
    if not weights:
        raise ValueError("nobody told anything")
    half, below = sum(weights.values(), Fraction()) / 2, Fraction()
    ordered = sorted(weights)
    for step, following in pairwise(ordered):
        below += weights[step]
        if below > half:
            return float(step)
        if below == half:
            return (step + following) / 2
    return float(ordered[-1])
