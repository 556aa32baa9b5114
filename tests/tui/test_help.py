"""Help, and that every dialogue opens on a key and leaves on escape."""

import re
from pathlib import Path

import pytest

from tests.tui.conftest import LARGE, SIZES, press, screen_text, sitting, told
from workbench.tui.app import WorkbenchApp
from workbench.tui.screens.help import HelpScreen


@pytest.mark.parametrize("size", SIZES)
def test_dialogues_open_on_a_key_and_close_on_escape(project: Path, size: tuple[int, int]) -> None:
    async def story() -> None:
        async with sitting(project, size=size) as (app, pilot):
            for key in ("question_mark", "g", "ctrl+p"):
                await press(pilot, key)
                assert app.screen is not app.place
                await press(pilot, "escape")
                assert (app.screen, app.current_mode) == (app.place, "overview")

    told(story)


def boxed(app: WorkbenchApp) -> list[str]:
    """The lines of the dialogue that is open."""
    found = (re.sub(" +", " ", one[1]).strip() for one in re.finditer(r"│(.*)│", screen_text(app)))
    return [line for line in found if line]


def test_help_begins_with_where_one_is_and_is_found_by_typing(project: Path) -> None:
    async def story() -> None:
        async with sitting(project, size=LARGE) as (app, pilot):
            await press(pilot, "question_mark")
            lines = boxed(app)
            assert lines[1] == "Here"
            assert lines[2].startswith("↵ Go down – To a municipality's sources, a focus area's codes,")
            titles = [line for line in lines if line in ("Here", "Everywhere", "History", "Transcript")]
            assert titles[:2] == ["Here", "Everywhere"]
            await press(pilot, *"undo to")
            lines = boxed(app)
            assert lines[1:] == [
                "History",
                "U ↵ Undo to here – Takes back what you did, newest first, down to this; redo brings each back.",
            ]
            await press(pilot, *"xyz")
            assert "No key does that." in screen_text(app)
            await press(pilot, "escape")
            assert not isinstance(app.screen, HelpScreen)

    told(story)
