"""Times as transcripts write them: `0:03`, `00:01:02-5`, `00:03:40.5`, `0:0:0.570`, `00:00:01,000`."""

import re

CLOCK = r"(?:\d{1,3}:)?\d{1,2}:\d{1,2}(?:[.,-]\d{1,3})?"
"""The pattern of a time, without groups."""
_PARTS = re.compile(r"(?:(\d{1,3}):)?(\d{1,2}):(\d{1,2})(?:[.,-](\d{1,3}))?")


def shown(seconds: float) -> str:
    """The time as people read it: `1:02:03`, always with hours."""
    minutes, rest = divmod(int(seconds), 60)
    return f"{minutes // 60}:{minutes % 60:02}:{rest:02}"


def seconds(clock: str) -> float:
    """Seconds in a time that `CLOCK` matches; digits after the mark are a decimal fraction (f4 writes tenths)."""
    match = _PARTS.fullmatch(clock.strip())
    if match is None:
        raise ValueError(f"not a time: {clock!r}")
    hours, minutes, whole, fraction = match.groups()
    past = int(fraction) / 10 ** len(fraction) if fraction else 0.0
    return round(int(hours or 0) * 3600 + int(minutes) * 60 + int(whole) + past, 3)
