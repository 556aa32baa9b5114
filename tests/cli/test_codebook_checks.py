"""workbench codebooks lint and crosswalk."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.conftest import CODEBOOK


@pytest.fixture
def outside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that is in no project."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_lint_is_silent_on_what_is_shipped(run: Run, outside: Path) -> None:
    done = run("codebooks", "lint")
    assert (done.code, done.out) == (0, "")
    assert done.err == (
        "Nothing to mend in kl-partnerskab-temaer.yaml, kui-fire-fokusomraader.yaml, praksiskatalog-temaer.yaml,"
        " ungerejse.yaml, crosswalk.yaml.\n"
    )
    done = run("codebooks", "lint", "--json")
    assert (done.code, done.json, done.err) == (0, [], "")


def test_lint_says_a_line_for_each_finding(run: Run, outside: Path) -> None:
    (outside / "min.yaml").write_text(CODEBOOK.replace("Om den ene plan for den unge.", "Om den ene plan"))
    done = run("codebooks", "lint", "min.yaml")
    assert (done.code, done.err) == (1, "")
    assert done.out.splitlines()[:3] == [
        "min.yaml, line 7: code 'plan' has no exclude; say what belongs elsewhere, and where",
        "min.yaml, line 7: code 'plan' has no include; say what belongs to it",
        "min.yaml, line 9: code 'plan': the definition does not end with a full stop",
    ]
    answered = run("--lang", "da", "codebooks", "lint", "min.yaml", "--json")
    assert answered.code == 1
    assert answered.json[2] == {
        "file": "min.yaml",
        "line": 9,
        "code": "plan",
        "rule": "full-stop",
        "text": "code 'plan': the definition does not end with a full stop",
    }


def test_lint_of_the_project(run: Run, project: Path) -> None:
    done = run("codebooks", "lint")
    assert done.code == 1
    assert {line.split(",")[0] for line in done.out.splitlines()} == {"proeve 0.1.0"}


def test_lint_of_a_broken_file(run: Run, outside: Path) -> None:
    (outside / "min.yaml").write_text("id: min\n")
    done = run("codebooks", "lint", "min.yaml")
    assert (done.code, done.out) == (1, "")
    assert done.err.startswith("Error: min.yaml, line 1: the file has no codes\n")


def test_the_crosswalk_of_a_codebook(run: Run, outside: Path) -> None:
    done = run("codebooks", "crosswalk", "praksiskatalog-temaer")
    assert (done.code, done.err) == (0, "")
    lines = done.out.splitlines()
    assert next(line for line in lines if line.startswith("guide.rolle")).split() == [
        "guide.rolle",
        "praksis.inddragelse,",
        "virker.overgang",
    ]
    assert "Of kui-fire-fokusomraader, without a place in praksiskatalog-temaer:" in lines
    assert "  plan.begreb  Hvad en plan er, er ikke et tema i kataloget." in lines
    assert "Of praksiskatalog-temaer, reached by nothing in kl-partnerskab-temaer:" in lines
    assert lines[0] == "kui-fire-fokusomraader"
    assert "kl-partnerskab-temaer" in lines


def test_the_crosswalk_for_programs(run: Run, outside: Path) -> None:
    every = run("codebooks", "crosswalk", "--json").json
    assert [(one["from"], one["to"]) for one in every] == [
        ("kui-fire-fokusomraader", "kl-partnerskab-temaer"),
        ("kui-fire-fokusomraader", "praksiskatalog-temaer"),
        ("kl-partnerskab-temaer", "praksiskatalog-temaer"),
    ]
    assert every[0]["map"]["guide.samspil"] == ["koord.kontaktperson", "faelles"]
    assert "plan.system" in every[0]["unmapped"] and "eksterne.erhverv" in every[0]["unreached"]


def test_a_codebook_that_the_crosswalk_does_not_have(run: Run, outside: Path) -> None:
    done = run("codebooks", "crosswalk", "praksis")
    assert (done.code, done.out, done.err) == (
        1,
        "",
        "Error: The crosswalk has no codebook praksis.\nKnown: praksiskatalog-temaer.\n",
    )
