"""A folder is stored, so that its codes have a parent, and cannot be set."""

import pytest

from workbench.codebook import Codebook, parse
from workbench.errors import UsageError
from workbench.store import Store, add_codebook, check, stored_codes
from workbench.workflow.lookup import find_code, find_theme

FOLDER = "  definition: Om den ene plan for den unge.\n  keywords: [plan, handleplan]\n"


def foldered(book: Codebook, version: str = "0.2.0") -> Codebook:
    """The trial codebook with `plan` as a folder."""
    before, _, after = book.yaml.partition(FOLDER)
    after = after[after.index("  codes:") :]
    text = f"{before}  definition: Om den ene plan.\n  folder: true\n{after}"
    return parse(text.replace("version: 0.1.0", f"version: {version}"))


@pytest.fixture
def folders(store: Store, codebook: Codebook) -> Store:
    with store.command("codebooks add") as command:
        add_codebook(command, foldered(codebook))
    return store


def test_only_what_can_be_set_is_offered(folders: Store) -> None:
    assert [(one.code, one.area, one.folder) for one in stored_codes(folders)] == [
        ("plan.dobbelt", "plan", False),
        ("guide", "guide", False),
    ]
    assert [(one.code, one.area, one.folder) for one in stored_codes(folders, folders=True)] == [
        ("plan", "plan", True),
        ("plan.dobbelt", "plan", False),
        ("guide", "guide", False),
    ]
    assert check(folders).faults == ()


@pytest.mark.parametrize("typed", ["plan", "PLAN", "én plan", "One plan"])
def test_a_folder_that_is_typed_is_refused_with_its_codes(folders: Store, typed: str) -> None:
    with pytest.raises(UsageError) as refused:
        find_code(folders, typed)
    assert (refused.value.message, refused.value.hint) == (
        "“plan” only holds other codes and is never set itself.",
        "Its codes: plan.dobbelt",
    )
    assert find_theme(folders, typed).code == "plan"
    assert find_code(folders, "dobbelt").code == "plan.dobbelt"
