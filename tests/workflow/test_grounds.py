"""The lines under a suggestion: what the codebook says and what others said, in the width there is."""

import pytest

from workbench.workflow.explain import Explained, LineKind
from workbench.workflow.grounds import grounds, grounds_record

PASSAGE = "Hun fulgte mig til lægen og sad i venteværelset."
LONG = (
    "Det er sådan en dag, hvor man helst vil blive hjemme og se fjernsyn. Guiden fulgte ham til lægen, og de sad i"
    " venteværelset sammen, indtil de blev kaldt ind."
)
QUOTED = Explained(LineKind.KEYWORD, "følge*", "Hun fulgte mig til lægen.", "fg2", "Kvistsund")
LISTED = Explained(LineKind.INCLUDE, "at følge med til læge")


def test_a_keyword_and_a_quote_with_where_it_is_from() -> None:
    assert grounds(PASSAGE, [QUOTED, Explained()], 75, None) == [
        ["codebook: “følge*”", "like: “Hun fulgte mig til lægen.” (Kvistsund, fg2)"],
        [],
    ]


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        (LineKind.EXAMPLE, "codebook, example: “Ja.”"),
        (LineKind.INCLUDE, "codebook, belongs here: “Ja.”"),
        (LineKind.DEFINITION, "codebook, definition: “Ja.”"),
    ],
)
def test_other_lines_say_where_they_stand(kind: LineKind, said: str) -> None:
    assert grounds(PASSAGE, [Explained(kind, "Ja.")], 75, None) == [[said]]


def test_of_what_is_long_the_part_that_is_alike_is_shown() -> None:
    long = Explained(LineKind.EXAMPLE, LONG, LONG, "interview-misbrugskonsulent", "Gråskær")
    assert grounds(PASSAGE, [long], 75, None) == [
        [
            "codebook, example: “… fulgte ham til lægen, og de sad i venteværelset …”",
            "like: “… fulgte ham til lægen, og de sad i …” (Gråskær, interview-misb…)",
        ]
    ]


def test_where_there_is_little_room_lines_of_the_codebook_and_surer_suggestions_go_first() -> None:
    line, quote = grounds(PASSAGE, [QUOTED], 75, None)[0]
    listed = grounds(PASSAGE, [LISTED], 75, None)[0]
    assert [grounds(PASSAGE, [QUOTED, LISTED], 75, most) for most in range(4)] == [
        [[], []],
        [[line], []],
        [[line], listed],
        [[line, quote], listed],
    ]


@pytest.mark.parametrize("columns", [1, 5, 20, 40, 75, 95])
def test_no_line_is_wider_than_the_terminal_and_nothing_commands_it(columns: int) -> None:
    hostile = "\x1b]0;læge\x07 lægen\u202e fulgte\n" + "x" * 500
    every = [Explained(kind, text, text, "kilde" * 20, "\x1b[2J") for kind in LineKind for text in (hostile, LONG)]
    rows = [row for each in grounds(PASSAGE, every, columns, None) for row in each]
    assert len(rows) == 16
    assert max(map(len, rows)) <= columns
    assert all(row.isprintable() for row in rows)


def test_the_same_for_programs() -> None:
    assert grounds_record(QUOTED) == {
        "line": {"kind": "keyword", "text": "følge*"},
        "near": {"text": "Hun fulgte mig til lægen.", "source": "fg2", "municipality": "Kvistsund"},
    }
    assert grounds_record(Explained()) == {"line": None, "near": None}
