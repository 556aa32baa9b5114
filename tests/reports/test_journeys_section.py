"""Youth journeys in a report: the common line in words, and never one young person."""

import pytest

from tests.journeys.told import felt, journey
from tests.reports.field import kvistsund
from workbench import i18n
from workbench.codebook import journey_words
from workbench.journeys import CommonJourney, CommonStage, Middle, journey_line
from workbench.model import JourneyEvent, TurningPoint
from workbench.reports import FULL, SHORT, practice_document, practice_report
from workbench.reports.document import Bullets, Heading, Picture, Section, Tone, Words
from workbench.reports.figures import JourneyLine, Stage
from workbench.reports.sections import journeys_section
from workbench.store import Store, participant_named, set_journey

SECRET = "Det med tandlægen"
"""Free words of a young person: in no report."""


def line(**shown: tuple[float, int | None]) -> tuple[CommonStage, ...]:
    """The stages of the vocabulary, some of them shown."""
    ids = [one.id for one in journey_words().stages]
    return tuple(CommonStage(id, *shown.get(id, (None, None))) for id in ids)


NOTE = Words(
    "The line is nobody's own journey. It is the middle of what young people told of how a stage felt, where each of"
    " them counts the same; a point between two steps lies between them, no more. The stages stand in a fixed order,"
    " not in the order in which somebody came through them. A dot (·) stands where nothing is shown: fewer than 5"
    " young people told of it, or it would give a small number away.",
    Tone.NOTE,
)


def test_whole() -> None:
    common = CommonJourney(
        k=5,
        few=False,
        young=14,
        stages=line(skole=(-1.5, 9), udskoling=(-1, None), job=(2, 6)),
        up=("praktik", "job"),
        down=("afbrud",),
        retellings=Middle(2.5, 14),
        weeks_waited=Middle(25, 6),
        professionals=Middle(4, 14),
    )
    names = {one.id: one.names["en"] for one in journey_words().stages}
    shown = {"skole": (-1.5, "9"), "udskoling": (-1.0, "≥ 5"), "job": (2.0, "6")}
    felt_like = {"skole": "between very hard and hard", "udskoling": "hard", "job": "very good"}
    assert journeys_section(common) == Section(
        "journeys",
        "Youth journeys",
        (
            Words("14 young people have told of their journey."),
            Picture(
                id="journey-line",
                figure=JourneyLine(
                    stages=tuple(Stage(name, *shown.get(id, (None, "·"))) for id, name in names.items()),
                    stage="Stage",
                    feeling="Median feeling",
                    told="Young people",
                    feelings=("Very hard", "Hard", "Neither good nor hard", "Good", "Very good"),
                    hidden="·",
                ),
                caption="How the stages felt: median of what young people told",
                alt=" ".join(f"{name}: {felt_like.get(id, 'not shown')}." for id, name in names.items()),
            ),
            NOTE,
            Heading("Turning points, retellings and waits"),
            Bullets(
                (
                    "Turns for the better, each named by at least 5 young people: internship and workplace,"
                    " employment.",
                    "Turns for the worse, each named by at least 5 young people: dropout or change.",
                    "Had to tell their story from the beginning: 2.5 times (median).",
                    "Waited, where young people told how long: about 25 weeks in all (median, 6 young people).",
                    "Kinds of professionals met: 4 (median).",
                )
            ),
        ),
    )


def test_no_journeys_no_section() -> None:
    assert journeys_section(None) is None


def test_too_few_are_no_section() -> None:
    assert journeys_section(CommonJourney(5, few=True)) is None


def test_where_no_stage_is_told_of_by_many_there_is_no_picture() -> None:
    common = CommonJourney(5, few=False, young=None, stages=line(), weeks_waited=Middle(1, None))
    section = journeys_section(common)
    assert section is not None
    assert section.blocks == (
        Words("At least 5 young people have told of their journey."),
        Words("No stage was told of by so many that it can be shown."),
        Heading("Turning points, retellings and waits"),
        Bullets(("Waited, where young people told how long: about 1 week in all (median).",)),
    )


@pytest.mark.parametrize("language", ["en", "da"])
def test_no_free_words_and_no_pseudonym_in_either_language(language: str) -> None:
    event = JourneyEvent(
        "skole",
        summary=SECRET,
        would_have_helped=SECRET,
        time_label=SECRET,
        feeling=-2,
        turning_point=TurningPoint.DOWN,
        contact_point="ventetid",
        duration_weeks=12,
    )
    journeys = [journey(f"KV-U{n}", event, *felt("job", 1)) for n in range(7)]
    with i18n.speaking(language):
        told = repr(journeys_section(journey_line(journeys, 5)))
    assert SECRET not in told
    assert "KV-U" not in told
    assert journey_words().stage("skole").names[language] in told


def keep(store: Store, where: str, number: int) -> None:
    with store.command("journeys import") as command:
        for n in range(number):
            young = participant_named(command, f"KV-U{n}", role="youth", centre="", age_group=None)
            told = journey(f"KV-U{n}", *felt("skole", -1), JourneyEvent("job", would_have_helped=SECRET))
            set_journey(command, told, participant=young, municipality=where)


def test_the_full_report_has_them_before_the_recommendations_and_the_short_one_not(store: Store) -> None:
    where = kvistsund(store)
    keep(store, where, 5)
    full = practice_document(practice_report(store, where, language="en", outline=FULL))
    ids = [one.id for one in full.sections]
    assert ids[ids.index("journeys") - 1 : ids.index("journeys") + 2] == ["areas", "journeys", "recommendations"]
    told = next(one for one in full.sections if one.id == "journeys")
    assert told.blocks[0] == Words("5 young people have told of their journey.")
    assert "journey-line" in {one.id for one in full.pictures()}
    assert SECRET not in repr(full)
    short = practice_document(practice_report(store, where, language="en", outline=SHORT))
    assert "journeys" not in {one.id for one in short.sections}


def test_a_report_on_four_young_people_shows_no_line(store: Store) -> None:
    where = kvistsund(store)
    keep(store, where, 4)
    report = practice_report(store, where, language="en", outline=FULL)
    assert report.journeys == CommonJourney(5, few=True)
    document = practice_document(report)
    assert "journey-line" not in {one.id for one in document.pictures()}
    assert "journeys" not in {one.id for one in document.sections}
    knowledge = next(one for one in document.sections if one.id == "knowledge")
    missing = knowledge.blocks[-1]
    assert isinstance(missing, Bullets)
    assert missing.items[-1] == (
        "Fewer than 5 young people have told of their journey. No common line is shown, so that nobody can be"
        " recognised."
    )
