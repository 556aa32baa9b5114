"""Choosing: both ends by unit, and growing."""

from hypothesis import given
from hypothesis import strategies as st

from tests.tui.transcript.said import TALK, document
from tests.tui.transcript.test_document import HOSTILE
from workbench.model import Place
from workbench.tui.transcript import Selection, Unit, Units

UNITS = Units(TALK)


def at(words: str) -> int:
    return TALK.text.index(words)


def chosen(selection: Selection) -> str:
    place = selection.place(TALK)
    return place.of(TALK.text) if place else ""


def test_nothing_is_chosen_until_it_begins() -> None:
    assert Selection(3).place(TALK) is None
    assert chosen(Selection(0).begun()) == "H"
    assert Selection(4, 2).cleared() == Selection(4)
    assert Selection(27).begun().place(TALK) is None


def test_the_right_end_moves_along_ends_and_the_left_along_beginnings() -> None:
    now = Selection(at("tre")).begun()
    seen = []
    for by in (1, 1, -1, -1):
        now = now.stepped(UNITS, Unit.WORD, by)
        seen.append(chosen(now))
    assert seen == ["tre", "tre planer", "tre", "t"]
    now = Selection.of(Place(at("tre"), at(". De")), TALK).swapped()
    seen = []
    for by in (-1, 1, 1, 1):
        now = now.stepped(UNITS, Unit.WORD, by)
        seen.append(chosen(now))
    assert seen == ["er tre planer", "tre planer", "planer", "r"]


def test_sentences_are_chosen_whole() -> None:
    now = Selection(at("Der er")).begun().stepped(UNITS, Unit.SENTENCE, 1)
    assert chosen(now) == "Der er tre planer."
    assert chosen(now.stepped(UNITS, Unit.SENTENCE, 1)) == TALK.turn(1).of(TALK.text)


def test_growing_goes_from_word_to_exchange_and_stops() -> None:
    now, seen = Selection(at("ikke")), []
    for _step in range(5):
        now = now.grown(UNITS)
        seen.append(now.place(TALK))
    sentence = Place(at("De siger"), TALK.ends[1])
    assert seen == [
        Place(at("ikke"), at("ikke") + 4), sentence, TALK.turn(1), Place(0, TALK.ends[1]), Place(0, TALK.ends[1]),
    ]  # fmt: skip


def test_growing_takes_in_all_that_is_chosen() -> None:
    now = Selection.of(Place(at("tre"), at("siger") + 5), TALK).grown(UNITS, Unit.SENTENCE)
    assert now.place(TALK) == TALK.turn(1)


@given(HOSTILE, st.data())
def test_a_place_of_whole_signs_is_chosen_as_it_is(words: str, data: st.DataObject) -> None:
    found = document(("A", words))
    low = found.start_of(data.draw(st.integers(0, len(words))))
    high = found.start_of(data.draw(st.integers(low, len(words))))
    place = Selection.of(Place(low, high), found).place(found)
    assert place == (Place(low, high) if low < high else None)
    now = Selection(low)
    for _step in range(4):
        grown = now.grown(Units(found))
        assert grown == now or len(grown.place(found) or "") > len(now.place(found) or "")
        now = grown
