"""Going about: screens by number, panes by letter, and out."""

from pathlib import Path

import pytest
from textual.widgets import Input

from tests.tui.conftest import SIZES, notice, press, screen_text, sitting, told
from workbench.tui.ways import NAMES
from workbench.tui.widgets.table import Table


@pytest.mark.parametrize("size", SIZES)
def test_screens_by_number_and_function_key_and_the_way_back(project: Path, size: tuple[int, int]) -> None:
    async def story() -> None:
        async with sitting(project, size=size) as (app, pilot):
            for number, name in enumerate(NAMES, 1):
                await press(pilot, "f1", f"f{number}")
                assert app.current_mode == name
                await press(pilot, "f1", str(number))
                assert app.current_mode == name
                await press(pilot, "f1", "g", str(number))
                assert (app.current_mode, app.screen) == (name, app.place)
            await press(pilot, "f1", "f7", "escape")
            assert app.current_mode == "overview"

    told(story)


def test_go_to_a_pane_and_nowhere(project: Path) -> None:
    async def story() -> None:
        async with sitting(project, screen="history") as (app, pilot):
            await press(pilot, "slash")
            assert isinstance(app.focused, Input)
            await press(pilot, "tab", "g")
            assert screen_text(app).count("Table") == 1
            await press(pilot, "t")
            assert isinstance(app.focused, Table)
            await press(pilot, "g", "x")
            assert (app.screen, app.current_mode) == (app.place, "history")

    told(story)


def test_ctrl_q_leaves_also_while_one_types(project: Path) -> None:
    async def story() -> None:
        async with sitting(project, screen="history") as (app, pilot):
            await press(pilot, "slash", "m", "g", "u", "1")
            assert app.place.query_one(Input).value == "mgu1"
            await pilot.press("ctrl+q")
            await pilot.pause()
            assert not app.is_running

    told(story)


def test_ctrl_c_says_how_to_leave(project: Path) -> None:
    async def story() -> None:
        async with sitting(project) as (app, pilot):
            await press(pilot, "ctrl+c")
            assert notice(app) == "ctrl+q leaves. Everything is stored already."

    told(story)
