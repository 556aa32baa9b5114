"""Undo and redo of what changed many things at once: long work, as the import was that did it."""

from collections.abc import Callable
from dataclasses import dataclass

from workbench.i18n import N_, translated
from workbench.store import Done, Store, redo, redoes, undo, undoes
from workbench.tui.job import Say
from workbench.tui.screens.base import DeskScreen
from workbench.workflow.deeds import deed

SOON = 200
"""Changes that are taken back within the time of a key."""


@dataclass(frozen=True, slots=True)
class Turn:
    """Taking back, or putting back."""

    size: Callable[[Store], int]
    do: Callable[[Store], Done | None]
    doing: str
    did: str


UNDO = Turn(undoes, undo, N_("Taking back {n} changes …"), N_("Took back: {what}"))
REDO = Turn(redoes, redo, N_("Putting back {n} changes …"), N_("Put back: {what}"))


def at_length(screen: DeskScreen, turn: Turn) -> bool:
    """Begin it as long work of this screen, if it is long; whether it is."""
    if (n := turn.size(screen.desk.store)) <= SOON:
        return False

    def job(store: Store, say: Say) -> str:
        say(translated(turn.doing).format(n=n))
        done = turn.do(store)
        screen.call_later(screen.desk.turned, done)
        return translated(turn.did).format(what=deed(store, done)) if done else ""

    screen.work(job)
    return True
