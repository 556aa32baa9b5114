"""The whole workbench on the large project: what a key costs on each screen, with all that stands around."""

import asyncio
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from textual.worker import WorkerError

from benchmarks.screen.enormous import LARGE
from benchmarks.screen.pressing import ToNobody, press_all, still, sweeps
from workbench import i18n

SIZE = (140, 45)
PERSON = "Koder"
WITHIN = 60
"""Code points a passage: the transcript is opened about in the middle of the enormous source."""

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
        "least sure first": ["o"],
        "accept": ["y"] * 30,
        "reject": ["x"] * 30,
        "no code, or go on": ["n", "enter"] * 15,
        "undo it": ["u"] * 30,
    },
    "overview": {"a row down": ["down"] * 9 + ["up"] * 9, "a level down and back": ["enter", "escape"] * 10},
    "quotes": {"a row down": ["down"] * 60, "a page down": ["pagedown"] * 30, "star it": ["s"] * 20},
    "codebook": {"a row down": ["down"] * 25 + ["up"] * 25},
    "sources": {"a row down": ["down"] * 60, "a page down": ["pagedown"] * 4 + ["pageup"] * 4},
    "history": {"a row down": ["down"] * 60, "a page down": ["pagedown"] * 10},
}
"""What is done on each screen, and the keys for it."""


def prepare(root: Path, screen: str) -> None:
    """Let somebody have been on this screen last, in the midst of the enormous source."""
    from workbench.store import Store, sources
    from workbench.tui.last import Last, last_file, remember

    with Store.open(root, person=PERSON) as store:
        large = next(one for one in sources(store) if one.name == LARGE)
        last = Last().at(screen=screen, source=large.id, place=int(large.passages * WITHIN))
        remember(last_file(store.settings.id, PERSON), last)


def measure(root: Path, plans: Mapping[str, Sequence[str]]) -> dict[str, Any]:
    """What keys cost on the screen that was prepared: to be called in a process of its own."""
    from workbench.tui import application

    i18n.use("da")
    app = application(root, PERSON)
    app.driver_class = ToNobody
    found: dict[str, Any] = {}

    async def walk(pilot: Any) -> None:
        await pilot.pause()
        found["first paint"] = ToNobody.first
        await app.workers.wait_for_complete()
        await pilot.pause()
        found["complete"] = time.process_time()
        app.desk.settle()
        still()
        with sweeps() as taken:
            for name, keys in plans.items():
                found[name] = await press_all(app, keys)
                with suppress(WorkerError):  # one that was asked again is cancelled
                    await app.workers.wait_for_complete()
                await pilot.pause()
        found["longest sweep"] = max(taken, default=0.0)
        app.exit()

    asyncio.run(app.run_async(size=SIZE, auto_pilot=walk, mouse=False))
    return found


def following(root: Path, times: int = 20) -> list[float]:
    """Milliseconds until the source has new suggestions after a decision, once what was learned before is there."""
    from workbench.store import Store, passages, sources, stored_codes
    from workbench.workflow.decide import set_code
    from workbench.workflow.learn import Learner

    taken = []
    with Store.open(root, person=PERSON) as store:
        large = next(one for one in sources(store) if one.name == LARGE)
        code = next(one for one in stored_codes(store) if one.area != one.code)
        learner = Learner(store)
        learner.settle()
        for passage in passages(store, large.revision)[1000 : 1000 + times]:
            set_code(store, large, passage.place, code)
            began = time.perf_counter()
            learner.decided(large, passage)
            taken.append((time.perf_counter() - began) * 1000)
            learner.settle()
    return taken
