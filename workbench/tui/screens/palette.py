"""All commands: Textual's palette, calm and in the language spoken."""

from collections.abc import AsyncIterator, Callable
from contextlib import suppress
from typing import TYPE_CHECKING, cast

from rich.align import Align
from rich.text import Text
from textual import work
from textual.await_complete import AwaitComplete
from textual.command import CommandList, CommandPalette, DiscoveryHit, Hit, Hits, Provider
from textual.content import Content
from textual.css.query import NoMatches
from textual.widgets.option_list import Option

from workbench.i18n import _
from workbench.tui.actions import shown
from workbench.tui.bands import Bands

if TYPE_CHECKING:
    from workbench.tui.actions import Action
    from workbench.tui.app import WorkbenchApp


class Commands(Provider):
    """What can be done where one is, then everywhere, with its key."""

    async def discover(self) -> Hits:
        for one, act in self._workbench.possible():
            yield DiscoveryHit(self._line(one, Content.styled(one.said, "bold")), self._once(act), text=one.said)

    async def search(self, query: str) -> AsyncIterator[Hit]:
        matcher = self.matcher(query)
        for one, act in self._workbench.possible():
            if (score := matcher.match(one.said)) > 0:
                yield Hit(score, self._line(one, matcher.highlight(one.said)), self._once(act), text=one.said)

    @property
    def _workbench(self) -> "WorkbenchApp":
        return cast("WorkbenchApp", self.app)

    def _once(self, act: Callable[[], object]) -> Callable[[], object]:
        """Keys come in bursts: what was chosen is done once, however often it was chosen before the list was gone."""
        meant = iter([act])
        return lambda: next(meant, _nothing)()

    def _line(self, one: "Action", name: Content) -> Content:
        key = shown(self._workbench.keys.get(one.id, one.keys[0]).split(",")[0])
        return Content.assemble(f"{key:<8}", name, f" – {one.explained}" if one.explained else "")


def _nothing() -> None:
    """What was done already."""


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

    _answered = False

    def __init__(self) -> None:
        super().__init__(placeholder=_("Type what you want to do"))
        self._compositor = Bands()

    def dismiss(self, result: None = None) -> AwaitComplete:
        """Close it, once."""
        if self._answered:
            return AwaitComplete()
        self._answered = True
        closing: AwaitComplete = super().dismiss(result)
        return closing

    def _action_command_list(self, command: str) -> None:
        """Textual's list cannot turn a page of rows that are not laid out yet: there is none to turn then."""
        with suppress(KeyError):
            super()._action_command_list(command)

    @work(exclusive=True, group=CommandPalette._GATHER_COMMANDS_GROUP)
    async def _gather_commands(self, search_value: str) -> None:
        """Textual goes on gathering where the palette was closed meanwhile: there is no list to fill then."""
        with suppress(NoMatches):
            await getattr(CommandPalette._gather_commands, "__wrapped__")(self, search_value)  # noqa: B009 — for mypy

    def _start_no_matches_countdown(self, search_value: str) -> None:
        """Textual has no other way to say in one's own words that nothing was found."""
        if search_value:
            none = Text(_("Nothing is called that."), style="not bold")
            self.query_one(CommandList).add_option(Option(Align.center(none), disabled=True, id=self._NO_MATCHES))
        self._list_visible = bool(search_value)
