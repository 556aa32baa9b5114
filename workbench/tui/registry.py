"""Every action there is: the lists that screens and panes declare, read in the order of the screens."""

from collections.abc import Iterator
from importlib import import_module

from workbench.tui.actions import Action

DECLARED = (
    "workbench.tui.app",
    "workbench.tui.screens.overview",
    "workbench.tui.screens.transcript",
    "workbench.tui.screens.review",
    "workbench.tui.screens.quotes",
    "workbench.tui.screens.codebook",
    "workbench.tui.screens.sources",
    "workbench.tui.screens.history",
    "workbench.tui.screens.help",
)
"""Modules with a list named ACTIONS."""


def by_screen() -> dict[str, tuple[Action, ...]]:
    """All of them, by the module that declares them: a screen's name, and `app`."""
    return {module.rpartition(".")[2]: tuple(import_module(module).ACTIONS) for module in DECLARED}


def every() -> Iterator[Action]:
    """All of them."""
    for actions in by_screen().values():
        yield from actions


def of(scope: str) -> list[Action]:
    """Those of one screen or pane."""
    return [one for one in every() if one.scope == scope]
