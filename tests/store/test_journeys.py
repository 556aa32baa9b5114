"""Youth journeys on disk: what is kept, and how it is taken back."""

from dataclasses import replace
from random import Random

import pytest

from workbench.model import (
    AgeGroup,
    Coordinator,
    Influence,
    Journey,
    JourneyEvent,
    Place,
    Precision,
    SaidInTurn,
    TurningPoint,
)
from workbench.store import (
    Source,
    Store,
    StoredJourney,
    check,
    history,
    journeys,
    participants,
    redo,
    remove_journey,
    set_journey,
    subjects,
    undo,
)

HOSTILE = "{{ 7*7 }} <script> =cmd|' /C calc'!A0 \x1b]52;c;eA==\x07 \u202e \x00 \u2028 [bold]"

EVENT = JourneyEvent(
    stage="skole",
    summary=f"Bliver væk. {HOSTILE}",
    contact_point="samtale",
    actors=("laerer", "foraelder"),
    age=12,
    time_label="et halvt år efter",
    precision=Precision.ABOUT,
    duration_weeks=26.5,
    feeling=-1,
    feeling_word="ensomhed",
    influence=Influence.BARRIER,
    turning_point=TurningPoint.DOWN,
    most_important=True,
    retelling=True,
    coordinated_by=Coordinator.NOBODY,
    quote=SaidInTurn(3, "aldrig set"),
    would_have_helped="At nogen spurgte.",
)
TOLD = Journey("fg1-Ung", "Kvistsund", "ungerejse 0.1.0", (EVENT, JourneyEvent("uden")), source="fg1")


def young(store: Store) -> str:
    """The young person of TALK."""
    return next(one.id for one in participants(store) if one.pseudonym == "fg1-Ung")


def keep(store: Store, talk: Source, told: Journey = TOLD) -> str:
    """Keep a journey whose first event quotes turn 3 of TALK; returns its id."""
    turn = store.query("SELECT start FROM turn WHERE revision = ? AND number = 3", talk.revision)[0]["start"]
    at = turn + len("Jeg har ")
    with store.command("journeys import") as command:
        return set_journey(
            command,
            told,
            participant=young(store),
            municipality=talk.municipality,
            source=talk.id,
            said={n: (talk.revision, Place(at, at + 10)) for n, event in enumerate(told.events) if event.quote},
        )


def told(store: Store) -> list[Journey]:
    return [one.told for one in journeys(store)]


def test_a_journey_is_kept_whole(store: Store, talk: Source) -> None:
    id = keep(store, talk)
    assert journeys(store) == [StoredJourney(id, talk.municipality, young(store), TOLD)]
    assert journeys(store, municipality=talk.municipality) == journeys(store)
    assert journeys(store, municipality="another") == []


def test_the_age_group_is_the_participants(store: Store, talk: Source) -> None:
    keep(store, talk)
    with store.command("participants edit") as command:
        command.change("participant", (young(store),), age_group="15-24")
    assert told(store) == [replace(TOLD, age_group=AgeGroup.YOUNG)]


def test_a_changed_journey_takes_the_place_of_the_earlier_one_in_one_command(store: Store, talk: Source) -> None:
    longer = replace(TOLD, events=(*TOLD.events, JourneyEvent("job", feeling=2)))
    shorter = replace(TOLD, events=(JourneyEvent("praktik", feeling=1),))
    id = keep(store, talk)
    for now in (longer, shorter, TOLD):
        assert keep(store, talk, now) == id
        assert told(store) == [now]
    for before in (shorter, longer, TOLD):
        undo(store)
        assert told(store) == [before]
    undo(store)
    assert told(store) == []
    for after in (TOLD, longer, shorter, TOLD):
        redo(store)
        assert told(store) == [after]
    assert check(store).faults == ()


def test_the_same_again_makes_no_event(store: Store, talk: Source) -> None:
    keep(store, talk)
    before = len(history(store))
    keep(store, talk)
    assert len(history(store)) == before


def test_taken_away_and_back(store: Store, talk: Source) -> None:
    id = keep(store, talk)
    with store.command("journeys remove") as command:
        remove_journey(command, id)
    assert told(store) == []
    assert store.query("SELECT * FROM journey_event") == []
    assert check(store).faults == ()
    undo(store)
    assert told(store) == [TOLD]
    assert check(store).faults == ()


def test_one_that_is_not_there_cannot_be_taken_away(store: Store) -> None:
    with pytest.raises(KeyError), store.command("journeys remove") as command:
        remove_journey(command, "none")


def test_the_log_says_whose_it_is(store: Store, talk: Source) -> None:
    id = keep(store, talk)
    keep(store, talk, replace(TOLD, events=TOLD.events[:1]))
    with store.command("journeys remove") as command:
        remove_journey(command, id)
    said = [(one.verb, subjects(store, one.events)) for one in history(store, limit=3)]
    assert said == [
        ("journeys remove", ["Kvistsund", "fg1-Ung"]),
        ("journeys import", ["Kvistsund", "fg1-Ung"]),
        ("journeys import", ["Kvistsund", "fg1-Ung"]),
    ]


def test_no_event_holds_the_words_of_a_journey(store: Store, talk: Source) -> None:
    keep(store, talk)
    events = "\n".join(row["after"] or "" for row in store.query("SELECT after FROM event"))
    assert "skole" in events
    assert [words for words in ("Bliver væk", "At nogen", "et halvt år", "aldrig set") if words in events] == []


def test_words_that_were_erased_leave_a_gap(store: Store, talk: Source) -> None:
    keep(store, talk)
    with store.write() as db:
        db.execute("UPDATE journey_event SET summary = NULL, would_have_helped = NULL, time_label = NULL")
    bare = replace(EVENT, summary="", would_have_helped="", time_label="")
    assert told(store) == [replace(TOLD, events=(bare, TOLD.events[1]))]


def test_a_project_of_before_summaries_gets_them(store: Store, talk: Source) -> None:
    store.db.execute("ALTER TABLE journey_event DROP COLUMN summary")
    store.db.execute("PRAGMA user_version = 1")
    store.close()
    with Store.open(store.root, person="Maja") as again:
        keep(again, talk)
        assert told(again) == [TOLD]
        assert check(again).faults == ()


@pytest.mark.parametrize("seed", range(5))
def test_any_order_of_keeping_removing_undoing_and_redoing_can_be_replayed(
    store: Store, talk: Source, seed: int
) -> None:
    random = Random(seed)
    for _turn in range(25):
        deed = random.choice(("keep", "keep", "remove", "undo", "redo"))
        if deed == "keep":
            events = random.choices(
                (EVENT, JourneyEvent("uden"), JourneyEvent("job", feeling=2)), k=random.randrange(4)
            )
            keep(store, talk, replace(TOLD, events=tuple(events)))
            assert told(store) == [replace(TOLD, events=tuple(events))]
        elif deed == "remove" and (there := journeys(store)):
            with store.command("journeys remove") as command:
                remove_journey(command, there[0].id)
        elif deed == "undo" and journeys(store):
            undo(store)
        elif deed == "redo":
            redo(store)
    assert check(store).faults == ()
