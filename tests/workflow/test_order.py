"""The order of review: as it was said, where the machine is least sure, or where the material is thinnest."""

from collections.abc import Mapping, Sequence

import pytest

from tests.conftest import transcript
from tests.reports.field import add, code, kvistsund, municipality
from tests.store.test_folders import foldered
from tests.workflow.made import suggest_by_hand
from workbench.codebook import Codebook, parse
from workbench.store import Source, Store, add_codebook, add_source, last_reviewed, passage, source
from workbench.workflow.decide import no_code
from workbench.workflow.order import Order, Undecided, ahead, waiting
from workbench.workflow.review import Item, Review


def bring_in(store: Store, where: str, name: str, passages: int) -> Source:
    """A source of this many short answers."""
    with store.command("import") as command:
        said = [("Ung", f"Ord {number}.") for number in range(1, passages + 1)]
        id = add_source(command, transcript(*said, name=name), name=name, municipality=where)
    return source(store, id)


def propose(store: Store, of: Source, made: Mapping[int, Mapping[str, float]]) -> None:
    """Store these suggestions, by passage and code."""
    suggest_by_hand(
        store, of, {at: tuple((code, sure, "") for code, sure in several.items()) for at, several in made.items()}
    )


@pytest.fixture
def pair(store: Store) -> list[Source]:
    """Two sources of a municipality, of four and two answers, with suggestions for most."""
    where = municipality(store)
    first, second = bring_in(store, where, "fg1", 4), bring_in(store, where, "fg2", 2)
    propose(store, first, {1: {"plan": 0.9, "guide": 0.5}, 3: {"plan": 0.3}, 4: {"guide": 0.55, "plan": 0.05}})
    propose(store, second, {2: {"plan": 0.7}})
    return [first, second]


def named(chosen: Sequence[Source], places: Sequence[tuple[str, int]]) -> list[str]:
    """Places as one reads them."""
    names = {one.revision: one.name for one in chosen}
    return [f"{names[revision]} {number}" for revision, number in places]


def listed(store: Store, chosen: Sequence[Source], order: Order) -> list[str]:
    """What is undecided, in this order."""
    first = dict.fromkeys(ahead(store, chosen, order))
    return named(chosen, list(waiting(Undecided(store), chosen, first)))


def test_as_it_was_said(store: Store, pair: list[Source]) -> None:
    assert ahead(store, pair, Order.TRANSCRIPT) == []
    assert listed(store, pair, Order.TRANSCRIPT) == ["fg1 1", "fg1 2", "fg1 3", "fg1 4", "fg2 1", "fg2 2"]
    assert listed(store, pair[::-1], Order.TRANSCRIPT)[0] == "fg2 1"


def test_the_least_sure_first_by_the_surest_suggestion_and_those_without_last(store: Store, pair: list[Source]) -> None:
    # .3 and .7 are as far from the middle as each other, though not in floating point.
    assert listed(store, pair, Order.UNCERTAIN) == ["fg1 4", "fg1 3", "fg2 2", "fg1 1", "fg1 2", "fg2 1"]
    assert listed(store, pair[::-1], Order.UNCERTAIN) == ["fg1 4", "fg2 2", "fg1 3", "fg1 1", "fg2 1", "fg1 2"]
    assert listed(store, pair[1:], Order.UNCERTAIN) == ["fg2 2", "fg2 1"]
    store.person = "Jonas"
    assert listed(store, pair, Order.UNCERTAIN) == listed(store, pair, Order.TRANSCRIPT)


def test_the_thinnest_first_what_was_asked_for_before_all(store: Store) -> None:
    asks = municipality(store, "Brændlyng", "992", themes=("guide",))
    rest = kvistsund(store)  # plan, which was asked for, is well covered with five statements; guide with three
    here, there = bring_in(store, asks, "a", 4), bring_in(store, rest, "b", 3)
    said = add(store, asks, "c", [("S1", f"Ord {n}.") for n in range(6)], {"S1": "caseworker"})
    for turn in range(1, 5):
        code(store, said, turn, "plan")  # four statements, all from one source: thin all the same
    for turn in (5, 6):
        code(store, said, turn, "guide")
    propose(store, here, {1: {"plan": 0.9}, 2: {"plan.dobbelt": 0.2}, 4: {"plan": 0.9, "guide": 0.1}})
    propose(store, there, {1: {"plan": 0.9}, 2: {"guide": 0.9}})
    assert listed(store, [there, here], Order.THIN) == ["a 4", "a 2", "a 1", "b 2", "b 1", "b 3", "a 3"]


def test_what_coverage_knows_nothing_of_is_not_thin(store: Store, codebook: Codebook) -> None:
    only = bring_in(store, municipality(store), "fg1", 3)
    propose(store, only, {2: {"plan": 0.9}, 3: {"guide": 0.9}})
    assert listed(store, [only], Order.THIN) == ["fg1 2", "fg1 3", "fg1 1"]
    with store.command("codebooks add") as command:
        add_codebook(command, parse(codebook.yaml.replace("id: proeve", "id: tillaeg")))
    suggest_by_hand(store, only, {1: (("guide", 0.9, ""),)}, codebook="tillaeg")
    assert listed(store, [only], Order.THIN) == ["fg1 2", "fg1 3", "fg1 1"]
    with store.command("codebooks add") as command:
        add_codebook(command, foldered(codebook))
    assert listed(store, [only], Order.THIN) == ["fg1 3", "fg1 1", "fg1 2"]


def now(review: Review) -> Item:
    """The passage that comes now."""
    found = review.current()
    assert found is not None
    return found


def at(review: Review) -> str:
    """Where the sitting is."""
    one = review.current()
    return f"{one.source.name} {one.passage.number}" if one else "the end"


def decide(store: Store, review: Review) -> None:
    """Say that no code fits the passage that comes now, and leave it."""
    one = now(review)
    no_code(store, one.passage, shown=one.shown)
    review.go_on(one)


def test_skip_back_undo_and_resuming_keep_to_the_order(store: Store, pair: list[Source]) -> None:
    review = Review(store, pair, Order.UNCERTAIN)
    assert (at(review), review.back(now(review))) == ("fg1 4", False)
    decide(store, review)
    assert at(review) == "fg1 3"
    review.go_on(now(review))
    assert at(review) == "fg2 2"
    decide(store, review)
    assert at(review) == "fg1 1"
    assert [review.back(now(review)), at(review)] == [True, "fg2 2"]
    assert [review.back(now(review)), at(review)] == [True, "fg1 3"]
    assert [review.back(now(review)), at(review)] == [True, "fg1 4"]
    assert review.back(now(review)) is False
    review.go_on(now(review))
    assert at(review) == "fg1 1"
    assert review.undo() is not None
    assert (at(review), now(review).decided) == ("fg2 2", False)
    assert [review.back(now(review)), at(review)] == [True, "fg1 3"]

    assert last_reviewed(store) == pair[0].revision
    assert at(Review(store, pair, Order.UNCERTAIN)) == "fg1 3"
    assert at(Review(store, pair)) == "fg1 1"


def test_ties_stay_as_they_are_wherever_one_stopped(store: Store, pair: list[Source]) -> None:
    no_code(store, passage(store, pair[1].revision, 1), shown=())
    assert last_reviewed(store) == pair[1].revision
    review, found = Review(store, pair, Order.UNCERTAIN), []
    while review.current() is not None:
        found.append(at(review))
        review.go_on(now(review))
    assert found == ["fg1 4", "fg1 3", "fg2 2", "fg1 1", "fg1 2"]


def test_a_sitting_keeps_its_order_while_coverage_and_suggestions_change(store: Store) -> None:
    where = municipality(store)
    only = bring_in(store, where, "fg1", 4)
    propose(store, only, {1: {"plan": 0.9}, 3: {"guide": 0.9}, 4: {"guide": 0.9}})
    code(store, only, 2, "plan")
    review = Review(store, [only], Order.THIN)
    assert at(review) == "fg1 3"
    for turn in (1, 2, 3):
        code(store, only, turn, "guide")
    review.go_on(now(review))
    assert at(review) == "fg1 4"
    assert at(Review(store, [only], Order.THIN)) == "fg1 1"
    propose(store, only, {})
    assert (at(review), at(Review(store, [only], Order.THIN))) == ("fg1 4", "fg1 1")


def test_undo_of_what_lies_outside_the_sitting(store: Store, pair: list[Source]) -> None:
    first, second = pair
    no_code(store, now(Review(store, [second])).passage, shown=())
    review = Review(store, [first], Order.UNCERTAIN)
    review.go_on(now(review))
    assert review.undo() is not None
    assert (at(review), review.back(now(review))) == ("fg2 1", False)
    review.go_on(now(review))
    assert at(review) == "fg1 3"
    assert [review.back(now(review)), at(review)] == [True, "fg1 4"]
    assert review.back(now(review)) is False
