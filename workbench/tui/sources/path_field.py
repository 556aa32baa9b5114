"""A field for a file or a folder, with what there is to choose from under it."""

import os
from dataclasses import dataclass
from pathlib import Path

from rich.text import Text
from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from workbench.exchange import ENDINGS
from workbench.i18n import _
from workbench.terminal import safe

MOST = 200
"""Names offered at once."""


@dataclass(frozen=True, slots=True)
class Offer:
    """Something in a folder that can be meant."""

    name: str
    folder: bool

    @property
    def shown(self) -> str:
        return self.name + ("/" if self.folder else "")


def offers(typed: str) -> list[Offer]:
    """The folders, then the transcripts, that begin like what is typed, whatever their case.

    Hidden ones only for somebody who begins with a full stop. A name that a terminal would not show as it is can
    be had with its folder.
    """
    folder, begun = os.path.split(typed)
    try:
        with os.scandir(Path(folder or ".").expanduser()) as entries:
            found = [
                Offer(one.name, one.is_dir()) for one in entries if one.name.casefold().startswith(begun.casefold())
            ]
    except (OSError, ValueError, RuntimeError):
        return []
    kept = (
        one
        for one in found
        if (one.folder or Path(one.name).suffix.casefold() in ENDINGS)
        and one.name.startswith(".") <= begun.startswith(".")
        and safe(one.name) == one.name
    )
    return sorted(kept, key=lambda one: (not one.folder, one.name.casefold()))[:MOST]


def completed(typed: str, offered: list[Offer], chosen: int | None) -> str:
    """What is typed with the chosen name, or as far as all that is offered goes on alike."""
    begun = os.path.split(typed)[1]
    folder = typed[: len(typed) - len(begun)]
    if chosen is not None or len(offered) == 1:
        return folder + offered[chosen or 0].shown
    names = [one.name.casefold() for one in offered]
    alike = next(
        (n for n in range(len(min(names, key=len)), len(begun), -1) if len({one[:n] for one in names}) == 1), 0
    )
    return folder + offered[0].name[:alike] if alike else typed


class Looked(Message):
    """What a folder holds that begins like what was typed."""

    def __init__(self, typed: str, found: list[Offer]) -> None:
        super().__init__()
        self.typed, self.found = typed, found


class PathField(Vertical):
    """The field and what is offered; `tab` completes, `enter` takes."""

    DEFAULT_CSS = """
    PathField { height: auto; }
    PathField OptionList {
        display: none; height: auto; max-height: 8; border: none; background: $panel;
        scrollbar-size-vertical: 1;
    }
    PathField.-offering OptionList { display: block; }
    """

    class Taken(Message):
        """Somebody means this path."""

        def __init__(self, path: str) -> None:
            super().__init__()
            self.path = path

    def __init__(self, typed: str = "") -> None:
        super().__init__()
        self._typed = typed
        self._offered: list[Offer] = []

    def compose(self) -> ComposeResult:
        yield Input(self._typed, placeholder=_("A file, or a folder with all that is in it"), select_on_focus=False)
        offered = OptionList(compact=True)
        offered.can_focus = False
        yield offered

    @property
    def typed(self) -> str:
        return self.query_one(Input).value

    def on_input_changed(self, event: Input.Changed) -> None:
        event.stop()
        self._look(event.value)

    def _look(self, typed: str) -> None:
        def look() -> None:
            self.post_message(Looked(typed, offers(typed) if typed else []))

        self.run_worker(look, thread=True, exclusive=True, group="look", exit_on_error=False)

    def on_looked(self, message: Looked) -> None:
        if message.typed != self.typed:
            return
        self._offered = message.found
        exact = (
            len(self._offered) == 1 and not self._offered[0].folder and message.typed.endswith(self._offered[0].name)
        )
        self.set_class(bool(self._offered) and not exact, "-offering")
        shown = self.query_one(OptionList)
        shown.clear_options()
        shown.add_options(Option(Text(f" {one.shown}", no_wrap=True, overflow="ellipsis")) for one in self._offered)
        shown.highlighted = None

    def on_key(self, event: events.Key) -> None:
        shown = self.query_one(OptionList)
        if not self.has_class("-offering"):
            return
        if event.key == "down":
            shown.action_cursor_down()
        elif event.key == "up":
            shown.action_cursor_up()
        elif (
            event.key == "tab"
            and (self._offered and completed(self.typed, self._offered, shown.highlighted)) != self.typed
        ):
            self._fill(completed(self.typed, self._offered, shown.highlighted))
        else:
            return
        event.stop()
        event.prevent_default()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        chosen = self.query_one(OptionList).highlighted if self.has_class("-offering") else None
        if chosen is not None:
            self._choose(chosen)
        elif self.typed.strip():
            self.remove_class("-offering")
            self.post_message(self.Taken(self.typed.strip()))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self._choose(event.option_index)

    def _choose(self, index: int) -> None:
        """Take a file; go into a folder, which a second `enter` takes whole."""
        one = self._offered[index]
        self._fill(completed(self.typed, self._offered, index))
        if not one.folder:
            self.remove_class("-offering")
            self.post_message(self.Taken(self.typed))

    def _fill(self, typed: str) -> None:
        field = self.query_one(Input)
        field.value = typed
        field.cursor_position = len(typed)
        field.focus()
