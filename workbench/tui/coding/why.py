"""What speaks for the suggestions of a passage: worked out away from the keys, and told when it is known."""

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from textual.message import Message

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


def find_why(root: Path, person: str, revision: str, number: int) -> Why:
    """Work it out with a store of its own, for a thread of its own."""
    with Store.open(root, person=person) as store:
        shown = suggestions(store, revision, passage=number).get(number, [])
        found = next(explain(store, [Read(passage(store, revision, number), shown)]))
    return Why(revision, number, dict(zip((one.suggestion.code for one in shown), found, strict=True)))
