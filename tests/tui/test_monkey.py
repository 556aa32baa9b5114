"""Somebody who presses anything: nothing is raised, nothing stands still, and the project stays whole."""

import asyncio
import os
import time
from collections import deque
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from random import Random

import pytest

from tests.tui.conftest import press, settled, sitting, told
from tests.tui.witness import begin, enrich, how_many, watched
from workbench.store import Store, check

SEED = 20261122
LONGER = 10 if os.environ.get("HYPOTHESIS_PROFILE") == "soak" else 1
PRESSES = {"project": 4_500 * LONGER, "demo_project": 500 * LONGER}
"""In the small project, whose every place is soon found, and in the demo, where there is more to stumble over."""
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


@pytest.mark.parametrize("where", PRESSES)
def test_anything_pressed(where: str, request: pytest.FixtureRequest) -> None:
    root: Path = request.getfixturevalue(where)
    chance = Random(SEED)
    keys = [chance.choice(OFTEN if chance.random() < 0.55 else SOMETIMES) for _ in range(PRESSES[where])]

    async def story() -> None:
        slowest, left = (0.0, "", ""), deque(batched(keys, BURST))
        while left:  # whoever finds the command to leave comes back
            async with sitting(root, screen="transcript", size=chance.choice(((80, 24), (120, 36)))) as (app, pilot):
                while left and app.is_running:
                    began, burst, where = time.thread_time(), left.popleft(), app.place.SCOPE
                    for key in burst:
                        app.simulate_key(key)
                    await pilot.pause()
                    slowest = max(slowest, ((time.thread_time() - began) / len(burst), " ".join(burst), where))
                    # A dialogue waits for its answer.
                    if app.is_running and chance.random() < SETTLE and app.screen is app.place:
                        await settled(pilot)
            assert not app.return_code
        assert slowest[0] < STILL, slowest

    told(story)
    with Store.open(root, person="Maja") as store:
        assert check(store).faults == ()


DIALOGUES = {
    "go to": ("fg2", ("g",)),
    "help": ("fg2", ("question_mark",)),
    "palette": ("fg2", ("ctrl+p",)),
    "palette, found": ("history", ("ctrl+p", *"undo")),
    "code": ("fg2", ("tab", "c")),
    "pin": ("codebook", ("p",)),
    "memo": ("fg2", ("tab", "m", "x")),
    "source": ("fg2", ("l",)),
    "words": ("quotes", ("slash", "x")),
    "light edit": ("quotes", ("e", "x")),
    "code form": ("codebook", ("e", "x")),
    "example": ("codebook", ("n", "x")),
    "import": ("sources", ("i", *"~/fg3.txt", "enter")),
    "question": ("sources", ("i", *"~/ny.txt", "enter", "ctrl+s")),
    "source form": ("sources", ("e", "x")),
    "speakers": ("sources", ("s",)),
    "speaker": ("sources", ("s", "down", "enter")),
    "outcome": ("sources", ("r",)),
}
"""Where each is, and the keys that open it."""
BURSTS = (["escape"] * 3, ["enter"] * 3, ["ctrl+s"] * 3, ["y", "y", "n"], ["1", "1", "2"])


@pytest.mark.parametrize("dialogue", DIALOGUES)
def test_a_dialogue_answers_once_however_often_a_key_comes(
    dialogue: str, project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    root = enrich(project, tmp_path / "home")
    at, way = DIALOGUES[dialogue]

    async def story() -> list[int]:
        written = []
        async with watched(root, at) as witness:
            for burst in BURSTS:
                await begin(witness, at)
                await press(witness.pilot, *way)
                before = how_many(witness.app)
                for key in burst:
                    witness.app.simulate_key(key)
                await settled(witness.pilot)
                written.append(how_many(witness.app) - before)
            assert witness.app.is_running
        return written

    assert max(asyncio.run(story())) <= 1
    with Store.open(root, person="Maja") as store:
        assert check(store).faults == ()
