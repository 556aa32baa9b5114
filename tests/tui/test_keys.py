"""Keys of one's own."""

from pathlib import Path

import pytest

from tests.tui.conftest import press, screen_text, sitting, told
from workbench.config import config_folder
from workbench.errors import InvalidFileError
from workbench.tui import registry
from workbench.tui.app import WorkbenchApp
from workbench.tui.keymap import keymap
from workbench.tui.screens.help import HelpScreen


def own_keys(text: str) -> Path:
    """The file of one's own keys, with this in it."""
    file = config_folder() / "keys.toml"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return file


def test_an_action_gets_other_keys(project: Path) -> None:
    own_keys('"app.screen_7" = "ø"\n"app.help" = "h,f8"\n')

    async def story() -> None:
        async with sitting(project) as (app, pilot):
            assert "h Help" in screen_text(app).splitlines()[-1]
            await press(pilot, "ø")
            assert app.current_mode == "history"
            await press(pilot, "f7", "f1", "7")
            assert app.current_mode == "overview"
            for key in ("h", "f8"):
                await press(pilot, key)
                assert isinstance(app.screen, HelpScreen)
                await press(pilot, "escape")

    told(story)


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        (
            '"app.hlep" = "h"',
            "{file} gives keys to “app.hlep”, which is no action.",
            "Did you mean app.help, app.theme?",
        ),
        *(
            (
                f'"app.help" = {value}',
                "{file}: “app.help” should have keys in quotation marks.",
                'Such as: "app.help" = "k,ctrl+k"',
            )
            for value in ("1", '" "')
        ),
        (
            '"app.help" = "g"',
            "{file}: the key “g” would do two things: app.go, app.help.",
            "Give one of them another key.",
        ),
        (
            '"overview.report" = "g"',
            "{file}: the key “g” would do two things: overview.report, app.go.",
            "Give one of them another key.",
        ),
    ],
)  # fmt: skip
def test_a_keys_file_that_cannot_be_meant_is_refused(text: str, message: str, hint: str) -> None:
    file = own_keys(text)
    with pytest.raises(InvalidFileError) as refused:
        keymap(file, registry.every())
    assert (refused.value.message, refused.value.hint) == (message.format(file=file), hint)


def test_a_keys_file_that_is_no_toml_is_refused_and_the_project_stays_closed(project: Path) -> None:
    own_keys("what = is = this")
    with pytest.raises(InvalidFileError, match=r"keys\.toml cannot be read: "):
        WorkbenchApp(project, "Maja")


def test_two_actions_may_change_keys_with_each_other() -> None:
    file = own_keys('"app.help" = "g"\n"app.go" = "question_mark"\n')
    assert keymap(file, registry.every()) == {"app.help": "g", "app.go": "question_mark"}
