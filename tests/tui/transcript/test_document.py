"""A source's words as shown: one sign for each, safe, and how wide."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tests.tui.transcript.said import TALK, document
from workbench.model import Place
from workbench.terminal import safe
from workbench.tui.transcript import Document

HOSTILE = st.text("aæ bo é\u0301\u0300\u200d\ufe0f😅👩☺🇩🇰日本א\u200b\x07\x1b\u202e\t\u2028.…", max_size=60)


def test_turns_are_found_by_offset() -> None:
    assert [TALK.turn_at(offset) for offset in (0, 26, 27, 28, len(TALK))] == [0, 0, 0, 1, 4]
    assert TALK.turn(1) == Place(28, 99)
    assert [(TALK.speaker(index), TALK.asks(index), TALK.seconds(index)) for index in range(3)] == [
        ("I", True, 0.0),
        ("Aya", False, 30.0),
        ("I", True, 60.0),
    ]


@pytest.mark.parametrize("text", ["", "Uden ture."])
def test_a_text_without_turns_is_one_turn_by_nobody(text: str) -> None:
    found = Document(text, ())
    assert (found.turns, found.turn(0), found.speaker(0), found.seconds(0)) == (1, Place(0, len(text)), "", None)


def test_hostile_text_is_shown_sign_by_sign() -> None:
    found = document(("A\x1b", "\x1b]52;c;xx\x07 og\t\u202eså"))
    assert found.shown == "␛]52;c;xx␇ og␉\ufffdså"
    assert len(found.shown) == len(found.text)
    assert found.speaker(0) == "A␛"


def test_accents_and_joined_emoji_are_one_sign() -> None:
    found = document(("A", "e\u0301n 👩\u200d👧 ☺\ufe0f!"))
    starts, at = [0], 0
    while at < len(found):
        at = found.next(at)
        starts.append(at)
    assert starts == [0, 2, 3, 4, 7, 8, 10, 11]
    assert [found.cells(low, high) for low, high in pairwise(starts)] == [1, 1, 1, 2, 1, 2, 1]
    assert [found.previous(at) for at in starts[1:]] == starts[:-1]


def test_marks_with_nothing_or_too_much_to_join_are_shown() -> None:
    found = document(("A", "\u0301a" + "\u0301" * 18 + "b"))
    assert found.shown == "\ufffda" + "\u0301" * 16 + "\ufffd\u0301b"
    assert found.cells(0, len(found)) == 4


@given(st.lists(HOSTILE, min_size=1, max_size=4))
def test_widths_are_those_of_the_terminal(said: list[str]) -> None:
    found = document(*(("A", words) for words in said))
    assert len(found.shown) == len(found.text)
    assert safe(found.shown.replace("\n", "")) == found.shown.replace("\n", "")
    for index in range(found.turns):
        place = found.turn(index)
        assert found.cells(place.start, place.end) == cell_len(found.shown[place.start : place.end])
        at = place.start
        while at < place.end:
            after = found.next(at)
            assert found.cells(at, after) == cell_len(found.shown[at:after]) > 0
            assert found.previous(after) == at
            at = after
        assert at == place.end
