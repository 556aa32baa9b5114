"""workbench journeys: bringing in, seeing and taking away youth journeys."""

from pathlib import Path

from tests.cli.conftest import Run
from workbench.store import Source

HOSTILE = "\x1b]52;c;eA==\x07 \u202e [bold]"
FILE = """\
journey: ungerejse 0.1.0
participant: fg1-Ung
municipality: Kvistsund
age_group: 15-24
source: fg1
events:
- stage: skole
  contact_point: samtale
  actors: [laerer, foraelder]
  age: 12
  duration_weeks: 1
  feeling: -1
  feeling_word: ensomhed
  turning_point: down
  most_important: true
  retelling: true
  summary: Bliver [bold]væk[/bold].
  quote: {turn: 3, text: aldrig set}
  would_have_helped: At nogen spurgte.
- {stage: uden, time: et halvt år efter, duration_weeks: 8.5, feeling: 2, turning_point: up}
"""


def written(folder: Path, text: str = FILE, name: str = "rejse.yaml") -> str:
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")
    return str(folder / name)


def test_nothing_yet(run: Run, project: Path) -> None:
    done = run("journeys")
    assert (done.code, done.out) == (0, "")
    assert done.err == "No youth journeys yet. Bring some in with: workbench journeys import PATH\n"
    assert run("journeys", "--json").json == []


def test_brought_in_seen_changed_and_taken_away(run: Run, talk: Source, project: Path, tmp_path: Path) -> None:
    file = written(tmp_path)
    stored = "the journey of fg1-Ung (Kvistsund)"
    assert run("journeys", "import", file).out == f"rejse.yaml: stored as {stored}: 2 events.\n"
    assert run("journeys", "import", file).out == f"rejse.yaml: is here already, as {stored}: 2 events.\n"
    written(tmp_path, FILE.replace("age: 12", "age: 13"))
    assert run("journeys", "import", file).out == f"rejse.yaml: {stored} is changed: 2 events.\n"
    listed = run("journeys")
    assert [line.split() for line in listed.out.splitlines()[::2]] == [
        ["Pseudonym", "Municipality", "Age", "group", "Events", "Source"],
        ["fg1-Ung", "Kvistsund", "15-24", "2", "fg1"],
    ]
    assert run("journeys", "list", "--municipality", "kvistsund").out == listed.out
    assert run("journeys", "show", "FG1-UNG").out.splitlines() == [
        "fg1-Ung",
        "Municipality: Kvistsund",
        "Age group: 15-24",
        "Source: fg1",
        "Told in: ungerejse 0.1.0",
        "",
        "1. Lower school · 13 years old · 1 week",
        "   Bliver [bold]væk[/bold].",
        "   Conversation, Teacher, Parent",
        "   Hard, Loneliness",
        "   turning point for the worse; among the most important; had to tell the story from the beginning",
        "   “aldrig set” (turn 3)",
        "   Would have helped: At nogen spurgte.",
        "",
        "2. Neither education nor work · et halvt år efter · 8.5 weeks",
        "   Very good",
        "   turning point for the better",
    ]
    assert run("journeys", "remove", "fg1-Ung").err == "Took the journey of fg1-Ung away.\n"
    assert run("journeys", "--json").json == []
    assert run("undo").out == "Took back: took a youth journey away (Kvistsund · fg1-Ung)\n"
    assert len(run("journeys", "--json").json) == 1
    assert run("check").out.splitlines()[-1] == "Everything agrees."


def test_json(run: Run, talk: Source, project: Path, tmp_path: Path) -> None:
    file = written(tmp_path)
    done = run("journeys", "import", file, "--json").json
    told = {
        "participant": "fg1-Ung",
        "municipality": "Kvistsund",
        "age_group": "15-24",
        "source": "fg1",
        "vocabulary": "ungerejse 0.1.0",
        "events": 2,
    }
    id = done["imported"][0]["id"]
    assert done == {"imported": [{"file": file, "outcome": "added", "id": id, **told}], "refused": []}
    assert run("journeys", "list", "--json").json == [{"id": id, **told}]
    shown = run("journeys", "show", "fg1-Ung", "--json").json
    assert {**shown, "events": len(shown["events"])} == {"id": id, **told}
    assert shown["events"][1] == {
        "stage": "uden",
        "summary": "",
        "contact_point": "",
        "actors": [],
        "age": None,
        "time_label": "et halvt år efter",
        "precision": "unknown",
        "duration_weeks": 8.5,
        "feeling": 2,
        "feeling_word": "",
        "influence": "none",
        "turning_point": "up",
        "most_important": False,
        "retelling": False,
        "coordinated_by": None,
        "quote": None,
        "would_have_helped": "",
    }
    assert shown["events"][0]["quote"] == {"turn": 3, "text": "aldrig set"}


def test_good_files_stay_when_another_is_refused(run: Run, talk: Source, project: Path, tmp_path: Path) -> None:
    folder = tmp_path / "rejser"
    written(folder)
    written(folder, FILE.replace("fg1-Ung", "KV-U9").replace("turn: 3", "turn: 9"), "b.yaml")
    written(folder, "kind: interview\n", "fg1.meta.yaml")
    written(folder, "Ikke en rejse", "README.md")
    done = run("journeys", "import", str(folder))
    assert done.code == 1
    assert done.out == "rejse.yaml: stored as the journey of fg1-Ung (Kvistsund): 2 events.\n"
    assert done.err.splitlines() == [
        "Error: b.yaml, line 18: fg1 has no turn 9; its turns are 1 to 5",
        "Mend the file in a text editor and try again; nothing was changed.",
        "Error: 1 file was refused; 1 journey is stored.",
    ]
    told = run("journeys", "import", str(folder), "--json")
    assert (told.code, [one["outcome"] for one in told.json["imported"]]) == (1, ["same"])
    assert told.json["refused"] == [
        {"file": str(folder / "b.yaml"), "reason": "b.yaml, line 18: fg1 has no turn 9; its turns are 1 to 5"}
    ]


def test_a_folder_without_journeys(run: Run, project: Path, tmp_path: Path) -> None:
    (tmp_path / "tom").mkdir()
    done = run("journeys", "import", str(tmp_path / "tom"))
    assert (done.code, done.out) == (1, "")
    assert done.err.splitlines() == [
        f"Error: There is no youth journey in {tmp_path / 'tom'}.",
        "A journey is a YAML file (.yaml) that says journey, participant, municipality and events.",
    ]


def test_what_a_file_says_moves_no_terminal(run: Run, talk: Source, project: Path, tmp_path: Path) -> None:
    dangerous = '"x \\e]52;c;eA==\\a \\u202e y"'
    file = written(tmp_path, FILE.replace("Bliver [bold]væk[/bold].", dangerous).replace("fg1-Ung", dangerous))
    text = (tmp_path / "rejse.yaml").read_text(encoding="utf-8").replace("source: fg1\n", "")
    written(tmp_path, text.replace("  quote: {turn: 3, text: aldrig set}\n", ""))
    for typed in (["import", file], ["import", file, "--json"], ["list"], ["list", "--json"], ["show", "x"]):
        done = run("journeys", *typed)
        assert not {"\x1b", "\x07", "\u202e"} & set(done.out + done.err), typed
    shown = run("journeys", "show", run("journeys", "--json").json[0]["participant"])
    assert shown.code == 0
    assert not {"\x1b", "\x07", "\u202e"} & set(shown.out + shown.err)


def test_in_danish(run: Run, talk: Source, project: Path, tmp_path: Path) -> None:
    run("journeys", "import", written(tmp_path))
    shown = run("journeys", "show", "fg1-Ung", "--lang", "da").out
    assert "1. Grundskole før udskoling" in shown
    assert "Svært, Ensomhed" in shown
