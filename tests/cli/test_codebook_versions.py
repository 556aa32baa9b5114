"""workbench codebooks diff, migrate and export."""

from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.conftest import CODEBOOK
from workbench.codebook import load
from workbench.store import Source

NEWER = CODEBOOK.replace("0.1.0", "0.2.0").replace("Om den ene plan for den unge.", "Om uddannelsesplanen.")
RETIRED = NEWER.replace("følger den unge.\n", "følger den unge.\n  retired: true\n  replaced_by: plan\n")


@pytest.fixture
def newer(tmp_path: Path) -> str:
    """The trial codebook, 0.2.0: another definition of `plan`."""
    file = tmp_path / "newer.yaml"
    file.write_text(NEWER)
    return str(file)


@pytest.fixture
def retired(tmp_path: Path) -> str:
    """As newer, and `guide` is replaced by `plan`."""
    file = tmp_path / "retired.yaml"
    file.write_text(RETIRED)
    return str(file)


def test_one_file_is_compared_with_the_projects(run: Run, project: Path, newer: str) -> None:
    done = run("codebooks", "diff", newer)
    assert (done.code, done.out.splitlines(), done.err) == (
        0,
        [
            "plan  definition · look at its codings again",
            "    - Om den ene plan for den unge.",
            "    + Om uddannelsesplanen.",
        ],
        "The version after 0.1.0 is 0.2.0.\n",
    )
    assert run("codebooks", "diff", newer, "--json").json == {
        "codebook": "proeve",
        "old": "0.1.0",
        "new": "0.2.0",
        "bump": "minor",
        "changes": [
            {
                "what": "definition",
                "code": "plan",
                "before": ["Om den ene plan for den unge."],
                "after": ["Om uddannelsesplanen."],
                "look_again": True,
            }
        ],
    }


def test_two_versions_are_compared(run: Run, project: Path, newer: str, retired: str) -> None:
    assert run("codebooks", "diff", newer, retired).out.splitlines() == [
        "guide  retired · look at its codings again",
        "    + plan",
    ]
    done = run("codebooks", "diff", "proeve@0.1.0", newer)
    assert done.out == run("codebooks", "diff", newer).out
    done = run("codebooks", "diff", newer, newer)
    assert (done.out, done.err) == ("", "Nothing changed.\n")


@pytest.mark.parametrize(
    ("refs", "code", "said"),
    [
        (
            ["kui-fire-fokusomraader", "{newer}"],
            2,
            "Error: kui-fire-fokusomraader and proeve are two codebooks, not two versions of one.\n",
        ),
        (["{newer}"] * 3, 2, "Error: Two versions are compared, not 3.\n"),
        (["proeve@9", "{newer}"], 1, "Error: The project has no version 9 of proeve.\nKnown: 0.1.0.\n"),
    ],
)
def test_what_cannot_be_compared(run: Run, project: Path, newer: str, refs: list[str], code: int, said: str) -> None:
    done = run("codebooks", "diff", *(ref.format(newer=newer) for ref in refs))
    assert (done.code, done.out, done.err) == (code, "", said)


def test_a_migration_says_what_to_look_at_again(run: Run, project: Path, talk: Source, newer: str) -> None:
    run("code", "fg1", "3", "plan")
    dry = run("codebooks", "migrate", newer, "--dry-run")
    assert dry.err == "Nothing was changed: this only says what would happen.\n"
    assert run("codebooks", "show").out.splitlines()[0] == "Trial codebook  (proeve 0.1.0)"
    done = run("codebooks", "migrate", newer, "--list")
    assert (done.code, done.err) == (0, "The project codes by proeve 0.2.0 now.\n")
    assert done.out.splitlines()[3:6:2] == ["", "─" * len(done.out.splitlines()[5])]
    words = [line.split() for line in done.out.splitlines()]
    assert words[4] == ["Look", "again", "at", "Why", "Codings"]
    assert words[6] == ["plan", "definition", "1"]
    assert words[-1] == ["fg1", "3", "88-116", "plan", "Maja", "0.1.0"]
    assert run("codebooks", "show").out.splitlines()[0] == "Trial codebook  (proeve 0.2.0)"
    assert run("log", "-n", "1").out.splitlines()[-1].split("  ")[2].strip() == "brought a codebook to a new version"
    assert run("check").code == 0


def test_a_migration_for_programs(run: Run, project: Path, talk: Source, retired: str) -> None:
    run("code", "fg1", "5", "guide")
    record = run("codebooks", "migrate", retired, "--move", "--json").json
    [coding] = record["look_again"][0].pop("codings")
    assert coding.pop("id")
    assert coding == {
        "source": "fg1", "passage": 5, "start": 138, "end": 179, "layer": "Maja", "version": "0.1.0",
    }  # fmt: skip
    assert [change["what"] for change in record.pop("changes")] == ["definition", "retired"]
    assert record == {
        "codebook": "proeve",
        "old": "0.1.0",
        "new": "0.2.0",
        "wanted": "0.2.0",
        "dry_run": False,
        "look_again": [{"code": "guide", "why": ["retired"]}],
        "replaced": [{"code": "guide", "by": "plan", "codings": 1}],
        "moved": True,
    }
    assert [one["code"] for one in run("quotes", "--json").json] == ["plan"]
    assert run("undo").code == 0
    assert [one["code"] for one in run("quotes", "--json").json] == ["guide"]
    assert run("check").code == 0


def test_codings_of_a_retired_code_stay_unless_told(run: Run, project: Path, talk: Source, retired: str) -> None:
    run("code", "fg1", "5", "guide")
    assert run("codebooks", "migrate", retired).err.splitlines() == [
        "1 coding of guide stays with it; --move gives it plan.",
        "The project codes by proeve 0.2.0 now.",
    ]
    assert run("codebooks", "migrate", retired, "--move").err.splitlines() == [
        "1 coding of guide was given plan.",
        "The project codes by proeve 0.2.0 now.",
    ]


def test_a_version_that_was_not_raised_is_refused(run: Run, project: Path, tmp_path: Path) -> None:
    file = tmp_path / "same.yaml"
    file.write_text(NEWER.replace("0.2.0", "0.1.0"))
    done = run("codebooks", "migrate", str(file))
    assert (done.code, done.out, done.err) == (
        1,
        "",
        "Error: The project has proeve 0.1.0 already, and this one is different.\n"
        "Raise its version number to 0.2.0 and try again.\n",
    )


def test_a_number_that_says_too_little_is_told(run: Run, project: Path, tmp_path: Path) -> None:
    file = tmp_path / "low.yaml"
    file.write_text(NEWER.replace("0.2.0", "0.1.1"))
    assert run("codebooks", "migrate", str(file)).err.splitlines()[0] == (
        "By its changes this version could be called 0.2.0."
    )


def test_export_to_stdout_is_to_the_letter(run: Run, project: Path) -> None:
    assert run("codebooks", "export", "proeve").out == CODEBOOK
    assert run("codebooks", "export", "proeve@0.1.0").out == CODEBOOK
    assert run("codebooks", "export", "kui-fire-fokusomraader").out == load("kui-fire-fokusomraader").yaml


def test_export_to_a_file(run: Run, project: Path, tmp_path: Path) -> None:
    file = tmp_path / "ud.yaml"
    done = run("codebooks", "export", "proeve", str(file))
    assert (done.code, done.out, done.err) == (0, "", f"Wrote {file}.\n")
    assert file.read_text() == CODEBOOK
    file.write_text("mit")
    done = run("codebooks", "export", "proeve", str(file))
    assert (done.code, done.err.splitlines()[0]) == (1, f"Error: There is a file {file} already.")
    assert file.read_text() == "mit"
    done = run("codebooks", "export", "proeve", str(file), "--force")
    assert done.err.splitlines() == [f"Wrote {file}.", f"The earlier file is {file}~."]
    assert (file.read_text(), (tmp_path / "ud.yaml~").read_text()) == (CODEBOOK, "mit")


def test_export_as_a_table(run: Run, project: Path, tmp_path: Path) -> None:
    head = "code,name_da,name_en,definition,include,exclude,keywords\r\n"
    rows = (
        'plan,Én plan,One plan,Om den ene plan for den unge.,,,"plan, handleplan"\r\n'
        'plan.dobbelt,Dobbeltdokumentation,Double documentation,Det samme skrives flere steder.,,,"dobbelt, to steder,'
        ' kopier*"\r\n'
        'guide,Én ungeguide,One youth guide,"Den ene voksne, der følger den unge.",,,"ungeguide, kontaktperson"\r\n'
    )
    assert run("codebooks", "export", "proeve", "--format", "table").out == head + rows
    file = tmp_path / "bilag.csv"
    run("codebooks", "export", "proeve", str(file), "--format", "table")
    assert file.read_bytes().decode("utf-8") == "\ufeff" + head + rows
