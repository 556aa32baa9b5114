"""A sitting of review: which passage comes next, and what takes one back."""

import pytest

from tests.conftest import transcript
from tests.workflow.made import suggest_by_hand
from workbench.model import TalkRole
from workbench.store import Progress, Source, Store, add_source, passage, source, stored_codes, suggestions
from workbench.workflow.decide import accept, no_code, set_code
from workbench.workflow.review import Item, Line, Review, item


@pytest.fixture
def other(store: Store, talk: Source) -> Source:
    """A second source, of two answers."""
    with store.command("import") as command:
        said = transcript(("Ung", "Én."), ("Interviewer", "Nå?"), ("Ung", "To."), name="fg2")
        id = add_source(command, said, name="fg2", municipality=talk.municipality)
    return source(store, id)


def numbers(review: Review, store: Store) -> list[tuple[str, int]]:
    """Where the sitting goes when nothing is ever decided."""
    found = []
    while (one := review.current()) is not None:
        found.append((one.source.name, one.passage.number))
        review.go_on(one)
    return found


def now(review: Review) -> Item:
    """The passage that comes now."""
    found = review.current()
    assert found is not None
    return found


def test_an_item_is_a_passage_in_its_context(store: Store, talk: Source) -> None:
    suggest_by_hand(store, talk)
    shown = suggestions(store, talk.revision)[3]
    assert item(store, talk, 3) == Item(
        source=talk,
        passage=passage(store, talk.revision, 3),
        before=(Line("Sagsbehandler", "Vi skriver det samme to steder. Det tager en hel formiddag.", False),),
        after=(Line("Interviewer", "Og hvem hjælper dig?", True),),
        shown=tuple(shown),
        codings=(),
        decided=False,
        progress=Progress(3, 0),
    )


def test_the_rest_of_a_long_turn_is_context_too(store: Store, talk: Source) -> None:
    words = "Et her. To her. Tre her. Fire her. Fem her. Seks her."
    with store.command("import") as command:
        id = add_source(command, transcript(("Ung", words), name="fg3"), name="fg3", municipality=talk.municipality)
    one = item(store, source(store, id), 2)
    assert one.passage.talk_role is TalkRole.RESPONDENT
    assert one.passage.text == "Fire her. Fem her. Seks her."
    assert one.before == (Line("Ung", "Et her. To her. Tre her.", False),)
    assert one.after == ()


def test_it_goes_through_what_respondents_say_in_order(store: Store, talk: Source, other: Source) -> None:
    review = Review(store, [talk, other])
    assert review.left() == 5
    assert numbers(review, store) == [("fg1", 2), ("fg1", 3), ("fg1", 5), ("fg2", 1), ("fg2", 3)]
    assert review.left() == 5


def test_what_is_decided_does_not_come_again_and_what_was_skipped_comes_next_time(
    store: Store, talk: Source, other: Source
) -> None:
    review = Review(store, [talk, other])
    review.go_on(now(review))
    no_code(store, now(review).passage, shown=())
    assert now(review).passage.number == 5
    assert numbers(Review(store, [talk, other]), store)[0] == ("fg1", 2)


def test_it_goes_on_in_the_source_where_one_stopped(store: Store, talk: Source, other: Source) -> None:
    no_code(store, passage(store, other.revision, 1), shown=())
    assert numbers(Review(store, [talk, other]), store) == [("fg2", 3), ("fg1", 2), ("fg1", 3), ("fg1", 5)]


def test_another_person_starts_at_the_beginning(store: Store, talk: Source) -> None:
    no_code(store, passage(store, talk.revision, 2), shown=())
    store.person = "Jonas"
    assert now(Review(store, [talk])).passage.number == 2


def test_back_goes_through_the_passages_left_before(store: Store, talk: Source) -> None:
    review = Review(store, [talk])
    first = now(review)
    assert review.back(first) is False
    no_code(store, first.passage, shown=())
    review.go_on(first)
    review.go_on(now(review))
    assert [review.back(now(review)), now(review).passage.number] == [True, 3]
    assert [review.back(now(review)), now(review).passage.number, now(review).decided] == [True, 2, True]
    assert review.back(now(review)) is False
    review.go_on(now(review))
    assert now(review).passage.number == 5


def test_undo_returns_to_the_passage_and_then_on_through_the_undecided(store: Store, talk: Source) -> None:
    suggest_by_hand(store, talk)
    codes = {one.code: one for one in stored_codes(store)}
    review = Review(store, [talk])
    first = now(review)
    accept(store, first.passage, first.shown[0], codes["plan.dobbelt"], shown=first.shown)
    review.go_on(first)
    second = now(review)
    set_code(store, talk, second.passage.place, codes["guide"])
    review.go_on(second)
    done = review.undo()
    assert done is not None
    assert (done.verb, now(review).passage.number, now(review).decided) == ("code", 3, False)
    done = review.undo()
    assert done is not None
    assert (done.verb, now(review).passage.number) == ("accept", 2)
    review.go_on(now(review))
    assert now(review).passage.number == 3


def test_undo_reaches_back_past_this_sitting_but_takes_back_decisions_only(
    store: Store, talk: Source, other: Source
) -> None:
    no_code(store, passage(store, other.revision, 3), shown=())
    review = Review(store, [talk])
    assert review.undo() is not None
    assert (now(review).source.name, now(review).passage.number) == ("fg2", 3)
    review.go_on(now(review))
    assert review.undo() is None  # what comes before is an import
    assert now(review).source.name == "fg1"
