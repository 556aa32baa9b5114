"""All commands: Textual's palette, calm and in the language spoken."""

from collections.abc import AsyncIterator
from typing import TYPE_CHECKING, cast

from rich.align import Align
from rich.text import Text
from textual.command import CommandList, CommandPalette, DiscoveryHit, Hit, Hits, Provider
from textual.content import Content
from textual.widgets.option_list import Option

from workbench.i18n import _
from workbench.tui.actions import shown

if TYPE_CHECKING:
    from workbench.tui.actions import Action
    from workbench.tui.app import WorkbenchApp


class Commands(Provider):
    """What can be done where one is, then everywhere, with its key."""

    async def discover(self) -> Hits:
        for one, act in self._workbench.possible():
            yield DiscoveryHit(self._line(one, Content.styled(one.said, "bold")), act, text=one.said)

    async def search(self, query: str) -> AsyncIterator[Hit]:
        matcher = self.matcher(query)
        for one, act in self._workbench.possible():
            if (score := matcher.match(one.said)) > 0:
                yield Hit(score, self._line(one, matcher.highlight(one.said)), act, text=one.said)

    @property
    def _workbench(self) -> "WorkbenchApp":
        return cast("WorkbenchApp", self.app)

    def _line(self, one: "Action", name: Content) -> Content:
        key = shown(self._workbench.keys.get(one.id, one.keys[0]).split(",")[0])
        return Content.assemble(f"{key:<8}", name, f" – {one.explained}" if one.explained else "")


class Palette(CommandPalette):
    """Finds whatever can be done here and everywhere by typing a part of its name."""

    DEFAULT_CSS = """
    Palette { background: $background 60%; }
    Palette > Vertical { margin-top: 2; width: 80%; max-width: 90; background: transparent; }
    Palette > Vertical:dark { background: transparent; }
    Palette SearchIcon { display: none; }
    Palette #--input, Palette #--input.--list-visible { border: none; height: 1; padding: 0 1; background: $panel; }
    Palette CommandInput, Palette CommandInput:focus { border: none; height: 1; padding: 0; background: $panel; }
    Palette CommandList {
        border: none; background: $surface; scrollbar-size-vertical: 1; text-wrap: nowrap; text-overflow: ellipsis;
    }
    Palette CommandList > .option-list--option { text-style: none; }
    Palette CommandList > .option-list--option-highlighted {
        background: $block-cursor-background; color: $block-cursor-foreground; text-style: none;
    }
    Palette LoadingIndicator { display: none; }
    """

    def _start_no_matches_countdown(self, search_value: str) -> None:
        """Textual has no other way to say in one's own words that nothing was found."""
        if search_value:
            none = Text(_("Nothing is called that."), style="not bold")
            self.query_one(CommandList).add_option(Option(Align.center(none), disabled=True, id=self._NO_MATCHES))
        self._list_visible = bool(search_value)
