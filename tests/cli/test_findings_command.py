"""workbench report findings: seeing, writing and exchanging findings and recommendations."""

import re
from pathlib import Path

import pytest

from tests.cli.conftest import Answer, Run
from tests.store.test_undo import accept
from workbench.model import Finding
from workbench.store import Source, Store, findings

FINDINGS = ("report", "findings")
HOSTILE = "{{ 7*7 }} <script>alert(1)</script> =cmd \x1b]52;c;eA==\x07 \u202e \u2028 \x9b [bold]"
_OBEYED = re.compile("[\\x00-\\x09\\x0b-\\x1f\\x7f-\\x9f\\u061c\\u200e\\u200f\\u2028-\\u202e\\u2066-\\u2069\\ufeff]")


def rows(out: str) -> list[list[str]]:
    """A table's rows without head and rule, each split where columns part."""
    return [re.split(r"\s{2,}", line.strip()) for line in out.splitlines()[2:]]


def add(run: Run, *more: str, label: str = "Planen skrives to steder", code: str = "plan") -> Answer:
    """Write a finding of Kvistsund."""
    return run(*FINDINGS, "add", "Kvistsund", "--code", code, "--label", label, *more)


def only(store: Store) -> Finding:
    """The one finding there is."""
    (one,) = findings(store)
    return one


def test_nothing_yet(run: Run, talk: Source, project: Path) -> None:
    done = run(*FINDINGS)
    assert (done.code, done.out) == (0, "")
    assert done.err == "No findings yet. Write one with: workbench report findings add\n"
    assert run(*FINDINGS, "--json").json == []
    done = run(*FINDINGS, "export")
    assert (done.code, done.out, done.err) == (0, "", "No findings to write.\n")


def test_written_and_listed(run: Run, talk: Source, store: Store, project: Path) -> None:
    accept(store, talk)
    done = add(run)
    one = only(store)
    assert (done.code, done.out) == (0, "")
    assert done.err == f"Added {one.id[:8]}.\nIt rests on 1 statement in 1 source.\n"
    add(run, "--recommendation", label="Skriv ét sted", code="plan.dobbelt")
    run(*FINDINGS, "add", "--across", "--code", "guide", "--label", "Guiden bliver")
    done = run(*FINDINGS)
    assert done.out.splitlines()[0].split() == ["Id", "Municipality", "Kind", "Code", "Label", "Statements", "Sources"]
    assert [row[1:] for row in rows(done.out)] == [
        ["Kvistsund", "finding", "plan", "Planen skrives to steder", "1", "1"],
        ["Kvistsund", "recommendation", "plan.dobbelt", "Skriv ét sted", "1", "1"],
        ["across municipalities", "finding", "guide", "Guiden bliver", "0", "0"],
    ]
    assert rows(done.out)[0][0] == one.id[:8]
    assert run(*FINDINGS, "list").out == done.out


@pytest.mark.parametrize(
    ("options", "labels"),
    [
        (["--municipality", "991"], ["a", "gør", "b"]),
        (["--across"], ["c"]),
        (["--kind", "recommendation"], ["gør"]),
        (["--code", "plan"], ["a", "gør"]),
        (["--code", "dobbelt"], ["gør"]),
        (["--municipality", "kvistsund", "--kind", "finding", "--code", "guide"], ["b"]),
    ],
)
def test_only_some(run: Run, talk: Source, project: Path, options: list[str], labels: list[str]) -> None:
    add(run, label="b", code="guide")
    add(run, label="a")
    add(run, "--recommendation", label="gør", code="plan.dobbelt")
    run(*FINDINGS, "add", "--across", "--code", "guide", "--label", "c")
    for words in ([], ["list"]):
        assert [row[4] for row in rows(run(*FINDINGS, *words, *options).out)] == labels
        assert [one["label"] for one in run(*FINDINGS, *words, *options, "--json").json] == labels


def test_shown_whole(run: Run, talk: Source, store: Store, project: Path) -> None:
    accept(store, talk)
    add(
        run,
        "--recommendation",
        *("--body", "Aftal ét sted.\nOg luk det andet."),
        *("--codes", "plan.dobbelt", "--codes", "guide", "--source", "fg1"),
        *("--criterion", "Ingen skriver to gange.", "--owner", "Ungeenhedens leder"),
        label="Skriv ét sted",
    )
    one = only(store)
    assert run(*FINDINGS, "show", one.id[:8]).out.splitlines() == [
        "Skriv ét sted",
        "Aftal ét sted.",
        "Og luk det andet.",
        "",
        "Municipality: Kvistsund",
        "Kind: recommendation",
        "Code: plan",
        "Rests on: 1 statement in 1 source",
        "Codes: plan.dobbelt, guide",
        "Sources: fg1",
        "Success criterion: Ingen skriver to gange.",
        "Owner: Ungeenhedens leder",
        "Written by: Maja",
        f"Id: {one.id}",
    ]
    assert run(*FINDINGS, "show", one.id, "--json").json == {
        "id": one.id,
        "municipality": "Kvistsund",
        "kind": "recommendation",
        "code": "plan",
        "label": "Skriv ét sted",
        "body": "Aftal ét sted.\nOg luk det andet.",
        "codes": ["plan.dobbelt", "guide"],
        "sources": ["fg1"],
        "success_criterion": "Ingen skriver to gange.",
        "owner": "Ungeenhedens leder",
        "person": "Maja",
        "behind": {"statements": 1, "sources": 1},
    }


def test_edited_and_removed(run: Run, talk: Source, store: Store, project: Path) -> None:
    add(run, "--recommendation", "--codes", "guide", "--source", "fg1", "--owner", "Lederen")
    id = only(store).id[:8]
    done = run(*FINDINGS, "edit", id)
    assert (done.code, done.err) == (0, "Nothing to change.\n")
    done = run(*FINDINGS, "edit", id, "--finding", "--label", "Andet", "--codes", "", "--source", "", "--owner", "")
    assert (done.code, done.out, done.err) == (0, "", f"Changed {id}.\n")
    one = only(store)
    assert (one.kind.value, one.label, one.code, one.codes, one.sources, one.owner) == (
        *("finding", "Andet", "plan"),
        *((), (), ""),
    )
    assert run("undo").out == "Took back: changed a finding (Kvistsund · plan)\n"
    done = run(*FINDINGS, "remove", id)
    assert (done.code, done.out, done.err) == (0, "", f"Removed {id}: Planen skrives to steder\n")
    assert findings(store) == []
    shown = run("log", "-n", "3").out
    assert [part for part in ("took a finding away", "undid", "changed a finding (undone)") if part not in shown] == []


@pytest.mark.parametrize(
    ("typed", "code", "told"),
    [
        (["add", "--code", "plan", "--label", "a"], 2, "Name a municipality, or say --across."),
        (
            ["add", "Kvistsund", "--across", "--code", "plan", "--label", "a"],
            2,
            "Name a municipality, or say --across.",
        ),
        (["--municipality", "Kvistsund", "--across"], 2, "Name a municipality, or say --across."),
        (["add", "Kvistsund", "--label", "a"], 2, "--code"),
        (["add", "Kvistsund", "--code", "plan", "--label", " "], 2, "A finding needs a label"),
        (["add", "Kvitsund", "--code", "plan", "--label", "a"], 1, "Did you mean Kvistsund?"),
        (["add", "Kvistsund", "--code", "guied", "--label", "a"], 1, "Did you mean guide?"),
        (["add", "Kvistsund", "--code", "plan", "--label", "a", "--source", "fgg1"], 1, "Did you mean fg1?"),
        (["show", "abcdef"], 1, "There is no finding “abcdef” in this project."),
        (["remove", ""], 1, "There is no finding “” in this project."),
        (["import", "nowhere.yaml"], 1, "nowhere.yaml"),
        (["exprot"], 2, "Did you mean export?"),
    ],
)
def test_refusals(run: Run, talk: Source, project: Path, typed: list[str], code: int, told: str) -> None:
    done = run(*FINDINGS, *typed)
    assert (done.code, done.out) == (code, "")
    assert told in done.err


def test_out_to_a_file_and_in_again(run: Run, talk: Source, store: Store, project: Path, tmp_path: Path) -> None:
    add(run, "--codes", "guide", "--source", "fg1", "--body", "Brød:\n\ntekst")
    run(*FINDINGS, "add", "--across", "--code", "guide", "--label", "Guiden bliver")
    before, file = findings(store), tmp_path / "fund.yaml"
    done = run(*FINDINGS, "export", str(file))
    assert (done.code, done.out, done.err) == (0, "", f"Wrote {file}.\n")
    assert run(*FINDINGS, "export").out == file.read_text(encoding="utf-8")
    assert run(*FINDINGS, "export", "--across").out == "across:\n- code: guide\n  label: Guiden bliver\n"
    assert run(*FINDINGS, "export", str(file)).code == 1
    assert run(*FINDINGS, "export", str(file), "--force").err.splitlines()[1] == f"The earlier file is {file}~."
    assert run(*FINDINGS, "import", str(file)).err == "0 added, 0 changed, 2 as they were.\n"
    for one in before:
        run(*FINDINGS, "remove", one.id)
    done = run(*FINDINGS, "import", str(file), "--json")
    assert done.json == {"added": 2, "changed": 0, "unchanged": 0, "reworded": []}
    assert findings(store) == before
    run(*FINDINGS, "edit", before[0].id, "--label", "Nyt")
    assert run(*FINDINGS, "import", str(file)).err == (
        "0 added, 0 changed, 1 as they were.\n"
        "Left as it reads in the project, where it was reworded since: Planen skrives to steder\n"
    )
    run("undo")
    assert run("undo").out == "Took back: brought in findings (Kvistsund · plan · guide)\n"
    assert findings(store) == []


def test_what_is_wrong_with_a_file_is_said_with_its_line(run: Run, talk: Source, project: Path, tmp_path: Path) -> None:
    file = tmp_path / "f.yaml"
    file.write_text("municipalities:\n  Kvistsund:\n  - code: plan\n    label: a\n    sources: [fgg1]\n")
    done = run(*FINDINGS, "import", str(file))
    assert (done.code, done.out) == (1, "")
    assert done.err == (
        "Error: f.yaml, line 5: There is no source “fgg1” of this municipality. Did you mean fg1?\n"
        "Mend the file in a text editor and try again; nothing was changed.\n"
    )


def test_hostile_words_are_kept_and_safe_to_show(run: Run, talk: Source, store: Store, project: Path) -> None:
    add(run, "--body", f"a\n{HOSTILE}", "--criterion", HOSTILE, "--owner", HOSTILE, label=HOSTILE)
    one = only(store)
    assert (one.label, one.body, one.success_criterion, one.owner) == (HOSTILE, f"a\n{HOSTILE}", HOSTILE, HOSTILE)
    typed: tuple[list[str], ...] = (
        *([], ["--json"], ["show", one.id], ["show", one.id, "--json"], ["export"]),
        *(["show", HOSTILE], ["add", HOSTILE, "--code", "plan", "--label", "a"], ["import", HOSTILE]),
        *(["--code", HOSTILE], ["edit", one.id, "--source", HOSTILE], ["remove", one.id]),
    )
    for words in typed:
        done = run(*FINDINGS, *words)
        assert _OBEYED.search(done.out + done.err) is None, words
    run("undo")
    assert run(*FINDINGS, "--json").json[0]["label"] == HOSTILE
