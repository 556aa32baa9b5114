"""Wrong usage and wrong places: what was typed, what was expected, what to do, and the exit code."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run
from workbench.store import Source, Store


def test_alone_it_lists_what_there_is(run: Run) -> None:
    done = run()
    assert (done.code, done.err) == (0, "")
    listed = done.out.partition("Commands:\n")[2].splitlines()
    assert [line.split()[0] for line in listed] == [
        "init", "demo", "import", "sources", "municipalities", "participants", "codebooks", "suggest", "review",
        "accept", "reject", "code", "uncode", "adjust", "memo", "undo", "redo", "log", "search", "quotes", "coverage",
        "journeys", "report", "check", "models", "doctor",
    ]  # fmt: skip
    assert "  review          Decide passage by passage, one key each" in listed
    assert run("--help").out == done.out


def test_every_command_listed_has_help(run: Run) -> None:
    for line in run().out.partition("Commands:\n")[2].splitlines():
        name = line.split()[0]
        done = run(name, "--help")
        assert (done.code, done.err) == (0, "")
        assert done.out.startswith(f"Usage: workbench {name} ")


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (["undoo"], "There is no command “undoo”. Did you mean undo?"),
        (["improt"], "There is no command “improt”. Did you mean import?"),
        (["nosuch"], "There is no command “nosuch”."),
        (["foo"], "There is no command “foo”."),
        (["\x1b[31m\u202e"], "There is no command “␛[31m\ufffd”."),
    ],
)
def test_an_unknown_command(run: Run, typed: list[str], said: str) -> None:
    done = run(*typed)
    assert (done.code, done.out) == (2, "")
    assert done.err == f"Usage: workbench [OPTIONS] [COMMAND] [ARGS]...\nError: {said}\nSee: workbench --help\n"


def test_an_unknown_sub_command(run: Run, project: Path) -> None:
    done = run("sources", "shw", "fg1")
    assert (done.code, done.out) == (2, "")
    assert done.err == (
        "Usage: workbench sources [OPTIONS] [COMMAND] [ARGS]...\n"
        "Error: There is no command “shw”. Did you mean show?\n"
        "See: workbench sources --help\n"
    )


@pytest.mark.parametrize(
    ("typed", "error"),
    [
        (["search"], "Missing argument 'QUERY...'."),
        (["accept", "fg1"], "Missing argument 'PASSAGE'."),
        (["accept", "fg1", "x"], "Invalid value for 'PASSAGE': 'x' is not a valid integer range."),
        (["accept", "fg1", "0"], "Invalid value for 'PASSAGE': 0 is not in the range x>=1."),
        (["codebooks", "try", "x", "y", "--level", "3"], "Invalid value for '--level': '3' is not one of '1', '2'."),
        (["log", "--nosuch"], "No such option '--nosuch'."),
        (["reject", "fg1", "2", "plan", "--no-code"], "Give either a code or --no-code."),
    ],
)  # fmt: skip
def test_wrong_usage_exits_with_2(run: Run, talk: Source, project: Path, typed: list[str], error: str) -> None:
    done = run(*typed)
    assert (done.code, done.out) == (2, "")
    assert f"Error: {error}" in done.err.splitlines()


def test_bytes_that_are_no_text(run: Run, project: Path) -> None:
    done = run("municipalities", "add", "\udcff")
    assert (done.code, done.out, done.err) == (2, "", "Error: What was typed holds bytes that are no text in UTF-8.\n")


@pytest.mark.parametrize("place", ["before", "after"])
def test_a_project_that_is_not_there(run: Run, tmp_path: Path, place: str) -> None:
    gone, empty = tmp_path / "væk fra her", tmp_path
    given = ["-p", str(gone)]
    done = run(*given, "sources") if place == "before" else run("sources", *given)
    assert (done.code, done.out) == (1, "")
    assert done.err == f"Error: No project at {gone}: there is no such folder.\nMake one with: workbench init {gone}\n"
    done = run("sources", f"--project={empty}")
    assert done.err.startswith(f"Error: No project at {empty}: it has no workbench.toml.\n")


def test_no_project_here(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    done = run("sources")
    assert (done.code, done.out) == (1, "")
    assert done.err == (
        f"Error: No project here: neither {tmp_path} nor a folder above it has a workbench.toml.\n"
        "Name one with -p FOLDER, or make one with: workbench init FOLDER\n"
    )


def test_the_project_is_found_upward(run: Run, talk: Source, store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(store.root / "reports")
    assert [one["source"] for one in run("sources", "--json").json] == ["fg1"]


def test_two_projects_are_kept_apart_and_the_last_word_counts(
    run: Run, talk: Source, store: Store, make_store: object, tmp_path: Path
) -> None:
    run("init", str(tmp_path / "to æøå"))
    one, two = str(store.root), str(tmp_path / "to æøå")
    assert run("-p", two, "sources", "--json").json == []
    assert [each["source"] for each in run("-p", two, "sources", "-p", one, "--json").json] == ["fg1"]
    assert run("-p", one, "sources", "-p", one, "list", "-p", two, "--json").json == []


@pytest.mark.parametrize("typed", [["--as", "Jonas", "undo"], ["undo", "--as", "Jonas"]])
def test_whose_work_it_is_can_be_said_before_and_after(run: Run, talk: Source, project: Path, typed: list[str]) -> None:
    run("--as", "Jonas", "municipalities", "add", "Brændlyng")
    done = run(*typed)
    assert (done.code, done.out) == (0, "Took back: added a municipality (Brændlyng)\n")
    assert [one["person"] for one in run("log", "-n", "2", "--json").json] == ["Jonas", "Jonas"]


@pytest.mark.parametrize(
    ("toml", "said"),
    [
        ("id = ", "cannot be read: Invalid value (at end of document)"),
        ('id = "x"\nname = 3\n', "name should be a text in quotation marks"),
        ('id = "x"\nname = "P"\n[suggest]\nalways = "plan"\n', "always should be a list of texts"),
    ],
)
def test_a_broken_workbench_toml(run: Run, project: Path, toml: str, said: str) -> None:
    (project / "workbench.toml").write_text(toml)
    done = run("sources")
    assert (done.code, done.out) == (1, "")
    assert said in done.err.splitlines()[0]


def test_a_project_without_its_database(run: Run, tmp_path: Path) -> None:
    run("init", str(tmp_path / "p"))
    for file in (tmp_path / "p").glob("project.db*"):
        file.unlink()
    done = run("-p", str(tmp_path / "p"), "sources")
    assert (done.code, done.out) == (1, "")
    assert done.err == (
        f"Error: {tmp_path / 'p'} has a workbench.toml but no project.db.\nCopy project.db back from a backup.\n"
    )


def test_a_database_that_is_none(run: Run, tmp_path: Path) -> None:
    run("init", str(tmp_path / "p"))
    for file in (tmp_path / "p").glob("project.db*"):
        file.unlink()
    (tmp_path / "p" / "project.db").write_bytes(b"no database" * 1000)
    done = run("-p", str(tmp_path / "p"), "sources")
    assert (done.code, done.out) == (1, "")
    assert done.err.splitlines()[0] == "Error: project.db is not a database, or its key is another one."
