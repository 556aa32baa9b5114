"""workbench search, quotes, coverage, check, doctor, suggest, init: what they answer."""

import platform
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from workbench import __version__
from workbench.store import SQLITE_VERSION, Source, Store, quotes


def test_search_finds_any_form_of_a_word(run: Run, talk: Source, project: Path) -> None:
    done = run("search", "planer")
    assert (done.code, done.err) == (0, "2 turns.\n")
    assert done.out == (
        "Kvistsund · fg1 · 3 · Ung\n    Jeg har aldrig set den plan.\n"
        "Kvistsund · fg1 · 1 · Interviewer\n    Hvordan går det med planen?\n"
    )


def test_search_for_a_phrase_and_for_nothing(run: Run, talk: Source, project: Path) -> None:
    answer = run("search", "--json", '"to steder"', "--source", "fg1", "--municipality", "Kvistsund").json
    assert answer == {
        "query": '"to steder"',
        "total": 1,
        "hits": [
            {
                "source": "fg1",
                "municipality": "Kvistsund",
                "turn": 2,
                "speaker": "Sagsbehandler",
                "text": "Vi skriver det samme to steder. Det tager en hel formiddag.",
                "places": [[49, 58]],
            }
        ],
    }
    assert run("search", "to steder").err == run("search", "steder", "to").err == "1 turn.\n"
    assert run("search", "steder to").err == "0 turns.\n", "one argument with blanks is a phrase"
    done = run("search", "findesikke")
    assert (done.code, done.out, done.err) == (0, "", "0 turns.\n")
    assert run("search", "((( AND NEAR * ^ :", "-n", "1").code == 0


def test_quotes_of_a_code_hold_its_sub_codes(run: Run, talk: Source, project: Path) -> None:
    run("code", "fg1", "2", "plan.dobbelt", "--valence", "barrier")
    run("code", "fg1", "5", "guide")
    found = run("quotes", "--code", "plan", "--role", "caseworker")
    assert (found.code, found.err) == (0, "1 quote.\n")
    assert found.out.startswith(
        "Double documentation  plan.dobbelt – barrier · Caseworker\n"
        "    Vi skriver det samme to steder. Det tager en hel formiddag.\n"
        "    Kvistsund · fg1 · 2 · "
    )
    run("sources", "edit", "fg1", "--consent", "suggest")
    assert run("quotes", "--code", "guide").out.startswith(
        "One youth guide  guide – description · Young person · not for quoting\n"
    )


def test_quotes_of_others_are_shown_on_request(run: Run, talk: Source, project: Path) -> None:
    run("code", "fg1", "5", "guide", "--as", "Jonas")
    assert run("quotes", "--json").json == []
    assert [one["layer"] for one in run("quotes", "--json", "--all-layers").json] == ["Jonas"]


def test_json_of_quotes(run: Run, store: Store, talk: Source, project: Path) -> None:
    run("code", "fg1", "3", "plan", "--strength", "2")
    assert run("quotes", "--json", "--valence", "beskrivelse", "--municipality", "991", "--source", "fg1").json == [
        {
            "id": quotes(store)[0].id,
            "code": "plan",
            "valence": "description",
            "text": "Jeg har aldrig set den plan.",
            "municipality": "Kvistsund",
            "source": "fg1",
            "turn": 3,
            "passage": 3,
            "start": 88,
            "end": 116,
            "seconds": None,
            "role": "youth",
            "perspective": "youth",
            "age_group": None,
            "layer": "Maja",
            "strength": 2,
            "doubt": False,
            "contrary": False,
            "may_quote": True,
            "starred": False,
            "edited": None,
            "approved_by": None,
            "by": "Young person",
            "not_quoted": None,
            "same_person": None,
        }
    ]


@pytest.mark.parametrize(
    ("option", "value", "error"),
    [
        ("--code", "nosuch", "There is no code “nosuch” in the codebooks of this project."),
        ("--valence", "god", "“god” is no valence; expected one of description, barrier, enabler, recommendation."),
        ("--municipality", "Oslo", "There is no municipality “Oslo” in this project."),
        ("--source", "fg2", "There is no source “fg2” in this project."),
        ("--role", "astronaut", "There is no role 'astronaut'."),
    ],
)
def test_a_name_that_is_not_there(run: Run, talk: Source, project: Path, option: str, value: str, error: str) -> None:
    done = run("quotes", option, value)
    assert (done.code, done.out) == (2 if option == "--valence" else 1, "")
    assert done.err.splitlines()[0] == f"Error: {error}"


def test_check_proves_that_state_is_history(run: Run, store: Store, talk: Source, project: Path) -> None:
    done = run("check")
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("Rebuilt ") and done.out.endswith(" events.\nEverything agrees.\n")
    answer = run("check", "--json").json
    assert answer == {"events": answer["events"], "rows": answer["rows"], "faults": []}


def test_check_finds_what_no_history_tells_of(run: Run, store: Store, talk: Source, project: Path) -> None:
    with store.write() as db:
        db.execute("UPDATE municipality SET name = 'Andet'")
    done = run("check")
    assert (done.code, done.out.count("Everything agrees.")) == (1, 0)
    said = [line.partition(": municipality")[0] for line in done.err.splitlines()]
    assert said == [
        "Error: history tells of a row that is not there",
        "no history tells of this row",
        "Copy the project's folder before anything else, then restore from a backup.",
    ]
    answer = run("check", "--json")
    assert (answer.code, [one["kind"] for one in answer.json["faults"]]) == (1, ["missing", "unexplained"])


def test_coverage_of_every_municipality(run: Run, talk: Source, project: Path) -> None:
    run("code", "fg1", "5", "guide")
    done = run("coverage")
    assert done.code == 0
    assert [line.split("  ")[0] for line in done.out.splitlines()[2:]] == ["Kvistsund"]
    answer = run("coverage", "--json").json
    assert [one["code"] for one in answer["columns"]] == ["plan", "guide"]
    [row] = answer["municipalities"]
    assert (row["municipality"], row["sources"], row["passages"], row["dealt_with"]) == ("Kvistsund", 1, 3, 1)
    assert [(one["code"], one["statements"], one["state"]) for one in row["cells"]] == [
        ("plan", 0, "none"),
        ("guide", 1, "thin"),
    ]


def test_suggest_tells_what_was_suggested(run: Run, talk: Source, project: Path) -> None:
    done = run("suggest", "fg1")
    assert (done.code, done.err) == (0, "Next: workbench review\n")
    assert [line.split()[:2] for line in done.out.splitlines()[2:]] == [["fg1", "3"]]
    [record] = run("suggest", "--municipality", "Kvistsund", "--json").json
    assert list(record) == ["source", "passages", "with_suggestion", "suggestions", "held_back"]
    run("sources", "edit", "fg1", "--consent", "none")
    done = run("suggest")
    assert (done.code, done.err) == (0, "fg1: the consent does not cover suggestions, so none were made.\n")


def test_suggest_needs_something_to_read(run: Run, store: Store, project: Path) -> None:
    done = run("suggest")
    assert (done.code, done.out) == (1, "")
    assert done.err == (
        "Error: There is nothing to suggest for yet.\nBring transcripts in with: workbench import FILE\n"
    )


def test_doctor_tells_who_and_what(run: Run, store: Store, project: Path) -> None:
    out = run("doctor").out.splitlines()
    assert out[0] == f"workbench {__version__} · Python {platform.python_version()} · SQLite {SQLITE_VERSION}"
    assert out[1:3] == ["You are Maja.", f"Project: {project}"]
    assert out[-1] == "No command here opens a connection: everything stays on this computer."
    answer = run("doctor", "--as", "Jonas", "--json").json
    assert (answer["person"], answer["project"], answer["language"]) == ("Jonas", str(project), "en")


def test_doctor_needs_no_project(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    done = run("doctor", "--json")
    assert (done.code, done.json["project"]) == (0, None)


def test_init_makes_a_project_and_says_what_comes_next(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "mit projekt æøå"
    done = run("init", str(folder))
    assert (done.code, done.out) == (0, f"Made the project “mit projekt æøå” in {folder}.\n")
    assert done.err == (
        "You are Maja. Not you? Say --as NAME, or set $WORKBENCH_PERSON.\n"
        "It is not encrypted yet: keep it on a disk that is.\n"
        f'Next: workbench -p "{folder}" municipalities add NAME\n'
    )
    assert sorted(file.name for file in folder.iterdir() if "-" not in file.name) == [
        "media",
        "project.db",
        "reports",
        "workbench.toml",
    ]
    again = run("init", str(folder))
    assert (again.code, again.out) == (1, "")
    assert again.err.splitlines()[0] == f"Error: {folder} is a project already."


def test_init_with_a_codebook_that_is_none_makes_nothing(run: Run, tmp_path: Path) -> None:
    broken = tmp_path / "broken.yaml"
    broken.write_text("id: x\ncodes: 3\n")
    for ref in (str(broken), "nosuch", str(tmp_path / "gone.yaml")):
        done = run("init", str(tmp_path / "p"), "--codebook", ref)
        assert (done.code, done.out) == (1, "")
    assert not (tmp_path / "p").exists()


def test_init_on_a_file(run: Run, tmp_path: Path) -> None:
    (tmp_path / "p").write_text("")
    done = run("init", str(tmp_path / "p"))
    assert (done.code, done.out) == (2, "")
