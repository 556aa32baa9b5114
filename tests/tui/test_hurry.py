"""Somebody in a hurry: wrong keys, half-typed words, another size, at the overview, the history and the dialogues."""

from pathlib import Path

import pytest
from textual.widgets import Input

from tests.tui.conftest import LARGE, MIDDLE, SMALL, commands, notice, press, screen_text, settled, sitting, told
from tests.tui.test_history import code_all
from tests.tui.test_overview import at, shown, title
from workbench.store import Store, add_municipality, check
from workbench.tui.screens.help import HelpScreen
from workbench.tui.sources.fields import Choice
from workbench.tui.widgets.table import Table

TINY = (30, 8)


@pytest.mark.parametrize("keys", [(), ("enter",), ("enter", "enter"), ("f7",), ("question_mark",), ("g",), ("ctrl+p",)])
def test_another_size_at_any_moment(project: Path, keys: tuple[str, ...]) -> None:
    async def story() -> None:
        async with sitting(project, size=MIDDLE) as (app, pilot):
            await press(pilot, *keys)
            for size in (SMALL, TINY, LARGE, TINY, MIDDLE):
                await pilot.resize_terminal(*size)
                await settled(pilot)
                lines = screen_text(app).splitlines()
                assert (len(lines), max(map(len, lines)) <= size[0]) == (size[1], True)
                await press(pilot, "down", "up")

    told(story)


def test_language_and_theme_keys_in_a_dialogue_change_nothing_under_it(project: Path) -> None:
    async def story() -> None:
        async with sitting(project) as (app, pilot):
            before = shown(app)
            for dialogue in ("question_mark", "g", "ctrl+p"):
                await press(pilot, dialogue, "f9", "f10", "escape", "escape")
            assert (title(app), shown(app), app.current_mode) == ("Overview", before, "overview")

    told(story)


def test_help_of_a_half_typed_word_with_blanks_around(project: Path) -> None:
    async def story() -> None:
        async with sitting(project, size=LARGE) as (app, pilot):
            await press(pilot, "question_mark", "space", *"Here undo", "space")
            assert "Undo to here" in screen_text(app)
            await press(pilot, "pagedown", "down", "up", "pageup", "enter", "ctrl+p", "question_mark")
            assert isinstance(app.screen, HelpScreen)
            assert app.screen.query_one(Input).value == " Here undo ?"

    told(story)


def test_undo_at_once_and_a_filter_that_finds_nothing(project: Path) -> None:
    code_all(project)
    before = len(commands(project))

    async def story() -> None:
        async with sitting(project, screen="history") as (app, pilot):
            await press(pilot, "u", "u", "u")
            assert notice(app) == "Took back: coded (snak · 2 · guide)"
            await press(pilot, "slash", *"qqq", "enter", "down", "U", "enter", "end", "u")
            assert len(shown(app)) == 1
            await press(pilot, "escape", "home", "escape", "escape")
            assert app.current_mode == "history"

    told(story)
    assert len(commands(project)) == before + 3
    with Store.open(project, person="Maja") as store:
        assert check(store).faults == ()


def test_names_that_are_long_or_wide(project: Path) -> None:
    names = ("Ærø" * 60, "👩‍👩‍👧‍👦 Børneby", "أهلا", "日本" * 50, "e\u0301" * 90)
    with Store.open(project, person="Maja") as store, store.command("municipalities add") as command:
        for name in names:
            add_municipality(command, name)

    async def story() -> None:
        for size in (SMALL, LARGE):
            async with sitting(project, size=size, screen="overview") as (app, pilot):
                assert len(shown(app)) == 8
                for _name in names:
                    await press(pilot, "down", "enter", "escape", "right", "enter", "escape")
                    lines = screen_text(app).splitlines()
                    assert len(lines) == size[1]
                assert at(app).row == 5
                await press(pilot, "f7")
                assert app.place.query_one(Table).count == 11

    told(story)


def test_a_page_key_before_what_a_choice_offers_is_there(project: Path) -> None:
    async def story() -> None:
        async with sitting(project, screen="sources") as (app, pilot):
            await press(pilot, "e")
            kind = app.screen.query_one("#kind", Choice)
            kind.focus()
            for key in ("enter", "pageup", "enter"):
                app.simulate_key(key)
            await settled(pilot)
            assert (app.is_running, kind.chosen) == (True, "interview")

    told(story)
