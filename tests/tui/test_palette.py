"""The palette: what can be done, by its name."""

from pathlib import Path

from textual.command import CommandList

from tests.tui.conftest import press, screen_text, sitting, told
from workbench.tui.screens.palette import Palette
from workbench.tui.themes import DARK


def test_the_palette_does_what_is_typed(project: Path) -> None:
    async def story() -> None:
        async with sitting(project) as (app, pilot):
            await press(pilot, "ctrl+p")
            assert "Review here" in screen_text(app)
            await press(pilot, *"histo")
            await press(pilot, "enter")
            assert app.current_mode == "history"
            await press(pilot, "ctrl+p", *"light")
            await press(pilot, "enter")
            assert app.theme == DARK.name

    told(story)


def test_a_search_that_ends_when_the_palette_is_gone_is_let_go(project: Path) -> None:
    async def story() -> None:
        async with sitting(project) as (app, pilot):
            await press(pilot, "ctrl+p")
            palette = app.screen
            assert isinstance(palette, Palette)
            await palette.query_one(CommandList).remove()
            palette._gather_commands("h")
            await app.workers.wait_for_complete()
            assert app.is_running

    told(story)
