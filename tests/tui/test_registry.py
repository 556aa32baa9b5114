"""Whatever a key does is declared: every list of actions in the code is in the registry, and so is every key bound."""

import pkgutil
from importlib import import_module

import pytest
from textual.binding import Binding

from tests.tui.test_actions import every_class
from workbench import tui
from workbench.tui import registry
from workbench.tui.actions import Action

MOVING = {
    "up", "down", "left", "right", "pageup", "pagedown", "home", "end", "ctrl+home", "ctrl+end", "k", "j", "escape",
}  # fmt: skip
"""Keys that move in whatever list is open, or leave it: nobody looks them up, and none has another in the keys file."""
MODULES = sorted(one.name for one in pkgutil.walk_packages(tui.__path__, f"{tui.__name__}."))


def lists_in(module: str) -> dict[str, tuple[Action, ...]]:
    """The lists of actions that a module holds, by name."""
    return {
        name: value
        for name, value in vars(import_module(module)).items()
        if isinstance(value, tuple) and value and all(isinstance(one, Action) for one in value)
    }


@pytest.mark.parametrize("module", MODULES)
def test_every_list_of_actions_is_declared(module: str) -> None:
    known = {one.id for one in registry.every()}
    assert [one.id for several in lists_in(module).values() for one in several if one.id not in known] == []


def test_what_is_declared_is_in_a_list_somewhere() -> None:
    """The other way round: nothing in the registry is a list of its own that the test above does not see."""
    found = {one.id for module in MODULES for several in lists_in(module).values() for one in several}
    assert {one.id for one in registry.every()} - found == set()
    assert len(found) > 100


def test_a_key_without_an_action_only_moves() -> None:
    bare = {
        (one.__name__, binding.key)
        for one in every_class()
        for _key, binding in _own(one)
        if not binding.id and not set(binding.key.split(",")) <= MOVING
    }
    assert bare == set()


def _own(one: type) -> list[tuple[str, Binding]]:
    """The keys that a class of ours binds itself."""
    return [(each.key, each) for binding in vars(one).get("BINDINGS", ()) for each in Binding.make_bindings([binding])]
