"""What speaks for the suggestions of a passage: worked out away from the keys, and told when it is known."""

from collections.abc import Mapping
from pathlib import Path
from threading import Lock
from typing import NamedTuple

from textual.message import Message
from textual.message_pump import MessagePump
from textual.worker import get_current_worker

from workbench.store import SaidPassage, Shown, Store, passage, suggestions
from workbench.workflow.explain import Explained, explain


class Read(NamedTuple):
    """A passage with what is suggested for it."""

    passage: SaidPassage
    shown: list[Shown]


class Why(Message):
    """What speaks for the suggestions of a passage, by code."""

    def __init__(self, revision: str, number: int, explained: Mapping[str, Explained]) -> None:
        super().__init__()
        self.revision, self.number, self.explained = revision, number, explained


_ONE = Lock()
"""Whoever hurries asks for several passages a second, and only the last is still looked at."""


def answer_why(asker: MessagePump, root: Path, person: str, revision: str, number: int) -> None:
    """Work it out in a worker's thread, with a store of its own, after what is worked out there already; not where the
    worker was cancelled meanwhile."""
    worker = get_current_worker()
    with _ONE:
        if not worker.is_cancelled:
            asker.post_message(_found(root, person, revision, number))


def _found(root: Path, person: str, revision: str, number: int) -> Why:
    with Store.open(root, person=person) as store:
        shown = suggestions(store, revision, passage=number).get(number, [])
        found = next(explain(store, [Read(passage(store, revision, number), shown)]))
    return Why(revision, number, dict(zip((one.suggestion.code for one in shown), found, strict=True)))
