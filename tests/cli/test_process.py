"""Commands as a process: pipes that close, ctrl-C, other encodings."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from workbench.store import Store, check, sources
from workbench.workflow.edit import new_municipality


@pytest.fixture
def environment(store: Store, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """A person's environment, with the project in use."""
    new_municipality(store, "Kvistsund")
    return {**os.environ, "WORKBENCH_LANG": "en", "WORKBENCH_PROJECT": str(store.root)}


def workbench(*arguments: str) -> list[str]:
    """The program with these arguments."""
    return [sys.executable, "-m", "workbench", *arguments]


def test_ctrl_c_between_files_leaves_whole_files_only(
    store: Store, environment: dict[str, str], tmp_path: Path
) -> None:
    folder = tmp_path / "Kvistsund"
    folder.mkdir()
    for number in range(200):
        turns = "\n\n".join(f"**Ung:** Kilde {number}, svar {turn} om planen." for turn in range(60))
        (folder / f"{number:03}.md").write_text(turns)
    program = subprocess.Popen(
        workbench("import", str(folder)),
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        # A shell lets what it runs in the background ignore ctrl-C, and children inherit that.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )
    assert program.stdout is not None
    first = program.stdout.readline()
    program.send_signal(signal.SIGINT)
    out, err = program.communicate(timeout=60)
    assert program.returncode == 130
    assert first == "000.md: stored as 000 (Kvistsund): 60 turns, 60 passages to code.\n"
    assert err.splitlines()[-1] == "Error: Interrupted. What was finished before is stored; the rest left no trace."
    stored = sources(store)
    told = 1 + len(out.splitlines())
    assert told <= len(stored) <= told + 1 < 200
    assert [(one.name, one.turns) for one in stored] == [(f"{number:03}", 60) for number in range(len(stored))]
    assert check(store).faults == ()


def test_a_reader_that_goes_away_is_no_fault(environment: dict[str, str]) -> None:
    program = subprocess.Popen(
        workbench("codebooks", "show", "kui-fire-fokusomraader", "--json"),
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert program.stdout is not None and program.stderr is not None
    assert program.stdout.readline() == b"[\n"
    program.stdout.close()  # more than a pipe holds is still to come
    err = program.stderr.read()
    program.stderr.close()
    assert (program.wait(timeout=60), err) == (0, b"")


def test_an_output_that_knows_few_letters_still_gets_an_answer(environment: dict[str, str], store: Store) -> None:
    new_municipality(store, "Łø")
    done = subprocess.run(
        workbench("municipalities"), env={**environment, "PYTHONIOENCODING": "cp1252"}, capture_output=True, check=True
    )
    assert (done.stdout.splitlines()[3].split()[0], done.stderr) == (b"?\xf8", b"")


@pytest.mark.parametrize("stdin", ["/dev/null", None])
def test_review_without_a_keyboard_ends_at_once(environment: dict[str, str], tmp_path: Path, stdin: str | None) -> None:
    (tmp_path / "a.md").write_text("**Ung:** Ja.\n")
    subprocess.run(
        workbench("import", str(tmp_path / "a.md"), "--municipality", "Kvistsund"),
        env=environment, check=True, capture_output=True,
    )  # fmt: skip
    close = "<&-" if stdin is None else f"<{stdin}"
    done = subprocess.run(
        ["/bin/sh", "-c", f'"$0" -m workbench review {close}', sys.executable],
        env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines()[-1] == "It goes on here with: workbench review"


def test_no_styling_where_nobody_looks(environment: dict[str, str]) -> None:
    done = subprocess.run(workbench("codebooks", "show"), env=environment, capture_output=True, check=True)
    assert b"\x1b" not in done.stdout + done.stderr


def test_an_unreadable_project_file_is_refused(environment: dict[str, str], store: Store) -> None:
    (store.root / "workbench.toml").write_bytes(b"id = \xff")
    done = subprocess.run(workbench("sources"), env=environment, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith(f"Error: {store.root / 'workbench.toml'} cannot be read: ")
    assert "Traceback" not in done.stderr
