"""workbench memo and workbench adjust: notes beside the work, and second thoughts about a coding."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run
from workbench.store import Source, Store, memos, passages, quotes, undo
from workbench.workflow.memos import SHOWN


@pytest.fixture(autouse=True)
def a_coding(store: Store, talk: Source, project: Path, run: Run) -> None:
    run("code", "fg1", "2", "plan")


def test_memos_on_all_that_has_a_name(run: Run, store: Store) -> None:
    coding = quotes(store)[0].id
    assert run("memo", "add", "Husk samtykke.").code == 0
    run("memo", "add", "Støj på båndet.", "--source", "fg1")
    run("memo", "add", "Se passage 5.\n\nOg fg2.  ", "--source", "fg1", "--passage", "3")
    run("memo", "add", "--code", "plan.dobbelt", typed="Hvor går grænsen?\n")
    run("memo", "add", "Ny leder.", "--municipality", "Kvistsund")
    done = run("memo", "add", "Stærkt.", "--coding", coding[:8], "--json")
    assert done.json == {
        "id": memos(store)[-1].id,
        "person": "Maja",
        "on": {"type": "coding", "coding": coding},
        "body": "Stærkt.",
    }
    assert [(one["on"], one["body"]) for one in run("memo", "--json").json] == [
        ({"type": "project"}, "Husk samtykke."),
        ({"type": "source", "source": "fg1"}, "Støj på båndet."),
        ({"type": "passage", "source": "fg1", "passage": 3}, "Se passage 5.\n\nOg fg2."),
        ({"type": "code", "code": "plan.dobbelt"}, "Hvor går grænsen?"),
        ({"type": "municipality", "municipality": "Kvistsund"}, "Ny leder."),
        ({"type": "coding", "coding": coding}, "Stærkt."),
    ]
    bodies = ["Støj på båndet.", "Se passage 5.\n\nOg fg2.", "Stærkt."]
    assert [one["body"] for one in run("memo", "list", "--source", "fg1", "--json").json] == bodies
    ids = [one.id[-SHOWN:] for one in memos(store, source=passages(store, quotes(store)[0].revision)[0].source)]
    assert run("memo", "list", "--source", "fg1").out == (
        f"{ids[0]}  fg1 · Maja\n    Støj på båndet.\n"
        f"{ids[1]}  fg1, passage 3 · Maja\n    Se passage 5.\n    \n    Og fg2.\n"
        f"{ids[2]}  coding {coding[:SHOWN]} · Maja\n    Stærkt.\n"
    )
    assert run("log", "--json").json[0]["verb"] == "memo add"


def test_only_ones_own_memos_are_changed(run: Run, store: Store) -> None:
    run("memo", "add", "Se her.", "--source", "fg1")
    id = memos(store)[0].id[-SHOWN:]
    assert run("memo", "edit", id, "Se der.").err == f"Changed {id}.\n"
    assert run("memo", "edit", id, "Se der.").err == "Nothing to change.\n"
    refused = run("--as", "Peter", "memo", "edit", id, "Nej.")
    assert (refused.code, refused.err.splitlines()[0]) == (1, "Error: Maja wrote this memo; only they change it.")
    assert run("--as", "Peter", "memo", "remove", id).code == 1
    assert [one.body for one in memos(store)] == ["Se der."]
    assert run("memo", "remove", id).err == f"Removed {id}.\n"
    assert memos(store) == []
    undo(store)
    assert [one.body for one in memos(store)] == ["Se der."]


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["add", "   "], 2, "A memo needs words."),
        (["add", "x", "--code", "plan", "--source", "fg1"], 2, "A memo is on one thing: give one of these options."),
        (["add", "x", "--passage", "2"], 2, "Name the passage's source, too: --source NAME --passage NUMBER"),
        (["edit", "nothere", "x"], 1, "There is no memo “nothere” in this project."),
    ],
)
def test_what_a_memo_cannot_be(run: Run, store: Store, arguments: list[str], code: int, said: str) -> None:
    done = run("memo", *arguments)
    assert (done.code, said in done.err, memos(store)) == (code, True, [])


def test_a_memo_outlives_its_coding(run: Run, store: Store) -> None:
    coding = quotes(store)[0]
    run("memo", "add", "Stærkt.", "--coding", coding.id)
    run("uncode", "fg1", "2")
    assert run("memo", "--json").json[0]["on"] == {"type": "passage", "source": "fg1", "passage": 2}
    run("undo")
    assert run("memo", "--json").json[0]["on"] == {"type": "coding", "coding": coding.id}
    assert run("check").code == 0


def test_adjust_a_coding(run: Run, store: Store) -> None:
    id, place = quotes(store)[0].id, quotes(store)[0].place
    done = run("adjust", id[:8], "--valence", "barriere", "--strength", "2", "--doubt", "--contrary")
    now = quotes(store)[0]
    assert done.out == (f"✓ fg1 {place.start}-{place.end}: plan – barrier ●● ? · contrary  {now.id[:8]}\n")
    done = run("adjust", now.id, "--end", str(place.end - 5), "--strength", "0", "--no-doubt", "--json")
    assert done.json == {
        "coding": quotes(store)[0].id,
        "code": "plan",
        "source": "fg1",
        "start": place.start,
        "end": place.end - 5,
        "valence": "barrier",
        "strength": None,
        "doubt": False,
        "contrary": True,
    }
    assert run("adjust", quotes(store)[0].id).err == "Nothing to change.\n"
    wrong = run("adjust", quotes(store)[0].id, "--start", "86")
    assert (wrong.code, f"The place 86-{place.end - 5} ends before it begins." in wrong.err) == (2, True)
    assert run("--as", "Peter", "adjust", quotes(store)[0].id, "--doubt").code == 1
