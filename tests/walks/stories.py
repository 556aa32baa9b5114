"""What the walks on the screen are told with: where somebody is, what they look for, and power cuts.

A power cut ends a story that is played in a process of its own, by killing that process.
"""

import os
import signal
from collections.abc import Awaitable, Callable
from multiprocessing import get_context
from typing import Any, NoReturn

from tests.tui.conftest import screen_text
from workbench.store import Source, Store, sources
from workbench.tui.app import WorkbenchApp


def title(app: WorkbenchApp) -> str:
    """Where one is, as the line at the top says it."""
    return screen_text(app).splitlines()[0].strip()


def source_named(store: Store, name: str) -> Source:
    """The source with this name."""
    return next(one for one in sources(store) if one.name == name)


def cut_power() -> NoReturn:
    """End this process where it is: it closes nothing, writes nothing more."""
    os.kill(os.getpid(), signal.SIGKILL)
    raise AssertionError("a killed process goes on")


def until_power_is_cut(story: Callable[..., Awaitable[None]], *given: Any) -> None:
    """Play a story that ends with `cut_power`. What it is given must be plain values, and it a module's own function.

    The process is a fresh one, not a copy of this one: threads that run here would be missing there.
    """
    process = get_context("spawn").Process(target=_play, args=(story, given))
    process.start()
    process.join()
    assert process.exitcode == -signal.SIGKILL, f"the story stopped before the power was cut: {process.exitcode}"


def _play(story: Callable[..., Awaitable[None]], given: tuple[Any, ...]) -> None:
    import asyncio

    async def play() -> None:
        await story(*given)

    asyncio.run(play())
