"""Every action of the screen: told apart, reached by a key, and the same that the command line writes."""

import pkgutil
from collections import Counter
from collections.abc import Iterator
from importlib import import_module

import click
from textual.binding import Binding
from textual.dom import DOMNode
from textual.screen import ModalScreen
from textual.widget import Widget

from workbench import tui
from workbench.cli import program
from workbench.tui import registry
from workbench.tui.app import ACTIONS, WorkbenchApp
from workbench.tui.widgets.keybar import MOST
from workbench.workflow.deeds import verb

ALTGR = {
    "at", "pound_sign", "dollar_sign", "euro_sign", "left_curly_bracket", "right_curly_bracket",
    "left_square_bracket", "right_square_bracket", "vertical_line", "tilde", "backslash",
}  # fmt: skip
"""On a Danish keyboard these need AltGr, by Textual's names."""
DEAD = {"circumflex_accent", "grave_accent", "acute_accent", "diaeresis"}
"""And these come only with the key after them."""


SPELLED = {"no-code": "reject"}
"""Verbs that the command line writes by another name: to reject without a code is to say that none fits."""


def every_class() -> list[type[DOMNode]]:
    """The app and every widget and screen of ours."""
    for module in pkgutil.walk_packages(tui.__path__, f"{tui.__name__}."):
        import_module(module.name)

    def below(one: type[DOMNode]) -> Iterator[type[DOMNode]]:
        for each in one.__subclasses__():
            yield each
            yield from below(each)

    return [WorkbenchApp, *dict.fromkeys(one for one in below(Widget) if one.__module__.startswith(tui.__name__))]


def bound(one: type[DOMNode]) -> dict[str, Binding]:
    """What keys do here, by the action's id."""
    merged = one._merged_bindings
    return {binding.id: binding for _key, binding in merged or () if binding.id}


# -- The registry ------------------------------------------------------------------------------------------------


def test_every_action_has_a_name_of_its_own_and_somebody_who_does_it() -> None:
    found = list(registry.every())
    assert [id for id, n in Counter(one.id for one in found).items() if n > 1] == []
    done = {
        id for one in every_class() for id, binding in bound(one).items() if hasattr(one, f"action_{binding.action}")
    }
    assert {one.id for one in found} - done == set()


def test_every_action_of_a_class_is_in_the_registry() -> None:
    """Then it is in the help, and can be given other keys."""
    known = {one.id for one in registry.every()}
    assert {id for one in every_class() for id in bound(one)} - known == set()


def test_no_key_needs_altgr_and_none_is_dead() -> None:
    keys = {key.rpartition("+")[2] for one in registry.every() for key in one.keys}
    assert keys & (ALTGR | DEAD) == set()


def test_no_key_does_two_things_in_one_place() -> None:
    used = Counter((one.scope, key) for one in registry.every() for key in one.keys)
    assert [pair for pair, n in used.items() if n > 1] == []


def test_the_footer_has_at_most_seven_keys() -> None:
    everywhere = sum(one.footer for one in ACTIONS)
    own = Counter(one.scope for one in registry.every() if one.footer and one.scope != "app")
    assert [scope for scope, n in own.items() if n + everywhere > MOST] == []


def test_titles_tell_actions_of_one_place_apart() -> None:
    titles = Counter((one.scope, one.title) for one in registry.every())
    assert [pair for pair, n in titles.items() if n > 1 or not pair[1]] == []


def test_what_a_key_changes_the_command_line_changes_by_the_same_verb() -> None:
    verbs = {name for one in registry.every() for name in one.verbs}
    assert {name for name in verbs if verb(name) == name} == set(), "not said in words"

    def is_command(words: list[str], group: click.Command) -> bool:
        if not words:
            return True
        if not isinstance(group, click.Group):
            return False
        below = group.get_command(click.Context(group), words[0])
        return below is not None and is_command(words[1:], below)

    assert {name for name in verbs if not is_command(SPELLED.get(name, name).split(" "), program())} == set()


def test_escape_leaves_every_dialogue() -> None:
    dialogues = [one for one in every_class() if issubclass(one, ModalScreen) and not one.__subclasses__()]
    assert len(dialogues) > 5
    assert [
        one.__name__
        for one in dialogues
        if not any(key == "escape" for key, _binding in one._merged_bindings or ()) and "on_key" not in vars(one)
    ] == []
