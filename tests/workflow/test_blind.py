"""Deciding blind: before anything suggested was seen. Agreement between coders rests on such passages."""

import json
from collections.abc import Iterator

import pytest

from tests.workflow.made import suggest_by_hand
from workbench.store import Source, Store, StoredCode, answers, check, passage, stored_codes, suggestions
from workbench.workflow.decide import accept, no_code, set_code


@pytest.fixture(autouse=True)
def with_suggestions(store: Store, talk: Source) -> Iterator[None]:
    """Every test has suggestions, and leaves a project that agrees with its history."""
    suggest_by_hand(store, talk)
    yield
    assert check(store).faults == ()


def code(store: Store, id: str) -> StoredCode:
    """The code with this id."""
    return next(one for one in stored_codes(store) if one.code == id)


def marks(store: Store) -> list[tuple[int, bool, bool, list[object]]]:
    """Passage, whether blind, whether without a code, and what was shown."""
    found = store.query("SELECT passage, blind, no_code, shown FROM review_mark ORDER BY passage")
    return [(row["passage"], row["blind"] == 1, row["no_code"] == 1, json.loads(row["shown"])) for row in found]


def test_nothing_was_shown_and_no_suggestion_is_answered(store: Store, talk: Source) -> None:
    two, three = passage(store, talk.revision, 2), passage(store, talk.revision, 3)
    set_code(store, talk, two.place, code(store, "plan.dobbelt"), blind=True)
    no_code(store, three, shown=suggestions(store, talk.revision)[3], blind=True)
    assert marks(store) == [(2, True, False, []), (3, True, True, [])]
    assert (store.query("SELECT id FROM decision"), answers(store)) == ([], [])


def test_a_second_code_blind_leaves_it_blind_and_one_in_sight_does_not(store: Store, talk: Source) -> None:
    two = passage(store, talk.revision, 2)
    set_code(store, talk, two.place, code(store, "plan"), blind=True)
    set_code(store, talk, two.place, code(store, "guide"), blind=True)
    assert marks(store) == [(2, True, False, [])]
    shown = suggestions(store, talk.revision)[2]
    accept(store, two, shown[0], code(store, "plan.dobbelt"), shown=shown)
    assert marks(store) == [(2, False, False, [])]


def test_what_was_decided_in_sight_never_becomes_blind(store: Store, talk: Source) -> None:
    two = passage(store, talk.revision, 2)
    no_code(store, two, shown=suggestions(store, talk.revision)[2])
    set_code(store, talk, two.place, code(store, "plan"), blind=True)
    assert marks(store) == [(2, False, False, [["plan.dobbelt", 0.9], ["guide", 0.3]])]
