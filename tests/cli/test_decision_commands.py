"""workbench accept, reject, code, uncode: decide without a sitting, for scripts and screen readers."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.workflow.made import suggest_by_hand
from workbench.store import Source, Store, quotes, undecided


@pytest.fixture(autouse=True)
def with_suggestions(store: Store, talk: Source, project: Path) -> None:
    """Suggestions that a test knows."""
    suggest_by_hand(store, talk)


def test_accept_takes_the_surest(run: Run) -> None:
    done = run("accept", "fg1", "2")
    assert (done.code, done.out, done.err) == (0, "✓ fg1 2: plan.dobbelt – description\n", "")


def test_accept_takes_the_one_named(run: Run, store: Store) -> None:
    done = run("accept", "fg1", "2", "guide", "--valence", "barriere", "--doubt", "--json")
    made = quotes(store)[0]
    assert done.json == {"coding": made.id, "code": "guide", "valence": "barrier", "passage": 2, "source": "fg1"}
    assert (made.code, made.valence.value, made.doubt) == ("guide", "barrier", True)


def test_reject_one_all_or_every_code(run: Run, store: Store, talk: Source) -> None:
    assert run("reject", "fg1", "2", "guide").out == "✗ fg1 2: rejected guide\n"
    assert run("reject", "fg1", "2").out == "✗ fg1 2: rejected plan.dobbelt, guide\n"
    assert run("reject", "fg1", "5", "--no-code").out == "– fg1 5: no code here\n"
    assert run("reject", "fg1", "3", "--json").json == {
        "source": "fg1",
        "passage": 3,
        "rejected": ["plan"],
        "no_code": False,
    }
    assert run("reject", "fg1", "5", "--no-code", "--json").json == {
        "source": "fg1",
        "passage": 5,
        "rejected": [],
        "no_code": True,
    }
    assert undecided(store, talk.revision) == []


def test_code_a_passage_or_a_place(run: Run, store: Store) -> None:
    assert run("code", "fg1", "5", "guide", "--strength", "3", "--contrary").out == "✓ fg1 5: guide – description\n"
    done = run("code", "fg1", "93-106", "Én plan", "--valence", "barrier", "--doubt", "--json")
    last = quotes(store)[0]
    assert done.json == {
        "coding": last.id,
        "code": "plan",
        "valence": "barrier",
        "source": "fg1",
        "start": 93,
        "end": 106,
    }
    assert [(one.text, one.code, one.strength, one.contrary, one.doubt) for one in quotes(store)] == [
        ("ar aldrig set", "plan", None, False, True),
        ("Lone. Hun svarer altid, også om søndagen.", "guide", 3, True, False),
    ]


def test_uncode_one_or_all_of_ones_own(run: Run, store: Store) -> None:
    for code in ("plan", "guide", "plan.dobbelt"):
        run("code", "fg1", "5", code)
    assert run("uncode", "fg1", "5", "guide").out == "fg1 5: took away guide\n"
    made = quotes(store)
    assert run("uncode", "fg1", "5", "--json").json == {
        "source": "fg1",
        "passage": 5,
        "removed": [{"coding": one.id, "code": one.code, "valence": "description"} for one in made],
    }
    assert quotes(store) == []


@pytest.mark.parametrize(
    ("typed", "code", "error"),
    [
        (["accept", "fg9", "2"], 1, "There is no source “fg9” in this project.\nSee them with: workbench sources"),
        (["accept", "fg1", "9"], 1, "fg1 has no passage 9; its passages are 1 to 5."),
        (["accept", "fg1", "1"], 1, "Passage 1 of fg1 is the interviewer's, which is never coded."),
        (
            ["accept", "fg1", "5"],
            1,
            "Nothing is suggested for passage 5.\nSet a code yourself with: workbench code SOURCE PASSAGE CODE",
        ),
        (
            ["accept", "fg1", "2", "--valence", "god"],
            2,
            "“god” is no valence; expected one of description, barrier, enabler, recommendation.",
        ),
        (
            ["code", "fg1", "2", "plann"],
            1,
            "There is no code “plann” in the codebooks of this project.\nDid you mean plan, plan.dobbelt?",
        ),
        (["code", "fg1", "two", "plan"], 2, "“two” is no place; write a passage's number, or START-END."),
        (["code", "fg1", "9-9", "plan"], 2, "The place 9-9 ends before it begins."),
        (["code", "fg1", "0-9", "plan"], 1, "Only the interviewer speaks there."),
        (["code", "fg1", "90-9000", "plan"], 1, "fg1 ends before place 90-9000."),
        (["uncode", "fg1", "2"], 1, "Maja has no such coding in passage 2 of fg1."),
    ],
)
def test_what_cannot_be_done_says_why(run: Run, store: Store, typed: list[str], code: int, error: str) -> None:
    done = run(*typed)
    assert (done.code, done.out, done.err) == (code, "", f"Error: {error}\n")
    assert store.query("SELECT count(*) AS n FROM review_mark")[0]["n"] == 0
