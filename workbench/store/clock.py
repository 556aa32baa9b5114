"""A hybrid logical clock: events keep their order even when a computer's clock is wrong.

Kulkarni et al., "Logical Physical Clocks", 2014. A reading is one integer: milliseconds since 1970 in the
upper bits, a counter in the lower 16. It never goes back, and it moves on for every event.
"""

import time
from datetime import UTC, datetime

_COUNTER_BITS = 16


def tick(last: int, milliseconds: int | None = None) -> int:
    """The reading after `last`, at this time (now, when not given)."""
    now = int(time.time() * 1000) if milliseconds is None else milliseconds
    return max(last + 1, now << _COUNTER_BITS)


def moment(reading: int) -> datetime:
    """The time of a reading, in UTC, to the millisecond."""
    return datetime.fromtimestamp((reading >> _COUNTER_BITS) / 1000, tz=UTC)
