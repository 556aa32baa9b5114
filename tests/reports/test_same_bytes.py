"""The same project gives the same bytes, whatever the process: its hashes, its clock, its language, its folder."""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.journeys.told import felt, journey
from tests.reports.catalogue_field import field_phase, wrote
from workbench.store import municipalities, participant_named, set_journey

WAYS = (
    {"PYTHONHASHSEED": "0", "TZ": "UTC", "LANG": "C.UTF-8", "WORKBENCH_LANG": "da", "COLUMNS": "40"},
    {
        "PYTHONHASHSEED": "4711",
        "TZ": "Pacific/Kiritimati",
        "LANG": "da_DK.UTF-8",
        "LC_ALL": "C",
        "WORKBENCH_LANG": "en",
    },
)
"""Of an ordinary process, and of another one."""
FORMS = ("docx", "html", "md", "pdf", "svg", "png")
WROTE = (
    ("report", "Brændlyng", "--catalogue", "--outline", "full", "--figures"),
    ("report", "Brændlyng", "--language", "en"),
)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A field phase in three municipalities, with journeys and written findings."""
    with field_phase(tmp_path / "her", ("Brændlyng", "Gråskær", "Havrevig")) as store:
        where = next(one.id for one in municipalities(store) if one.name == "Brændlyng")
        with store.command("journeys import") as command:
            for number in range(6):
                young = participant_named(command, f"BR-U{number}", role="youth", centre="", age_group=None)
                told = journey(f"BR-U{number}", *felt("skole", -1), *felt("job", 1))
                set_journey(command, told, participant=young, municipality=where)
        wrote(store, "Brændlyng", "plan", "To steder", "De skriver det to gange.")
        wrote(store, None, "guide", "Én guide", "Giv alle én guide.", recommendation=True)
        return store.root


def written(project: Path, folder: Path, way: dict[str, str]) -> dict[str, str]:
    """What a process of its own writes from a copy of the project: a hash by file name."""
    copy = folder / "projekt"
    shutil.copytree(project, copy, ignore=shutil.ignore_patterns("reports"))
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG", "TZ"))}
    for arguments in WROTE:
        subprocess.run(
            [sys.executable, "-m", "workbench", "-p", copy, *arguments],
            env={
                **kept,
                "PYTHONPATH": os.pathsep.join(sys.path),
                "XDG_STATE_HOME": str(folder),
                "XDG_CONFIG_HOME": str(folder),
                "WORKBENCH_PERSON": "Maja",
                **way,
            },
            check=True,
            capture_output=True,
        )
    files = sorted((copy / "reports").iterdir())
    return {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in files}


def test_two_processes_write_the_same_bytes(project: Path, tmp_path: Path) -> None:
    first, second = (
        written(project, tmp_path / f"ude i verden {number}", way) for number, way in enumerate(WAYS, start=1)
    )

    assert first == second
    assert {name.rpartition(".")[2] for name in first} == {*FORMS}
    assert {name.rpartition(".")[0] for name in first if name.endswith("docx")} == {
        "katalog", "praksisrapport-braendlyng-fuld", "practice-report-braendlyng"
    }  # fmt: skip
    assert any("journey-line" in name for name in first)
