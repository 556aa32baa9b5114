"""Keys one after the other: none goes anywhere before what the one before it opened is there and has the focus.

Textual hands keys that arrive together to whatever has the focus then. Over a slow line, or from fast fingers, the
letters meant for a dialogue would go to the table behind it, and set codes there.
"""

from collections import deque
from functools import partial
from time import monotonic

from textual import events
from textual.app import App
from textual.message import Message
from textual.screen import Screen

LONGEST = 0.5
"""Seconds after which the next key goes on all the same: what had the focus may be gone, with its messages."""


class Through(Message):
    """The key before this went through every widget that might want it."""


class InTurn(App[None]):
    """An app whose keys wait for each other."""

    def __init__(self) -> None:
        super().__init__()
        self._held: deque[events.Key] = deque()
        self._under_way = 0
        """Number of the key that goes through the widgets; 0 when none does."""
        self._keys = 0
        self._began = 0.0
        self._on: Screen[object] | None = None
        """The screen that was open when that key was pressed."""

    @property
    def keys_wait(self) -> bool:
        """Whether keys are still on their way."""
        return bool(self._held) or (self._under_way != 0 and monotonic() - self._began < LONGEST)

    async def on_event(self, event: events.Event) -> None:
        if not isinstance(event, events.Key) or event.is_forwarded:
            await super().on_event(event)
        elif not self._held and (not self._under_way or monotonic() - self._began >= LONGEST):
            await self._hand_on(event)
        else:
            if not self._held:
                self.set_timer(max(0.001, self._began + LONGEST - monotonic()), partial(self._next, self._under_way))
            self._held.append(event)

    async def _hand_on(self, key: events.Key) -> None:
        self._keys += 1
        self._under_way, self._began, self._on = self._keys, monotonic(), self.screen
        target = self.focused or self.screen
        await super().on_event(key)
        if self.screen is not self._on:  # a key that goes before all others opened or closed something
            self.screen.call_after_refresh(self._next, self._keys)
        elif not target.post_message(Through()):
            await self._next(self._keys)

    def on_through(self) -> None:
        if not self.is_running:
            return
        if self.screen is self._on:
            self.call_later(self._next, self._under_way)  # behind a change of focus that was asked for
        else:
            self.screen.call_after_refresh(self._next, self._under_way)

    async def _next(self, number: int) -> None:
        """The key of this number is through: the next one, if one waits."""
        if number == self._under_way != 0:
            self._under_way = 0
            if self._held:
                await self._hand_on(self._held.popleft())
                if self._held and self._under_way:
                    self.set_timer(LONGEST, partial(self._next, self._under_way))
