"""Times in every way transcripts write them."""

import re

import pytest

from workbench.exchange import clock_shown
from workbench.exchange.clock import CLOCK, seconds


@pytest.mark.parametrize(
    ("clock", "known"),
    [
        ("0:03", 3.0),
        ("47:12", 2832.0),
        ("1:02:03", 3723.0),
        ("00:01:02-5", 62.5),
        ("00:03:40.5", 220.5),
        ("0:0:0.570", 0.57),
        ("00:00:01,000", 1.0),
        ("00:00:09.368", 9.368),
        ("100:00:00", 360000.0),
        (" 00:05 ", 5.0),
    ],
)
def test_a_time_is_seconds(clock: str, known: float) -> None:
    assert re.fullmatch(CLOCK, clock.strip())
    assert seconds(clock) == known


@pytest.mark.parametrize("clock", ["", "12", "1:2:3:4", "a:bc", "12:34:56:789", "1234:00:00", "0:03.1234"])
def test_what_is_no_time(clock: str) -> None:
    assert re.fullmatch(CLOCK, clock) is None
    with pytest.raises(ValueError, match="not a time"):
        seconds(clock)


@pytest.mark.parametrize(("at", "shown"), [(0.0, "0:00:00"), (62.9, "0:01:02"), (3723.0, "1:02:03")])
def test_a_time_is_shown_with_hours(at: float, shown: str) -> None:
    assert clock_shown(at) == shown
