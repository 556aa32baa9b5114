"""Labels at the start of lines say who speaks, in any kind of file that has lines."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.exchange.files import declaring, turns, written
from tests.exchange.files import said as said_in
from workbench.errors import InvalidFileError
from workbench.exchange import read
from workbench.exchange.shapes.label import guessed_role
from workbench.model import Place, TalkRole, Turn


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One folder for every generated file."""
    return tmp_path_factory.mktemp("labels")


def said(folder: Path, body: str, *declared: str) -> list[tuple[str, str]]:
    """Speaker and words of every turn."""
    return said_in(folder, "fg1.md", body, declaring(*declared))


def test_the_text_is_the_turns_without_labels_and_places_count_code_points(folder: Path) -> None:
    found = read(written(folder, "fg1.md", "**Ung:** Æ 👩‍🚀 å\n\n**Interviewer:** Nå?")).transcript
    assert found.text == "Æ 👩‍🚀 å\nNå?"
    assert found.turns == (Turn("Ung", Place(0, 7)), Turn("Interviewer", Place(8, 11)))


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
def test_labels_are_read_however_they_are_written(folder: Path, body: str) -> None:
    assert said(folder, body, "Interviewer", "Ung") == [("Interviewer", "Hej?"), ("Ung", "Ja.")]


def test_a_label_counts_when_it_comes_again(folder: Path) -> None:
    assert said(folder, "Leder: Ja.\n\nHun sagde: nej tak.\n\nLeder: Nå.") == [
        ("Leder", "Ja. Hun sagde: nej tak."),
        ("Leder", "Nå."),
    ]


def test_a_colon_alone_makes_no_speaker(folder: Path) -> None:
    assert said(folder, "Hun sagde: nej tak.\n\nKlokken 10: pause.") == [
        ("", "Hun sagde: nej tak."),
        ("", "Klokken 10: pause."),
    ]


def test_bold_words_without_a_colon_are_words(folder: Path) -> None:
    assert said(folder, "**Ung:** Det er\n\n**Meget** vigtigt.\n\n**Ung:** Ja.") == [
        ("Ung", "Det er **Meget** vigtigt."),
        ("Ung", "Ja."),
    ]


def test_paragraphs_without_a_label_go_on_with_the_turn(folder: Path) -> None:
    assert said(folder, "**Ung:** Et.\nTo.\n\nTre.\n\n**Leder:** Fire.") == [
        ("Ung", "Et. To. Tre."),
        ("Leder", "Fire."),
    ]


def test_words_before_the_first_label_are_nobodys(folder: Path) -> None:
    assert said(folder, "Optaget i marts.\n\n**Ung:** Ja.") == [("", "Optaget i marts."), ("Ung", "Ja.")]


def test_where_nobody_is_named_each_paragraph_is_a_turn(folder: Path) -> None:
    assert said(folder, "# Beslutninger\n\nVi mødes\nigen.\n\nEnd.") == [
        ("", "# Beslutninger"),
        ("", "Vi mødes igen."),
        ("", "End."),
    ]


def test_headings_and_rules_between_turns_are_nobodys_words(folder: Path) -> None:
    assert said(folder, "# Ungerejse A\n\n**Ung:** Et.\n\n---\n\n## Del 2\n\n**Ung:** To.\n\n* * *\n") == [
        ("Ung", "Et."),
        ("Ung", "To."),
    ]


def test_a_label_with_nothing_said_makes_no_turn(folder: Path) -> None:
    assert said(folder, "**Ung:**\n\n**Leder:** Nå.\n\n**Ung:**") == [("Leder", "Nå.")]


def test_brackets_and_dots_are_said(folder: Path) -> None:
    assert said(folder, "**Ung:** [pause] ...\n\n**Ung:** [/griner]") == [("Ung", "[pause] ..."), ("Ung", "[/griner]")]


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
def test_what_is_written_with_labels_is_read_back(folder: Path, talk: list[tuple[str, str]]) -> None:
    body = "\n\n".join(f"**{speaker}:** {words}" for speaker, words in talk)
    assert said(folder, body) == talk


@given(st.text(max_size=200), st.lists(st.sampled_from(["Ung", "A", "I"]), max_size=2))
def test_the_text_is_always_its_turns_joined(folder: Path, body: str, declared: list[str]) -> None:
    try:
        found = read(written(folder, "fg1.txt", body.encode(errors="replace")), declaring(*declared)).transcript
    except InvalidFileError:
        return
    assert found.text == "\n".join(words for _speaker, words in turns(found))
    assert all(len(turn.place) for turn in found.turns)
    starts = [0, *(turn.place.end + 1 for turn in found.turns)]
    assert [turn.place.start for turn in found.turns] == starts[:-1]


def test_who_has_a_role_for_a_label_speaks_even_once(folder: Path) -> None:
    body = "Interviewer: Hvad nu?\nUng: Ja.\nSagsbehandler 2: Nej.\nInterviewer: Godt.\nHun sagde: nej.\nUng: Slut."
    assert said(folder, body) == [
        ("Interviewer", "Hvad nu?"),
        ("Ung", "Ja."),
        ("Sagsbehandler 2", "Nej."),
        ("Interviewer", "Godt. Hun sagde: nej."),
        ("Ung", "Slut."),
    ]


ONCE = [
    ("Interviewer", "Hvad nu?"),
    ("Sofie", "Ja."),
    ("Malik", "Nej, jeg ventede."),
    ("Sofie", "Nå."),
    ("Deltager B", "Nej."),
]


@pytest.mark.parametrize("declared", [(), ("Sofie",)])
@pytest.mark.parametrize("way", ["{}: {}", "[{}] {}", "[{}]: {}", "{{{}}} {}", "{}:\n{}", "00:01:02 {}: {}"])
def test_who_speaks_once_is_somebody_where_every_line_says_who_speaks(
    folder: Path, way: str, declared: tuple[str, ...]
) -> None:
    assert said(folder, "\n".join(way.format(*turn) for turn in ONCE), *declared) == ONCE


def test_what_begins_a_sentence_is_nobody(folder: Path) -> None:
    talk = "Sofie: Ja.\nInterviewer: Og så?\n" * 5
    body = f"{talk}Nej: hun gik.\nHun sagde: gå.\n{talk}"
    assert {speaker for speaker, _words in said(folder, body)} == {"Sofie", "Interviewer"}


def test_what_stands_above_the_talk_is_nobody(folder: Path) -> None:
    talk = "Sofie: Ja.\nInterviewer: Og så?\n" * 5
    assert {speaker for speaker, _words in said(folder, f"Dato: 12. marts\nSted: Havrevig\n{talk}")} == {
        "Sofie", "Interviewer"
    }  # fmt: skip


def test_a_name_on_a_line_among_many_without_a_label_is_said(folder: Path) -> None:
    body = "Sofie: Jeg spurgte, hvem der kom.\nMalik: det var svaret.\nIngen andre.\nSofie: Ja."
    assert said(folder, body) == [
        ("Sofie", "Jeg spurgte, hvem der kom. Malik: det var svaret. Ingen andre."),
        ("Sofie", "Ja."),
    ]


def test_noises_in_brackets_are_nobody(folder: Path) -> None:
    body = "[Sofie] Ja.\n[griner]\n[Malik] Nej.\n[Lang pause] Nå.\n[griner] Jo.\n[Sofie] Godt."
    assert said(folder, body) == [
        ("Sofie", "Ja. [griner]"),
        ("Malik", "Nej. [Lang pause] Nå. [griner] Jo."),
        ("Sofie", "Godt."),
    ]


def test_brackets_are_said_where_labels_are_written_otherwise(folder: Path) -> None:
    body = "Sofie: Ja.\n[Malik] kom ind.\nInterviewer: Nå?\nSofie: Ja.\nInterviewer: Godt."
    assert said(folder, body)[0] == ("Sofie", "Ja. [Malik] kom ind.")
