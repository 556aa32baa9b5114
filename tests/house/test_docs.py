"""The guide tells of every command and every option; the README opens with the two commands."""

import re
from pathlib import Path

import click
import pytest

from workbench.cli import COMMANDS, program

HOUSE = Path(__file__).parents[2]
GUIDE = (HOUSE / "docs" / "guide.md").read_text(encoding="utf-8")


def commands() -> list[tuple[str, click.Command]]:
    """Every command with its full name, sub-commands included."""
    found: list[tuple[str, click.Command]] = []
    context = click.Context(program())
    for name in COMMANDS:
        command = program().get_command(context, name)
        assert command is not None
        found.append((name, command))
        if isinstance(command, click.Group):
            found.extend((f"{name} {sub}", each) for sub, each in command.commands.items())
    return found


@pytest.mark.parametrize(("name", "command"), commands(), ids=lambda value: value if isinstance(value, str) else "")
def test_the_guide_tells_of_it(name: str, command: click.Command) -> None:
    assert re.search(rf"`workbench {name}\b", GUIDE), f"docs/guide.md does not tell of: workbench {name}"
    options = {
        option
        for parameter in command.params
        if isinstance(parameter, click.Option) and not parameter.hidden
        for option in parameter.opts
        if option.startswith("--") and option != "--json"
    }
    assert {option for option in options if f"`{option}" not in GUIDE and f" {option}" not in GUIDE} == set()


def test_the_readme_opens_with_the_two_commands() -> None:
    opening = (HOUSE / "README.md").read_text(encoding="utf-8")[:1500]
    assert "make demo" in opening
    assert "make test" in opening


def test_every_room_is_in_the_picture_of_the_house() -> None:
    picture = (HOUSE / "ARCHITECTURE.md").read_text(encoding="utf-8")
    rooms = [path.name for path in (HOUSE / "workbench").iterdir() if (path / "__init__.py").exists()]
    assert [room for room in rooms if f"{room}/" not in picture] == []
