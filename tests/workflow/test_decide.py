"""Deciding: each answer is one command that leaves a coding, a decision and a review mark."""

from collections.abc import Iterator
from typing import Any

import pytest

from tests.workflow.made import suggest_by_hand
from workbench.errors import NotFoundError, WorkbenchError
from workbench.model import Place, Valence
from workbench.store import (
    SaidPassage,
    Source,
    Store,
    StoredCode,
    check,
    passage,
    stored_codes,
    suggestions,
    undecided,
    undo,
)
from workbench.workflow.decide import accept, no_code, own_codings, reject, set_code, suggested, uncode


@pytest.fixture(autouse=True)
def with_suggestions(store: Store, talk: Source) -> Iterator[None]:
    """Every test has suggestions, and leaves a project that agrees with its history."""
    suggest_by_hand(store, talk)
    yield
    assert check(store).faults == ()


def code(store: Store, id: str) -> StoredCode:
    """The code with this id."""
    return next(one for one in stored_codes(store) if one.code == id)


def at(store: Store, talk: Source, number: int) -> SaidPassage:
    """The passage with this number."""
    return passage(store, talk.revision, number)


def state(store: Store) -> dict[str, list[tuple[Any, ...]]]:
    """All codings, decisions and review marks, by what they say."""
    return {
        "codings": [
            tuple(row.values())
            for row in store.query(
                "SELECT c.layer, c.start, c.end, k.code, c.valence, c.strength, c.doubt, c.contrary,"
                " c.suggestion IS NOT NULL AS suggested FROM coding c JOIN code k ON k.id = c.code"
                " ORDER BY c.start, k.code, c.valence"
            )
        ],
        "decisions": [
            tuple(row.values())
            for row in store.query(
                "SELECT d.person, d.passage, k.code, d.verdict, d.coding IS NOT NULL AS coded, d.confidence"
                " FROM decision d JOIN code k ON k.id = d.code ORDER BY d.passage, k.code"
            )
        ],
        "marks": [
            tuple(row.values())
            for row in store.query("SELECT coder, passage, no_code, shown FROM review_mark ORDER BY passage")
        ],
    }


NOTHING: dict[str, list[tuple[Any, ...]]] = {"codings": [], "decisions": [], "marks": []}
SHOWN = '[["plan.dobbelt",0.9],["guide",0.3]]'


def test_accept_makes_a_coding_a_decision_and_a_mark(store: Store, talk: Source) -> None:
    said = at(store, talk, 2)
    shown = suggestions(store, talk.revision)[2]
    accept(store, said, shown[0], code(store, "plan.dobbelt"), shown=shown, valence=Valence.BARRIER)
    assert state(store) == {
        "codings": [("Maja", 28, 87, "plan.dobbelt", "barrier", None, 0, 0, 1)],
        "decisions": [("Maja", 2, "plan.dobbelt", "accept", 1, 0.9)],
        "marks": [("Maja", 2, 0, SHOWN)],
    }
    undo(store)
    assert state(store) == NOTHING


def test_accept_in_doubt_says_so(store: Store, talk: Source) -> None:
    shown = suggestions(store, talk.revision)[3]
    accept(store, at(store, talk, 3), shown[0], code(store, "plan"), shown=shown, doubt=True)
    assert state(store) == {
        "codings": [("Maja", 88, 116, "plan", "description", None, 1, 0, 1)],
        "decisions": [("Maja", 3, "plan", "doubt", 1, 0.6)],
        "marks": [("Maja", 3, 0, '[["plan",0.6]]')],
    }


def test_reject_makes_no_coding(store: Store, talk: Source) -> None:
    shown = suggestions(store, talk.revision)[2]
    pairs = [(one, code(store, one.suggestion.code)) for one in shown]
    reject(store, at(store, talk, 2), pairs, shown=shown)
    assert state(store) == {
        "codings": [],
        "decisions": [("Maja", 2, "guide", "reject", 0, 0.3), ("Maja", 2, "plan.dobbelt", "reject", 0, 0.9)],
        "marks": [("Maja", 2, 0, SHOWN)],
    }
    undo(store)
    assert state(store) == NOTHING


def test_no_code_is_a_mark_alone(store: Store, talk: Source) -> None:
    no_code(store, at(store, talk, 5), shown=())
    assert state(store) == {"codings": [], "decisions": [], "marks": [("Maja", 5, 1, "[]")]}
    assert undecided(store, talk.revision) == [2, 3]


def test_a_code_set_on_the_passage_accepts_what_was_suggested(store: Store, talk: Source) -> None:
    said = at(store, talk, 3)
    set_code(store, talk, said.place, code(store, "plan"), valence=Valence.ENABLER, strength=3, contrary=True)
    assert state(store) == {
        "codings": [("Maja", 88, 116, "plan", "enabler", 3, 0, 1, 0)],
        "decisions": [("Maja", 3, "plan", "accept", 1, 0.6)],
        "marks": [("Maja", 3, 0, '[["plan",0.6]]')],
    }


def test_a_code_set_on_part_of_a_passage_adjusts_what_was_suggested(store: Store, talk: Source) -> None:
    set_code(store, talk, Place(93, 106), code(store, "plan"))
    assert state(store)["decisions"] == [("Maja", 3, "plan", "adjust", 1, 0.6)]


def test_another_code_leaves_the_suggestion_unanswered(store: Store, talk: Source) -> None:
    set_code(store, talk, at(store, talk, 3).place, code(store, "guide"))
    assert state(store) == {
        "codings": [("Maja", 88, 116, "guide", "description", None, 0, 0, 0)],
        "decisions": [],
        "marks": [("Maja", 3, 0, '[["plan",0.6]]')],
    }


def test_a_code_over_two_passages_deals_with_both(store: Store, talk: Source) -> None:
    set_code(store, talk, Place(60, 100), code(store, "plan"))
    assert state(store) == {
        "codings": [("Maja", 60, 100, "plan", "description", None, 0, 0, 0)],
        "decisions": [("Maja", 3, "plan", "adjust", 1, 0.6)],
        "marks": [("Maja", 2, 0, SHOWN), ("Maja", 3, 0, '[["plan",0.6]]')],
    }


def test_the_same_code_twice_is_one_coding(store: Store, talk: Source) -> None:
    for doubt in (True, False):
        set_code(store, talk, at(store, talk, 5).place, code(store, "guide"), doubt=doubt)
    assert state(store)["codings"] == [("Maja", 138, 179, "guide", "description", None, 0, 0, 0)]


@pytest.mark.parametrize(
    ("place", "message"),
    [
        (Place(0, 27), "Only the interviewer speaks there."),
        (Place(27, 28), "Only the interviewer speaks there."),
        (Place(170, 400), "fg1 ends before place 170-400."),
    ],
)
def test_a_place_that_cannot_be_coded(store: Store, talk: Source, place: Place, message: str) -> None:
    with pytest.raises(WorkbenchError) as refused:
        set_code(store, talk, place, code(store, "plan"))
    assert refused.value.message == message
    assert state(store) == NOTHING


def test_uncode_makes_the_passage_undecided_again(store: Store, talk: Source) -> None:
    said, shown = at(store, talk, 2), suggestions(store, talk.revision)[2]
    accept(store, said, shown[0], code(store, "plan.dobbelt"), shown=shown)
    set_code(store, talk, said.place, code(store, "guide"))
    uncode(store, own_codings(store, talk, said, code(store, "guide")))
    assert undecided(store, talk.revision) == [3, 5]
    uncode(store, own_codings(store, talk, said))
    assert state(store) == NOTHING
    undo(store)
    assert [row[3] for row in state(store)["codings"]] == ["plan.dobbelt"]


def test_only_ones_own_codings_are_taken_away(store: Store, talk: Source) -> None:
    said = at(store, talk, 5)
    set_code(store, talk, said.place, code(store, "guide"))
    store.person = "Jonas"
    with pytest.raises(NotFoundError) as refused:
        own_codings(store, talk, said)
    assert refused.value.message == "Jonas has no such coding in passage 5 of fg1."


def test_the_surest_suggestion_is_meant_when_none_is_named(store: Store, talk: Source) -> None:
    assert suggested(store, at(store, talk, 2)).suggestion.code == "plan.dobbelt"
    assert suggested(store, at(store, talk, 2), code(store, "guide")).suggestion.code == "guide"


@pytest.mark.parametrize(
    ("number", "wanted", "message"),
    [
        (5, None, "Nothing is suggested for passage 5."),
        (5, "guide", "Nothing is suggested for passage 5."),
        (2, "plan", "plan is not suggested for passage 2; suggested: plan.dobbelt, guide."),
    ],
)
def test_what_is_not_suggested(store: Store, talk: Source, number: int, wanted: str | None, message: str) -> None:
    with pytest.raises(NotFoundError) as refused:
        suggested(store, at(store, talk, number), code(store, wanted) if wanted else None)
    assert refused.value.message == message
    assert refused.value.hint == "Set a code yourself with: workbench code SOURCE PASSAGE CODE"


def test_who_was_suggested_nothing_is_told_how(store: Store, talk: Source) -> None:
    store.person = "Jonas"
    with pytest.raises(NotFoundError) as refused:
        suggested(store, at(store, talk, 2))
    assert refused.value.hint == "Nothing was suggested to you for this source yet. See: workbench suggest"


def test_a_code_set_on_a_passage_that_was_shown_answers_what_was_shown_there(store: Store, talk: Source) -> None:
    said, shown = at(store, talk, 3), suggestions(store, talk.revision)[3]
    suggest_by_hand(store, talk, {3: (("plan", 0.95, "plan"), ("guide", 0.4, "aldrig"))})
    for name in ("plan", "guide"):
        set_code(store, talk, said.place, code(store, name), shown=shown)
    assert [row[2:] for row in state(store)["decisions"]] == [("plan", "accept", 1, 0.6)]
    assert state(store)["marks"] == [("Maja", 3, 0, '[["plan",0.6]]')]
