"""A light edit says only what was said: what may go without a mark, what may not, and what is told of the rest."""

import re
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from workbench.model import Unmarked, light_edit

SAID = (
    "Altså, øh, vi vi skriver det samme to steder, hver eneste gang. Det tager ikke kun en formiddag,"
    " det tager en hel dag."
)


@pytest.mark.parametrize(
    ("said", "written"),
    [
        (SAID, SAID),
        (SAID, "Vi skriver det samme to steder, hver eneste gang […]."),
        (SAID, "[…] to steder […] en hel dag!"),
        ("Det er, det er, øhm, det er svært.", "Det er svært."),
        ("Hmm, mm, øøøhm, altså ja.", "Ja."),
        ("Så ung- ungeguiden, hun ringer.", "Så ungeguiden, hun ringer."),
        ("Det var [griner] sjovt (lang pause) ik'.", "Det var sjovt, ik'!"),
        ("Hun hedder [navn] og svarer.", "Hun hedder [navn] og svarer."),
        ("Her i Kvistsund går det.", "Her i [kommunen] går det."),
        ("Vi har en guide.", "Vi har en guide[ordning]."),
        ("Jeg siger UU-vejleder, og/eller mentor.", "[J]eg siger UU vejleder og eller mentor"),
        ("Og de skal være der 13.30 hver dag.", "[…] de skal være der 13.30 […]"),
        ("a b a c", "a […] c"),
        ("Caf\u0065\u0301 og b\u00e5d", "Café og båd"),
    ],
)
def test_what_may_be_done(said: str, written: str) -> None:
    edit = light_edit(said, written)
    assert (edit.text, edit.unmarked, edit.unlike) == (written, (), False)


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("vi skriver det samme to steder [...] det tager en hel dag", "steder […] det"),
        ("vi skriver det samme to steder(...)en hel dag", "steder […] en"),
        ("Vi [sagsbehandlere] skriver\n det samme [. . .]", "Vi [sagsbehandlere] skriver det samme […]"),
    ],
)
def test_cuts_are_written_alike_and_on_one_line(written: str, kept: str) -> None:
    edit = light_edit(SAID, written)
    assert (edit.unmarked, kept in edit.text, "\n" in edit.text) == ((), True, False)


@pytest.mark.parametrize(
    ("said", "written", "changes"),
    [
        (SAID, "Vi skriver det samme tre steder […]", [("to", "tre")]),
        (SAID, "Vi skriver det samme to steder.",
         [("hver eneste gang Det tager ikke kun en formiddag det tager en hel dag", "")]),
        (SAID, "Vi kopierer og skriver det samme […]", [("", "kopierer og")]),
        ("Det er ikke godt.", "Det er godt.", [("ikke", "")]),
        ("Det er godt.", "Det er ikke godt.", [("", "ikke")]),
        ("Det er godt.", "Det er [meget godt.", [("", "meget")]),
        ("Det er svært at sige.", "Det er [] at sige.", [("svært", "")]),
        ("Det er svært at sige.", "Det er [!] at sige.", [("svært", "")]),
        ("Det er svært at sige.", "svært er Det at sige.", [("", "svært er"), ("er svært", "")]),
        ("Guiden ringer.", "Chef[guiden] ringer.", [("", "Chef[guiden]")]),
        ("Vi bruger 20 % på det.", "Vi bruger 20 på det.", [("%", "")]),
        ("Vi er her.", "Vi er 🙂 her.", [("", "🙂")]),
        ("Klokken 12.30 går vi.", "Klokken 12.45 går vi.", [("12.30", "12.45")]),
        ("Hun hedder [navn] og svarer.", "Hun hedder og svarer.", [("[navn]", "")]),
        ("a b c d e a b c d e f", "a b c d e f", [("a b c d e", "")]),
        ("Ja.", "", [("Ja", "")]),
        ("Han er ude, han er ude af det.", "Han er hjemme, han er ude af det.", [("ude", "hjemme")]),
        ("Hun er øm.", "Hun er.", [("øm", "")]),
    ],
)  # fmt: skip
def test_what_is_told_when_it_is_not_marked(said: str, written: str, changes: list[tuple[str, str]]) -> None:
    assert light_edit(said, written).unmarked == tuple(Unmarked(*one) for one in changes)


def test_too_little_of_the_speaker_is_left() -> None:
    for written, unlike in (
        ("Vi [i hele kommunen dokumenterer] det samme", True),
        ("Vi [dokumenterer alt] det samme", False),
        ("[…] [Vi dokumenterer]", True),
        ("[…]", True),
        ("[Vi skriver] steder", False),  # words that were said, only moved
        ("[skriver] ", True),
    ):
        edit = light_edit("Vi skriver det samme to steder", f"{written} […]")
        assert (written, edit.unmarked, edit.unlike) == (written, (), unlike)


@pytest.mark.parametrize(
    ("said", "written", "negations"),
    [
        ("Det er ikke godt.", "Det er […] godt.", ("ikke",)),
        ("Det er ikke godt. Vi venter aldrig.", "Det er ikke godt […]", ()),
        ("Det er ikke godt. Vi venter aldrig.", "[…] Vi venter […]", ("aldrig",)),
        ("Det er ikke ikke godt.", "Det er ikke godt.", ()),
        ("It isn't good, not here.", "It […] good, […] here.", ("isn't", "not")),
        ("Det er godt.", "Det er [ikke] godt.", ()),
    ],
)
def test_a_negation_left_out_is_told(said: str, written: str, negations: tuple[str, ...]) -> None:
    edit = light_edit(said, written)
    assert (edit.unmarked, edit.negations) == ((), negations)


def test_a_long_turn_takes_no_time_worth_telling() -> None:
    words = [f"ord{number % 400}" for number in range(10_000)]
    cut = " ".join([*words[:5000], "[…]", *words[5200:]])
    assert light_edit(" ".join(words), cut).unmarked == ()
    assert light_edit("øh " * 10_000 + "ja", "ja").unmarked == ()
    assert light_edit("ja", "[" * 20_000 + "'" * 20_000 + "ja").unmarked == ()


SOME = "vi skriver planen to steder guiden ringer aldrig ikke og så har Lone sagt jeg møder ind 20 % 🙂 é på Åen"
WORDS = st.sampled_from(SOME.split())
TALK = st.lists(WORDS, min_size=1, max_size=25)


@given(talk=TALK, data=st.data())
def test_any_words_may_be_cut_with_a_mark(talk: list[str], data: st.DataObject) -> None:
    cut = data.draw(st.lists(st.booleans(), min_size=len(talk), max_size=len(talk)))
    assume(not all(cut))
    written = re.sub(r"…( …)*", "[…]", " ".join("…" if gone else word for word, gone in zip(talk, cut, strict=True)))
    edit = light_edit(", ".join(talk), written)
    assert (edit.text, edit.unmarked, edit.unlike) == (written, (), False)


@given(talk=TALK, new=st.sampled_from(["kommunen", "21", "€", "ukendt"]), data=st.data())
def test_a_word_put_for_another_wants_a_bracket(talk: list[str], new: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(talk) - 1))
    bare, bracketed = list(talk), list(talk)
    bare[at], bracketed[at] = new, f"[{new}]"
    told = light_edit(" ".join(talk), " ".join(bare)).unmarked
    assert [change.written for change in told] == [new]
    assert light_edit(" ".join(talk), " ".join(bracketed)).unmarked == () or new == "€"


@given(talk=TALK, data=st.data())
def test_a_word_left_out_wants_a_mark_unless_it_is_said_again(talk: list[str], data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(talk) - 1))
    left = [*talk[:at], *talk[at + 1 :]]
    said_again = any(talk[i : i + n] == talk[i + n : i + 2 * n] for n in range(1, 5) for i in range(len(talk)))
    assume(left and not said_again)
    assert light_edit(" ".join(talk), " ".join(left)).unmarked == (Unmarked(talk[at], ""),)


@given(
    talk=TALK, noise=st.lists(st.sampled_from(["øh", "Altså,", "hmm…", "[pause]", "mm"]), max_size=6), data=st.data()
)
def test_hesitations_go_and_capitals_change_in_silence(talk: list[str], noise: list[str], data: st.DataObject) -> None:
    said = list(talk)
    for one in noise:
        said.insert(data.draw(st.integers(0, len(said))), one)
    assert light_edit(" ".join(said), " – ".join(word.upper() for word in talk) + "!").unmarked == ()


@given(said=st.text(max_size=60), written=st.text(max_size=60))
def test_any_text_is_judged(said: str, written: str) -> None:
    edit: Any = light_edit(said, written)
    assert light_edit(said, edit.text).text == edit.text
    assert light_edit(said, said).unmarked == () or re.search(r"[\[(]", said)
