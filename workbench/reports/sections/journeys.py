"""Youth journeys in words: what many have in common, and never one of them."""

from collections.abc import Iterator

from workbench.codebook import journey_words
from workbench.i18n import _, language, ngettext
from workbench.journeys import CommonJourney, CommonStage, Middle
from workbench.reports import phrases
from workbench.reports.document import Block, Bullets, Heading, Picture, Section, Tone, Words
from workbench.reports.figures import JourneyLine, Stage

HIDDEN = "·"
"""Stands where nothing is shown."""


def journeys_section(common: CommonJourney | None) -> Section | None:
    """The section `journeys`, of one municipality or of all, in the language spoken now; None without enough of them.

    What helped or would have helped is in young people's own words and is never printed here.
    """
    if common is None or common.few:
        return None
    return Section("journeys", _("Youth journeys"), (Words(_told(common)), *_line(common), *_facts(common)))


def too_few(common: CommonJourney | None) -> tuple[str, ...]:
    """A line where the journeys told are too few for a section: it says so among what is missing."""
    if common is None or not common.few:
        return ()
    said = _(
        "Fewer than {k} young people have told of their journey. No common line is shown, so that nobody can be"
        " recognised."
    )
    return (said.format(k=common.k),)


def _told(common: CommonJourney) -> str:
    if common.young is None:
        return _("At least {k} young people have told of their journey.").format(k=common.k)
    return ngettext(
        "{n} young person has told of their journey.", "{n} young people have told of their journey.", common.young
    ).format(n=common.young)


def _line(common: CommonJourney) -> Iterator[Block]:
    if not any(stage.feeling is not None for stage in common.stages):
        yield Words(_("No stage was told of by so many that it can be shown."))
        return
    yield Picture(
        id="journey-line",
        figure=JourneyLine(
            stages=tuple(Stage(_name(one.stage), one.feeling, _number(one, common.k)) for one in common.stages),
            stage=_("Stage"),
            feeling=_("Median feeling"),
            told=_("Young people"),
            feelings=_feelings(),
            hidden=HIDDEN,
        ),
        caption=_("How the stages felt: median of what young people told"),
        alt=_in_words(common),
    )
    yield Words(
        _(
            "The line is nobody's own journey. It is the middle of what young people told of how a stage felt, where"
            " each of them counts the same; a point between two steps lies between them, no more. The stages stand in"
            " a fixed order, not in the order in which somebody came through them. A dot ({mark}) stands where nothing"
            " is shown: fewer than {k} young people told of it, or it would give a small number away."
        ).format(mark=HIDDEN, k=common.k),
        Tone.NOTE,
    )


def _facts(common: CommonJourney) -> Iterator[Block]:
    """Turning points, retellings, waits and professionals: those that may be told."""
    items = [
        line.format(names=", ".join(phrases.uncapitalised(_name(one)) for one in stages), k=common.k)
        for line, stages in (
            (_("Turns for the better, each named by at least {k} young people: {names}."), common.up),
            (_("Turns for the worse, each named by at least {k} young people: {names}."), common.down),
        )
        if stages
    ]
    if common.retellings:
        items.append(
            _("Had to tell their story from the beginning: {times} (median{rests_on}).").format(
                times=_times(common.retellings.value), rests_on=_rests_on(common.retellings, common)
            )
        )
    if common.weeks_waited:
        items.append(
            _("Waited, where young people told how long: about {weeks} in all (median{rests_on}).").format(
                weeks=_weeks(common.weeks_waited.value), rests_on=_rests_on(common.weeks_waited, common)
            )
        )
    if common.professionals:
        items.append(
            _("Kinds of professionals met: {number} (median{rests_on}).").format(
                number=_decimal(common.professionals.value), rests_on=_rests_on(common.professionals, common)
            )
        )
    if items:
        yield Heading(_("Turning points, retellings and waits"))
        yield Bullets(tuple(items))


def _rests_on(middle: Middle, common: CommonJourney) -> str:
    """What a median rests on, where it is not everybody: `, 9 young people`."""
    if middle.young == common.young:
        return ""
    if middle.young is None:
        return _(", at least {k} young people").format(k=common.k)
    return ngettext(", {n} young person", ", {n} young people", middle.young).format(n=middle.young)


def _in_words(common: CommonJourney) -> str:
    """The line for those who cannot see it."""
    steps = {one.value: one.names[language()] for one in journey_words().feeling_scale}
    lines = []
    for one in common.stages:
        if one.feeling is None:
            felt = _("not shown")
        elif one.feeling % 1 == 0:
            felt = phrases.uncapitalised(steps[int(one.feeling)])
        else:
            below = int(one.feeling // 1)
            felt = _("between {worse} and {better}").format(
                worse=phrases.uncapitalised(steps[below]), better=phrases.uncapitalised(steps[below + 1])
            )
        lines.append(_("{stage}: {felt}.").format(stage=_name(one.stage), felt=felt))
    return " ".join(lines)


def _number(one: CommonStage, k: int) -> str:
    if one.feeling is None:
        return HIDDEN
    return str(one.young) if one.young is not None else f"≥ {k}"


def _name(stage: str) -> str:
    return next((one.names[language()] for one in journey_words().stages if one.id == stage), stage)


def _feelings() -> tuple[str, str, str, str, str]:
    steps = sorted(journey_words().feeling_scale, key=lambda one: one.value)
    worst, bad, neither, good, best = (one.names[language()] for one in steps)
    return worst, bad, neither, good, best


def _times(value: float) -> str:
    return ngettext("{n} time", "{n} times", 1 if value == 1 else 2).format(n=_decimal(value))


def _weeks(value: float) -> str:
    return ngettext("{n} week", "{n} weeks", 1 if value == 1 else 2).format(n=_decimal(value))


def _decimal(value: float) -> str:
    """A number in halves, with the decimal mark of the language."""
    whole = int(value)
    return str(whole) if value == whole else _("{whole}.5").format(whole=whole)
