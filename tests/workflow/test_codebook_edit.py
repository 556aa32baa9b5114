"""Changing a code of the project's codebook."""

import pytest

from tests.conftest import CODEBOOK
from workbench.codebook import Exclusion, parse
from workbench.codebook.changes import What
from workbench.errors import InvalidFileError, NotFoundError, UsageError
from workbench.store import Store, codebook_versions, current_codebooks, history, redo, undo
from workbench.workflow.codebook_edit import (
    add_example,
    advice,
    edit_code,
    read_exclusion,
    written_exclusion,
)
from workbench.workflow.codebooks import add


def test_a_definition_makes_a_new_version(store: Store) -> None:
    done = edit_code(store, "proeve", "plan", definition="Om  én plan\n for den unge. ")
    assert done is not None
    [book] = current_codebooks(store)
    assert (book, book.version, book.code("plan").definition) == (done.new, "0.2.0", "Om én plan for den unge.")
    assert [(one.what, one.before, one.after) for one in done.changes] == [
        (What.DEFINITION, ("Om den ene plan for den unge.",), ("Om én plan for den unge.",))
    ]
    assert [(one.verb, [(each.type, each.key) for each in one.events]) for one in history(store, limit=1)] == [
        ("codebooks edit", [("codebook.changed", ("proeve", "0.1.0")), ("codebook.added", ("proeve", "0.2.0"))])
    ]


def test_an_example_raises_the_last_number_and_is_taken_once(store: Store) -> None:
    done = add_example(store, "proeve", "guide", "Hun ringer  altid.")
    assert done is not None
    assert (done.new.version, done.new.code("guide").examples[-1], done.again) == ("0.1.1", "Hun ringer altid.", 0)
    assert advice(done) == ["An example goes wherever the codebook goes: see that it points to nobody."]
    assert add_example(store, "proeve", "guide", "Hun ringer altid.") is None
    assert [one.verb for one in history(store, limit=1)] == ["codebooks example"]


def test_undo_redo_and_going_on(store: Store) -> None:
    edit_code(store, "proeve", "plan", names={"en": "The plan"})
    undo(store)
    assert [(one.version, one.code("plan").name("en")) for one in current_codebooks(store)] == [("0.1.0", "One plan")]
    redo(store)
    assert [(one.version, one.code("plan").name("en")) for one in current_codebooks(store)] == [("0.1.1", "The plan")]
    edit_code(store, "proeve", "plan", include=["planer"], exclude=[Exclusion("dagsplaner", "guide")])
    assert codebook_versions(store, "proeve") == ["0.1.0", "0.1.1", "0.2.0"]


def test_a_version_that_is_taken_is_passed_over(store: Store) -> None:
    add(store, parse(CODEBOOK.replace("0.1.0", "0.1.1").replace("Én plan", "Planen")))
    add(store, parse(CODEBOOK))
    done = add_example(store, "proeve", "plan", "Et eksempel.")
    assert done is not None and (done.old.version, done.new.version) == ("0.1.0", "0.1.2")


def test_nothing_new_makes_no_version(store: Store) -> None:
    assert edit_code(store, "proeve", "plan", definition="Om den ene plan for den unge.") is None
    assert codebook_versions(store, "proeve") == ["0.1.0"]


def test_what_is_refused(store: Store) -> None:
    with pytest.raises(NotFoundError):
        edit_code(store, "proeve", "planen", definition="x")
    with pytest.raises(NotFoundError):
        add_example(store, "anden", "plan", "x")
    with pytest.raises(UsageError) as empty:
        edit_code(store, "proeve", "plan", definition=" \n")
    assert empty.value.message == "A text without words says nothing."
    with pytest.raises(InvalidFileError) as nowhere:
        edit_code(store, "proeve", "plan", exclude=[Exclusion("x", "gide")])
    assert "did you mean 'guide'?" in str(nowhere.value.message) + str(nowhere.value.hint)
    assert codebook_versions(store, "proeve") == ["0.1.0"]


def test_a_folder_has_no_examples(store: Store) -> None:
    add(store, parse(CODEBOOK.replace("- id: plan\n", "- id: plan\n  folder: true\n").replace("0.1.0", "0.2.0").replace(
        "  keywords: [plan, handleplan]\n  examples: ['Der findes fire planer, og ingen af dem taler sammen.']\n", ""
    )))  # fmt: skip
    with pytest.raises(UsageError) as refused:
        add_example(store, "proeve", "plan", "x")
    assert refused.value.hint == "Its codes: plan.dobbelt"


@pytest.mark.parametrize("typed", ["en dagsplan -> guide", "en dagsplan → guide", "en dagsplan→guide"])
def test_what_is_left_out_is_read_as_it_is_written(typed: str) -> None:
    assert read_exclusion(typed) == Exclusion("en dagsplan", "guide")
    assert written_exclusion(read_exclusion(typed)) == "en dagsplan → guide"
    assert read_exclusion("kun tekst") == Exclusion("kun tekst")
