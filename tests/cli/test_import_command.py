"""workbench import: every file is stored whole or refused with its reason."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run
from workbench.store import Store, passages, sources
from workbench.workflow.edit import new_municipality

WORDS = "**Interviewer:** Går det?\n\n**Ung:** Nå, på én måde.\n"
READS = "This workbench reads: .md .txt .docx .odt .rtf .html .htm .vtt .srt .json .csv .tsv .xlsx"
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
        "Save the transcript as .docx, .odt, .rtf, .txt or .md, and import that.\n"
        "Error: 3 files were refused; 2 sources were stored.\n"
    )
    assert [one.name for one in sources(store)] == ["a", "e"]
    assert run("check").code == 0


def test_one_refused_file_is_said_once(run: Run, inbox: Path) -> None:
    (inbox / "fg1.md").write_bytes("Ung: Nå på m".encode() + b"\xe5" + "de, på værelset.".encode())
    done = run("import", str(inbox / "fg1.md"))
    assert (done.code, done.out) == (1, "")
    assert done.err == (
        "Error: fg1.md, line 1: a character that is damaged; the rest of the file is UTF-8.\n"
        "Mend the character in an editor that saves UTF-8, then import the file again.\n"
    )


def test_a_file_from_an_old_machine_is_read_right(run: Run, store: Store, inbox: Path) -> None:
    (inbox / "fg1.txt").write_bytes((HEAD + WORDS).replace("\n", "\r\n").encode("cp1252"))
    assert run("import", str(inbox / "fg1.txt")).code == 0
    assert [one.text for one in passages(store, sources(store)[0].revision)] == ["Nå, på én måde."]


def test_a_path_that_means_nothing(run: Run, inbox: Path) -> None:
    done = run("import", str(inbox))
    assert (done.code, done.out) == (1, "")
    assert done.err == f"Error: There is no transcript in {inbox}.\n{READS}\n"
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


TEAMS = "Lis Holm   0:03\nHvordan går det?\n\nPer Bo   0:09\nDet går godt nok, tak.\n\nLis Holm   0:15\nNå.\n"


def test_a_preview_shows_what_was_found_and_stores_nothing(run: Run, store: Store, inbox: Path) -> None:
    (inbox / "m.txt").write_text(TEAMS)
    done = run("import", "--preview", str(inbox))
    assert done.code == 0
    lines = [" ".join(line.split()) for line in done.out.splitlines()]
    assert lines[:4] == [
        "m.txt",
        "text, encoding utf-8",
        "read as: speakers named on lines of their own, with a time",
        "could also be: paragraphs, with no speaker named (0.05)",
    ]
    assert lines[4] == "no municipality stated · interview · consent: none stated"
    assert "Lis Holm 2 4 respondent" in lines
    assert "0:00:09 Per Bo: Det går godt nok, tak." in lines
    assert done.err == "Nothing was stored. Import as shown with the same command without --preview.\n"
    assert sources(store) == []


def test_a_preview_needs_no_project_and_is_there_for_machines(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "m.txt"
    file.write_bytes("Ung: På måde.\n\nUng: Nå.".encode("cp1252"))
    (tmp_path / "b.txt").write_bytes(b"")
    done = run("import", "--preview", "--json", str(file), str(tmp_path / "b.txt"))
    assert done.code == 1
    assert done.json == {
        "files": [
            {
                "file": str(file),
                "kind": "text",
                "encoding": "cp1252",
                "certain": False,
                "format": "labels",
                "candidates": [{"format": "labels", "score": 0.9}, {"format": "plain", "score": 0.05}],
                "sources": [
                    {
                        "source": "m",
                        "municipality": "",
                        "kind": "interview",
                        "turns": 2,
                        "speakers": [{"label": "Ung", "talk_role": "respondent", "role": "", "pseudonym": ""}],
                        "first_turns": [
                            {"speaker": "Ung", "from_seconds": None, "to_seconds": None, "text": "På måde."},
                            {"speaker": "Ung", "from_seconds": None, "to_seconds": None, "text": "Nå."},
                        ],
                    }
                ],
            }
        ],
        "refused": [{"file": str(tmp_path / "b.txt"), "reason": "b.txt is empty."}],
    }


def test_a_preview_of_a_survey_and_of_a_hostile_name(run: Run, tmp_path: Path) -> None:
    (tmp_path / "svar\x1b.csv").write_text("Nr;Hvad virker?\n1;At hun \x1b[2Jaltid svarer.\n2;Det ved jeg ikke.\n")
    done = run("import", "--preview", str(tmp_path))
    assert done.code == 0
    assert "2 open answers, each a source of its own" in done.out
    assert "At hun ␛[2Jaltid svarer." in done.out
    assert "\x1b[2J" not in done.out


def test_speakers_are_named_by_options(run: Run, store: Store, inbox: Path) -> None:
    (inbox / "m.txt").write_text(HEAD + TEAMS)
    options = ["--speaker", "Lis Holm=interviewer", "--speaker", "Per Bo=youth:KV-U1"]
    done = run("import", str(inbox), *options)
    assert (done.code, done.out) == (0, "m.txt: stored as m (Kvistsund): 3 turns, 1 passage to code.\n")
    rows = store.query(
        "SELECT s.label, s.talk_role, p.pseudonym FROM speaker s LEFT JOIN participant p ON p.id = s.participant"
        " ORDER BY s.label"
    )
    assert [tuple(row.values()) for row in rows] == [
        ("Lis Holm", "interviewer", None),
        ("Per Bo", "respondent", "KV-U1"),
    ]


def test_a_pattern_and_a_format_are_options(run: Run, inbox: Path) -> None:
    (inbox / "m.txt").write_text(HEAD + "<I> Hvordan?\n<U> Sådan her.\n<I> Nå.\n")
    done = run("import", "--preview", "--json", "--speaker-pattern", r"^<(\w)>\s*", str(inbox))
    assert [one["label"] for one in done.json["files"][0]["sources"][0]["speakers"]] == ["I", "U"]
    done = run("import", "--preview", "--json", "--format", "plain", str(inbox))
    assert (done.json["files"][0]["format"], done.json["files"][0]["sources"][0]["turns"]) == ("plain", 1)


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--format", "tems"], "Error: There is no format “tems”.\nKnown: teams, teams-vtt.\n"),
        (["--speaker-pattern", "("], "Error: “(” is no pattern: missing ), unterminated subpattern at position 0.\n"),
        (["--speaker", "S01=lærling"], "Error: There is no role 'lærling'"),
        (["--answers", "x"], ""),
    ],
)
def test_options_that_are_none(run: Run, inbox: Path, options: list[str], message: str) -> None:
    (inbox / "m.txt").write_text(TEAMS)
    done = run("import", "--preview", str(inbox), *options)
    assert done.code == (2 if message and "role" not in message else 1 if message else 0)
    assert done.err.startswith(message)


def test_a_survey_is_told_in_one_line(run: Run, inbox: Path) -> None:
    (inbox / "svar.csv").write_text("Nr;Hvad virker?\n1;At hun altid svarer.\n2;Det ved jeg ikke.\n")
    assert run("import", str(inbox)).out == "svar.csv: 2 open answers stored, each as a source of its own.\n"
    assert run("import", str(inbox)).out == (
        "svar.csv: 0 open answers stored, each as a source of its own, 2 were here already.\n"
    )


def test_lock_files_of_word_are_left_alone(run: Run, inbox: Path) -> None:
    (inbox / "~$m.docx").write_bytes(b"\x05Maja" + b"\0" * 150)
    (inbox / "m.txt").write_text(HEAD + TEAMS)
    assert run("import", str(inbox)).out == "m.txt: stored as m (Kvistsund): 3 turns, 3 passages to code.\n"
