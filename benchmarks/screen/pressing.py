"""Pressing a key in an application and finding out what that cost, until the last of it is painted."""

import asyncio
import gc
import os
import statistics
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, ClassVar

from textual import events
from textual.drivers.headless_driver import HeadlessDriver

LONGEST = 0.4
"""Seconds that a key may take to be painted before it counts as one that changes nothing."""
WHOLE = 2_000
"""Code points that are at least written for a whole screen of the workbench."""
SECOND = 0.04
"""Seconds after the first painting in which a second one belongs to the same key."""


class ToNobody(HeadlessDriver):
    """Paints in full, as for a terminal, and notes when and how much."""

    written: list[tuple[float, int]] = []  # noqa: RUF012 — there is one screen in a process
    first: ClassVar[float] = 0.0
    """Seconds of processor time, of all threads, when a whole screen had been painted for the first time."""

    @property
    def is_headless(self) -> bool:
        return False

    def write(self, data: str) -> None:
        self.written.append((time.thread_time(), len(data.encode())))
        if not ToNobody.first and len(data) > WHOLE:
            ToNobody.first = time.process_time()


@dataclass(frozen=True, slots=True)
class Cost:
    """What keys of one kind cost: milliseconds of the main thread's processor time, and bytes written."""

    times: Sequence[float]
    sizes: Sequence[int]

    @property
    def median(self) -> float:
        return statistics.median(self.times)

    @property
    def p95(self) -> float:
        return statistics.quantiles(self.times, n=20)[-1] if len(self.times) > 1 else self.times[0]

    @property
    def size(self) -> float:
        return statistics.median(self.sizes)

    def __str__(self) -> str:
        return f"{self.median:.1f} / {self.p95:.1f}"


async def press_all(app: Any, keys: Iterable[str]) -> list[tuple[float, int]]:
    """The cost of each of these keys, one after the other."""
    return [await _press(app, key) for key in keys]


async def _press(app: Any, key: str) -> tuple[float, int]:
    await asyncio.sleep(0.005)
    ToNobody.written.clear()
    began, until = time.thread_time(), time.perf_counter() + LONGEST
    app.post_message(events.Key(key, key if len(key) == 1 else None))
    while not ToNobody.written and time.perf_counter() < until:
        await asyncio.sleep(0)
    if not ToNobody.written:
        return 0.0, 0
    await asyncio.sleep(SECOND)
    return (ToNobody.written[-1][0] - began) * 1000, sum(size for _at, size in ToNobody.written)


def still() -> None:
    """From now on the collector looks at nothing that is there already."""
    gc.collect()
    gc.freeze()


@contextmanager
def sweeps() -> Iterator[list[float]]:
    """Milliseconds that each sweep of the collector takes meanwhile, in whichever thread."""
    taken: list[float] = []
    began = 0.0

    def note(phase: str, _about: object) -> None:
        nonlocal began
        if phase == "start":
            began = time.perf_counter()
        else:
            taken.append((time.perf_counter() - began) * 1000)

    gc.callbacks.append(note)
    try:
        yield taken
    finally:
        gc.callbacks.remove(note)


def resident() -> float:
    """Megabytes of this process in memory."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20
