"""Imports go down: the contract holds, and it would be noticed if it did not."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

HOUSE = Path(__file__).parents[2]


def lint(folder: Path) -> subprocess.CompletedProcess[str]:
    """Run the contracts over a copy of the house."""
    program = Path(sys.executable).with_name("lint-imports")
    return subprocess.run(
        [str(program), "--no-cache"], cwd=folder, env={"PYTHONPATH": str(folder)}, capture_output=True, text=True
    )


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """A copy of the house to spoil."""
    shutil.copy(HOUSE / "pyproject.toml", tmp_path)
    shutil.copytree(HOUSE / "workbench", tmp_path / "workbench", ignore=shutil.ignore_patterns("__pycache__"))
    return tmp_path


def test_the_house_as_it_stands(house: Path) -> None:
    done = lint(house)
    assert (done.returncode, done.stdout.count("KEPT")) == (0, 2), done.stdout


@pytest.mark.parametrize(
    ("module", "line", "told"),
    [
        (
            "store/texts.py",
            "from workbench.suggest import Engine",
            "workbench.store is not allowed to import workbench.suggest",
        ),
        ("model/place.py", "import workbench.store", "workbench.model is not allowed to import workbench.store"),
        (
            "suggest/rows.py",
            "import workbench.coverage",
            "workbench.suggest is not allowed to import workbench.coverage",
        ),
        ("reports/choice.py", "import workbench.cli.show", "workbench.reports is not allowed to import workbench.cli"),
    ],
)
def test_an_import_upward_or_sideways_is_told(house: Path, module: str, line: str, told: str) -> None:
    with (house / "workbench" / module).open("a", encoding="utf-8") as file:
        file.write(f"\n{line}\n")
    done = lint(house)
    assert done.returncode == 1
    assert told in " ".join(done.stdout.split())


def test_a_room_nobody_planned_is_told(house: Path) -> None:
    (house / "workbench" / "utils").mkdir()
    (house / "workbench" / "utils" / "__init__.py").touch()
    done = lint(house)
    assert done.returncode == 1
    assert "workbench.utils" in done.stdout
