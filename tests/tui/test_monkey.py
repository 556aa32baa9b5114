"""Somebody who presses anything: nothing is raised, nothing stands still, and the project stays whole."""

import os
import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from random import Random

from tests.tui.conftest import settled, sitting, told
from workbench.store import Store, check
from workbench.tui.screens.base import DeskScreen

SEED = 20261122
PRESSES = 50_000 if os.environ.get("HYPOTHESIS_PROFILE") == "soak" else 5_000
BURST = 8
"""Presses that come at once."""
SETTLE = 0.05
"""How often somebody waits for what a burst set off."""
STILL = 1.0
"""Seconds of the screen's own work that one key may cost: a screen that answers later seems frozen."""

LETTERS = "abcdefghijklmnopqrstuvwxyzæøå"
OFTEN = (
    "down", "up", "left", "right", "enter", "escape", "tab", "shift+tab", "pagedown", "pageup", "home", "end", "space",
    "f1", "f2", "f3", "f4", "f5", "f6", "f7",
)  # fmt: skip
SOMETIMES = (
    *LETTERS, *LETTERS.upper(), *"0123456789", "question_mark", "slash", "full_stop", "comma", "minus", "plus",
    "delete",
    "backspace", "ctrl+r", "ctrl+p", "f9", "f10", "shift+down", "shift+right", "ctrl+s",
)  # fmt: skip
"""Everything but what leaves the program."""


def batched(keys: list[str], size: int) -> Iterator[list[str]]:
    several = iter(keys)
    while burst := list(islice(several, size)):
        yield burst


def test_anything_pressed(project: Path) -> None:
    chance = Random(SEED)
    keys = [chance.choice(OFTEN if chance.random() < 0.55 else SOMETIMES) for _ in range(PRESSES)]

    async def story() -> None:
        slowest = (0.0, "", "")
        async with sitting(project, size=chance.choice(((80, 24), (120, 36)))) as (app, pilot):
            for burst in batched(keys, BURST):
                began = time.thread_time()
                for key in burst:
                    app.simulate_key(key)
                await pilot.pause()
                taken = (time.thread_time() - began) / len(burst)
                where = next(one.SCOPE for one in reversed(app.screen_stack) if isinstance(one, DeskScreen))
                slowest = max(slowest, (taken, " ".join(burst), where))
                if chance.random() < SETTLE and app.screen is app.place:  # a dialogue waits for its answer
                    await settled(pilot)
            assert app.is_running
        assert slowest[0] < STILL, slowest

    told(story)
    with Store.open(project, person="Maja") as store:
        assert check(store).faults == ()
