"""How fast somebody works, by time spent deciding: a break is no work."""

from dataclasses import dataclass, replace

BREAK = 300.0
"""Seconds after which somebody who has not decided anything is taken to have been away; no more of them count."""
LEAST = 3
"""Passages before a pace is told: one or two say nothing."""


@dataclass(frozen=True, slots=True)
class Pace:
    """The time spent in one sitting."""

    since: float
    """When the last passage was decided, else when the sitting began: seconds of a clock that only goes forward."""
    seconds: float = 0.0

    def decided(self, now: float) -> "Pace":
        """After a decision at this time."""
        return replace(self, since=now, seconds=self.seconds + min(max(0.0, now - self.since), BREAK))

    def per_hour(self, passages: int) -> int | None:
        """Passages per hour, when so many were decided in that time; None while that says nothing."""
        if passages < LEAST or self.seconds <= 0:
            return None
        return round(passages * 3600 / self.seconds)
