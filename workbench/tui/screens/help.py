"""Help: what can be done where one is, then everywhere, then on the other screens. Typing filters it."""

from collections.abc import Mapping, Sequence
from itertools import zip_longest

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.geometry import Size
from textual.strip import Strip
from textual.visual import Visual
from textual.widgets import Input

from workbench.i18n import N_, _
from workbench.tui.actions import Action, bindings, shown
from workbench.tui.widgets.modal import Modal
from workbench.tui.widgets.scrolled import Scrolled

ACTIONS = (
    Action("help.close", ("escape",), N_("Close the help")),
    Action("help.up", ("up",), N_("Up in the help")),
    Action("help.down", ("down",), N_("Down in the help")),
    Action("help.page_up", ("pageup",), N_("A page up in the help")),
    Action("help.page_down", ("pagedown",), N_("A page down in the help")),
)

Section = tuple[str, Sequence[Action]]
"""Its title, in the language spoken, and what can be done there."""


KEYS, GAP = 12, 2
"""Columns of the keys, and between them and what they do."""


class Keys(Scrolled, can_focus=False):
    """Keys and what they do, line by line; the field above it keeps the focus."""

    DEFAULT_CSS = """
    Keys { height: 1fr; overflow-x: hidden; overflow-y: scroll; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._lines: Sequence[Content] = ()

    @property
    def room(self) -> int:
        """Columns for a line."""
        return self.scrollable_content_region.width - 1

    def show(self, lines: Sequence[Content]) -> None:
        """Show these, from the first."""
        self._lines = lines
        self.stretch(Size(self.room, len(lines)))
        self.scroll_to(y=0, animate=False, immediate=True)
        self.refresh()

    def render_line(self, y: int) -> Strip:
        width, line = self.scrollable_content_region.width, y + self.scroll_offset.y
        if line >= len(self._lines):
            return Strip.blank(width, self.rich_style)
        return Visual.to_strips(self, self._lines[line], width, 1, self.visual_style, pad=True)[0]


class HelpScreen(Modal[None]):
    """Keys and what they do, by place."""

    DEFAULT_CSS = """
    HelpScreen { align: center middle; background: $background 60%; }
    HelpScreen > Vertical {
        width: 90%; max-width: 110; height: 90%; background: $surface; border: round $primary; padding: 0 1;
    }
    HelpScreen Input, HelpScreen Input:focus { width: 1fr; margin: 0 0 1 0; background: $panel; padding: 0 1; }
    """
    SCOPE = "help"
    BINDINGS = bindings(ACTIONS)

    def __init__(self, sections: Sequence[Section], keys: Mapping[str, str]) -> None:
        super().__init__()
        self._sections, self._keys = sections, keys
        self._laid: dict[str, tuple[Content, ...]] = {}
        """Lines by action, for the width there is."""

    def compose(self) -> ComposeResult:
        with Vertical():
            yield Input(placeholder=_("Type to find a key; ↑ ↓ scroll, esc closes"), compact=True)
            yield Keys()

    def on_resize(self) -> None:
        self._laid = {}
        self.call_after_refresh(self._show)

    def on_input_changed(self) -> None:
        self._show()

    def _show(self) -> None:
        page, typed = self.query_one(Keys), self.query_one(Input).value.strip().casefold()
        lines: list[Content] = []
        for title, actions in self._sections:
            found = [one for one in actions if self._is_like(one, typed)]
            if found:
                lines += [Content()] if lines else []
                lines.append(Content.styled(title, "underline"))
                lines += [line for one in found for line in self._lines(one, page.room)]
        page.show(lines or [Content(_("No key does that."))])

    def _lines(self, one: Action, width: int) -> Sequence[Content]:
        """An action's keys, and beside them what they do, on as many lines as it takes."""
        if one.id not in self._laid:
            keys = Content.styled(self._keys_of(one), "bold").wrap(KEYS)
            said = Content.assemble(one.said, (f" – {one.explained}" if one.explained else "", "$muted"))
            beside = zip_longest(keys, said.wrap(max(1, width - KEYS - GAP)), fillvalue=Content())
            self._laid[one.id] = tuple(key.pad_right(KEYS + GAP - key.cell_length) + text for key, text in beside)
        return self._laid[one.id]

    def _is_like(self, one: Action, typed: str) -> bool:
        said = f"{one.said} {one.explained}".casefold()
        return all(word in said for word in typed.split()) or typed in self._keys_of(one).casefold().split()

    def _keys_of(self, one: Action) -> str:
        return " ".join(map(shown, self._keys.get(one.id, ",".join(one.keys)).split(",")))

    def action_up(self) -> None:
        self.query_one(Keys).scroll_up(animate=False)

    def action_down(self) -> None:
        self.query_one(Keys).scroll_down(animate=False)

    def action_page_up(self) -> None:
        self.query_one(Keys).scroll_page_up(animate=False)

    def action_page_down(self) -> None:
        self.query_one(Keys).scroll_page_down(animate=False)

    def action_close(self) -> None:
        self.dismiss()
