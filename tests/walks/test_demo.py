"""The demo, as somebody who has just cloned the house runs it."""

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from workbench.store import Store, check, progress, quotes, sources, suggestions


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """The program in a process of its own, in this folder."""
    return subprocess.run(
        [sys.executable, "-m", "workbench", *arguments],
        cwd=folder,
        env={
            **os.environ,
            "WORKBENCH_LANG": "en",
            "WORKBENCH_PERSON": "Maja",
            "PYTHONPATH": os.pathsep.join(sys.path),
            "XDG_STATE_HOME": str(folder.parent),
            "XDG_CONFIG_HOME": str(folder.parent),
        },
        capture_output=True,
        text=True,
    )


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which the demo was made, with what it answered beside it."""
    folder = tmp_path_factory.mktemp("here")
    done = run(folder, "demo", "--json")
    assert done.returncode == 0, done.stderr
    (folder / "answer.json").write_text(done.stdout, encoding="utf-8")
    return folder


def test_it_says_what_it_made(made: Path) -> None:
    answer = json.loads((made / "answer.json").read_text(encoding="utf-8"))
    assert answer["folder"] == "demo"
    told = {row["municipality"]: row for row in answer["municipalities"]}
    assert {name: (row["sources"], row["passages"]) for name, row in told.items()} == {
        "Brændlyng": (2, 107),
        "Kvistsund": (2, 105),
    }
    assert told["Brændlyng"]["accepted"] == told["Brændlyng"]["statements"] == 0
    assert 0 < told["Kvistsund"]["accepted"] <= told["Kvistsund"]["suggestions"]
    assert told["Kvistsund"]["statements"] >= 65


def test_two_reports_that_word_can_open(made: Path) -> None:
    files = sorted(file.name for file in (made / "demo" / "reports").iterdir())
    assert files == [
        "practice-report-braendlyng.docx",
        "practice-report-braendlyng.md",
        "practice-report-kvistsund.docx",
        "practice-report-kvistsund.md",
    ]
    for file in (made / "demo" / "reports").glob("*.docx"):
        with zipfile.ZipFile(file) as archive:
            assert archive.testzip() is None
            assert "word/document.xml" in archive.namelist()


def test_one_municipality_is_coded_and_all_of_it_holds(made: Path) -> None:
    with Store.open(made / "demo", person="Maja") as store:
        done = {one.name: (progress(store, one.revision).left, one.municipality_name) for one in sources(store)}
        assert {name: left == 0 for name, (left, _) in done.items()} == {
            name: municipality == "Kvistsund" for name, (_, municipality) in done.items()
        }
        assert all(suggestions(store, one.revision) for one in sources(store))
        assert {quote.municipality for quote in quotes(store)} == {"Kvistsund"}
        assert check(store).faults == ()


def test_a_second_demo_leaves_the_first_alone(made: Path) -> None:
    before = (made / "demo" / "project.db").stat().st_mtime_ns
    done = run(made, "demo")
    assert done.returncode == 0
    assert "demo-2" in done.stdout
    assert (made / "demo-2" / "project.db").exists()
    assert (made / "demo" / "project.db").stat().st_mtime_ns == before
    for typed in ("review", "coverage", "quotes --code guide --role youth", "search ungeguide", "report --all"):
        assert f"workbench -p demo-2 {typed}" in done.stdout


def test_what_it_says_to_type_next_works(made: Path) -> None:
    for typed in (
        ["coverage"],
        ["quotes", "--code", "guide", "--role", "youth"],
        ["search", "ungeguide"],
        ["report", "--all"],
        ["check"],
        ["log"],
        ["review", "--list", "ungerejse-b"],
    ):
        done = run(made, "-p", "demo", *typed)
        assert (done.returncode, bool(done.stdout)) == (0, True), (typed, done.stderr)
