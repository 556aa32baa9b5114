"""How youth journeys are shown: a list, one event by event, and as JSON."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

import click

from workbench.cli.show import paragraph, say, table
from workbench.codebook import journey_words
from workbench.i18n import _, language, ngettext
from workbench.model import JourneyEvent, TurningPoint
from workbench.store import StoredJourney
from workbench.terminal import safe

INDENT = "   "


def show_journeys(found: Sequence[StoredJourney]) -> None:
    """One line for each."""
    table(
        [_("Pseudonym"), _("Municipality"), _("Age group"), _("Events"), _("Source")],
        (
            (one.told.participant, one.told.municipality, one.told.age_group or "", len(one.told.events),
             one.told.source)
            for one in found
        ),
        right=(3,),
    )  # fmt: skip


def show_journey(one: StoredJourney) -> None:
    """One, with all that is known of each event."""
    told = one.told
    say(click.style(safe(told.participant), bold=True))
    for name, value in (
        (_("Municipality"), told.municipality),
        (_("Age group"), told.age_group or ""),
        (_("Source"), told.source),
        (_("Told in"), told.vocabulary),
    ):
        if value:
            say(f"{name}: {safe(value)}")
    for number, event in enumerate(told.events, 1):
        say()
        say(safe(" · ".join(part for part in (f"{number}. {_stage(event.stage)}", *_when(event)) if part)))
        for line in _lines(event):
            paragraph(safe(line), INDENT)


def _when(event: JourneyEvent) -> tuple[str, ...]:
    age = _("{n} years old").format(n=event.age) if event.age is not None else ""
    weeks = event.duration_weeks
    number = f"{weeks:g}".replace(".", _(".")) if weeks is not None else ""
    lasted = ngettext("{n} week", "{n} weeks", 1 if weeks == 1 else 2).format(n=number) if number else ""
    return (age, event.time_label, lasted)


def _lines(event: JourneyEvent) -> list[str]:
    words, speak = journey_words(), language()
    names = {one.id: one.names[speak] for one in words.contact_points}
    names |= {one.id: one.names[speak] for one in words.actors}
    names |= {one.id: one.names[speak] for one in words.feelings}
    steps = {one.value: one.names[speak] for one in words.feeling_scale}
    met = [names.get(id, id) for id in (event.contact_point, *event.actors) if id]
    felt = [steps[event.feeling]] if event.feeling is not None else []
    felt += [names.get(event.feeling_word, event.feeling_word)] if event.feeling_word else []
    marks = (
        {TurningPoint.UP: _("turning point for the better"), TurningPoint.DOWN: _("turning point for the worse")}[
            event.turning_point
        ]
        if event.turning_point
        else "",
        _("among the most important") if event.most_important else "",
        _("had to tell the story from the beginning") if event.retelling else "",
    )
    lines = (
        event.summary,
        ", ".join(met),
        ", ".join(felt),
        "; ".join(mark for mark in marks if mark),
        _("“{text}” (turn {turn})").format(text=event.quote.text, turn=event.quote.turn) if event.quote else "",
        _("Would have helped: {text}").format(text=event.would_have_helped) if event.would_have_helped else "",
    )
    return [line for line in lines if line]


def _stage(id: str) -> str:
    return next((one.names[language()] for one in journey_words().stages if one.id == id), id)


def journey_record(one: StoredJourney, *, events: bool = False) -> dict[str, Any]:
    """One, as JSON tells it; its events where they are asked for, else how many there are."""
    told = one.told
    return {
        "id": one.id,
        "participant": told.participant,
        "municipality": told.municipality,
        "age_group": told.age_group,
        "source": told.source or None,
        "vocabulary": told.vocabulary,
        "events": [asdict(event) for event in told.events] if events else len(told.events),
    }
