"""Suggesting: what the engine finds is stored for this person, and decides nothing."""

import pytest

from tests.conftest import transcript
from workbench.errors import WorkbenchError
from workbench.store import Source, Store, add_source, new_settings, source, suggestions, undecided
from workbench.workflow.edit import edit_source
from workbench.workflow.suggest import Suggested, suggest


def test_suggestions_are_stored_for_answers_and_decide_nothing(store: Store, talk: Source) -> None:
    asked: list[str] = []
    made = suggest(store, [talk], progress=lambda one: asked.append(one.name))
    found = suggestions(store, talk.revision)
    count = sum(map(len, found.values()))
    assert made == [Suggested(talk, passages=3, with_suggestion=len(found), suggestions=count)]
    assert asked == ["fg1"]
    assert "plan.dobbelt" in [one.suggestion.code for one in found[2]]
    assert set(found) <= {2, 3, 5}
    assert undecided(store, talk.revision) == [2, 3, 5]
    assert store.query("SELECT count(*) AS n FROM coding")[0]["n"] == 0


def test_the_words_that_carried_a_code_stand_in_the_passage(store: Store, talk: Source) -> None:
    suggest(store, [talk])
    text = "Vi skriver det samme to steder. Det tager en hel formiddag."
    for one in suggestions(store, talk.revision)[2]:
        assert [each.place.of(text) for each in one.suggestion.evidence] == [
            each.text for each in one.suggestion.evidence
        ]


def test_asking_again_replaces_what_was_suggested(store: Store, talk: Source) -> None:
    suggest(store, [talk])
    before = suggestions(store, talk.revision)
    suggest(store, [talk])
    after = suggestions(store, talk.revision)
    assert {number: [one.suggestion for one in several] for number, several in after.items()} == {
        number: [one.suggestion for one in several] for number, several in before.items()
    }
    assert store.query("SELECT count(*) AS n FROM suggestion_run")[0]["n"] == 1


def test_each_person_has_their_own(store: Store, talk: Source) -> None:
    suggest(store, [talk])
    store.person = "Jonas"
    assert suggestions(store, talk.revision) == {}


def test_without_consent_nothing_is_suggested(store: Store, talk: Source) -> None:
    edit_source(store, talk, {"consent": {"quote"}})
    changed = source(store, talk.id)
    assert suggest(store, [changed]) == [Suggested(changed, 3, 0, 0, held_back=True)]
    assert suggestions(store, talk.revision) == {}


def test_a_source_of_questions_only(store: Store, talk: Source) -> None:
    with store.command("import") as command:
        said = transcript(("Interviewer", "Er her nogen?"), name="fg2")
        id = add_source(command, said, name="fg2", municipality=talk.municipality)
    empty = source(store, id)
    assert suggest(store, [empty]) == [Suggested(empty, 0, 0, 0)]


def test_a_project_without_a_codebook(tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("p")
    with (
        Store.create(folder / "p", new_settings("p"), person="Maja") as store,
        pytest.raises(WorkbenchError) as refused,
    ):
        suggest(store, [])
    assert refused.value.message == "The project has no codebook to suggest from."
