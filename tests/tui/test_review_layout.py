"""How a passage is laid out for review: what gives way where there is little room, and what keeps its place."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from rich.cells import cell_len

from tests.conftest import transcript
from tests.workflow.made import suggest_by_hand
from workbench.store import add_source, sources
from workbench.tui.desk import Desk
from workbench.tui.review import Laid, Sitting, answers, laid_out
from workbench.workflow.explain import explain

ASKED, ANSWER = "Hvordan var det så dengang, da du begyndte på skolen?", "Det var der ingen, der kunne svare på."

Made = dict[int, tuple[tuple[str, float, str], ...]]


@pytest.fixture
def desk(project: Path) -> Iterator[Desk]:
    """Maja's desk at the small project, for a source that a test brings in."""
    one = Desk(project, "Maja")
    yield one
    one.close()


def sat(desk: Desk, said: tuple[tuple[str, str], ...], made: Made) -> Sitting:
    """A sitting at the first undecided passage of a source with this talk and these suggestions."""
    with desk.store.command("import") as command:
        where = sources(desk.store)[0].municipality
        id = add_source(command, transcript(*said, name="prøve"), name="proeve", municipality=where)
    one = next(each for each in sources(desk.store) if each.id == id)
    suggest_by_hand(desk.store, one, made)
    return Sitting(desk, [one], lambda: 0.0)


def laid(sitting: Sitting, desk: Desk, width: int, height: int, *, top: int = 0, brief: bool = True) -> Laid:
    """The passage it is at, laid out; every row fits."""
    found = laid_out(sitting.one, desk.name, width, height, top=top, brief=brief)
    assert len(found.rows) <= height
    assert max(cell_len(row.said.plain) for row in found.rows) <= width
    return found


def said(found: Laid) -> list[str]:
    """The rows as they are read."""
    return [row.said.plain.rstrip() for row in found.rows]


AROUND = (("Interviewer", ASKED), ("Ung", ANSWER))
TALK = (*AROUND, ("Ung", "Vi skriver det samme to steder."), *AROUND)
MADE: Made = {3: (("plan.dobbelt", 0.9, "to steder"), ("guide", 0.3, "skriver"))}


def at_three(desk: Desk) -> Sitting:
    """A sitting at the passage in the middle of the talk."""
    sitting = sat(desk, TALK, MADE)
    answers.go_on(sitting)
    return sitting


def test_everything_has_its_place(desk: Desk) -> None:
    assert said(laid(at_three(desk), desk, 80, 21)) == [
        "",
        "",
        "",
        "",
        "  Interviewer: Hvordan var det så dengang, da du begyndte på skolen?",
        "  Ung: Det var der ingen, der kunne svare på.",
        "",
        "▌ Ung: Vi skriver det samme to steder.",
        "",
        "  Interviewer: Hvordan var det så dengang, da du begyndte på skolen?",
        "  Ung: Det var der ingen, der kunne svare på.",
        "",
        "Suggested",
        "› 1  Double documentation  plan.dobbelt",
        "     high confidence, because of “to steder”",
        "  2  One youth guide  guide",
        "     low confidence, because of “skriver”",
        "",
        "The next coding: description",
    ]


def test_the_passage_keeps_its_row_whatever_stands_before_it(desk: Desk) -> None:
    sitting = sat(desk, (("Ung", "Ja."), *TALK), {})
    rows = []
    for _passage in range(3):
        rows.append([row[:1] for row in said(laid(sitting, desk, 100, 33))].index("▌"))
        answers.go_on(sitting)
    assert rows == [8, 8, 8]


def test_on_a_tall_screen_it_is_one_block_and_what_is_suggested_keeps_its_row(desk: Desk) -> None:
    """Only a passage of more than three rows moves what stands under it."""

    def rows(words: str, made: Made) -> tuple[list[str], int]:
        found = said(laid(sat(desk, (("Ung", words), *AROUND * 9), made), desk, 100, 45))
        return found, found.index("Suggested" if made else "No suggestion.")

    three: Made = {1: tuple((code, 0.9, "Vi") for code in ("plan", "guide", "plan.dobbelt"))}
    (short, at), (none, same), (_three, third) = (
        rows("Vi.", three),
        rows("Vi.", {}),
        rows("Vi " + "skriver " * 30, three),
    )
    assert (at, same, third) == (17, 17, 17)
    assert (short[-1], len(short)) == ("The next coding: description", 26)
    assert none[17:] == ["No suggestion.", "", "The next coding: description"]
    long, further = rows("Vi " + "skriver " * 53, three)
    assert further - at == sum(row.startswith("▌") for row in long) - 3 > 0


def test_where_little_is_said_after_it_what_is_suggested_waits_no_further_down_than_usual(desk: Desk) -> None:
    found = said(laid(sat(desk, (("Ung", "Vi."),), {}), desk, 100, 45))
    assert (found.index("▌ Ung: Vi."), len(found)) == (8, 20)


def test_the_context_gives_way_first_then_reasons_and_at_last_the_passage_is_scrolled(desk: Desk) -> None:
    sitting = at_three(desk)

    def seen(height: int) -> tuple[int, int, int, int]:
        rows = said(laid(sitting, desk, 80, height))
        return (
            sum(row.startswith(("  Int", "  Ung")) for row in rows),
            sum("confidence" in row for row in rows),
            sum(row.startswith("▌") for row in rows),
            sum(row[2:3].isdecimal() for row in rows),
        )

    assert {height: seen(height) for height in (21, 13, 12, 11, 10, 9, 8, 7, 6)} == {
        21: (4, 2, 1, 2),
        13: (3, 2, 1, 2),
        12: (2, 2, 1, 2),
        11: (1, 2, 1, 2),
        10: (0, 2, 1, 2),
        9: (0, 2, 1, 2),
        8: (0, 2, 1, 2),
        7: (0, 1, 1, 2),
        6: (0, 1, 1, 2),
    }


def test_a_long_passage_is_scrolled_and_its_suggestions_stay(desk: Desk) -> None:
    words = " ".join(f"ord{number}{'x' * 150}" for number in range(12))
    sitting = sat(desk, (("Ung", words),), {1: (("plan", 0.9, "ord7"), ("guide", 0.5, "ord8"))})
    first = laid(sitting, desk, 80, 21)
    rows = said(first)
    assert (rows[1][:9], rows[14], rows[-1]) == (
        "▌ ord0xxx", "  ⋮ 13 rows out of sight: PgDn and PgUp", "The next coding: description",
    )  # fmt: skip
    assert first.unseen == 13
    last = said(laid(sitting, desk, 80, 21, top=10**9))
    assert [word for word in ("ord10", "ord11") if word not in "".join(last)] == []
    assert last[14:] == rows[14:]


def test_nine_suggestions_are_all_in_sight(desk: Desk) -> None:
    made = tuple((code, 0.9, "to steder") for code in ("plan", "plan.dobbelt", "guide")) * 3
    sitting = sat(desk, (("Ung", "Vi skriver det samme to steder."),), {1: made})
    rows = said(laid(sitting, desk, 80, 21))
    assert [row[2] for row in rows if row[2:3].isdecimal()] == list("123456789")
    assert sum("confidence" in row for row in rows) == 1
    sitting.choose(8)
    assert any(row.startswith("› 9") for row in said(laid(sitting, desk, 80, 21)))


def test_where_nothing_stands_beside_it_the_codebook_and_others_are_heard_as_far_as_there_is_room(desk: Desk) -> None:
    sitting = at_three(desk)
    sitting.explain(sitting.one.suggests, next(explain(desk.store, [sitting.one.item])))
    line = "     codebook, example: “Vi skriver det samme to steder, hver eneste gang.”"
    assert line in said(laid(sitting, desk, 80, 21, brief=False))
    assert line not in said(laid(sitting, desk, 80, 12, brief=False))
    assert line not in said(laid(sitting, desk, 80, 21))


def test_words_that_carried_a_code_are_marked_by_more_than_colour(desk: Desk) -> None:
    sitting = at_three(desk)
    row = next(row.said for row in laid(sitting, desk, 80, 21).rows if row.said.plain.startswith("▌"))
    marked = {
        row.plain[span.start : span.end]: str(span.style)
        for span in row.spans
        if "underline" in str(span.style)
    }  # fmt: skip
    assert marked == {
        "skriver": "underline $foreground on $surface",
        "to steder": "bold underline $foreground on $evidence",
    }
    sitting.choose(1)
    row = next(row.said for row in laid(sitting, desk, 80, 21).rows if row.said.plain.startswith("▌"))
    assert [row.plain[span.start : span.end] for span in row.spans if "$evidence" in str(span.style)] == ["skriver"]


@pytest.mark.parametrize("width", [20, 40, 80, 200])
def test_wide_signs_right_to_left_names_and_commands_to_the_terminal(desk: Desk, width: int) -> None:
    talk = (
        ("Interviewer", "Og så? 😅" * 9),
        (
            "ליאור",
            "日本語のテキスト siger to steder 👩‍👩‍👧 og e\u0301t sted \x1b]0;læk\x07 \u202e[pause]" + "日本" * 40,
        ),
        ("Ung", "😅" * 60),
    )
    sitting = sat(desk, talk, {5: (("plan", 0.9, "to steder"),)})
    found = laid(sitting, desk, width, 24)
    text = "".join(said(found))
    assert [part for part in ("\x1b", "\x07", "\u202e") if part in text] == []
    carried = "".join(
        row.said.plain[span.start : span.end]
        for row in found.rows
        for span in row.said.spans
        if "$evidence" in str(span.style)
    )
    assert carried.replace(" ", "") == "tosteder"


def test_rows_of_a_suggestion_know_which_it_is(desk: Desk) -> None:
    found = laid(at_three(desk), desk, 80, 21)
    assert [row.suggestion for row in found.rows if row.suggestion is not None] == [0, 0, 1, 1]
