"""A codebook comes to a new version: what is listed, what is moved, and what stays as it was."""

from dataclasses import replace

import pytest

from tests.store.test_undo import accept
from workbench.codebook import Codebook, parse
from workbench.codebook.changes import Change, What
from workbench.errors import NotFoundError, WorkbenchError
from workbench.store import MadeWith, Source, Store, check, codings_made_with, current_codebooks, redo, undo
from workbench.workflow.codebooks import add
from workbench.workflow.migrate import LookAgain, Replaced, migrate, plan

NARROWER = ("Om den ene plan for den unge.", "Om uddannelsesplanen.")
RETIRED = (
    "  definition: Den ene voksne, der følger den unge.\n",
    "  definition: Den ene voksne, der følger den unge.\n  retired: true\n  replaced_by: voksen\n",
)
SUCCESSOR = ("no_code_examples:", "- {id: voksen, name: {da: En voksen}, definition: En voksen.}\nno_code_examples:")


def newer(book: Codebook, version: str, *edits: tuple[str, str]) -> Codebook:
    """The codebook in another version, with these texts replaced."""
    text = book.yaml.replace(f"version: {book.version}", f"version: {version}")
    for before, after in edits:
        assert text.count(before) == 1
        text = text.replace(before, after)
    return parse(text)


@pytest.fixture
def coded(store: Store, talk: Source) -> Store:
    """A project with a coding of each code."""
    accept(store, talk, 0, "plan.dobbelt")
    accept(store, talk, 1, "plan")
    accept(store, talk, 2, "guide")
    return store


def made(store: Store) -> list[tuple[str, int, str]]:
    return [(one.code, one.passage, one.version) for one in codings_made_with(store, "proeve")]


def test_codings_of_a_changed_meaning_are_listed_and_stay(coded: Store, codebook: Codebook) -> None:
    new = newer(codebook, "0.2.0", NARROWER, ("keywords: [plan, handleplan]", "keywords: [plan]"))
    before = made(coded)
    [coding] = [one for one in codings_made_with(coded, "proeve") if one.code == "plan"]
    assert isinstance(coding, MadeWith) and (coding.version, coding.source, coding.layer) == ("0.1.0", "fg1", "Maja")
    done = migrate(coded, new)
    assert (done.old, done.new, done.replaced, done.moved, done.wanted) == (codebook, new, (), False, "0.2.0")
    assert done.changes == (
        Change(What.DEFINITION, "plan", (NARROWER[0],), (NARROWER[1],)),
        Change(What.KEYWORDS, "plan", ("handleplan",)),
    )
    assert done.again == (LookAgain("plan", (What.DEFINITION,), (coding,)),)
    assert current_codebooks(coded) == [new]
    assert made(coded) == before
    assert check(coded).faults == ()


def test_a_dry_run_changes_nothing(coded: Store, codebook: Codebook) -> None:
    new = newer(codebook, "0.2.0", NARROWER)
    assert plan(coded, new) == replace(migrate(coded, new), moved=False)
    undo(coded)
    assert current_codebooks(coded) == [codebook]
    plan(coded, new)
    assert current_codebooks(coded) == [codebook]


def test_what_was_not_looked_at_is_still_listed_afterwards(coded: Store, talk: Source, codebook: Codebook) -> None:
    second = newer(codebook, "0.2.0", NARROWER)
    migrate(coded, second)
    third = newer(second, "0.2.1", ("keywords: [plan, handleplan]", "keywords: [plan]"))
    assert [(one.code, one.why) for one in migrate(coded, third).again] == [("plan", (What.DEFINITION,))]
    accept(coded, talk, 1, "plan")
    assert migrate(coded, third).again == (), "setting the code anew says that it still holds"


def test_codings_of_a_retired_code_stay_until_they_are_told_to_move(coded: Store, codebook: Codebook) -> None:
    new = newer(codebook, "0.2.0", RETIRED, SUCCESSOR)
    done = migrate(coded, new)
    assert done.replaced == (Replaced("guide", "voksen", 1),)
    assert [(one.code, one.why) for one in done.again] == [("guide", (What.RETIRED,))]
    assert made(coded) == [("plan.dobbelt", 2, "0.1.0"), ("plan", 3, "0.1.0"), ("guide", 5, "0.1.0")]
    moved = migrate(coded, new, move=True)
    assert (moved.moved, moved.replaced) == (True, (Replaced("guide", "voksen", 1),))
    assert made(coded) == [("plan.dobbelt", 2, "0.1.0"), ("plan", 3, "0.1.0"), ("voksen", 5, "0.1.0")]
    assert [(one.code, one.why) for one in plan(coded, new).again] == [("voksen", (What.ADDED,))]
    assert check(coded).faults == ()


def test_moving_is_one_command_that_can_be_undone(coded: Store, codebook: Codebook) -> None:
    before = made(coded)
    migrate(coded, newer(codebook, "0.2.0", RETIRED, SUCCESSOR), move=True)
    done = undo(coded)
    assert done is not None and done.verb == "codebooks migrate"
    assert (made(coded), current_codebooks(coded)) == (before, [codebook])
    assert check(coded).faults == ()
    redo(coded)
    assert [code for code, *_ in made(coded)] == ["plan.dobbelt", "plan", "voksen"]


def test_a_code_that_is_gone_keeps_its_codings(coded: Store, codebook: Codebook) -> None:
    head, _, rest = codebook.yaml.partition("- id: guide")
    gone = parse((head + rest[rest.index("no_code_examples") :]).replace("version: 0.1.0", "version: 0.2.0"))
    done = migrate(coded, gone, move=True)
    assert [(one.code, one.why, len(one.codings)) for one in done.again] == [("guide", (What.REMOVED,), 1)]
    assert (done.wanted, done.moved) == ("1.0.0", False)
    assert ("guide", 5, "0.1.0") in made(coded)


@pytest.mark.parametrize(
    ("version", "edits", "message", "hint"),
    [
        (
            "0.1.0",
            (NARROWER,),
            "The project has proeve 0.1.0 already, and this one is different.",
            "Raise its version number to 0.2.0 and try again.",
        ),
        (
            "0.1.0",
            (("keywords: [plan, handleplan]", "keywords: [plan]"),),
            "The project has proeve 0.1.0 already, and this one is different.",
            "Raise its version number to 0.1.1 and try again.",
        ),
        (
            "0.0.9",
            (),
            "The project codes by proeve 0.1.0, and 0.0.9 is older.",
            "Give the codebook a higher version number, if it is meant to follow.",
        ),
    ],
)
def test_a_version_that_was_not_raised(
    coded: Store, codebook: Codebook, version: str, edits: tuple[tuple[str, str], ...], message: str, hint: str
) -> None:
    with pytest.raises(WorkbenchError) as refused:
        migrate(coded, newer(codebook, version, *edits))
    assert (refused.value.message, refused.value.hint) == (message, hint)
    assert current_codebooks(coded) == [codebook]


def test_a_version_that_is_in_the_project_with_other_content(coded: Store, codebook: Codebook) -> None:
    migrate(coded, newer(codebook, "0.2.0", NARROWER))
    undo(coded)
    add(coded, newer(codebook, "0.2.0", NARROWER))
    add(coded, codebook)
    with pytest.raises(WorkbenchError) as refused:
        plan(coded, newer(codebook, "0.2.0", SUCCESSOR))
    assert refused.value.message == "The project has proeve 0.2.0 already, and this one is different."


def test_a_codebook_the_project_does_not_have(coded: Store, codebook: Codebook) -> None:
    with pytest.raises(NotFoundError) as refused:
        plan(coded, parse(codebook.yaml.replace("id: proeve", "id: anden")))
    assert refused.value.message == "The project does not code by anden."
    assert refused.value.hint == "Add it with: workbench codebooks add CODEBOOK"


def test_a_comment_is_no_new_version(coded: Store, codebook: Codebook) -> None:
    commented = parse(codebook.yaml + "# Læst af Maja\n")
    assert (migrate(coded, commented).changes, current_codebooks(coded)) == ((), [commented])
