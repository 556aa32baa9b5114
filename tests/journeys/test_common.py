"""The common line: medians, what many name, and gaps where few stand behind."""

from tests.journeys.told import felt, journey
from workbench.codebook import journey_words
from workbench.journeys import CommonJourney, CommonStage, Middle, journey_line
from workbench.model import JourneyEvent, TurningPoint

K = 5
STAGES = [one.id for one in journey_words().stages]
UP, DOWN = TurningPoint.UP, TurningPoint.DOWN


def shown(common: CommonJourney | None) -> dict[str, tuple[float | None, int | None]]:
    """The stages that something is told of."""
    assert common is not None
    return {one.stage: (one.feeling, one.young) for one in common.stages if one.feeling is not None}


def test_whole() -> None:
    """Ten young people: everybody felt something at school, half waited, and seven speak of turning points."""
    journeys = [
        journey(
            f"U{n}",
            *felt("skole", *([-2] * n or [-1])),
            *(felt("job", 1) if n < 4 else ()),
            *([JourneyEvent("praktik", turning_point=UP)] if n < 7 else []),
            *([JourneyEvent("fgu", turning_point=UP)] if n < 5 else []),
            *([JourneyEvent("afbrud", turning_point=DOWN)] if n < 4 else []),
            *([JourneyEvent("social", contact_point="ventetid", duration_weeks=10 * n)] if n > 4 else []),
            *[JourneyEvent("jobcenter", retelling=True, actors=("sagsbehandler", "laerer", "ven"))] * n,
        )
        for n in range(10)
    ]
    assert journey_line(journeys, K) == CommonJourney(
        k=5,
        few=False,
        young=10,
        stages=tuple(CommonStage(id, *((-2, 10) if id == "skole" else (None, None))) for id in STAGES),
        up=("praktik", "fgu"),
        down=(),
        retellings=Middle(4.5, 10),
        weeks_waited=Middle(70, 5),
        professionals=Middle(2, 10),
    )


def test_no_journeys_no_line() -> None:
    assert journey_line([], K) is None


def test_four_young_people_get_no_line_however_many_journeys_they_have() -> None:
    four = [journey(f"U{n % 4}", *felt("skole", -1)) for n in range(12)]
    assert journey_line(four, K) == CommonJourney(k=5, few=True)


def test_a_stage_of_four_looks_like_one_that_nobody_came_through() -> None:
    many = [journey(f"U{n}", *felt("skole", 1), *(felt("misbrug", -2) if n < 4 else ())) for n in range(12)]
    without = [journey(f"U{n}", *felt("skole", 1)) for n in range(12)]
    assert journey_line(many, K) == journey_line(without, K)
    assert shown(journey_line(many, K)) == {"skole": (1, 12)}


def test_the_number_is_withheld_where_it_counts_the_few_others() -> None:
    """Eight of ten told: the two who did not are not counted either. Of five of ten, nobody is few."""
    journeys = [
        journey(f"U{n}", *(felt("skole", 0) if n < 8 else ()), *(felt("job", 2) if n < 5 else ())) for n in range(10)
    ]
    assert shown(journey_line(journeys, K)) == {"skole": (0, None), "job": (2, 5)}


def test_waits_are_rounded_so_that_they_are_nobodys_own() -> None:
    def waited(weeks: float) -> float:
        event = JourneyEvent("social", contact_point="ventetid", duration_weeks=weeks)
        common = journey_line([journey(f"U{n}", event) for n in range(5)], K)
        assert common is not None
        assert common.weeks_waited is not None
        return common.weeks_waited.value

    assert [waited(weeks) for weeks in (0.4, 2.5, 9.4, 11, 13, 37, 52)] == [0, 3, 9, 10, 15, 35, 50]


def test_a_stage_of_another_version_of_the_vocabulary_comes_last() -> None:
    common = journey_line([journey(f"U{n}", *felt("hoejskole", 2)) for n in range(5)], K)
    assert common is not None
    assert [one.stage for one in common.stages] == [*STAGES, "hoejskole"]
    assert shown(common) == {"hoejskole": (2, 5)}


def test_the_order_of_the_journeys_does_not_matter() -> None:
    journeys = [journey(f"U{n}", *felt("skole", n % 5 - 2), *felt("job", 1 - n % 3)) for n in range(9)]
    assert journey_line(journeys, K) == journey_line(journeys[::-1], K)
