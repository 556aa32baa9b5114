"""Adjusting a coding: what hangs on it follows, and a suggestion it answers is answered by what it is now."""

import pytest

from tests.workflow.made import suggest_by_hand
from workbench.errors import NotFoundError, WorkbenchError
from workbench.model import Place, Valence
from workbench.store import (
    Source,
    Store,
    StoredCode,
    add_memo,
    check,
    history,
    mark_quote,
    memos,
    passages,
    quote_marks,
    quotes,
    redo,
    stored_codes,
    suggestions,
    undecided,
    undo,
)
from workbench.store.memos import Target, TargetType
from workbench.workflow.adjust import adjust, find_coding
from workbench.workflow.decide import accept, set_code


def code(store: Store, name: str) -> StoredCode:
    return next(one for one in stored_codes(store) if one.code == name)


@pytest.fixture
def coding(store: Store, talk: Source) -> str:
    """Maja's: one plan, accepted for passage 2, with a star, an approval and a memo."""
    suggest_by_hand(store, talk, {2: (("plan", 0.6, "to steder"),), 3: (("plan", 0.5, "plan"),)})
    shown = suggestions(store, talk.revision)[2]
    id = accept(store, passages(store, talk.revision)[0], shown[0], code(store, "plan"), shown=shown)
    with store.command("quotes star") as command:
        mark_quote(command, id, starred=True, approved_by="Anne")
    with store.command("memo add") as command:
        add_memo(command, Target(TargetType.CODING, id), "Se også fg2.")
    return id


def state(store: Store, talk: Source) -> dict[str, object]:
    return {
        "codings": [
            (one.place, one.code, one.valence.value, one.strength, one.doubt, one.contrary) for one in quotes(store)
        ],
        "decisions": [
            (row["passage"], row["verdict"], row["coding"] is not None)
            for row in store.query("SELECT * FROM decision ORDER BY passage")
        ],
        "marks": [(one.starred, one.approved_by) for one in quote_marks(store).values()],
        "memos": [(one.target.type.value, one.target.id == quotes(store)[0].id) for one in memos(store)],
        "undecided": undecided(store, talk.revision),
    }


def test_marks_change_in_place(store: Store, talk: Source, coding: str) -> None:
    before = state(store, talk)
    marks = {"strength": 2, "doubt": True, "contrary": True}
    assert adjust(store, find_coding(store, coding[:8]), marks) == coding
    place = passages(store, talk.revision)[0].place
    assert state(store, talk) == {
        **before,
        "codings": [(place, "plan", "description", 2, True, True)],
        "decisions": [(2, "doubt", True)],
    }
    assert adjust(store, find_coding(store, coding), {"doubt": False, "strength": None, "contrary": False}) == coding
    assert state(store, talk) == before


def test_another_valence_takes_all_along(store: Store, talk: Source, coding: str) -> None:
    before = state(store, talk)
    new = adjust(store, find_coding(store, coding), {"valence": Valence.BARRIER})
    assert new != coding
    place = passages(store, talk.revision)[0].place
    after = {**before, "codings": [(place, "plan", "barrier", None, False, False)]}
    assert state(store, talk) == after
    assert (history(store, limit=1)[0].verb, check(store).faults) == ("adjust", ())
    undo(store)
    assert (state(store, talk), [one.id for one in quotes(store)]) == (before, [coding])
    redo(store)
    assert (state(store, talk), check(store).faults) == (after, ())


def test_other_ends_answer_other_passages(store: Store, talk: Source, coding: str) -> None:
    """Words that were approved are other words now; a passage that is newly met counts as dealt with."""
    two, three, _five = passages(store, talk.revision)
    place = Place(two.place.start + 3, three.place.end)
    adjust(store, find_coding(store, coding), {"place": place})
    assert state(store, talk) == {
        "codings": [(place, "plan", "description", None, False, False)],
        "decisions": [(2, "adjust", True)],
        "marks": [(True, "")],
        "memos": [("coding", True)],
        "undecided": [5],
    }
    adjust(store, quotes(store)[0], {"place": three.place})
    assert state(store, talk) == {
        "codings": [(three.place, "plan", "description", None, False, False)],
        "decisions": [],
        "marks": [(True, "")],
        "memos": [("coding", True)],
        "undecided": [2, 5],
    }
    assert check(store).faults == ()
    undo(store)
    undo(store)
    assert (quotes(store)[0].id, undecided(store, talk.revision)) == (coding, [3, 5])


def test_what_is_refused(store: Store, talk: Source, coding: str) -> None:
    place = passages(store, talk.revision)[0].place
    set_code(store, talk, place, code(store, "plan"), valence=Valence.BARRIER)
    before = state(store, talk)
    one = find_coding(store, coding)
    with pytest.raises(WorkbenchError, match="plan – barrier is set at that place already"):
        adjust(store, one, {"valence": Valence.BARRIER})
    with pytest.raises(WorkbenchError, match="Only the interviewer speaks there"):
        adjust(store, one, {"place": Place(0, 10)})
    with pytest.raises(WorkbenchError, match="fg1 ends before place 30-9000"):
        adjust(store, one, {"place": Place(30, 9000)})
    with pytest.raises(NotFoundError, match="Maja has no coding “ffffffff” in this project"):
        find_coding(store, "ffffffff")
    assert state(store, talk) == before
