"""A dialogue over a screen, which answers once: keys that come in a burst must not answer for what lies below it."""

from typing import TypeVar

from textual.await_complete import AwaitComplete
from textual.reactive import Reactive
from textual.screen import ModalScreen
from textual.widget import Widget

Answer = TypeVar("Answer")


class Modal(ModalScreen[Answer]):
    """Every dialogue is one of these."""

    focused: Reactive[Widget | None] = Reactive(None, repaint=False)
    _answered = False

    def dismiss(self, result: Answer | None = None) -> AwaitComplete:
        """Close it with an answer; what comes after the first is left unheard."""
        if self._answered:
            return AwaitComplete()
        self._answered = True
        closing: AwaitComplete = super().dismiss(result)
        return closing
