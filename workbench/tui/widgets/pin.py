"""Which digit a code is on."""

from collections.abc import Sequence

from rich.text import Text
from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from workbench.i18n import _
from workbench.terminal import safe
from workbench.tui.widgets.modal import Modal

DIGITS = 9


def pinned_on(pinned: Sequence[str], code: str, digit: int) -> tuple[str, ...]:
    """The codes on the digit keys after this one was put on a digit, or, by 0, taken off.

    There is no gap: past the last one it comes after it, and whatever was on its digit goes to where it came from.
    """
    now = list(pinned)
    before = now.index(code) if code in now else None
    if digit == 0:
        return tuple(one for one in now if one != code)
    at = min(digit - 1, len(now) - (before is not None))
    if before is not None:
        now[before], now[at] = now[at], now[before]
    elif at < len(now):
        now[at] = code
    else:
        now.append(code)
    return tuple(now[:DIGITS])


class PinScreen(Modal[int | None]):
    """Answers with the digit that was pressed: 0 takes the code off, nothing leaves it."""

    DEFAULT_CSS = """
    PinScreen { align: center middle; background: $background 60%; }
    PinScreen > Vertical {
        width: 60; max-width: 90%; height: auto; background: $surface; border: round $primary; padding: 0 1;
    }
    """

    def __init__(self, name: str, pinned: Sequence[str]) -> None:
        super().__init__()
        self._code, self._pinned = name, pinned
        """What the codes on the digits are called, from 1."""

    def compose(self) -> ComposeResult:
        with Vertical():
            line = Text(_("Which digit for “{code}”?").format(code=safe(self._code)), style="bold")
            for digit, name in enumerate(self._pinned, 1):
                line.append(f"\n {digit}", style="bold").append(f"  {safe(name)}", style="not bold")
            if len(self._pinned) < DIGITS:
                line.append(f"\n {len(self._pinned) + 1}", style="bold").append("  …", style="not bold")
            line.append("\n 0", style="bold").append("  " + _("on no digit"), style="not bold")
            yield Static(line)

    def on_key(self, event: events.Key) -> None:
        event.stop()
        self.dismiss(int(event.key) if event.key.isdecimal() else None)
