"""The demo, made once for all walks that read it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """The program in a process of its own, in this folder."""
    return subprocess.run(
        [sys.executable, "-m", "workbench", *arguments],
        cwd=folder,
        env={
            **os.environ,
            "WORKBENCH_LANG": "en",
            "WORKBENCH_PERSON": "Maja",
            "PYTHONPATH": os.pathsep.join(sys.path),
            "XDG_STATE_HOME": str(folder.parent),
            "XDG_CONFIG_HOME": str(folder.parent),
        },
        capture_output=True,
        text=True,
    )


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which the demo was made, with what it answered beside it."""
    folder = tmp_path_factory.mktemp("here")
    done = run(folder, "demo", "--json")
    assert done.returncode == 0, done.stderr
    (folder / "answer.json").write_text(done.stdout, encoding="utf-8")
    return folder
