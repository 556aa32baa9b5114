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
)
"""Modules with a list named ACTIONS."""


def every() -> Iterator[Action]:
    """All of them."""
    for module in DECLARED:
        yield from import_module(module).ACTIONS


def of(scope: str) -> list[Action]:
    """Those of one screen or pane."""
    return [one for one in every() if one.scope == scope]
