"""A dialogue over a screen, which answers once: keys that come in a burst must not answer for what lies below it."""

from typing import TypeVar

from textual.await_complete import AwaitComplete
from textual.reactive import Reactive
from textual.screen import ModalScreen
from textual.widget import Widget

from workbench.tui.bands import Bands

Answer = TypeVar("Answer")


class Modal(ModalScreen[Answer]):
    """Every dialogue is one of these."""

    focused: Reactive[Widget | None] = Reactive(None, repaint=False)
    _answered = False

    def __init__(self) -> None:
        super().__init__()
        self._compositor = Bands()

    def dismiss(self, result: Answer | None = None) -> AwaitComplete:
        """Close it with an answer; what comes after the first is left unheard."""
        if self._answered:
            return AwaitComplete()
        self._answered = True
        closing: AwaitComplete = super().dismiss(result)
        return closing
