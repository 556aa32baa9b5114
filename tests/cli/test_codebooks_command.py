"""workbench codebooks: see codebooks, add one's own, try one on loose passages."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.conftest import CODEBOOK
from workbench.store import Store, stored_codes


@pytest.fixture
def outside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that is in no project."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_project_lists_its_own(run: Run, project: Path) -> None:
    done = run("codebooks")
    assert (done.code, done.err) == (0, "")
    assert [line.split() for line in done.out.splitlines()[2:]] == [
        ["proeve", "0.1.0", "themes", "Trial", "codebook", "2", "3"],
        ["ungerejse", "0.1.0", "youth", "journeys", "Youth", "journey"],
    ]
    record, journey = run("codebooks", "list", "--json").json
    assert (record["id"], record["version"], record["kind"], record["name"]) == (
        "proeve",
        "0.1.0",
        "codebook",
        {"da": "Prøvekodebog", "en": "Trial codebook"},
    )
    assert (journey["id"], journey["kind"]) == ("ungerejse", "journey")
    assert record["codes"][1] == {
        "code": "plan.dobbelt",
        "parent": "plan",
        "name": {"da": "Dobbeltdokumentation", "en": "Double documentation"},
        "definition": "Det samme skrives flere steder.",
        "folder": False,
        "retired": False,
        "replaced_by": None,
        "include": [],
        "exclude": [],
        "keywords": ["dobbelt", "to steder", "kopier*"],
        "examples": ["Vi skriver det samme to steder, hver eneste gang."],
        "recommendation_types": [],
    }


def test_where_there_is_no_project_the_shipped_ones_are_shown(run: Run, outside: Path) -> None:
    assert "kui-fire-fokusomraader" in [one["id"] for one in run("codebooks", "--json").json]


def test_a_codebook_is_shown_by_id_or_file(run: Run, project: Path, tmp_path: Path) -> None:
    shown = run("codebooks", "show", "proeve").out
    assert shown.splitlines()[:4] == [
        "Trial codebook  (proeve 0.1.0)",
        "",
        "  plan  One plan",
        "    Om den ene plan for den unge.",
    ]
    file = tmp_path / "min kodebog.yaml"
    file.write_text(CODEBOOK)
    assert run("codebooks", "show", str(file)).out == shown
    assert run("codebooks", "show", "kui-fire-fokusomraader", "--json").json[0]["id"] == "kui-fire-fokusomraader"


def test_a_new_version_retires_what_it_no_longer_has(run: Run, store: Store, project: Path, tmp_path: Path) -> None:
    file = tmp_path / "next.yaml"
    before, _, after = CODEBOOK.partition("- id: guide")
    file.write_text(before.replace("0.1.0", "0.2.0") + after[after.index("no_code_examples") :])
    done = run("codebooks", "add", str(file))
    assert (done.code, done.out, done.err) == (0, "", "The project codes by proeve 0.2.0 now.\n")
    assert [(one.code, one.version) for one in stored_codes(store)] == [("plan", "0.2.0"), ("plan.dobbelt", "0.2.0")]
    assert run("check").code == 0


@pytest.mark.parametrize("verb", ["add", "show"])
@pytest.mark.parametrize(
    ("text", "said"),
    [
        (None, "Error: There is no file {file}."),
        (b"", "Error: broken.yaml, line 1: the file is empty"),
        (b"\x00\x01", "Error: broken.yaml, line 1: this is no text file"),
        (b"id: x\nname: ]", "Error: broken.yaml, line 2: column 7: "),
        (CODEBOOK.replace("definition: Om", "definitoin: Om").encode(), "Error: broken.yaml, line 7: "),
    ],
)
def test_a_broken_codebook_is_refused_with_file_and_line(
    run: Run, project: Path, tmp_path: Path, verb: str, text: bytes | None, said: str
) -> None:
    file = tmp_path / "broken.yaml"
    if text is not None:
        file.write_bytes(text)
    done = run("codebooks", verb, str(file))
    assert (done.code, done.out) == (1, "")
    assert done.err.startswith(said.format(file=file))
    assert [one["version"] for one in run("codebooks", "--json").json if one["id"] == "proeve"] == ["0.1.0"]


def test_the_words_of_journeys_are_shown_list_by_list(run: Run, outside: Path) -> None:
    shown = run("codebooks", "show", "ungerejse").out.splitlines()
    assert shown[:4] == ["Youth journey  (ungerejse 0.1.0)", "", "Stages", "  skole  Lower school"]
    assert [line for line in shown if line and not line.startswith(" ")][1:] == [
        "Stages",
        "Contact points",
        "Actors",
        "Feelings",
        "Scale",
    ]
    assert shown[-2:] == ["  +1  Good", "  +2  Very good"]
    [record] = run("codebooks", "show", "ungerejse", "--json").json
    assert record["actors"][0] == {
        "id": "ungeguide",
        "name": {"da": "Ungeguide", "en": "Youth guide"},
        "role": "youth_guide",
        "keywords": ["ungeguide*", "guide*", "kontaktperson*"],
    }


def test_a_vocabulary_is_not_added_as_a_codebook(run: Run, project: Path) -> None:
    done = run("codebooks", "add", "ungerejse")
    assert (done.code, done.out) == (1, "")
    assert done.err.startswith("Error: ungerejse is a vocabulary for youth journeys, not a codebook of themes.\n")


def test_the_same_version_with_other_content_is_not_added(run: Run, project: Path, tmp_path: Path) -> None:
    file = tmp_path / "other.yaml"
    file.write_text(CODEBOOK.replace("Om den ene plan", "Om planen"))
    done = run("codebooks", "add", str(file))
    assert (done.code, done.out, done.err.splitlines()) == (
        1,
        "",
        [
            "Error: The project has proeve 0.1.0 already, and this one is different.",
            "Raise its version to 0.2.0, then: workbench codebooks migrate FILE",
        ],
    )
    assert run("codebooks", "show", "proeve").out.splitlines()[3] == "    Om den ene plan for den unge."


def test_an_unknown_codebook(run: Run, project: Path) -> None:
    done = run("codebooks", "show", "kui-fire-fokusomrader")
    assert (done.code, done.out) == (1, "")
    assert done.err.splitlines()[0] == "Error: There is no codebook kui-fire-fokusomrader."
    assert "kui-fire-fokusomraader" in done.err.splitlines()[1]


def test_loose_passages_are_tried_without_a_project(run: Run, outside: Path) -> None:
    (outside / "k.yaml").write_text(CODEBOOK)
    (outside / "rows.jsonl").write_text(
        '{"id": "a", "text": "Vi skriver det samme to steder, hver gang."}\n{"id": 2, "text": "Vil du have mælk?"}\n'
    )
    done = run("codebooks", "try", "k.yaml", "rows.jsonl", "--json")
    assert (done.code, done.err) == (0, "")
    first, second = map(json.loads, done.out.splitlines())
    assert (first["id"], second) == ("a", {"id": "2", "codes": []})
    [found] = [one for one in first["codes"] if one["code"] == "plan.dobbelt"]
    assert 0 < found["confidence"] <= 1
    text = "Vi skriver det samme to steder, hver gang."
    assert [text[one["start"] : one["end"]] for one in found["evidence"]] == [one["text"] for one in found["evidence"]]
    areas = json.loads(run("codebooks", "try", "k.yaml", "rows.jsonl", "--level", "1", "--json").out.splitlines()[0])
    assert [one["code"] for one in areas["codes"]] == ["plan"]
    told = run("codebooks", "try", "k.yaml", "rows.jsonl").out
    assert told.startswith("a  Vi skriver det samme to steder, hver gang.\n    plan.dobbelt  ")
    assert told.endswith("2  Vil du have mælk?\n    no code\n")


def test_no_passages_are_no_answers_and_a_broken_line_is_named(run: Run, outside: Path) -> None:
    (outside / "k.yaml").write_text(CODEBOOK)
    (outside / "rows.jsonl").write_text('{"id": 1, "text": ""}\nnonsense\n')
    done = run("codebooks", "try", "k.yaml", "rows.jsonl", "--json")
    assert (done.code, done.out) == (1, "")
    assert done.err.startswith("Error: rows.jsonl, line 2: this is no JSON (")
    done = run("codebooks", "try", "k.yaml", "gone.jsonl", "--json")
    assert (done.code, done.out, done.err) == (1, "", "Error: There is no file gone.jsonl.\n")
