"""The undo stack of a person, and what stands in its way."""

from datetime import UTC

import pytest

from workbench.errors import WorkbenchError
from workbench.model import Verdict
from workbench.store import (
    Source,
    Store,
    add_coding,
    add_municipality,
    decide,
    history,
    mark_seen,
    passages,
    quotes,
    redo,
    stored_codes,
    undo,
)


def accept(store: Store, talk: Source, index: int = 0, code: str = "plan.dobbelt") -> str:
    """Accept a code on a respondents' passage."""
    one = passages(store, talk.revision)[index]
    chosen = next(each for each in stored_codes(store) if each.code == code)
    with store.command("accept") as command:
        id = add_coding(command, revision=one.revision, place=one.place, words=one.text, code=chosen)
        decide(command, one, chosen, Verdict.ACCEPT, coding=id)
        mark_seen(command, one.revision, one.number)
    return id


def someone_else(store: Store, person: str) -> Store:
    """The same project, opened by somebody else on this machine."""
    return Store.open(store.root, person=person)


def test_undo_takes_back_the_newest_command_whole(store: Store, talk: Source) -> None:
    accept(store, talk, 0)
    accept(store, talk, 1)
    done = undo(store)
    assert done is not None
    assert (done.verb, [event.type for event in done.events]) == (
        "accept",
        ["coding.added", "decision.added", "review_mark.added"],
    )
    assert done.at.tzinfo is UTC
    assert [quote.passage for quote in quotes(store)] == [2]
    assert store.query("SELECT count(*) AS n FROM review_mark") == [{"n": 1}]


def test_undo_is_an_event_itself(store: Store, talk: Source) -> None:
    accept(store, talk)
    undo(store)
    newest, before = history(store, limit=2)
    assert (newest.verb, [event.type for event in newest.events], newest.undone) == (
        "undo",
        ["review_mark.undone", "decision.undone", "coding.undone"],
        False,
    )
    assert [event.takes_back for event in newest.events] == [event.id for event in reversed(before.events)]
    assert (before.verb, before.undone) == ("accept", True)


def test_nothing_to_undo_or_redo(store: Store) -> None:
    assert undo(store) is None, "making the project is not on the stack"
    assert redo(store) is None


def test_undo_among_some_verbs_only(store: Store, talk: Source) -> None:
    assert undo(store, among=("accept",)) is None, "the newest command is an import"
    accept(store, talk)
    done = undo(store, among=("accept",))
    assert done is not None and done.verb == "accept"


def test_everybody_has_a_stack_of_their_own(store: Store, talk: Source) -> None:
    accept(store, talk)
    with someone_else(store, "Peter") as peter:
        assert undo(peter) is None
        accept(peter, talk)
        undo(peter)
    assert [quote.layer for quote in quotes(store)] == ["Maja"]


def test_refused_when_somebody_built_on_it(store: Store, talk: Source) -> None:
    with someone_else(store, "Peter") as peter:
        accept(peter, talk)
    with pytest.raises(WorkbenchError) as refused:
        undo(store)
    assert refused.value.message.startswith(
        "“import” cannot be taken back: Peter did “accept” (review_mark.added) after it, at "
    )
    assert refused.value.exit_code == 1
    assert [quote.layer for quote in quotes(store)] == ["Peter"], "nothing was taken back in part"


def test_refused_when_somebody_changed_the_same_row(store: Store) -> None:
    with store.command("municipalities add") as command:
        id = add_municipality(command, "Kvistsund")
    with store.command("municipalities edit") as command:
        command.change("municipality", (id,), region="Nord")
    with someone_else(store, "Peter") as peter, peter.command("municipalities edit") as command:
        command.change("municipality", (id,), region="Syd")
    with pytest.raises(WorkbenchError, match=r"Peter did “municipalities edit” \(municipality.changed\)"):
        undo(store)
    assert store.query("SELECT region FROM municipality") == [{"region": "Syd"}]


def test_possible_again_once_the_other_took_theirs_back(store: Store, talk: Source) -> None:
    with someone_else(store, "Peter") as peter:
        accept(peter, talk)
        undo(peter)
    done = undo(store)
    assert done is not None and done.verb == "import"


def test_a_new_command_ends_what_could_be_redone(store: Store, talk: Source) -> None:
    accept(store, talk, 0)
    undo(store)
    accept(store, talk, 1)
    assert redo(store) is None


def test_what_was_taken_back_before_a_newer_command_stays_back(store: Store, talk: Source) -> None:
    accept(store, talk, 0)
    undo(store)
    newer = accept(store, talk, 1)
    undo(store)

    redo(store)

    assert [one.id for one in quotes(store)] == [newer]
    assert redo(store) is None


def test_redo_puts_back_in_the_order_it_was_done(store: Store, talk: Source) -> None:
    for index in range(3):
        accept(store, talk, index)
    for _ in range(3):
        undo(store)
    redo(store)
    redo(store)
    assert [quote.passage for quote in quotes(store)] == [2, 3]
    undo(store)
    assert [quote.passage for quote in quotes(store)] == [2]


def test_a_command_that_changes_nothing_is_not_on_the_stack(store: Store, talk: Source) -> None:
    id = talk.municipality
    with store.command("municipalities edit") as command:
        command.change("municipality", (id,), name="Kvistsund")
    done = undo(store)
    assert done is not None and done.verb == "import"


def test_the_stack_outlives_the_program(store: Store, talk: Source) -> None:
    accept(store, talk)
    with someone_else(store, "Maja") as again:
        done = undo(again)
        assert done is not None and done.verb == "accept"
