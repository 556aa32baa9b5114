"""What a person answered to what they were shown, with the scores of then."""

from tests.store.test_undo import someone_else
from workbench.model import Verdict
from workbench.store import Answer, Source, Store, answers, decide, mark_seen, passages, stored_codes, undo

A, R = Verdict.ACCEPT, Verdict.REJECT


def answer(
    store: Store,
    talk: Source,
    number: int,
    shown: list[tuple[str, float]],
    said: dict[str, tuple[Verdict, float]] | None = None,
    *,
    no_code: bool = False,
    blind: bool = False,
) -> None:
    """Deal with a passage: what was shown, and by code what was said to what then stood there."""
    passage = next(one for one in passages(store, talk.revision) if one.number == number)
    codes = {one.code: one for one in stored_codes(store)}
    with store.command("reject") as command:
        for code, (verdict, confidence) in (said or {}).items():
            decide(command, passage, codes[code], verdict, confidence=confidence)
        mark_seen(command, talk.revision, number, shown=shown, no_code=no_code, blind=blind)


def test_each_suggestion_that_was_shown_and_what_was_said_to_it(store: Store, talk: Source) -> None:
    shown = [("plan.dobbelt", 0.9), ("guide", 0.3), ("plan", 0.2)]
    answer(store, talk, 2, shown, {"plan.dobbelt": (A, 0.9), "plan": (R, 0.2)})
    assert sorted(answers(store), key=lambda one: one.code) == [
        Answer("guide", 0.3, None),
        Answer("plan", 0.2, R),
        Answer("plan.dobbelt", 0.9, A),
    ]
    with someone_else(store, "Peter") as peter:
        assert answers(peter) == []


def test_no_code_rejects_what_was_shown(store: Store, talk: Source) -> None:
    answer(store, talk, 3, [("plan", 0.6), ("guide", 0.4)], no_code=True)
    assert answers(store) == [Answer("guide", 0.4, R), Answer("plan", 0.6, R)]


def test_the_first_showing_counts_and_what_came_later_has_its_own(store: Store, talk: Source) -> None:
    answer(store, talk, 3, [("plan", 0.6)])
    answer(store, talk, 3, [("plan", 0.2), ("guide", 0.5)], {"plan": (R, 0.2), "guide": (A, 0.5)})
    assert sorted(answers(store), key=lambda one: one.code) == [Answer("guide", 0.5, A), Answer("plan", 0.6, R)]


def test_what_was_never_shown_is_no_answer(store: Store, talk: Source) -> None:
    answer(store, talk, 2, [("guide", 0.7)], blind=True)
    answer(store, talk, 3, [], no_code=True)
    passage = passages(store, talk.revision)[2]
    with store.command("code") as command:
        decide(command, passage, stored_codes(store)[0], A)
    assert answers(store) == []


def test_the_newest_answer_comes_last_and_one_that_was_taken_back_is_none(store: Store, talk: Source) -> None:
    answer(store, talk, 5, [("plan", 0.1)], {"plan": (A, 0.1)})
    answer(store, talk, 2, [("plan", 0.2)], {"plan": (R, 0.2)})
    answer(store, talk, 3, [("plan", 0.3)], {"plan": (R, 0.3)})
    assert answers(store) == [Answer("plan", 0.1, A), Answer("plan", 0.2, R), Answer("plan", 0.3, R)]
    answer(store, talk, 5, [("plan", 0.1)], {"plan": (Verdict.DOUBT, 0.1)})
    assert answers(store)[-1] == Answer("plan", 0.1, Verdict.DOUBT)
    undo(store)
    undo(store)
    assert sorted(one.confidence for one in answers(store)) == [0.1, 0.2]
