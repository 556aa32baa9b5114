"""The command line in Danish: what people read is translated, what programs read is not."""

import json

import pytest

from tests.cli.conftest import Run
from workbench.store import Source


@pytest.fixture
def dansk(run: Run, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs a command in Danish."""
    monkeypatch.setenv("WORKBENCH_LANG", "da")
    return run


def test_answers(dansk: Run, project: object, talk: Source) -> None:
    assert dansk("code", "fg1", "3", "plan", "--valence", "barriere").out == "✓ fg1 3: plan – barriere\n"
    assert dansk("undo").out == "Fortrudt: kodet (fg1 · 3 · plan)\n"
    done = dansk("sources")
    assert done.out.splitlines()[0].split("  ")[0] == "Kommune"
    assert "interview" in done.out


def test_errors(dansk: Run, project: object) -> None:
    done = dansk("coverage", "-p", "ingensteds")
    assert (done.code, done.err) == (
        1,
        "Fejl: Intet projekt i ingensteds: mappen findes ikke.\nOpret et med: workbench init ingensteds\n",
    )


def test_wrong_usage(dansk: Run, project: object) -> None:
    done = dansk("sources", "--frobnicate")
    assert (done.code, done.err.splitlines()[1]) == (2, "Fejl: Tilvalget '--frobnicate' findes ikke.")


def test_json_stays_english(dansk: Run, run: Run, project: object, talk: Source) -> None:
    assert list(json.loads(dansk("sources", "--json").out)[0])[:4] == ["source", "id", "title", "municipality"]
    assert dansk("sources", "--json").out == run("--lang", "en", "sources", "--json").out


def test_the_language_can_be_said_anywhere(run: Run, project: object, talk: Source) -> None:
    for typed in (["--lang", "da", "undo"], ["undo", "--lang", "da"]):
        assert run(*typed).out == "Fortrudt: importeret (fg1 · fg1-Sagsbehandler · fg1-Ung)\n"
        run("redo")
