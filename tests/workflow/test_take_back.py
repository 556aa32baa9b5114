"""Taking back everything of one's own down to a command."""

import pytest

from workbench.errors import NotFoundError, WorkbenchError
from workbench.store import Source, Store, above, check, history, passages, redo, stored_codes
from workbench.workflow.decide import set_code
from workbench.workflow.take_back import matching, take_back_to, to_take_back


def code(store: Store, talk: Source, *names: str) -> list[str]:
    """A coding per name on the source's passages; the ids of the commands."""
    codes = {one.code: one for one in stored_codes(store)}
    made = []
    for name, passage in zip(names, passages(store, talk.revision), strict=False):
        set_code(store, talk, passage.place, codes[name])
        made.append(history(store, limit=1)[0].command)
    return made


def test_down_to_it_and_no_further(store: Store, talk: Source) -> None:
    first, second, third = code(store, talk, "plan", "guide", "plan.dobbelt")
    told: list[int] = []
    taken = take_back_to(store, second, progress=told.append)
    assert (taken.wanted, [one.verb for one in taken.done], taken.refused, told) == (2, ["code", "code"], None, [1, 2])
    assert taken.said(store) == "Took back 2 of 2."
    undone = {one.command: one.undone for one in history(store)}
    assert (undone[first], undone[second], undone[third]) == (False, True, True)
    assert [above(store, id) for id in (first, second, third)] == [1, 0, 0]
    assert [redo(store) is None for _ in range(3)] == [False, False, True]
    assert check(store).faults == ()


def test_one_is_said_by_name(store: Store, talk: Source) -> None:
    (only,) = code(store, talk, "plan")
    assert take_back_to(store, only).said(store) == "Took back: coded (fg1 · 2 · plan)"


def test_what_was_undone_between_is_not_counted(store: Store, talk: Source) -> None:
    first, second = code(store, talk, "plan", "guide")
    take_back_to(store, second)
    (third,) = code(store, talk, "plan.dobbelt")
    assert (to_take_back(store, first), to_take_back(store, third)) == (2, 1)


def test_what_is_not_there_or_not_ones_own(store: Store, talk: Source) -> None:
    with pytest.raises(NotFoundError, match=r"There is no command nix in the history\."):
        take_back_to(store, "nix")
    (coded,) = code(store, talk, "plan")
    with Store.open(store.root, person="Peter") as other, pytest.raises(WorkbenchError, match="by Maja: only they"):
        take_back_to(other, coded)
    take_back_to(store, coded)
    with pytest.raises(WorkbenchError, match="is taken back already"):
        take_back_to(store, coded)
    undone, *_rest, made = (one.command for one in history(store))
    for id in (undone, made):
        with pytest.raises(WorkbenchError, match="cannot be taken back"):
            take_back_to(store, id)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("", [("Maja", "code"), ("Maja", "quotes star"), ("Peter", "code")]),
        ("maja", [("Maja", "code"), ("Maja", "quotes star")]),
        ("CODED pet", [("Peter", "code")]),
        ("star", [("Maja", "quotes star")]),
        ("quotes", [("Maja", "quotes star")]),
        ("nobody", []),
    ],
)
def test_who_did_what_is_found_by_name_and_by_deed(typed: str, found: list[tuple[str, str]]) -> None:
    assert matching([("Maja", "code"), ("Maja", "quotes star"), ("Peter", "code")], typed) == found
