"""What report writers mark on quotes: kept as one row, taken away when it says nothing, undone like all else."""

from tests.store.test_undo import accept, someone_else
from workbench.store import (
    QuoteMark,
    Source,
    Store,
    check,
    history,
    mark_quote,
    quote_marks,
    quotes,
    recode,
    remove_coding,
    stored_codes,
    subjects,
    undo,
)
from workbench.store.events import identity

EDITED = "[Planen] har jeg aldrig set."


def mark(store: Store, coding: str, **given: bool | str) -> int:
    """One command; how many events it made."""
    with store.command("quotes star") as command:
        mark_quote(command, coding, **given)  # type: ignore[arg-type]
        return command.events


def test_marks_come_and_go(store: Store, talk: Source) -> None:
    id = accept(store, talk, 1, "plan")
    assert quote_marks(store) == {}
    for given, now in (
        ({"starred": True}, QuoteMark(starred=True)),
        ({"edited": EDITED}, QuoteMark(starred=True, edited=EDITED)),
        ({"approved_by": "Maja"}, QuoteMark(True, EDITED, "Maja")),
        ({"starred": False}, QuoteMark(False, EDITED, "Maja")),
    ):
        assert mark(store, id, **given) == 1
        assert mark(store, id, **given) == 0, "said twice, it is nothing new"
        assert quote_marks(store) == {id: now}
    mark(store, id, edited="", approved_by="")
    assert quote_marks(store) == {}
    assert store.query("SELECT count(*) AS n FROM quote") == [{"n": 0}]
    assert check(store).faults == ()


def test_other_words_are_not_approved(store: Store, talk: Source) -> None:
    id = accept(store, talk, 1, "plan")
    mark(store, id, approved_by="Maja")
    assert mark(store, id, edited="") == 0
    assert quote_marks(store) == {id: QuoteMark(approved_by="Maja")}
    mark(store, id, edited=EDITED)
    assert quote_marks(store) == {id: QuoteMark(edited=EDITED)}
    mark(store, id, approved_by="Jonas")
    mark(store, id, edited="")
    assert quote_marks(store) == {}


def test_undo_takes_back_one_mark_at_a_time(store: Store, talk: Source) -> None:
    id = accept(store, talk, 1, "plan")
    mark(store, id, starred=True)
    mark(store, id, edited=EDITED)
    mark(store, id, starred=False, edited="")
    seen = []
    for _ in range(3):
        undo(store)
        seen.append(quote_marks(store))
    assert seen == [{id: QuoteMark(True, EDITED)}, {id: QuoteMark(True)}, {}]


def test_events_hold_no_words_of_an_edit(store: Store, talk: Source) -> None:
    id = accept(store, talk, 1, "plan")
    mark(store, id, edited=EDITED)
    assert EDITED not in " ".join(str(row) for row in store.query("SELECT * FROM event"))
    assert store.query("SELECT edited FROM quote") == [{"edited": EDITED}]


def test_the_same_quote_marked_twice_is_one_mark(store: Store, talk: Source) -> None:
    id = accept(store, talk, 1, "plan")
    mark(store, id, starred=True)
    [first] = store.query("SELECT id FROM quote")
    undo(store)
    with someone_else(store, "Jonas") as jonas:
        mark(jonas, id, edited=EDITED)
    assert store.query("SELECT id FROM quote") == [first]


def test_a_mark_goes_with_its_coding_and_moves_with_it(store: Store, talk: Source) -> None:
    id = accept(store, talk, 1, "plan")
    mark(store, id, starred=True, edited=EDITED)
    guide = next(one.uuid for one in stored_codes(store) if one.code == "guide")
    with store.command("codebooks migrate") as command:
        moved = recode(command, id, guide)
    assert store.query("SELECT id FROM quote") == [{"id": identity("quote", moved)}], "as if it were marked there"
    assert quote_marks(store) == {moved: QuoteMark(True, EDITED)}
    accept(store, talk, 1, "plan")
    mark(store, id, starred=True)
    assert quote_marks(store) == {moved: QuoteMark(True, EDITED), id: QuoteMark(True)}
    with store.command("uncode") as command:
        remove_coding(command, moved)
    assert quote_marks(store) == {id: QuoteMark(True)}
    assert check(store).faults == ()


def test_the_history_names_the_quote_even_when_its_mark_is_gone(store: Store, talk: Source) -> None:
    id = accept(store, talk, 1, "plan")
    mark(store, id, starred=True)
    mark(store, id, approved_by="Maja")
    assert [subjects(store, entry.events) for entry in history(store, limit=2)] == [["fg1", "3", "plan"]] * 2
    mark(store, id, starred=False, approved_by="")
    assert [subjects(store, entry.events) for entry in history(store, limit=3)] == [["fg1", "3", "plan"]] * 3
    with store.command("uncode") as command:
        remove_coding(command, quotes(store)[0].id)
    assert [subjects(store, entry.events) for entry in history(store, limit=3)][1:] == [[], []]
