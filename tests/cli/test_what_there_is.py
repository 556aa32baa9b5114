"""workbench sources, municipalities, participants: see and correct what there is."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run
from workbench.store import Source, Store, municipalities


def rows(out: str) -> list[list[str]]:
    """A table's rows without head and rule, each split where columns part."""
    import re

    return [re.split(r"\s{2,}", line.strip()) for line in out.splitlines()[2:]]


def test_sources_are_listed(run: Run, talk: Source, project: Path) -> None:
    run("reject", "fg1", "5", "--no-code")
    done = run("sources")
    assert (done.code, done.err) == (0, "")
    assert done.out.splitlines()[0].split("  ")[0] == "Municipality"
    assert rows(done.out) == [["Kvistsund", "fg1", "interview", "1/3"]]
    assert run("sources", "list", "--municipality", "991").out == done.out


def test_json_of_sources(run: Run, talk: Source, project: Path) -> None:
    record = {
        "source": "fg1",
        "id": talk.id,
        "title": "fg1",
        "municipality": "Kvistsund",
        "kind": "interview",
        "transcription": "verbatim",
        "month": "",
        "phase": "",
        "centre": "",
        "minutes": None,
        "lead_coder": "Maja",
        "legal_basis": "",
        "consent": ["quote", "suggest"],
        "erase_by": "",
        "passages": 3,
        "dealt_with": 0,
    }
    assert run("sources", "--json").json == [record]
    shown = run("sources", "show", "fg1", "--json").json
    turns = shown.pop("turns")
    assert shown == record
    assert len(turns) == 5
    assert turns[2] == {
        "number": 3,
        "start": 88,
        "speaker": "Ung",
        "talk_role": "respondent",
        "text": "Jeg har aldrig set den plan.",
    }


def test_a_source_is_shown_with_what_is_said(run: Run, talk: Source, project: Path) -> None:
    out = run("sources", "show", "fg1").out
    assert "municipality: Kvistsund\n" in out
    assert out.endswith("\n\n   5  Ung: Lone. Hun svarer altid, også om søndagen.\n")


def test_a_source_is_corrected(run: Run, talk: Source, project: Path) -> None:
    changes = ["--title", "Ny", "--kind", "minutes", "--month", "2026-05", "--consent", "none", "--lead-coder", "Jonas"]
    done = run("sources", "edit", "fg1", *changes)
    assert (done.code, done.out, done.err) == (0, "", "Changed fg1.\n")
    record = run("sources", "--json").json[0]
    assert {key: record[key] for key in ("title", "kind", "transcription", "month", "consent", "lead_coder")} == {
        "title": "Ny",
        "kind": "minutes",
        "transcription": "minutes",
        "month": "2026-05",
        "consent": [],
        "lead_coder": "Jonas",
    }
    assert run("sources", "edit", "fg1", "--title", "Ny").err == "Nothing to change.\n"


@pytest.mark.parametrize(
    ("typed", "code", "error"),
    [
        (["sources", "show", "fg2"], 1, "There is no source “fg2” in this project.\nSee them with: workbench sources"),
        (
            ["sources", "list", "--municipality", "Kvitsund"],
            1,
            "There is no municipality “Kvitsund” in this project.\nDid you mean Kvistsund?",
        ),
        (["sources", "edit", "fg1", "--month", "2026"], 2, "“2026” is no month; write it as 2026-03."),
        (
            ["municipalities", "add", "KVISTSUND"],
            1,
            "Kvistsund is in the project already.\nChange it with: workbench municipalities edit",
        ),
        (["municipalities", "add", " "], 2, "A municipality needs a name."),
        (
            ["municipalities", "edit", "Kvistsund", "--theme", "plann"],
            1,
            "There is no code “plann” in the codebooks of this project.\nDid you mean plan, plan.dobbelt?",
        ),
        (["participants", "edit", "U9", "--centre", "x"], 1, "There is no participant “U9” in this project."),
        (
            ["participants", "edit", "fg1-Ung", "--role", "caseworkr"],
            1,
            "There is no role 'caseworkr'.\nKnown: caseworker.",
        ),
        (["participants", "assign", "fg1", "Ung"], 2, "Say either a pseudonym or --interviewer."),
        (
            ["participants", "assign", "fg1", "Mor", "U2"],
            1,
            "Nobody speaks as “Mor” in fg1.\nLabels: Interviewer, Sagsbehandler, Ung",
        ),
    ],
)
def test_what_cannot_be_done_says_why(
    run: Run, talk: Source, project: Path, typed: list[str], code: int, error: str
) -> None:
    done = run(*typed)
    assert (done.code, done.out, done.err) == (code, "", f"Error: {error}\n")


def test_municipalities_are_added_corrected_and_listed(run: Run, store: Store, talk: Source, project: Path) -> None:
    done = run("municipalities", "add", "Brændlyng", "--code", "992", "--size", "61000", "--theme", "dobbelt")
    assert (done.code, done.out, done.err) == (0, "", "Added Brændlyng.\n")
    assert run("municipalities", "edit", "992", "--region", "Syd").err == "Changed Brændlyng.\n"
    assert rows(run("municipalities").out) == [
        ["Brændlyng", "992", "Syd", "61000", "plan.dobbelt", "0"],
        ["Kvistsund", "991", "1"],
    ]
    record = {
        "id": municipalities(store)[0].id,
        "code": "992",
        "name": "Brændlyng",
        "region": "Syd",
        "size": 61000,
        "organisation_form": "",
        "prioritised_themes": ["plan.dobbelt"],
    }
    assert run("municipalities", "show", "braendlyng", "--json").json == record
    assert run("municipalities", "list", "--json").json[0] == {**record, "sources": 0}


def test_participants_are_listed_and_corrected(run: Run, talk: Source, project: Path) -> None:
    assert run("participants", "edit", "fg1-Ung", "--age-group", "13-15", "--centre", "PPR").err == "Changed fg1-Ung.\n"
    assert run("participants", "assign", "fg1", "Sagsbehandler", "KV-S1", "--role", "caseworker").code == 0
    assert rows(run("participants").out) == [
        ["KV-S1", "Caseworker"],
        ["fg1-Sagsbehandler", "Caseworker"],
        ["fg1-Ung", "Young person", "PPR", "13-15"],
    ]
    assert run("participants", "list", "--json").json[2] == {
        "pseudonym": "fg1-Ung",
        "role": "youth",
        "centre": "PPR",
        "age_group": "13-15",
    }
    assert run("participants", "assign", "fg1", "Ung", "--interviewer").err == "Changed Ung.\n"
    assert run("sources", "--json").json[0]["passages"] == 1


def test_an_empty_project_says_how_to_go_on(run: Run, store: Store, project: Path) -> None:
    assert run("sources").err == "No sources yet. Bring some in with: workbench import FILE\n"
    assert run("municipalities").err == "No municipalities yet. Add one with: workbench municipalities add NAME\n"
    assert run("participants").err == (
        "No participants yet. They come with transcripts whose metadata names pseudonyms.\n"
    )
    for name in ("sources", "municipalities", "participants"):
        assert (run(name, "--json").json, run(name).code) == ([], 0)
