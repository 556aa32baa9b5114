"""What ships: the wheel holds the material, the templates and the catalogues, and works from anywhere."""

import subprocess
import sys
import zipfile
from pathlib import Path

HOUSE = Path(__file__).parents[2]


def test_the_wheel_holds_everything_and_works(tmp_path: Path) -> None:
    built = subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)],
        cwd=HOUSE,
        capture_output=True,
        text=True,
    )
    assert built.returncode == 0, built.stderr
    (wheel,) = tmp_path.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
        archive.extractall(tmp_path / "site")
    assert names >= {
        "workbench/shipped/codebooks/kui-fire-fokusomraader.yaml",
        "workbench/shipped/codebooks/roles.yaml",
        "workbench/shipped/codebooks/crosswalk.yaml",
        "workbench/shipped/codebooks/no-code.yaml",
        "workbench/codebook/journey_schema.json",
        "workbench/shipped/transcripts/municipalities.yaml",
        "workbench/shipped/transcripts/findings.yaml",
        "workbench/shipped/transcripts/kvistsund/ungerejse-a.txt",
        "workbench/shipped/transcripts/kvistsund/ungerejse-a.gold.jsonl",
        "workbench/shipped/journeys/README.md",
        "workbench/store/schema.sql",
        "workbench/reports/house.docx",
        "workbench/locale/da/LC_MESSAGES/workbench.mo",
        "workbench/locale/da/LC_MESSAGES/click.mo",
    }
    assert not [name for name in names if name.startswith(("tests/", "benchmarks/"))]
    done = subprocess.run(
        [sys.executable, "-c", "import workbench, workbench.__main__ as m; print(workbench.__file__); m.main()",
         "codebooks", "--lang", "da"],
        cwd=tmp_path,
        env={"PYTHONPATH": str(tmp_path / "site"), "HOME": str(tmp_path)},
        capture_output=True,
        text=True,
    )  # fmt: skip
    assert done.stdout.startswith(str(tmp_path / "site")), done.stderr
    assert "kui-fire-fokusomraader" in done.stdout
