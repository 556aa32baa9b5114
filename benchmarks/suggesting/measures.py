"""How good a result is. Every figure is between 0 and 1; where there is nothing to measure it is nan."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import nan

from benchmarks.suggesting.material import Labelled
from benchmarks.suggesting.methods import Result

BINS = 10


def share(right: float, of: float) -> float:
    """A part of a whole; nan of nothing."""
    return right / of if of else nan


def average(values: Iterable[float]) -> float:
    """The mean; nan of nothing."""
    held = list(values)
    return share(sum(held), len(held))


@dataclass(frozen=True, slots=True)
class Areas:
    """Level 1."""

    macro_f1: float
    p_at_1: float
    """Of the passages with a code: how often the surest area is right."""
    macro_ap: float
    """Average precision of the ranking by confidence, the mean over areas."""
    ece: float
    """Expected calibration error over all pairs of passage and area, what is not shown counting as 0."""
    ece_all: float
    """The same of all confidences, shown or not."""
    wrong: float
    """Of the passages without a code: how many are shown one."""


@dataclass(frozen=True, slots=True)
class Kind:
    """The passages that are hard in one way."""

    passages: int
    p_at_1: float
    wrong: float


@dataclass(frozen=True, slots=True)
class Subs:
    """Level 2."""

    shown: float
    """Of the sub-codes that fit: how many are among the three shown."""
    first_three: float
    """Of the sub-codes that fit: how many are among the three surest, shown or not."""
    right: float
    """Of what is shown, areas too: how much fits."""
    right_area: float
    """Of what is shown: how much is in an area that fits."""


def areas(material: Sequence[Labelled], result: Result, ids: Sequence[str]) -> Areas:
    """The figures for areas with these ids."""
    present = [area for area in ids if any(area in one.codes for one in material)]
    pairs = list(zip(material, result.areas, strict=True))
    f1 = [
        share(
            2 * sum(area in shown and area in one.codes for one, shown in pairs),
            sum((area in shown) + (area in one.codes) for one, shown in pairs),
        )
        for area in present
    ]
    scored = list(zip(material, result.scores, strict=True))
    hidden = [
        (each[area] if area in shown else 0.0, area in one.codes)
        for one, shown, each in zip(material, result.areas, result.scores, strict=True)
        for area in ids
    ]
    return Areas(
        average(f1),
        p_at_1(material, result, ids),
        average(precision([each[area] for each in result.scores], [area in one.codes for one in material])
                for area in present),
        calibration_error(hidden),
        calibration_error((each[area], area in one.codes) for one, each in scored for area in ids),
        average(bool(shown) for one, shown in pairs if not one.codes),
    )  # fmt: skip


def p_at_1(material: Sequence[Labelled], result: Result, ids: Sequence[str]) -> float:
    """Of the passages with a code: how often the surest area is right. Nothing said is not right."""
    return average(
        max(each[area] for area in ids) > 0 and max(ids, key=lambda area: each[area]) in one.codes
        for one, each in zip(material, result.scores, strict=True)
        if one.codes
    )


def kinds(material: Sequence[Labelled], result: Result, ids: Sequence[str]) -> dict[str, Kind]:
    """Per kind of passage, in the order they first come."""
    found = {}
    for kind in dict.fromkeys(one.kind for one in material):
        at = [index for index, one in enumerate(material) if one.kind == kind]
        of = [material[index] for index in at]
        part = Result([result.scores[index] for index in at], [result.areas[index] for index in at], [])
        wrong = average(bool(shown) for one, shown in zip(of, part.areas, strict=True) if not one.codes)
        found[kind] = Kind(len(of), p_at_1(of, part, ids), wrong)
    return found


def subs(material: Sequence[Labelled], result: Result) -> Subs:
    """The figures for sub-codes: every code that is no area."""
    wanted = shown = three = offered = right = right_area = 0
    for one, each, codes in zip(material, result.scores, result.codes, strict=True):
        fitting = {code for code in one.codes if "." in code}
        surest = sorted((code for code in each if "." in code), key=lambda code: -each[code])[:3]
        wanted += len(fitting)
        shown += len(fitting & set(codes))
        three += len(fitting & set(surest))
        offered += len(codes)
        right += sum(code in one.codes for code in codes)
        right_area += sum(code.split(".")[0] in one.codes for code in codes)
    return Subs(share(shown, wanted), share(three, wanted), share(right, offered), share(right_area, offered))


def calibration_error(pairs: Iterable[tuple[float, bool]]) -> float:
    """Expected calibration error of confidences and whether each was right, in ten equal bins."""
    gaps, count = [0.0] * BINS, 0
    for confidence, right in pairs:
        gaps[min(BINS - 1, int(confidence * BINS))] += confidence - right
        count += 1
    return share(sum(map(abs, gaps)), count)


def precision(scores: Sequence[float], right: Sequence[bool]) -> float:
    """Average precision of a ranking."""
    from sklearn.metrics import average_precision_score

    return float(average_precision_score(right, scores))
