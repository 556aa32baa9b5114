"""What is shown once the keys rest: of many files it costs more than a key may."""

from asyncio import sleep
from collections.abc import Callable

from textual.widget import Widget

RESTED = 0.15
"""Seconds without a key."""


def once_rested(widget: Widget, show: Callable[[], None]) -> None:
    """Call this when nothing asks for it again for a while; a later call for the same takes the place of this one."""

    async def rested() -> None:
        await sleep(RESTED)
        show()

    widget.run_worker(rested(), exclusive=True, group=show.__name__)
