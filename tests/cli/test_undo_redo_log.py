"""workbench undo, redo, log: what was done, taken back and put back."""

import re
from pathlib import Path

from tests.cli.conftest import Run
from workbench.store import Source, Store, history


def test_undo_and_redo_say_what_they_did(run: Run, talk: Source, project: Path) -> None:
    run("code", "fg1", "3", "plan")
    assert run("undo").out == "Took back: coded (fg1 · 3 · plan)\n"
    assert run("redo").out == "Put back: coded (fg1 · 3 · plan)\n"
    done = run("redo")
    assert (done.code, done.out, done.err) == (1, "", "Error: There is nothing to put back.\n")


def test_undo_ends_where_the_project_begins(run: Run, store: Store, project: Path) -> None:
    done = run("undo")
    assert (done.code, done.out, done.err) == (1, "", "Error: There is nothing to take back.\n")


def test_undo_is_refused_where_somebody_built_on_it(run: Run, talk: Source, project: Path) -> None:
    run("code", "fg1", "3", "plan", "--as", "Jonas")
    done = run("undo")
    assert (done.code, done.out) == (1, "")
    assert re.fullmatch(
        r"Error: “import” cannot be taken back: Jonas did “code” \(\S+\) after it, at \d{4}-\d\d-\d\d \d\d:\d\d\.\n"
        r"Ask for that to be taken back first\. See: workbench log\n",
        done.err,
    )


def test_json_of_undo_and_redo(run: Run, talk: Source, store: Store, project: Path) -> None:
    run("municipalities", "add", "Brændlyng")
    at = history(store)[0].at.isoformat()
    assert run("undo", "--json").json == {"undone": "municipalities add", "at": at, "events": 1}
    assert run("redo", "--json").json == {"redone": "municipalities add", "at": at, "events": 1}


def test_the_log_shows_the_newest_first(run: Run, talk: Source, project: Path) -> None:
    run("code", "fg1", "3", "plan", "--as", "Jonas")
    run("undo", "--as", "Jonas")
    done = run("log", "-n", "3")
    assert (done.code, done.err) == (0, "The newest 3; more with: workbench log -n 15\n")
    heads, _rule, *rows = done.out.splitlines()
    assert heads.split() == ["When", "Who", "What", "About"]
    shown = [re.split(r"\s{2,}", re.sub(r"^[\d-]+ [\d:]+\s+", "", row)) for row in rows]
    assert shown == [
        ["Jonas", "undid", "fg1 · 3 · plan"],
        ["Jonas", "coded (undone)", "fg1 · 3 · plan"],
        ["Maja", "brought in", "fg1 · fg1-Sagsbehandler · fg1-Ung"],
    ]


def test_json_of_the_log(run: Run, store: Store, project: Path) -> None:
    entry = history(store)[0]
    assert run("log", "--json").json == [
        {
            "command": entry.command,
            "verb": "init",
            "person": "Maja",
            "at": entry.at.isoformat(timespec="milliseconds"),
            "undone": False,
            "events": [{"id": one.id, "type": one.type, "key": list(one.key)} for one in entry.events],
        }
    ]
