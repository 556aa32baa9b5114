"""Words, sentences, turns and exchanges: what holds a place, and what comes next."""

from hypothesis import given
from hypothesis import strategies as st

from tests.tui.transcript.said import TALK, document
from tests.tui.transcript.test_document import HOSTILE
from workbench.model import Place
from workbench.tui.transcript import Stretches, Unit, Units

UNITS = Units(TALK)


def at(words: str) -> int:
    return TALK.text.index(words)


def test_what_holds_a_place() -> None:
    assert [UNITS.at(at("ikke"), unit).of(TALK.text) for unit in Unit] == [
        "ikke",
        "De siger ikke det samme, og ingen har læst dem alle.",
        "Der er tre planer. De siger ikke det samme, og ingen har læst dem alle.",
        TALK.text[: TALK.ends[1]],
    ]


def test_an_exchange_ends_before_the_next_question() -> None:
    assert UNITS.at(at("Ja."), Unit.EXCHANGE) == Place(TALK.starts[2], TALK.ends[4])
    assert UNITS.at(at("Og hvem"), Unit.EXCHANGE) == Place(TALK.starts[2], TALK.ends[4])


def test_where_nobody_asks_an_exchange_is_a_turn_and_the_one_before() -> None:
    found = document(("Aya", "Ja."), ("Bo", "Nej."), ("Aya", "Jo."), asking=())
    assert Units(found).at(5, Unit.EXCHANGE) == Place(0, 8)


def test_between_words_is_one_sign_and_between_sentences_the_one_before() -> None:
    space = at(" De siger")
    assert UNITS.at(space, Unit.WORD) == Place(space, space + 1)
    assert UNITS.at(space, Unit.SENTENCE).of(TALK.text) == "Der er tre planer."


def test_the_next_and_the_one_before_cross_turns() -> None:
    last_word = at("planen?")
    assert UNITS.start_after(last_word, Unit.WORD) == at("Der er")
    assert UNITS.start_after(0, Unit.SENTENCE) == at("Der er")
    assert UNITS.start_before(at("Der er"), Unit.SENTENCE) == 0
    assert UNITS.start_before(at("ikke"), Unit.SENTENCE) == at("De siger")
    assert UNITS.start_after(at("Ja."), Unit.WORD) == len(TALK)
    assert UNITS.start_before(0, Unit.TURN) == 0
    assert UNITS.end_after(last_word, Unit.WORD) == last_word + 6
    assert UNITS.end_before(at("De siger"), Unit.SENTENCE) == at(" De siger")


def test_words_and_sentences_of_a_very_long_turn() -> None:
    found = document(("A", "Det er en sætning. " * 12_000))
    units = Units(found)
    assert units.at(150_005, Unit.SENTENCE).of(found.text) == "Det er en sætning."
    seen, here = 0, 0
    while (here := units.start_after(here, Unit.SENTENCE)) < len(found):
        seen += 1
    assert seen == 11_999


@given(HOSTILE, st.data())
def test_a_unit_holds_its_place_and_movement_goes_on(words: str, data: st.DataObject) -> None:
    found = document(("A", words), ("B", words))
    units = Units(found)
    here = found.start_of(data.draw(st.integers(0, len(found))))
    for unit in (Unit.WORD, Unit.TURN, Unit.EXCHANGE):
        place = units.at(here, unit)
        assert place.start <= here <= place.end
    for unit in Unit:
        assert units.start_before(here, unit) < here or here == 0
        assert units.start_after(here, unit) > here or here == len(found)


def test_stretches_that_touch_become_one() -> None:
    found = Stretches.of([Place(8, 9), Place(0, 3), Place(2, 5), Place(5, 6), Place(7, 7)])
    assert [found[index] for index in range(len(found))] == [Place(0, 6), Place(8, 9)]
    assert list(found.within(4, 9)) == [(4, 6), (8, 9)]
    assert list(found.within(6, 8)) == []
    assert [found.index(offset) for offset in (5, 6, 8)] == [0, None, 1]
    assert [found.around(offset) for offset in (5, 6)] == [(0, 6), (-1, -1)]
    assert [found.following(0), found.following(8), found.preceding(8), found.preceding(0)] == [1, 2, 0, -1]
