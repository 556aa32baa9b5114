"""What is loaded when: help must not wait for what only some commands need."""

import subprocess
import sys

import pytest

HEAVY = (
    "spacy", "sklearn", "scipy", "numpy", "matplotlib", "docx", "docxtpl", "textual", "torch", "transformers",
    "sentence_transformers",
)  # fmt: skip
UNNEEDED = ("sqlite_utils", "yaml", "jsonschema", "rapidfuzz", "rich")


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["review", "--help"]])
def test_help_loads_nothing_heavy(arguments: list[str]) -> None:
    program = (
        "import sys; from workbench.__main__ import main; code = main(sys.argv[1:]);"
        f"print(code, [name for name in {HEAVY + UNNEEDED} if name in sys.modules], file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", program, *arguments], capture_output=True, text=True)
    assert done.stderr.splitlines()[-1] == "0 []"
    assert done.stdout != ""
