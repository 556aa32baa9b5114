"""All commands: Textual's palette, calm and in the language spoken."""

from rich.align import Align
from rich.text import Text
from textual.command import CommandList, CommandPalette
from textual.widgets.option_list import Option

from workbench.i18n import _


class Palette(CommandPalette):
    """Finds whatever can be done here and everywhere by typing a part of its name."""

    DEFAULT_CSS = """
    Palette { background: $background 60%; }
    Palette > Vertical { margin-top: 2; width: 80%; max-width: 90; visibility: visible; }
    Palette SearchIcon { display: none; }
    Palette #--input { border: none; height: 1; padding: 0 1; background: $panel; }
    Palette Input, Palette Input:focus { border: none; height: 1; padding: 0; background: $panel; }
    Palette #--results { background: $surface; }
    """

    def _start_no_matches_countdown(self, search_value: str) -> None:
        """Textual has no other way to say in one's own words that nothing was found."""
        if search_value:
            none = Text(_("Nothing is called that."), style="not bold")
            self.query_one(CommandList).add_option(Option(Align.center(none), disabled=True, id=self._NO_MATCHES))
        self._list_visible = bool(search_value)
