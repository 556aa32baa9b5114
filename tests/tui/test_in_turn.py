"""Keys that come together, from fast fingers or over a slow line: each goes where it was meant."""

from pathlib import Path

from textual import events

from tests.tui.conftest import commands, notice, settled, sitting, told
from tests.tui.test_transcript_screen import source_id
from workbench.tui.app import WorkbenchApp
from workbench.tui.widgets.table import Table


def at_once(app: WorkbenchApp, *keys: str) -> None:
    """All these keys in one moment, none of them waited for."""
    for key in keys:
        app.post_message(events.Key(key, key if len(key) == 1 else None))


def test_letters_for_a_dialogue_that_is_not_there_yet(project: Path) -> None:
    before = len(commands(project))

    async def story() -> None:
        async with sitting(project, screen="overview", source=source_id(project, "fg1"), place=90) as (app, pilot):
            at_once(app, "f2", "c", *"guide", "enter")
            await settled(pilot)
            assert "✓ One youth guide" in notice(app)
            at_once(app, "u", "f7", "slash", *"peter", "enter")
            await settled(pilot)
            assert (app.current_mode, notice(app), type(app.focused)) == ("history", "", Table)

    told(story)
    assert [verb for verb, _events in commands(project)[before:]] == ["code", "undo"]


def test_the_code_that_was_typed_and_not_the_first_of_the_list(project: Path) -> None:
    async def story() -> None:
        async with sitting(project, screen="overview") as (app, pilot):
            at_once(app, "f3", "n", "c", *"guide", "enter")
            await settled(pilot)
            assert "✓ One youth guide" in notice(app)

    told(story)


def test_more_keys_than_one_can_type(project: Path) -> None:
    async def story() -> None:
        async with sitting(project, screen="overview") as (app, pilot):
            at_once(app, *["f5", "slash", "x", "escape", "f4", "question_mark", "escape"] * 30, "f6")
            await settled(pilot)
            assert (app.current_mode, app.screen is app.place) == ("sources", True)

    told(story)
