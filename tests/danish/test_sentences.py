"""Sentences of spoken Danish, and the passages made of them."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.danish import passages, sentences
from workbench.model import Passage, Place, Turn


def cut(text: str) -> list[str]:
    return [place.of(text) for place in sentences(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ja. Det tror jeg! Hvorfor?", ["Ja.", "Det tror jeg!", "Hvorfor?"]),
        ("Han går i 9. klasse. Den 15. maj starter han.", ["Han går i 9. klasse.", "Den 15. maj starter han."]),
        ("Den 3. Maj kl. 9. Så gik vi.", ["Den 3. Maj kl. 9.", "Så gik vi."]),
        ("Vi har f.eks. Sct. Peders Skole, dvs. byen.", ["Vi har f.eks. Sct. Peders Skole, dvs. byen."]),
        ("Der er kurser osv. Det er godt.", ["Der er kurser osv.", "Det er godt."]),
        ("Den er min. Ja, den er.", ["Den er min.", "Ja, den er."]),
        ('Han sagde: "Kom nu!" Så gik vi.', ['Han sagde: "Kom nu!"', "Så gik vi."]),
        ('"Hvad?" sagde hun.', ['"Hvad?" sagde hun.']),
        ("Jeg tænkte ... at det var nok. Altså…", ["Jeg tænkte ... at det var nok.", "Altså…"]),
        ("Det var i 2015. Ja.", ["Det var i 2015.", "Ja."]),
        ("Vi bad J. Hansen komme.", ["Vi bad J. Hansen komme."]),
        ("(Griner.) Nej.", ["(Griner.)", "Nej."]),
        ("første linje\nanden linje", ["første linje", "anden linje"]),
        ("uden tegn", ["uden tegn"]),
        ("  \n ", []),
        ("...", ["..."]),
    ],
)
def test_where_a_sentence_ends(text: str, expected: list[str]) -> None:
    assert cut(text) == expected


def test_a_run_on_is_cut_where_the_talk_turns() -> None:
    first = "jeg kom ned til hende en mandag " + "og ventede længe " * 5 + "udenfor"
    second = "og så sagde hun at vi skulle prøve noget andet " + "end det de andre " * 4 + "plejede"
    assert cut(f"{first}, {second}.") == [f"{first},", f"{second}."]


def test_a_run_on_without_any_mark_is_cut_too() -> None:
    pieces = cut("ord " * 100)
    assert [len(piece.split()) for piece in pieces] == [25, 25, 25, 25]


SPEECH = st.text(alphabet='abÅ. ,?!…"()\n9', max_size=200)


@given(SPEECH)
def test_sentences_cover_everything_but_white_space_in_order(text: str) -> None:
    found = sentences(text)
    assert "".join(place.of(text) for place in found).split() == text.split() or "".join(
        "".join(place.of(text).split()) for place in found
    ) == "".join(text.split())
    assert all(place.of(text) == place.of(text).strip() != "" for place in found)
    assert all(a.end <= b.start for a, b in pairwise(found))


def transcript(*said: str) -> tuple[str, list[Turn]]:
    turns: list[Turn] = []
    start = 0
    for number, text in enumerate(said):
        turns.append(Turn(f"S{number}", Place(start, start + len(text))))
        start += len(text) + 1
    return "\n".join(said), turns


def test_a_turn_of_three_sentences_is_one_passage() -> None:
    text, turns = transcript("Ja. Nej. Måske.", "", "Hvorfor det?")
    found = passages(text, turns)
    assert found == [Passage(1, 0, Place(0, 15)), Passage(2, 2, Place(17, 29))]
    assert found[1].place.of(text) == "Hvorfor det?"


def test_a_longer_turn_is_cut_into_even_groups() -> None:
    text, turns = transcript("Hej.", "En to tre. Fire fem. Seks syv otte. Ni ti.")
    assert [(p.number, p.turn, p.place.of(text)) for p in passages(text, turns)] == [
        (1, 0, "Hej."),
        (2, 1, "En to tre. Fire fem."),
        (3, 1, "Seks syv otte. Ni ti."),
    ]


def test_three_long_sentences_are_more_than_one_passage() -> None:
    sentence = "Vi " + "taler " * 28 + "her."
    text, turns = transcript(f"{sentence} {sentence} {sentence}")
    assert [len(p.place.of(text).split()) for p in passages(text, turns)] in ([30, 60], [60, 30], [30, 30, 30])


@given(st.lists(SPEECH, max_size=4))
def test_passages_lie_in_their_turns_and_hold_all_words(said: list[str]) -> None:
    text, turns = transcript(*said)
    found = passages(text, turns)
    assert [p.number for p in found] == list(range(1, len(found) + 1))
    assert all(turns[p.turn].place.holds(p.place) for p in found)
    assert all(len(sentences(p.place.of(text))) <= 3 for p in found)
    assert "".join("".join(p.place.of(text).split()) for p in found) == "".join(text.split())
