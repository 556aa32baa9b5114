"""Youth journeys are read whole or refused with every fault; the ten that ship are sound and quote their sources."""

from pathlib import Path

import pytest

from workbench import config
from workbench.codebook import JourneyVocabulary, load_vocabulary
from workbench.errors import InvalidFileError
from workbench.exchange import read, read_journey
from workbench.model import (
    AgeGroup,
    Coordinator,
    Influence,
    Journey,
    JourneyEvent,
    Precision,
    SaidInTurn,
    TalkRole,
    TurningPoint,
)

SHIPPED = sorted(config.shipped("journeys").glob("*.yaml"))


@pytest.fixture
def vocabulary() -> JourneyVocabulary:
    """The words the shipped journeys are told in."""
    return load_vocabulary("ungerejse")


def journey(tmp_path: Path, *events: str, head: str = "") -> Path:
    """A file with these events, one YAML line each."""
    file = tmp_path / "rejse.yaml"
    start = head or "journey: ungerejse 0.1.0\nparticipant: KV-U9\nmunicipality: Kvistsund\n"
    file.write_text(start + "events:\n" + "".join(f"- {{{event}}}\n" for event in events), encoding="utf-8")
    return file


def test_everything_an_event_can_hold(tmp_path: Path, vocabulary: JourneyVocabulary) -> None:
    head = (
        "journey: ungerejse 0.1.0\nparticipant: KV-U9\nmunicipality: Kvistsund\nage_group: 15-24\nsource: ungerejse-a\n"
    )
    file = journey(
        tmp_path,
        "stage: skole, contact_point: samtale, actors: [laerer, foraelder], age: 12, precision: about,"
        " duration_weeks: 26.5, feeling: -1, feeling_word: ensomhed, influence: barrier, turning_point: down,"
        " most_important: true, retelling: true, coordinated_by: nobody, summary: Bliver væk.,"
        " quote: {turn: 6, text: jeg var der ikke}, would_have_helped: At nogen spurgte.",
        "stage: uden, time: et halvt år efter",
        head=head,
    )
    assert read_journey(file, vocabulary).journey == Journey(
        participant="KV-U9",
        municipality="Kvistsund",
        vocabulary="ungerejse 0.1.0",
        age_group=AgeGroup.YOUNG,
        source="ungerejse-a",
        events=(
            JourneyEvent(
                stage="skole",
                summary="Bliver væk.",
                contact_point="samtale",
                actors=("laerer", "foraelder"),
                age=12,
                precision=Precision.ABOUT,
                duration_weeks=26.5,
                feeling=-1,
                feeling_word="ensomhed",
                influence=Influence.BARRIER,
                turning_point=TurningPoint.DOWN,
                most_important=True,
                retelling=True,
                coordinated_by=Coordinator.NOBODY,
                quote=SaidInTurn(6, "jeg var der ikke"),
                would_have_helped="At nogen spurgte.",
            ),
            JourneyEvent(stage="uden", time_label="et halvt år efter"),
        ),
    )


@pytest.mark.parametrize(
    ("event", "fault"),
    [
        ("stage: skolen", "events > 1 > stage should be one of skole"),
        ("stage: skole, actors: [laere]", "events > 1 > actors should be one of laerer, fgu_laerer"),
        ("stage: skole, feeling: 3", "events > 1 > feeling should be one of -2, -1, 0, 1, 2"),
        (
            "stage: skole, time: 12.3.2024",
            "events > 1 > time should be a time without a date, such as “et halvt år efter”",
        ),
        (
            "stage: skole, time: i 2019",
            "events > 1 > time should be a time without a date, such as “et halvt år efter”",
        ),
        ("stage: skole, age: 99", "events > 1 > age should be a number from 0 to 40"),
        ("stage: skole, quote: {turn: 0, text: a}", "events > 1 > quote should be a number from 1 to 100000"),
        ("stage: skole, feling: -1", "“feling” is not known; expected: feeling"),
        ("feeling: 1", "this event has no stage"),
    ],
)
def test_a_fault_names_line_and_way_out(tmp_path: Path, vocabulary: JourneyVocabulary, event: str, fault: str) -> None:
    with pytest.raises(InvalidFileError) as refused:
        read_journey(journey(tmp_path, event), vocabulary)
    assert refused.value.message.startswith("rejse.yaml, line 5: " + fault)


def test_more_landmarks_than_a_journey_has(tmp_path: Path, vocabulary: JourneyVocabulary) -> None:
    with pytest.raises(InvalidFileError) as refused:
        read_journey(journey(tmp_path, *4 * ["stage: skole, most_important: true"]), vocabulary)
    assert refused.value.message == "rejse.yaml, line 8: more than 3 events are called most important"


def test_nobody_grows_younger(tmp_path: Path, vocabulary: JourneyVocabulary) -> None:
    with pytest.raises(InvalidFileError) as refused:
        read_journey(journey(tmp_path, "stage: skole, age: 14", "stage: udskoling, age: 13"), vocabulary)
    assert refused.value.message == (
        "rejse.yaml, line 6: the young person is 13 here and was 14 before; events stand in order of time"
    )


def test_what_a_journey_cannot_be_without(tmp_path: Path, vocabulary: JourneyVocabulary) -> None:
    with pytest.raises(InvalidFileError) as refused:
        read_journey(journey(tmp_path, "stage: skole", head="journey: ungerejse 0.1.0\n"), vocabulary)
    assert refused.value.message == "rejse.yaml, line 1: missing: participant, municipality"


def test_ten_ship_and_every_word_of_the_vocabulary_is_used(vocabulary: JourneyVocabulary) -> None:
    journeys = [read_journey(file, vocabulary).journey for file in SHIPPED]
    events = [event for one in journeys for event in one.events]
    assert len(journeys) == 10
    assert {one.municipality for one in journeys} == {
        "Brændlyng", "Gråskær", "Havrevig", "Kvistsund", "Ravnstrøm", "Tjørnefjord",
    }  # fmt: skip
    assert {one.age_group for one in journeys} == set(AgeGroup)
    assert len({one.participant for one in journeys}) == 10
    assert all(7 <= len(one.events) <= 14 for one in journeys)
    assert {event.stage for event in events} == {one.id for one in vocabulary.stages}
    assert {actor for event in events for actor in event.actors} == {one.id for one in vocabulary.actors}
    assert {one.vocabulary for one in journeys} == {f"{vocabulary.id} {vocabulary.version}"}


def test_quotes_of_shipped_journeys_stand_in_the_young_persons_own_turns(vocabulary: JourneyVocabulary) -> None:
    told = [one for one in (read_journey(file, vocabulary).journey for file in SHIPPED) if one.source]
    assert sorted((one.participant, one.source) for one in told) == [("BR-U1", "ungerejse-b"), ("KV-U1", "ungerejse-a")]
    for one in told:
        [file] = config.shipped("transcripts").glob(f"*/{one.source}.txt")
        transcript = read(file).transcript
        quotes = [event.quote for event in one.events if event.quote]
        assert len(quotes) >= 8
        for quote in quotes:
            turn = transcript.turns[quote.turn - 1]
            speaker = transcript.profile.speaker(turn.speaker)
            assert quote.text in turn.place.of(transcript.text)
            assert speaker is not None
            assert (speaker.talk_role, speaker.pseudonym) == (TalkRole.RESPONDENT, one.participant)
