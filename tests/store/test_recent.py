"""Codes that somebody set last come first where codes are offered."""

from tests.store.test_undo import someone_else
from workbench.store import Source, Store, passages, recent_codes, stored_codes, undo
from workbench.workflow.decide import set_code


def code(store: Store, talk: Source, number: int, id: str) -> None:
    """Set a code on a passage."""
    passage = next(one for one in passages(store, talk.revision) if one.number == number)
    set_code(store, talk, passage.place, next(one for one in stored_codes(store) if one.code == id))


def test_the_newest_first_each_once_and_only_ones_own_that_stand(store: Store, talk: Source) -> None:
    assert recent_codes(store) == []
    for number, id in ((2, "plan"), (3, "guide"), (5, "plan"), (5, "plan.dobbelt")):
        code(store, talk, number, id)
    assert recent_codes(store) == ["plan.dobbelt", "plan", "guide"]
    assert recent_codes(store, limit=1) == ["plan.dobbelt"]
    undo(store)
    assert recent_codes(store) == ["plan", "guide"]
    with someone_else(store, "Peter") as peter:
        assert recent_codes(peter) == []
