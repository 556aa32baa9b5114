"""Journeys made by hand: short, and only with what a test is about."""

from workbench.model import Journey, JourneyEvent


def journey(participant: str, *events: JourneyEvent, municipality: str = "Kvistsund") -> Journey:
    return Journey(participant, municipality, "ungerejse 0.1.0", events)


def felt(stage: str, *feelings: int) -> tuple[JourneyEvent, ...]:
    """One event for each feeling in a stage."""
    return tuple(JourneyEvent(stage, feeling=feeling) for feeling in feelings)
