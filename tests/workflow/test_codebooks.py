"""Which codebook somebody means, and how good it is."""

from pathlib import Path

import pytest

from tests.conftest import CODEBOOK
from workbench.codebook import Codebook, load, parse
from workbench.errors import NotFoundError, WorkbenchError
from workbench.store import Store, current_codebooks
from workbench.workflow.codebooks import add, lint_named, meant, own_codebooks
from workbench.workflow.writing import write_new


def test_a_codebook_is_meant_by_id_version_or_file(store: Store, codebook: Codebook, tmp_path: Path) -> None:
    file = tmp_path / "min.yaml"
    file.write_text(CODEBOOK.replace("Om den ene", "Om en"))
    assert meant(store, "proeve") == meant(store, "proeve@0.1.0") == codebook
    assert meant(store, str(file)) == load(file)
    assert meant(None, "kui-fire-fokusomraader") == load("kui-fire-fokusomraader")


def test_the_projects_own_goes_before_a_shipped_one(store: Store) -> None:
    own = parse(CODEBOOK.replace("id: proeve", "id: kui-fire-fokusomraader"))
    add(store, own)
    assert meant(store, "kui-fire-fokusomraader") == own
    assert [book.id for book in own_codebooks(store)] == ["kui-fire-fokusomraader", "proeve"]
    assert [book.id for book in own_codebooks(None)] == [
        "kl-partnerskab-temaer",
        "kui-fire-fokusomraader",
        "praksiskatalog-temaer",
    ]


def test_a_version_that_is_not_kept(store: Store) -> None:
    with pytest.raises(NotFoundError) as refused:
        meant(store, "proeve@0.3.0")
    assert (refused.value.message, refused.value.hint) == (
        "The project has no version 0.3.0 of proeve.",
        "Known: 0.1.0.",
    )
    with pytest.raises(NotFoundError) as outside:
        meant(None, "proeve@0.1.0")
    assert outside.value.message == "proeve@0.1.0 is a version kept in a project, and there is no project here."


def test_the_same_version_with_other_content_is_refused(store: Store, codebook: Codebook) -> None:
    with pytest.raises(WorkbenchError) as refused:
        add(store, parse(CODEBOOK.replace("- id: guide", "- id: vejleder")))
    assert (refused.value.message, refused.value.hint) == (
        "The project has proeve 0.1.0 already, and this one is different.",
        "Raise its version to 1.0.0, then: workbench codebooks migrate FILE",
    )
    assert current_codebooks(store) == [codebook]


def test_lint_of_a_project_and_of_what_is_named(store: Store, tmp_path: Path) -> None:
    own = lint_named(store, ())
    assert [one.name for one in own] == ["proeve 0.1.0"]
    assert {each.rule for each in own[0].findings} == {"delimited", "examples"}
    file = tmp_path / "min.yaml"
    file.write_text(CODEBOOK)
    named = lint_named(store, ("proeve", str(file), "kui-fire-fokusomraader", "ungerejse", "crosswalk"))
    assert [(one.name, len(one.findings)) for one in named] == [
        ("proeve 0.1.0", len(own[0].findings)),
        ("min.yaml", len(own[0].findings)),
        ("kui-fire-fokusomraader.yaml", 0),
        ("ungerejse.yaml", 0),
        ("crosswalk.yaml", 0),
    ]


def test_without_a_project_everything_shipped_is_looked_at() -> None:
    assert [(one.name, one.findings) for one in lint_named(None, ())] == [
        ("kl-partnerskab-temaer.yaml", ()),
        ("kui-fire-fokusomraader.yaml", ()),
        ("praksiskatalog-temaer.yaml", ()),
        ("ungerejse.yaml", ()),
        ("crosswalk.yaml", ()),
    ]


def test_a_crosswalk_of_ones_own(tmp_path: Path) -> None:
    file = tmp_path / "crosswalk.yaml"
    file.write_text("crosswalk:\n- {from: kui-fire-fokusomraader, to: anden, map: {plan: [a]}}\n")
    [found] = lint_named(None, (str(file),))
    assert [(each.line, each.text) for each in found.findings] == [(2, "there is no codebook 'anden' here")]


def test_a_file_is_never_written_over_unasked(tmp_path: Path) -> None:
    file = tmp_path / "ud.yaml"
    assert write_new(file, "én") is None
    with pytest.raises(WorkbenchError) as refused:
        write_new(file, "to")
    assert (refused.value.message, refused.value.hint) == (
        f"There is a file {file} already.",
        "Choose another name, or say --force: the earlier file is then kept as ud.yaml~.",
    )
    assert write_new(file, "to", force=True) == tmp_path / "ud.yaml~"
    assert {one.name: one.read_text() for one in tmp_path.iterdir()} == {"ud.yaml": "to", "ud.yaml~": "én"}
    assert write_new(tmp_path / "ny.yaml", "tre", force=True) is None


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(WorkbenchError) as refused:
        write_new(tmp_path / "nej" / "ud.yaml", "én")
    assert refused.value.message == f"{tmp_path / 'nej' / 'ud.yaml'} could not be written: No such file or directory."
