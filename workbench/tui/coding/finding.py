"""Finding words in the source that is open."""

from collections.abc import Callable

from textual.widgets import Input

from workbench.i18n import _
from workbench.tui.coding.showing import Showing
from workbench.tui.widgets.find import FindBar, hits


class Finding(Showing):
    """Goes from place to place where the words stand, and back to where one was."""

    _found_from = 0
    """Where the cursor was before."""

    def action_find(self) -> None:
        self._found_from = self.text.cursor
        self.query_one(FindBar).ask()

    def on_input_changed(self, event: Input.Changed) -> None:
        if isinstance(event.input, FindBar) and event.input.has_focus:
            self._find(event.value)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        if isinstance(event.input, FindBar):
            self._find(event.value)
            self._close_find()

    def on_find_bar_closed(self) -> None:
        self.text.show_hits(())
        self.text.go_to(self._found_from)
        self._close_find()
        self.say("")

    def _close_find(self) -> None:
        self.text.focus()
        self.query_one(FindBar).close()

    def _find(self, typed: str) -> None:
        found = hits(self.open_source.document.text, typed) if len(typed.strip()) > 1 else []
        self.text.show_hits(found)
        if found:
            self._to_hit(self.text.hits.following(self._found_from - 1) % len(self.text.hits))
        else:
            self.text.go_to(self._found_from)
            self.say(_("Not found.") if len(typed.strip()) > 1 else "")

    def _to_hit(self, index: int) -> None:
        known = self.text.hits
        self.text.go_to(known[index].start)
        self.say(_("{number} of {n} found").format(number=index + 1, n=len(known)))

    def action_next_hit(self) -> None:
        self._step_hit(lambda: self.text.hits.following(self.text.cursor))

    def action_previous_hit(self) -> None:
        self._step_hit(lambda: self.text.hits.preceding(self.text.cursor))

    def _step_hit(self, to: Callable[[], int]) -> None:
        if len(self.text.hits):
            self._to_hit(to() % len(self.text.hits))
        else:
            self.say(_("Nothing was looked for yet: / finds words."))

    def action_unfind(self) -> None:
        self.text.show_hits(())
        self.say("")
