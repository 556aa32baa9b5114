"""The pace of a sitting: passages an hour, breaks left out."""

from workbench.workflow.pace import Pace


def test_passages_an_hour_of_the_time_spent() -> None:
    pace = Pace(since=1000.0)
    for now in (1020.0, 1050.0, 1060.0):
        pace = pace.decided(now)
    assert pace == Pace(since=1060.0, seconds=60.0)
    assert [pace.per_hour(passages) for passages in (0, 2, 3, 6)] == [None, None, 180, 360]


def test_a_break_is_no_work_and_a_clock_that_stands_still_says_nothing() -> None:
    assert Pace(since=0.0).decided(86_400.0).per_hour(12) == 144
    assert Pace(since=5.0).decided(5.0).per_hour(9) is None
