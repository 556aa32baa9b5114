"""A source goes in whole: turns, speakers, participants, passages, original."""

import pytest
from sqlcipher3 import dbapi2 as sqlite

from tests.conftest import TALK, transcript
from workbench.model import Place, SourceKind, TalkRole, Transcription
from workbench.store import (
    Source,
    Store,
    add_source,
    free_name,
    passages,
    source,
    source_with_text,
    sources,
    speakers,
    turns_around,
    undo,
    words,
)


def test_source_reads_back_as_it_went_in(store: Store, talk: Source) -> None:
    assert talk == Source(
        id=talk.id,
        name="fg1",
        title="fg1",
        municipality=talk.municipality,
        municipality_name="Kvistsund",
        kind=SourceKind.INTERVIEW,
        transcription=Transcription.VERBATIM,
        month="",
        phase="",
        centre="",
        minutes=None,
        lead_coder="Maja",
        legal_basis="",
        consent=frozenset({"quote", "suggest"}),
        erase_by="",
        revision=talk.revision,
        turns=5,
        passages=3,
    )
    assert sources(store) == [talk]
    assert sources(store, municipality="another") == []


def test_passages_are_what_respondents_say(store: Store, talk: Source) -> None:
    found = passages(store, talk.revision)
    assert [(one.number, one.turn, one.speaker, one.text, one.role) for one in found] == [
        (2, 2, "Sagsbehandler", TALK[1][1], "caseworker"),
        (3, 3, "Ung", TALK[2][1], "youth"),
        (5, 5, "Ung", TALK[4][1], "youth"),
    ]
    assert [words(store, talk.revision, one.place) for one in found] == [TALK[1][1], TALK[2][1], TALK[4][1]]
    every = passages(store, talk.revision, respondents=False)
    assert [one.talk_role for one in every] == [
        TalkRole.INTERVIEWER, TalkRole.RESPONDENT, TalkRole.RESPONDENT, TalkRole.INTERVIEWER, TalkRole.RESPONDENT,
    ]  # fmt: skip


def test_turns_around_a_turn(store: Store, talk: Source) -> None:
    assert [(turn["number"], turn["speaker"]) for turn in turns_around(store, talk.revision, 3)] == [
        (2, "Sagsbehandler"),
        (3, "Ung"),
        (4, "Interviewer"),
    ]


def test_words_past_the_end_are_refused(store: Store, talk: Source) -> None:
    with pytest.raises(ValueError, match="reaches past a text of"):
        words(store, talk.revision, Place(0, 10_000))


def test_original_bytes_are_kept(store: Store, talk: Source) -> None:
    expected = "\n".join(f"{speaker}: {said}" for speaker, said in TALK).encode()
    found = store.query("SELECT o.content FROM source s JOIN original o ON o.hash = s.original")
    assert [row["content"] for row in found] == [expected]


def test_same_words_are_recognised(store: Store, talk: Source) -> None:
    assert source_with_text(store, "\n".join(said for _, said in TALK)) == talk
    assert source_with_text(store, "noget andet") is None


def test_a_taken_name_gets_a_number(store: Store, talk: Source) -> None:
    assert free_name(store, "fg1") == "fg1-2"
    assert free_name(store, "fg9") == "fg9"


def test_the_same_pseudonym_is_one_participant(store: Store, talk: Source) -> None:
    with store.command("import") as command:
        add_source(command, transcript(("Ung", "Hej igen."), name="fg1"), name="fg2", municipality=talk.municipality)
    found = store.query("SELECT pseudonym, role FROM participant ORDER BY pseudonym")
    assert found == [
        {"pseudonym": "fg1-Sagsbehandler", "role": "caseworker"},
        {"pseudonym": "fg1-Ung", "role": "youth"},
    ]


def test_speakers_by_label(store: Store, talk: Source) -> None:
    assert list(speakers(store, talk.id)) == ["Interviewer", "Sagsbehandler", "Ung"]


def test_a_source_taken_back_leaves_no_part(store: Store, talk: Source) -> None:
    undo(store)
    assert sources(store) == []
    assert store.query("SELECT (SELECT count(*) FROM turn) + (SELECT count(*) FROM passage) AS n") == [{"n": 0}]
    with pytest.raises(KeyError):
        source(store, talk.id)


def test_a_source_in_no_municipality_leaves_nothing(store: Store) -> None:
    with pytest.raises(sqlite.IntegrityError), store.command("import") as command:
        add_source(command, transcript(*TALK), name="fg1", municipality="nowhere")
    assert store.query("SELECT (SELECT count(*) FROM source) + (SELECT count(*) FROM text) AS n") == [{"n": 1}]
