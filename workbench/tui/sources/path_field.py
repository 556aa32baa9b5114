"""A field for files and folders, with what there is to choose from under it."""

from rich.text import Text
from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from workbench.i18n import _
from workbench.tui.sources.fields import Line
from workbench.tui.sources.paths import Offer, completed, dropped, is_there, offers

HOME = "~/"
"""Where one begins, with the first `tab`."""


class Looked(Message):
    """What a folder holds that begins like what was typed."""

    def __init__(self, typed: str, found: list[Offer]) -> None:
        super().__init__()
        self.typed, self.found = typed, found


class Dropped(Message):
    """Files were dropped on the terminal: their paths, as one would type them."""

    def __init__(self, paths: str) -> None:
        super().__init__()
        self.paths = paths


class PathInput(Line):
    """A line of text that knows files from other text when they are dropped on it."""

    def _on_paste(self, event: events.Paste) -> None:
        if paths := dropped(event.text):
            event.stop()
            event.prevent_default()
            self.post_message(Dropped(paths))


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

        def __init__(self, path: str, *, dropped: bool = False) -> None:
            super().__init__()
            self.path = path
            self.dropped = dropped
            """Whether it comes besides what was there."""

    def __init__(self, typed: str = "") -> None:
        super().__init__()
        self._typed = typed
        self._offered: list[Offer] = []
        self._looked = ""
        """What was typed when the folder was looked at."""
        self._settled = typed
        """What was taken already: nothing more is offered for it."""
        self._waits = ("", "")
        """A key that came before that, and what was typed then: it means what will be offered."""

    def compose(self) -> ComposeResult:
        hint = _("A file or a folder: type its path, or drop it here")
        yield PathInput(self._typed, placeholder=hint, select_on_focus=False)
        offered = OptionList(compact=True)
        offered.can_focus = False
        yield offered

    @property
    def typed(self) -> str:
        return self.query_one(Input).value

    def drop(self, paths: str) -> None:
        """Take files that were dropped here, or elsewhere in the form."""
        self._settle(paths)
        self.query_one(Input).value = paths
        self.post_message(self.Taken(paths, dropped=True))

    def on_dropped(self, event: Dropped) -> None:
        event.stop()
        self.drop(event.paths)

    def on_input_changed(self, event: Input.Changed) -> None:
        event.stop()
        self._look(event.value)

    def _look(self, typed: str) -> None:
        def look() -> None:
            self.post_message(Looked(typed, offers(typed) if typed else []))

        self.run_worker(look, thread=True, exclusive=True, group="look", exit_on_error=False)

    def on_looked(self, message: Looked) -> None:
        typed = message.typed
        if typed != self.typed:
            return
        self._offered, self._looked = message.found, typed
        exact = len(self._offered) == 1 and not self._offered[0].folder and typed.endswith(self._offered[0].name)
        self.set_class(bool(self._offered) and not exact and typed != self._settled, "-offering")
        shown = self.query_one(OptionList)
        shown.clear_options()
        shown.add_options(Option(Text(f" {one.shown}", no_wrap=True, overflow="ellipsis")) for one in self._offered)
        shown.highlighted = None
        (key, then), self._waits = self._waits, ("", "")
        if key == "tab" and then == typed:
            self._complete()
        elif key == "enter" and then == typed:
            self._take()

    def on_key(self, event: events.Key) -> None:
        shown, key = self.query_one(OptionList), event.key
        if key == "tab" and not self.typed:
            self._fill(HOME)
        elif key == "tab" and self.typed != self._looked:
            self._waits = (key, self.typed)
        elif not self.has_class("-offering"):
            return
        elif key == "down":
            shown.action_cursor_down()
        elif key == "up":
            shown.action_cursor_up()
        elif key == "escape":
            self.remove_class("-offering")
        elif key != "tab" or not self._complete():
            return
        event.stop()
        event.prevent_default()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        if self.typed == self._looked:
            self._take()
        else:
            self._waits = ("enter", self.typed)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self._choose(event.option_index)

    def _complete(self) -> bool:
        """Go on as far as there is no doubt; whether there was anything to add."""
        chosen = self.query_one(OptionList).highlighted
        further = completed(self.typed, self._offered, chosen) if self._offered else self.typed
        if further != self.typed:
            self._fill(further)
            return True
        return False

    def _take(self) -> None:
        """Take what is chosen, or the only thing that half a name can mean, or what is typed."""
        offering = self.has_class("-offering")
        chosen = self.query_one(OptionList).highlighted if offering else None
        typed = self.typed.strip()
        if chosen is None and offering and len(self._offered) == 1 and not is_there(typed):
            chosen = 0
        if chosen is not None:
            self._choose(chosen)
        elif typed:
            self._settle(typed)
            self.post_message(self.Taken(typed))

    def _choose(self, index: int) -> None:
        """Take a file; go into a folder, which a second `enter` takes whole."""
        one = self._offered[index]
        self._fill(completed(self.typed, self._offered, index))
        if not one.folder:
            self._settle(self.typed)
            self.post_message(self.Taken(self.typed))

    def _settle(self, typed: str) -> None:
        self._settled = typed
        self.remove_class("-offering")

    def _fill(self, typed: str) -> None:
        field = self.query_one(Input)
        field.value = typed
        field.cursor_position = len(typed)
        field.focus()
