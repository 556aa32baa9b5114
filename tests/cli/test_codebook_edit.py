"""workbench codebooks edit and example."""

from pathlib import Path

from tests.cli.conftest import Run
from workbench.store import Source


def test_a_code_is_said_anew(run: Run, project: Path) -> None:
    done = run("codebooks", "edit", "plan", "--definition", "Om planen.", "--exclude", "dagsplaner -> guide")
    assert (done.code, done.out.splitlines(), done.err) == (
        0,
        [
            "plan  definition",
            "    - Om den ene plan for den unge.",
            "    + Om planen.",
            "plan  what does not belong to it",
            "    + dagsplaner → guide",
        ],
        "The project codes by proeve 0.2.0 now.\n",
    )
    again = run("codebooks", "edit", "plan", "--definition", "Om planen.")
    assert (again.code, again.out, again.err) == (0, "", "Nothing to change.\n")


def test_codings_to_look_at_again_are_counted(run: Run, project: Path, talk: Source) -> None:
    run("code", "fg1", "2", "plan.dobbelt")
    done = run("codebooks", "edit", "dobbelt", "--definition", "To gange.", "--json")
    assert done.json == {
        "codebook": "proeve",
        "code": "plan.dobbelt",
        "old": "0.1.0",
        "new": "0.2.0",
        "bump": "minor",
        "changes": ["definition"],
        "look_again": 1,
    }


def test_an_example_is_added_and_taken_back(run: Run, project: Path) -> None:
    done = run("codebooks", "example", "guide", "Hun ringer altid.", "--codebook", "proeve")
    assert (done.code, done.out, done.err) == (
        0,
        "guide  examples\n    + Hun ringer altid.\n",
        "The project codes by proeve 0.1.1 now.\n"
        "An example goes wherever the codebook goes: see that it points to nobody.\n",
    )
    assert "added an example to a code" in run("undo").out + run("log").out
    assert run("codebooks", "show", "proeve", "--json").json[0]["version"] == "0.1.0"


def test_what_is_refused(run: Run, project: Path) -> None:
    assert run("codebooks", "edit", "plan").code == 2
    assert run("codebooks", "edit", "planen", "--definition", "x").code == 1
    assert run("codebooks", "example", "plan", "x", "--codebook", "anden").err == (
        "Error: The project does not code by anden.\nAdd it with: workbench codebooks add CODEBOOK\n"
    )
    assert run("codebooks", "edit", "plan", "--exclude", "x -> gide").code == 1
