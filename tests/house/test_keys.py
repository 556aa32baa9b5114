"""docs/keys.md tells every key of the screen."""

import runpy
from pathlib import Path

DOCS = Path(__file__).parents[2] / "docs"


def test_the_page_of_keys_is_what_the_actions_say() -> None:
    made = runpy.run_path(str(DOCS / "keys.py"))["page"]()

    assert (DOCS / "keys.md").read_text(encoding="utf-8") == made, "run: make keys"
