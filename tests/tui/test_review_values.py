"""What a sitting of review is made of: what may be seen, how far one is, and whose passages one goes through."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.conftest import transcript
from tests.workflow.made import suggest_by_hand
from workbench.errors import WorkbenchError
from workbench.store import Source, add_source, sources
from workbench.tui.desk import Desk
from workbench.tui.review import Case, Pile, Sitting
from workbench.tui.review.blind import Blind
from workbench.tui.review.headway import Headway
from workbench.workflow.order import Order
from workbench.workflow.pace import Pace

HERE, THERE = ("r", 1), ("r", 2)


def test_blind_hides_what_was_not_seen_and_settles_what_was_decided_before_it_was() -> None:
    blind = Blind().after_seeing(HERE).turned().after_deciding(THERE)
    assert [(blind.hides(at), blind.settles(at)) for at in (HERE, THERE)] == [(False, False), (True, False)]
    seen = blind.after_seeing(THERE)
    assert [(seen.hides(at), seen.settles(at)) for at in (HERE, THERE)] == [(False, False), (False, True)]
    for after in (seen.turned(), seen.after_taking_back(THERE)):
        assert (after.hides(THERE), after.settles(THERE)) == (False, False)


def test_headway_counts_what_is_left_and_what_was_decided() -> None:
    begun = Headway(Pace(since=0.0), {"r": 3, "s": 0, "t": 2}, unread=frozenset({"s", "t"}))
    assert (begun.left, begun.unread_sources, begun.per_hour) == (5, 1, None)
    done = begun
    for number in (1, 2, 3):
        done = done.after_deciding(("r", number), now=number * 60.0).with_left("r", 3 - number)
    assert (done.left, done.per_hour) == (2, 60)
    assert done.with_left("elsewhere", 9) == done
    back = done.after_taking_back(("r", 3))
    assert (back.per_hour, back.after_putting_back(("r", 3))) == (None, done)


def test_a_pile_is_narrowed_from_everywhere_to_a_municipality_to_a_source(project: Path) -> None:
    desk = Desk(project, "Maja")
    fg1, _fg2, snak = sources(desk.store)
    found, pile = [], Pile()
    for _step in range(3):
        pile = pile.narrowed(fg1)
        found.append((pile.said(fg1), [one.name for one in pile.sources(desk.store)]))
    assert found == [
        ("Only Kvistsund.", ["fg1", "fg2"]),
        ("Only fg1.", ["fg1"]),
        ("Everywhere.", ["fg1", "fg2", "snak"]),
    ]
    assert Pile(municipality=snak.municipality).narrowed(None) == Pile()
    desk.close()


def test_a_pile_comes_in_each_order_once() -> None:
    first = Pile()
    second = first.reordered()
    third = second.reordered()
    assert [one.order for one in (first, second, third)] == list(Order)
    assert third.reordered() == first


# -- The passage that is being decided -----------------------------------------------------------------------------

SAID = (("Ung", "Vi skriver det samme to steder."), ("Ung", "Og så gik jeg hjem."))
MADE: dict[int, tuple[tuple[str, float, str], ...]] = {
    1: (("plan.dobbelt", 0.9, "to steder"), ("guide", 0.5, "skriver"), ("plan", 0.3, "samme"))
}


def added(desk: Desk) -> Source:
    """A source of two passages with suggestions for the first."""
    with desk.store.command("import") as command:
        where = sources(desk.store)[0].municipality
        id = add_source(command, transcript(*SAID, name="to"), name="to", municipality=where)
    one = next(each for each in sources(desk.store) if each.id == id)
    suggest_by_hand(desk.store, one, MADE)
    return one


def test_the_next_suggestion_after_the_last_is_the_first(project: Path) -> None:
    desk = Desk(project, "Maja")
    one = Sitting(desk, [added(desk)], lambda: 0.0).one
    assert [one.choosing(at).chosen for at in (0, 1, 2, 3, -1)] == [0, 1, 2, 0, 2]
    hidden = replace(one, hidden=True)
    assert (hidden.choosing(1).chosen, hidden.in_sight, len(hidden.shown)) == (0, (), 3)
    desk.close()


def test_what_cannot_be_answered_is_refused(project: Path) -> None:
    desk = Desk(project, "Maja")
    sitting = Sitting(desk, [added(desk)], lambda: 0.0)
    first = sitting.one
    sitting.go_on()
    second = sitting.one

    def refused(one: Case, number: int) -> str:
        with pytest.raises(WorkbenchError) as caught:
            one.suggestion(number)
        return caught.value.message

    assert [one.suggestion.code for one in first.to_reject(only=False)] == ["plan.dobbelt", "guide", "plan"]
    assert [one.suggestion.code for one in first.choosing(1).to_reject(only=True)] == ["guide"]
    assert refused(first, 4) == "There are only 3 suggestions here."
    assert refused(second, 1) == "Nothing is suggested here; c sets a code."
    assert refused(replace(first, hidden=True), 1).startswith("Suggestions are hidden")
    with pytest.raises(WorkbenchError, match="nothing to reject"):
        replace(first, answered=frozenset({"plan.dobbelt", "guide", "plan"})).to_reject(only=False)
    desk.close()
