"""workbench import: every file is stored whole or refused with its reason."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run
from workbench.store import Store, sources
from workbench.workflow.edit import new_municipality

WORDS = "**Interviewer:** Går det?\n\n**Ung:** Nå, på én måde.\n"
HEAD = "---\nconsent: [quote, suggest]\n---\n"


@pytest.fixture
def inbox(store: Store, project: Path, tmp_path: Path) -> Path:
    """A folder named as the project's municipality."""
    new_municipality(store, "Kvistsund")
    folder = tmp_path / "Kvistsund"
    folder.mkdir()
    return folder


def test_a_file_is_stored_and_what_comes_next_is_said(run: Run, inbox: Path) -> None:
    (inbox / "fg1.md").write_text(HEAD + WORDS)
    done = run("import", str(inbox / "fg1.md"))
    assert done.code == 0
    assert done.out == "fg1.md: stored as fg1 (Kvistsund): 2 turns, 1 passage to code.\n"
    assert done.err == "Next: workbench suggest\n"


def test_a_duplicate_is_a_note(run: Run, inbox: Path) -> None:
    (inbox / "fg1.md").write_text(HEAD + WORDS)
    (inbox / "fg2.txt").write_bytes(WORDS.replace("\n", "\r\n").encode())
    run("import", str(inbox / "fg1.md"))
    done = run("import", str(inbox))
    assert (done.code, done.err) == (0, "")
    assert done.out == "fg1.md: is here already, as fg1.\nfg2.txt: is here already, as fg1.\n"


def test_a_missing_consent_is_told(run: Run, inbox: Path) -> None:
    (inbox / "fg1.md").write_text(WORDS)
    assert run("import", str(inbox)).err == (
        "1 source states no consent, so nothing is suggested for it and nothing quoted from it: fg1\n"
        "Where there is one: workbench sources edit fg1 --consent suggest --consent quote\n"
        "Next: workbench suggest\n"
    )
    for number in range(5):
        (inbox / f"x{number}.md").write_text(f"**Ung:** Nummer {number}.\n")
    assert run("import", str(inbox)).err.splitlines()[0] == (
        "5 sources state no consent, so nothing is suggested for them and nothing quoted from them: x0, x1, x2, …"
    )


def test_good_files_stay_when_others_are_refused(run: Run, store: Store, inbox: Path) -> None:
    (inbox / "a.md").write_text(HEAD + WORDS)
    (inbox / "b.md").write_bytes(b"")
    (inbox / "c.md").write_text("---\nkind: x\nconsent: [quotes]\n---\nHej")
    (inbox / "d.md").write_bytes(b"\x00\x01")
    (inbox / "e.md").write_text(HEAD + "**Ung:** Andet.\n")
    done = run("import", str(inbox))
    assert done.code == 1
    assert done.out == (
        "a.md: stored as a (Kvistsund): 2 turns, 1 passage to code.\n"
        "e.md: stored as e (Kvistsund): 1 turn, 1 passage to code.\n"
    )
    assert done.err == (
        "Error: b.md is empty.\n"
        "Error: c.md, line 2: kind should be one of focus_group, interview, youth_journey, minutes, survey, document\n"
        "c.md, line 3: consent should be a list of quote, share, suggest\n"
        "Mend the file in a text editor and try again; nothing was changed.\n"
        "Error: d.md is not a text file.\n"
        "This workbench reads .md and .txt transcripts; save the text as one of them.\n"
        "Error: 3 files were refused; 2 were stored.\n"
    )
    assert [one.name for one in sources(store)] == ["a", "e"]
    assert run("check").code == 0


def test_one_refused_file_is_said_once(run: Run, inbox: Path) -> None:
    (inbox / "fg1.md").write_bytes("Ung: Nå.".encode("cp1252"))
    done = run("import", str(inbox / "fg1.md"))
    assert (done.code, done.out) == (1, "")
    assert done.err == (
        "Error: fg1.md, line 1: a character that is not UTF-8.\n"
        "Open the file in its editor and save it as UTF-8, then import it again.\n"
    )


def test_a_path_that_means_nothing(run: Run, inbox: Path) -> None:
    done = run("import", str(inbox))
    assert (done.code, done.out) == (1, "")
    assert done.err == f"Error: There is no transcript in {inbox}.\nThis workbench reads: .md .txt\n"
    gone = inbox / "gone.md"
    assert run("import", str(gone)).err == f"Error: There is no file {gone}.\n"
    done = run("import", str(inbox / ("x" * 300 + ".md")))
    assert (done.code, done.err.count("cannot be read: File name too long")) == (1, 1)


def test_json_names_what_was_stored_and_what_was_refused(run: Run, store: Store, inbox: Path) -> None:
    (inbox / "a.md").write_text(HEAD + WORDS)
    (inbox / "b.md").write_bytes(b"")
    done = run("import", "--json", str(inbox))
    assert done.code == 1
    assert done.json == {
        "imported": [
            {
                "file": str(inbox / "a.md"),
                "source": "a",
                "id": sources(store)[0].id,
                "municipality": "Kvistsund",
                "turns": 2,
                "passages": 1,
                "duplicate": False,
            }
        ],
        "refused": [{"file": str(inbox / "b.md"), "reason": "b.md is empty."}],
    }


def test_options_fill_what_the_file_leaves_open(run: Run, store: Store, inbox: Path) -> None:
    file = inbox.parent / "fg1.md"
    file.write_text(WORDS)
    options = ["--municipality", "Brændlyng", "--new-municipality", "--kind", "focus_group", "--month", "2026-04"]
    done = run("import", str(file), *options, "--consent", "quote", "--consent", "suggest")
    assert (done.code, done.out) == (0, "fg1.md: stored as fg1 (Brændlyng): 2 turns, 1 passage to code.\n")
    made = sources(store)[0]
    assert (made.kind.value, made.month, sorted(made.consent)) == ("focus_group", "2026-04", ["quote", "suggest"])


def test_an_unknown_municipality(run: Run, inbox: Path) -> None:
    (inbox / "fg1.md").write_text("---\nmunicipality: Kvitsund\n---\n" + WORDS)
    done = run("import", str(inbox))
    assert (done.code, done.out) == (1, "")
    assert done.err == (
        "Error: fg1.md: There is no municipality “Kvitsund” in this project.\nDid you mean Kvistsund?\n"
    )


def test_a_month_that_is_none_is_wrong_usage(run: Run, inbox: Path) -> None:
    (inbox / "fg1.md").write_text(WORDS)
    done = run("import", str(inbox), "--month", "marts")
    assert (done.code, done.out, done.err) == (2, "", "Error: “marts” is no month; write it as 2026-03.\n")


def test_names_with_blanks_danish_letters_orders_and_bytes(run: Run, store: Store, inbox: Path) -> None:
    folder = inbox.parent / "æ ø å" / "Kvistsund"
    folder.mkdir(parents=True)
    names = ["på [pause].md", "=cmd.md", "-rf.md", "\x1b]52;c;eA==\x07\u202e.md", "\udcff.md"]
    for number, name in enumerate(names):
        (folder / name).write_text(f"{HEAD}**Ung:** Nummer {number}.\n")
    done = run("import", str(folder))
    assert (done.code, done.err) == (0, "Next: workbench suggest\n")
    told = sorted(line.partition(": stored as ")[0] for line in done.out.splitlines())
    assert told == sorted(["på [pause].md", "=cmd.md", "-rf.md", "␛]52;c;eA==␇\ufffd.md", "\ufffd.md"])
    assert sorted(one.name for one in sources(store)) == ["52-c-ea", "cmd", "paa-pause", "rf", "source"]
    again = run("import", "--json", str(folder))
    assert sorted(one["file"] for one in again.json["imported"]) == sorted(str(folder / name) for name in names)
    assert all(" " <= letter < "\x7f" or letter in "\nåæøÅÆØ" for letter in again.out)
