"""Numbers below k are not printed, and nothing printed gives them away."""

from hypothesis import given
from hypothesis import strategies as st

from workbench.model import SourceKind
from workbench.reports.smallnumbers import SEVERAL, Count, SourceUse, count_sources

GROUP = SourceUse("fg", SourceKind.FOCUS_GROUP, 3)


def journeys(number: int) -> list[SourceUse]:
    return [SourceUse(f"rejse {n}", SourceKind.YOUTH_JOURNEY, 5) for n in range(number)]


def interviews(number: int) -> list[SourceUse]:
    return [SourceUse(f"interview {n}", SourceKind.INTERVIEW, 3) for n in range(number)]


def test_people() -> None:
    assert [Count.of(number, 3) for number in range(5)] == [
        Count(0), Count(below=3), Count(below=3), Count(3), Count(4),
    ]  # fmt: skip


def test_sources() -> None:
    assert count_sources([]) == Count(0)
    assert count_sources([GROUP, GROUP]) == Count(1)
    assert count_sources(journeys(4)) == Count(below=5)
    assert count_sources(journeys(5)) == Count(5)
    assert count_sources([GROUP, *journeys(5)]) == Count(6)
    assert count_sources([GROUP, *journeys(1)]) == SEVERAL
    assert count_sources(interviews(2)) == Count(below=3)
    assert count_sources([*interviews(3), *journeys(1)]) == SEVERAL
    assert count_sources([*interviews(2), *journeys(1)]) == Count(below=5)


@given(st.integers(0, 4), st.integers(1, 7), st.integers(0, 3))
def test_what_is_printed_of_fewer_than_k_is_the_same_for_every_number(groups: int, young: int, staff: int) -> None:
    def printed(young: int) -> Count:
        held = [SourceUse(f"fg {n}", SourceKind.FOCUS_GROUP, 3) for n in range(groups)]
        return count_sources([*held, *journeys(young), *interviews(staff)])

    if young < 5:
        assert printed(young) == printed(1)
