"""The whole workbench on the large project: what a key costs on each screen, with all that stands around."""

import asyncio
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from benchmarks.screen.pressing import ToNobody, press_all, still
from benchmarks.screen.project import LARGE, PERSON
from workbench import i18n

SIZE = (140, 45)
STARTS_AT = 1_800_000
"""Where in the enormous source the transcript is opened: in the midst of it."""

PLANS: Mapping[str, Mapping[str, Sequence[str]]] = {
    "transcript": {
        "a row down": ["down"] * 60,
        "a page down": ["pagedown"] * 40,
        "a sentence": ["right_parenthesis"] * 40,
        "select row by row": ["space"] + ["down"] * 40 + ["escape"],
        "next suggestion": ["tab"] * 40,
        "add a coding": ["right_parenthesis", "1"] * 40,
        "undo it": ["u"] * 40,
        "accept a suggestion": ["tab", "y"] * 30,
        "undo that": ["u"] * 30,
    },
    "review": {
        "accept": ["y"] * 30,
        "reject": ["x"] * 30,
        "no code": ["n"] * 30,
        "undo it": ["u"] * 30,
    },
    "overview": {"a row down": ["down"] * 9 + ["up"] * 9, "a level down and back": ["enter", "escape"] * 10},
    "quotes": {"a row down": ["down"] * 60, "a page down": ["pagedown"] * 30, "star it": ["asterisk"] * 20},
    "codebook": {"a row down": ["down"] * 25 + ["up"] * 25},
    "sources": {"a row down": ["down"] * 60, "a page down": ["pagedown"] * 4 + ["pageup"] * 4},
    "history": {"a row down": ["down"] * 60, "a page down": ["pagedown"] * 10},
}
"""What is done on each screen, and the keys for it."""


def measure(root: Path, screen: str, plans: Mapping[str, Sequence[str]]) -> dict[str, Any]:
    """What keys cost on one screen of this project: to be called in a process of its own."""
    from workbench.store import Store, sources
    from workbench.tui.app import WorkbenchApp
    from workbench.tui.last import Last, last_file, remember

    i18n.use("da")
    with Store.open(root, person=PERSON) as store:
        large = next(one for one in sources(store) if one.name == LARGE)
        remember(
            last_file(store.settings.id, PERSON),
            Last().at(screen=screen, source=large.id, place=STARTS_AT),
        )
    app = WorkbenchApp(root, PERSON)
    app.driver_class = ToNobody
    found: dict[str, Any] = {}

    async def walk(pilot: Any) -> None:
        await pilot.pause()
        await app.workers.wait_for_complete()
        await pilot.pause()
        app.desk.settle()
        still()
        for name, keys in plans.items():
            found[name] = await press_all(app, keys)
        app.exit()

    asyncio.run(app.run_async(size=SIZE, auto_pilot=walk, mouse=False))
    return found
