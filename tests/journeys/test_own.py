"""What one young person's journey amounts to, before anything is summed up."""

from tests.journeys.told import felt, journey
from workbench.codebook import journey_words
from workbench.journeys import OwnJourney, Young, own_journeys
from workbench.journeys.own import LAY, WAITING
from workbench.model import JourneyEvent, TurningPoint


def test_whole() -> None:
    told = journey(
        "KV-U1",
        *felt("skole", -1, -2),
        JourneyEvent("skole", turning_point=TurningPoint.DOWN, retelling=True, actors=("laerer", "foraelder")),
        JourneyEvent("jobcenter", contact_point="ventetid", duration_weeks=26, actors=("sagsbehandler",)),
        JourneyEvent("jobcenter", contact_point="ventetid"),
        JourneyEvent("jobcenter", duration_weeks=78, retelling=True, actors=("sagsbehandler", "ven", "psykiatri")),
        JourneyEvent("praktik", feeling=2, turning_point=TurningPoint.UP, actors=("virksomhed", "frivillig")),
        JourneyEvent("job", contact_point="ventetid", duration_weeks=4.5),
    )
    assert own_journeys([told]) == (
        OwnJourney(
            young=Young("Kvistsund", "KV-U1"),
            feelings={"skole": (-1, -2), "praktik": (2,)},
            turns={TurningPoint.UP: frozenset({"praktik"}), TurningPoint.DOWN: frozenset({"skole"})},
            retellings=2,
            weeks_waited=30.5,
            professionals=3,
        ),
    )


def test_two_journeys_of_one_are_one_young_person_and_a_pseudonym_elsewhere_is_another() -> None:
    several = [
        journey("U1", *felt("skole", -1)),
        journey("U1", *felt("skole", 1)),
        journey("U1", municipality="Havrevig"),
    ]
    assert [(one.young, dict(one.feelings), one.weeks_waited) for one in own_journeys(several)] == [
        (Young("Kvistsund", "U1"), {"skole": (-1, 1)}, None),
        (Young("Havrevig", "U1"), {}, None),
    ]


def test_the_words_it_knows_by_name_are_in_the_vocabulary() -> None:
    words = journey_words()
    assert WAITING in {one.id for one in words.contact_points}
    assert {one.id for one in words.actors} >= LAY
