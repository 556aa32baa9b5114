"""Corrections to what is known about sources, municipalities and participants."""

from dataclasses import replace

import pytest

from workbench.errors import WorkbenchError
from workbench.model import AgeGroup, SourceKind, TalkRole, Transcription
from workbench.store import Municipality, Participant, Source, Store, municipalities, participants, passages, source
from workbench.workflow.edit import (
    assign_speaker,
    edit_municipality,
    edit_participant,
    edit_source,
    find_participant,
    new_municipality,
)


def test_a_sources_columns_are_changed_and_nothing_else(store: Store, talk: Source) -> None:
    changes = {"title": "Ny", "month": "2026-05", "erase_by": "20270131", "consent": {"share"}}
    assert edit_source(store, talk, changes) is True
    assert source(store, talk.id) == replace(
        talk, title="Ny", month="2026-05", erase_by="2027-01-31", consent=frozenset({"share"})
    )


def test_the_same_values_are_no_change(store: Store, talk: Source) -> None:
    assert edit_source(store, talk, {"title": talk.title, "consent": talk.consent}) is False


def test_minutes_are_nobodys_own_words(store: Store, talk: Source) -> None:
    edit_source(store, talk, {"kind": "minutes"})
    changed = source(store, talk.id)
    assert (changed.kind, changed.transcription) == (SourceKind.MINUTES, Transcription.MINUTES)


@pytest.mark.parametrize(
    ("column", "value", "message"),
    [
        ("month", "2026-3", "“2026-3” is no month; write it as 2026-03."),
        ("erase_by", "2027-02-30", "“2027-02-30” is no day; write it as 2027-01-31."),
    ],
)
def test_a_date_that_is_none(store: Store, talk: Source, column: str, value: str, message: str) -> None:
    with pytest.raises(WorkbenchError) as refused:
        edit_source(store, talk, {column: value})
    assert (refused.value.exit_code, refused.value.message) == (2, message)
    assert source(store, talk.id) == talk


def test_a_municipality_is_added_and_changed(store: Store) -> None:
    new_municipality(store, " Brændlyng ", code="992", size=61000, prioritised_themes=("plan",))
    found = municipalities(store)[0]
    assert found == Municipality(found.id, "992", "Brændlyng", size=61000, prioritised_themes=("plan",))
    changes = {"name": "Ny Brændlyng", "prioritised_themes": ("guide",), "region": "Syd"}
    assert edit_municipality(store, found, changes) is True
    changed = replace(found, name="Ny Brændlyng", prioritised_themes=("guide",), region="Syd")
    assert municipalities(store) == [changed]
    assert edit_municipality(store, changed, {"name": "Ny Brændlyng"}) is False


@pytest.mark.parametrize(
    ("name", "code", "exit_code", "message"),
    [
        ("Kvistsund", "", 1, "Kvistsund is in the project already."),
        ("KVISTSUND ", "", 1, "Kvistsund is in the project already."),
        ("Andet", "991", 1, "Kvistsund is in the project already."),
        (" ", "", 2, "A municipality needs a name."),
    ],
)
def test_two_municipalities_never_look_alike(
    store: Store, talk: Source, name: str, code: str, exit_code: int, message: str
) -> None:
    with pytest.raises(WorkbenchError) as refused:
        new_municipality(store, name, code=code)
    assert (refused.value.exit_code, refused.value.message) == (exit_code, message)
    new_municipality(store, "Brændlyng")
    other = next(one for one in municipalities(store) if one.name == "Brændlyng")
    with pytest.raises(WorkbenchError) as refused:
        edit_municipality(store, other, {"name": name, "code": code})
    assert (refused.value.exit_code, refused.value.message) == (exit_code, message)


def test_a_participant_is_found_and_changed(store: Store, talk: Source) -> None:
    found = find_participant(store, "FG1-ung")
    assert found == Participant(found.id, "fg1-Ung", "youth")
    assert edit_participant(store, found, {"age_group": "13-15"}) is True
    assert find_participant(store, "fg1-Ung") == replace(found, age_group=AgeGroup.PUPIL)


def test_an_unknown_participant(store: Store, talk: Source) -> None:
    with pytest.raises(WorkbenchError) as refused:
        find_participant(store, "fg1-Ungg")
    assert refused.value.message == "There is no participant “fg1-Ungg” in this project."
    assert refused.value.hint == "Did you mean fg1-Ung?"


def test_a_label_is_given_to_a_participant(store: Store, talk: Source) -> None:
    assign_speaker(store, talk, "ung", pseudonym="KV-U9", interviewer=False, role="youth")
    assert [one.pseudonym for one in participants(store)] == ["KV-U9", "fg1-Sagsbehandler", "fg1-Ung"]
    new = find_participant(store, "KV-U9")
    assert {one.participant for one in passages(store, talk.revision) if one.speaker == "Ung"} == {new.id}


def test_a_label_turns_out_to_be_the_interviewers(store: Store, talk: Source) -> None:
    assign_speaker(store, talk, "Ung", pseudonym="", interviewer=True)
    roles = {one.speaker: one.talk_role for one in passages(store, talk.revision, respondents=False)}
    assert roles == {
        "Interviewer": TalkRole.INTERVIEWER,
        "Sagsbehandler": TalkRole.RESPONDENT,
        "Ung": TalkRole.INTERVIEWER,
    }


@pytest.mark.parametrize(
    ("label", "pseudonym", "interviewer", "message", "hint"),
    [
        ("Ung", "", False, "Say either a pseudonym or --interviewer.", ""),
        ("Ung", "U1", True, "Say either a pseudonym or --interviewer.", ""),
        ("Mor", "U1", False, "Nobody speaks as “Mor” in fg1.", "Labels: Interviewer, Sagsbehandler, Ung"),
    ],
)
def test_a_label_that_cannot_be_given(
    store: Store, talk: Source, label: str, pseudonym: str, interviewer: bool, message: str, hint: str
) -> None:
    with pytest.raises(WorkbenchError) as refused:
        assign_speaker(store, talk, label, pseudonym=pseudonym, interviewer=interviewer)
    assert (refused.value.message, refused.value.hint) == (message, hint)
