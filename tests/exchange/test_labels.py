"""Turns: who says what, from the labels at the start of lines."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.exchange.speakers import guessed_role, turns
from workbench.model import Place, TalkRole, Turn


def said(body: str, *declared: str) -> list[tuple[str, str]]:
    """Speaker and words of every turn."""
    text, found = turns(body, declared)
    return [(turn.speaker, turn.place.of(text)) for turn in found]


def test_the_text_is_the_turns_without_labels_and_places_count_code_points() -> None:
    assert turns("**Ung:** Æ 👩‍🚀 å\n\n**Interviewer:** Nå?") == (
        "Æ 👩‍🚀 å\nNå?",
        (Turn("Ung", Place(0, 7)), Turn("Interviewer", Place(8, 11))),
    )


@pytest.mark.parametrize(
    "body",
    [
        "**Interviewer:** Hej?\n\n**Ung:** Ja.",
        "**Interviewer**: Hej?\n\n**Ung**: Ja.",
        "**Interviewer :** Hej?\n**Ung :** Ja.",
        "Interviewer: Hej?\n\nUng: Ja.",
        "  Interviewer:\tHej?\n\n \nUng:   Ja.  ",
        "**Interviewer:**\nHej?\n\n**Ung:**\n\nJa.",
        "Interviewer:\nHej?\nUng:\nJa.",
        "**Interviewer**\nHej?\n\n**Ung**\nJa.",
        "INTERVIEWER: Hej?\n\nUNG: Ja.",
    ],
)
def test_labels_are_read_however_they_are_written(body: str) -> None:
    assert said(body, "Interviewer", "Ung") == [("Interviewer", "Hej?"), ("Ung", "Ja.")]


def test_a_label_counts_when_it_comes_again() -> None:
    assert said("Leder: Ja.\n\nHun sagde: nej tak.\n\nLeder: Nå.") == [
        ("Leder", "Ja. Hun sagde: nej tak."),
        ("Leder", "Nå."),
    ]


def test_a_colon_alone_makes_no_speaker() -> None:
    assert said("Hun sagde: nej tak.\n\nKlokken 10: pause.") == [
        ("", "Hun sagde: nej tak."),
        ("", "Klokken 10: pause."),
    ]


def test_bold_words_without_a_colon_are_words() -> None:
    assert said("**Ung:** Det er\n\n**Meget** vigtigt.\n\n**Ung:** Ja.") == [
        ("Ung", "Det er **Meget** vigtigt."),
        ("Ung", "Ja."),
    ]


def test_paragraphs_without_a_label_go_on_with_the_turn() -> None:
    assert said("**Ung:** Et.\nTo.\n\nTre.\n\n**Leder:** Fire.") == [("Ung", "Et. To. Tre."), ("Leder", "Fire.")]


def test_words_before_the_first_label_are_nobodys() -> None:
    assert said("Optaget i marts.\n\n**Ung:** Ja.") == [("", "Optaget i marts."), ("Ung", "Ja.")]


def test_where_nobody_is_named_each_paragraph_is_a_turn() -> None:
    assert said("# Beslutninger\n\nVi mødes\nigen.\n\nEnd.") == [
        ("", "# Beslutninger"),
        ("", "Vi mødes igen."),
        ("", "End."),
    ]


def test_headings_and_rules_between_turns_are_nobodys_words() -> None:
    assert said("# Ungerejse A\n\n**Ung:** Et.\n\n---\n\n## Del 2\n\n**Ung:** To.\n\n* * *\n") == [
        ("Ung", "Et."),
        ("Ung", "To."),
    ]


def test_a_label_with_nothing_said_makes_no_turn() -> None:
    assert said("**Ung:**\n\n**Leder:** Nå.\n\n**Ung:**") == [("Leder", "Nå.")]


def test_brackets_and_dots_are_said() -> None:
    assert said("**Ung:** [pause] ...\n\n**Ung:** [/griner]") == [("Ung", "[pause] ..."), ("Ung", "[/griner]")]


@pytest.mark.parametrize("label", ["Interviewer", "INT", "I", "Interviewer 2", "moderator", "M", "Facilitator 1"])
def test_interviewers_are_known_by_their_usual_labels(label: str) -> None:
    assert guessed_role(label) is TalkRole.INTERVIEWER


@pytest.mark.parametrize("label", ["Ung", "Ida", "Mor", "Intern vejleder", ""])
def test_everybody_else_answers(label: str) -> None:
    assert guessed_role(label) is TalkRole.RESPONDENT


WORDS = st.from_regex(r"[A-Za-zæøåÆØÅ👍é][a-zæøå ,.?\[\]/👍-]{0,30}[a-zæøå.]", fullmatch=True).map(
    lambda words: " ".join(words.split())
)


@given(st.lists(st.tuples(st.sampled_from(["Ung", "Interviewer", "UU-vejleder 2"]), WORDS), min_size=1, max_size=8))
def test_what_is_written_with_labels_is_read_back(talk: list[tuple[str, str]]) -> None:
    body = "\n\n".join(f"**{speaker}:** {words}" for speaker, words in talk)
    assert said(body) == talk


@given(st.text(max_size=200), st.lists(st.sampled_from(["Ung", "A", "I"]), max_size=2))
def test_the_text_is_always_its_turns_joined(body: str, declared: list[str]) -> None:
    text, found = turns(body, declared)
    assert text == "\n".join(turn.place.of(text) for turn in found)
    assert all(len(turn.place) for turn in found)
    assert [turn.place.start for turn in found] == [0, *(turn.place.end + 1 for turn in found)][: len(found)]
