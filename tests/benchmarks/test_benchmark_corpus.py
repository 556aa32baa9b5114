"""The corpus of the benchmarks: the same on every machine, and its places hold what they should."""

import re

from benchmarks.corpus import MUNICIPALITIES, codings, interviews
from benchmarks.taguette_peer import as_html, highlight

WORDS = 600


def test_the_same_seed_makes_the_same_corpus() -> None:
    first, again = (interviews(2, words=WORDS) for _ in range(2))

    assert first == again
    assert codings(first, 40) == codings(again, 40)
    assert first[0].transcript.text != first[1].transcript.text
    assert interviews(2, words=WORDS, seed=8) != first


def test_interviews_are_about_as_long_as_asked_and_turns_alternate() -> None:
    for made in interviews(2, words=WORDS):
        speakers = [turn.speaker for turn in made.transcript.turns]

        assert WORDS <= len(made.transcript.text.split()) < WORDS + 150
        assert made.municipality in MUNICIPALITIES
        assert set(speakers[::2]) == {"Interviewer"}
        assert "Interviewer" not in speakers[1::2]


def test_codings_hold_whole_sentences_and_none_twice() -> None:
    made = interviews(2, words=WORDS)
    coded = codings(made, 60, codes=5)

    assert len(coded) == len(set(coded)) == 60
    assert {one.interview for one in coded} == {0, 1}
    for one in coded:
        text = made[one.interview].transcript.text
        words = one.place.of(text)
        assert re.fullmatch(r"[\w\[][^\n]*[.?…](\n.+[.?…])*", words), words
        assert one.place.start == 0 or re.match(r"[.?…][ \n]", text[one.place.start - 2 :])
        assert re.match(r"[ \n]|$", text[one.place.end :])


def test_the_first_code_is_the_heaviest() -> None:
    coded = codings(interviews(2), 400)

    counts = [sum(one.code == code for one in coded) for code in range(25)]
    assert max(counts) == counts[0]
    assert 0.15 < counts[0] / len(coded) < 0.25


def test_a_place_is_the_same_words_in_taguettes_bytes() -> None:
    made = interviews(2, words=WORDS)
    for one in codings(made, 20):
        text = made[one.interview].transcript.text
        nodes = re.sub(r"^.*<body>|</body>.*$|</?p>", "", as_html(text)).encode()
        place = {"start": one.place.start, "end": one.place.end, "code": 0}
        asked = highlight(text, place, [7])

        assert nodes[asked["start_offset"] : asked["end_offset"]].decode() == one.place.of(text)
        assert asked["tags"] == [7]
