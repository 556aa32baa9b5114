"""The common line of many journeys: medians and what many name, and nothing that fewer than k stand behind."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from math import floor
from statistics import median

from workbench.codebook import journey_words
from workbench.journeys.counting import Counting, Young
from workbench.journeys.median import middle_step
from workbench.journeys.own import OwnJourney, own_journeys
from workbench.model import Journey, TurningPoint

ROUNDED_FROM = 10
"""Weeks above this are rounded to five: a wait to the week could be somebody's own."""


@dataclass(frozen=True, slots=True)
class CommonStage:
    """How a stage felt. A stage that few came through looks like one that nobody did."""

    stage: str
    """Its id in the vocabulary."""
    feeling: float | None
    """Median from -2 to 2; None where it is not shown."""
    young: int | None
    """How many told of it; None where that is not shown. With a feeling and no number they are at least k."""


@dataclass(frozen=True, slots=True)
class Middle:
    """A median of numbers."""

    value: float
    young: int | None
    """How many it rests on; None where the number is not shown, though it is at least k."""


@dataclass(frozen=True, slots=True)
class CommonJourney:
    """What journeys have in common: nobody's own journey."""

    k: int
    few: bool
    """Fewer than k young people: then all that follows is empty."""
    young: int | None = None
    """How many young people; None where the number is not shown, though it is at least k."""
    stages: tuple[CommonStage, ...] = ()
    """Every stage of the vocabulary, in its order."""
    up: tuple[str, ...] = ()
    """Stages in which at least k name a turn for the better, most often named first; how many is not told."""
    down: tuple[str, ...] = ()
    """The same for the worse."""
    retellings: Middle | None = None
    """How often a young person had to tell their story from the beginning."""
    weeks_waited: Middle | None = None
    """How long young people waited in all, of those who told how long; rounded."""
    professionals: Middle | None = None
    """How many kinds of professionals a young person met."""


def journey_line(journeys: Iterable[Journey], k: int) -> CommonJourney | None:
    """What these journeys have in common, those of one municipality or of several; None when there are none.

    Every young person weighs the same. With the journeys of several municipalities, what would give away a small group
    beside the municipalities' own reports is left out too (see `Counting`). The medians of feelings are those of
    ordinal steps (see `middle_step`), all others the plain median.
    """
    own = own_journeys(journeys)
    if not own:
        return None
    counting = Counting(frozenset(one.young for one in own), k)
    if len(own) < k:
        return CommonJourney(k, few=True)
    return CommonJourney(
        k=k,
        few=False,
        young=counting.number(counting.everybody),
        stages=tuple(_stage(stage, own, counting) for stage in _stages(own)),
        up=_named(TurningPoint.UP, own, counting),
        down=_named(TurningPoint.DOWN, own, counting),
        retellings=_middle({one.young: one.retellings for one in own}, counting),
        weeks_waited=_waited(own, counting),
        professionals=_middle({one.young: one.professionals for one in own}, counting),
    )


def _stages(own: Sequence[OwnJourney]) -> list[str]:
    """The vocabulary's stages, then those of other versions of it."""
    known = [stage.id for stage in journey_words().stages]
    told = {stage for one in own for stage in one.feelings}
    return [*known, *sorted(told.difference(known))]


def _stage(stage: str, own: Sequence[OwnJourney], counting: Counting) -> CommonStage:
    told = [one for one in own if stage in one.feelings]
    group = {one.young for one in told}
    if not counting.may_tell(group):
        return CommonStage(stage, None, None)
    return CommonStage(stage, middle_step(one.feelings[stage] for one in told), counting.number(group))


def _named(way: TurningPoint, own: Sequence[OwnJourney], counting: Counting) -> tuple[str, ...]:
    """No numbers: beside those of the stage they would count the few who do not name it."""
    times = Counter(stage for one in own for stage in one.turns[way])
    order = {stage.id: number for number, stage in enumerate(journey_words().stages)}
    many = [stage for stage in times if counting.may_tell({one.young for one in own if stage in one.turns[way]})]
    return tuple(sorted(many, key=lambda stage: (-times[stage], order.get(stage, len(order)), stage)))


def _middle(numbers: Mapping[Young, float], counting: Counting) -> Middle | None:
    if not counting.may_tell(numbers):
        return None
    return Middle(float(median(numbers.values())), counting.number(numbers))


def _waited(own: Sequence[OwnJourney], counting: Counting) -> Middle | None:
    weeks = {one.young: one.weeks_waited for one in own if one.weeks_waited is not None}
    found = _middle(weeks, counting)
    if found is None:
        return None
    step = 1 if found.value < ROUNDED_FROM else 5
    return replace(found, value=float(step * floor(found.value / step + 0.5)))
