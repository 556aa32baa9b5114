"""Bringing in youth journeys: added, changed, or refused with the line of everything that does not fit."""

from pathlib import Path

import pytest

from workbench import config
from workbench.codebook import journey_words
from workbench.errors import InvalidFileError, NotFoundError
from workbench.exchange import journey_files, read_journey
from workbench.model import AgeGroup
from workbench.store import (
    Participant,
    Source,
    Store,
    check,
    history,
    journeys,
    participants,
    quotes,
    redo,
    subjects,
    undo,
)
from workbench.workflow.edit import edit_participant, find_participant, new_municipality
from workbench.workflow.import_ import import_file
from workbench.workflow.journeys import Outcome, find_journey, import_journey, take_away

HEAD = "journey: ungerejse 0.1.0\nparticipant: KV-U1\nmunicipality: Kvistsund\n"
EVENTS = "events:\n- {stage: skole, feeling: -1}\n- {stage: job, feeling: 2}\n"
QUOTING = "source: fg1\nevents:\n- {stage: skole, quote: {turn: %s, text: '%s'}}\n"


def written(tmp_path: Path, text: str = HEAD + EVENTS, name: str = "rejse.yaml") -> Path:
    file = tmp_path / name
    file.write_text(text, encoding="utf-8")
    return file


def refused(store: Store, file: Path) -> list[str]:
    """Why a file was refused, a line for each fault; that nothing was stored is looked at too."""
    before = (len(history(store, limit=99)), journeys(store), participants(store))
    with pytest.raises(InvalidFileError) as error:
        import_journey(store, file)
    assert (len(history(store, limit=99)), journeys(store), participants(store)) == before
    return error.value.message.split("\n")


def test_the_shipped_ones_are_kept_as_they_are_told(store: Store) -> None:
    files = journey_files(config.shipped("journeys"))
    told = [read_journey(file, journey_words()).journey for file in files]
    for name in sorted({one.municipality for one in told}):
        new_municipality(store, name)
    for file in sorted(config.shipped("transcripts").glob("*/ungerejse-?.txt")):
        import_file(store, file)
    assert [import_journey(store, file).outcome for file in files] == [Outcome.ADDED] * 10
    assert sorted((one.told for one in journeys(store)), key=lambda one: one.participant) == sorted(
        told, key=lambda one: one.participant
    )
    assert [import_journey(store, file).outcome for file in files] == [Outcome.SAME] * 10
    assert check(store).faults == ()
    assert quotes(store) == []


def test_added_same_and_changed(store: Store, talk: Source, tmp_path: Path) -> None:
    file = written(tmp_path)
    assert import_journey(store, file).outcome is Outcome.ADDED
    assert import_journey(store, file).outcome is Outcome.SAME
    written(tmp_path, HEAD + EVENTS.replace("-1", "1") + "- {stage: praktik}\n")
    changed = import_journey(store, file)
    assert (changed.outcome, [one.feeling for one in changed.journey.told.events]) == (Outcome.CHANGED, [1, 2, None])
    undo(store)
    assert [one.feeling for one in find_journey(store, "KV-U1").told.events] == [-1, 2]
    redo(store)
    assert journeys(store) == [changed.journey]
    undo(store)
    undo(store)
    assert (journeys(store), "KV-U1" in {one.pseudonym for one in participants(store)}) == ([], False)
    assert check(store).faults == ()


def test_whom_it_is_about_becomes_a_participant(store: Store, talk: Source, tmp_path: Path) -> None:
    import_journey(store, written(tmp_path, HEAD + "age_group: 13-15\n" + EVENTS))
    made = find_participant(store, "KV-U1")
    assert made == Participant(made.id, "KV-U1", "youth", "", AgeGroup("13-15"))


def test_a_participant_who_is_known_is_the_same_and_is_known_better_afterwards(
    store: Store, talk: Source, tmp_path: Path
) -> None:
    known = find_participant(store, "fg1-Ung")
    head = HEAD.replace("KV-U1", "FG1-ung")
    found = import_journey(store, written(tmp_path, head + "age_group: 15-24\n" + EVENTS)).journey
    assert (found.participant, found.told.participant, found.told.age_group) == (known.id, "fg1-Ung", "15-24")
    assert len(participants(store)) == 2


def test_a_quote_points_to_its_place(store: Store, talk: Source, tmp_path: Path) -> None:
    head = HEAD.replace("KV-U1", "fg1-Ung")
    import_journey(store, written(tmp_path, head + QUOTING % (5, "Hun svarer altid")))
    [row] = store.query("SELECT revision, start, end FROM journey_event")
    assert row["revision"] == talk.revision
    text = store.query("SELECT content FROM text t JOIN revision r ON r.text = t.hash")[0]["content"]
    assert text[row["start"] : row["end"]] == "Hun svarer altid"


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        (
            HEAD.replace("Kvistsund", "Kvistsun") + EVENTS,
            ["line 3: There is no municipality “Kvistsun” in this project. Did you mean Kvistsund?"],
        ),
        (
            HEAD + "source: fg11\n" + EVENTS,
            ["line 4: There is no source “fg11” in this project. Did you mean fg1?"],
        ),
        (
            HEAD.replace("Kvistsund", "Havrevig") + "source: fg1\n" + EVENTS,
            ["line 4: fg1 is from Kvistsund, another municipality than the journey"],
        ),
        (
            HEAD.replace("KV-U1", "fg1-Sagsbehandler") + EVENTS,
            ["line 2: fg1-Sagsbehandler is in the project with the role caseworker; a journey is a young person's own"],
        ),
        (
            HEAD + EVENTS + "- {stage: job, quote: {turn: 5, text: Hun}}\n",
            ["line 7: a quote needs the source that it stands in; add a line “source: NAME” to the file"],
        ),
        (HEAD + QUOTING % (9, "Hun"), ["line 6: fg1 has no turn 9; its turns are 1 to 5"]),
        (
            HEAD.replace("KV-U1", "fg1-Ung") + QUOTING % (5, "Han svarer"),
            ["line 6: these words do not stand in turn 5 of fg1"],
        ),
        (
            HEAD.replace("KV-U1", "fg1-Ung") + QUOTING % (5, ""),
            ["line 6: these words do not stand in turn 5 of fg1"],
        ),
        (
            HEAD.replace("KV-U1", "fg1-Ung") + QUOTING % (4, "Og hvem"),
            ["line 6: turn 4 of fg1 is not said by the young person, but by Interviewer"],
        ),
        (
            HEAD + QUOTING % (3, "Jeg har"),
            ["line 6: turn 3 of fg1 is not said by the young person, but by Ung"],
        ),
        (
            HEAD.replace("Kvistsund", "Sand") + "source: hej\n" + EVENTS.replace("job", "joob"),
            ["line 7: events > 2 > stage should be one of job"],
        ),
        (
            HEAD.replace("Kvistsund", "Sand") + "source: hej\n" + EVENTS,
            [
                "line 3: There is no municipality “Sand” in this project. Add one with: workbench municipalities add"
                " NAME",
                "line 4: There is no source “hej” in this project. See them with: workbench sources",
            ],
        ),
    ],
)
def test_refused_with_line_and_way_out(
    store: Store, talk: Source, tmp_path: Path, text: str, faults: list[str]
) -> None:
    new_municipality(store, "Havrevig")
    assert refused(store, written(tmp_path, text)) == [f"rejse.yaml, {fault}" for fault in faults]


def test_an_age_group_that_was_corrected_is_not_put_back_by_the_old_file(
    store: Store, talk: Source, tmp_path: Path
) -> None:
    file = written(tmp_path, HEAD + "age_group: 13-15\n" + EVENTS)
    import_journey(store, file)
    edit_participant(store, find_participant(store, "KV-U1"), {"age_group": "15-24"})
    assert refused(store, file) == [
        "rejse.yaml, line 4: the project says 15-24 of KV-U1, this file 13-15; mend the file, or the project with:"
        " workbench participants edit"
    ]
    assert import_journey(store, written(tmp_path)).outcome is Outcome.SAME


def test_a_pseudonym_stands_for_one_young_person(store: Store, talk: Source, tmp_path: Path) -> None:
    new_municipality(store, "Havrevig")
    import_journey(store, written(tmp_path))
    elsewhere = written(tmp_path, HEAD.replace("Kvistsund", "Havrevig") + EVENTS)
    assert refused(store, elsewhere) == [
        "rejse.yaml, line 2: KV-U1 has a journey in Kvistsund already; a pseudonym stands for one young person. Take"
        " that journey away first, or write another pseudonym"
    ]
    take_away(store, find_journey(store, "KV-U1"))
    assert import_journey(store, elsewhere).outcome is Outcome.ADDED
    said = [" · ".join(subjects(store, one.events)) for one in history(store, limit=3)]
    assert said == ["Havrevig · KV-U1", "Kvistsund · KV-U1", "Kvistsund · KV-U1"]


def test_one_that_is_not_there(store: Store, talk: Source, tmp_path: Path) -> None:
    import_journey(store, written(tmp_path))
    with pytest.raises(NotFoundError) as error:
        find_journey(store, "KV-U2")
    assert (error.value.message, error.value.hint) == (
        "There is no youth journey of “KV-U2” in this project.",
        "Did you mean KV-U1?",
    )
