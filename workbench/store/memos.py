"""Memos: what people note to themselves and each other, each on one thing."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from workbench.store import rows
from workbench.store.events import Command, new_id
from workbench.store.project import Store


class TargetType(StrEnum):
    """What a memo can be on."""

    PROJECT = "project"
    MUNICIPALITY = "municipality"
    PARTICIPANT = "participant"
    SOURCE = "source"
    PASSAGE = "passage"
    CODE = "code"
    CODING = "coding"
    JOURNEY = "journey"
    THEME = "theme"
    FINDING = "finding"


@dataclass(frozen=True, slots=True)
class Target:
    """The one thing that a memo is on."""

    type: TargetType
    id: str
    """Of its row; of a passage its revision and number, of the project the project's id."""

    @staticmethod
    def passage(revision: str, number: int) -> "Target":
        """A passage: its row has no id of its own."""
        return Target(TargetType.PASSAGE, f"{revision}/{number}")


@dataclass(frozen=True, slots=True)
class Memo:
    """A note."""

    id: str
    person: str
    """Who wrote it."""
    target: Target
    body: str
    """Empty when it was erased."""


def memos(store: Store, *, on: Iterable[Target] | None = None, source: str | None = None) -> list[Memo]:
    """Memos in the order they were written: all, those on some things, or those on a source (id) and what is in it."""
    where, given = "", []
    if on is not None:
        where = " WHERE (target_type, target) IN (SELECT json_extract(value, '$[0]'), json_extract(value, '$[1]')"
        where += " FROM json_each(?))"
        given = [rows.dump([[one.type.value, one.id] for one in on])]
    if source is not None:
        revisions = "SELECT id FROM revision WHERE source = ?"
        where = (
            " WHERE (target_type = 'source' AND target = ?)"
            f" OR (target_type = 'passage' AND substr(target, 1, instr(target, '/') - 1) IN ({revisions}))"
            f" OR (target_type = 'coding' AND target IN (SELECT id FROM coding WHERE revision IN ({revisions})))"
        )
        given = [source] * 3
    return [
        Memo(row["id"], row["person"], Target(TargetType(row["target_type"]), row["target"]), row["body"] or "")
        for row in store.query(f"SELECT * FROM memo{where} ORDER BY id", *given)
    ]


def add_memo(command: Command, target: Target, body: str) -> str:
    """Note something on a thing; returns the memo's id."""
    id = new_id()
    command.add(
        "memo",
        {
            "id": id,
            "person": command.person,
            "target_type": target.type.value,
            "target": target.id,
            "body": body,
        },
    )
    return id


def change_memo(command: Command, id: str, body: str) -> None:
    """Give a memo other words. Raises KeyError."""
    command.change("memo", (id,), body=body)


def remove_memo(command: Command, id: str) -> None:
    """Take a memo away. Raises KeyError."""
    command.remove("memo", (id,))


def memos_to_passage(command: Command, coding: str) -> None:
    """What was noted on a coding (id) that goes away stays, on the passage that it begins in."""
    for row in command.query("SELECT id FROM memo WHERE target_type = 'coding' AND target = ?", coding):
        [begins] = command.query(
            "SELECT c.revision, max(p.number) AS number FROM coding c JOIN passage p ON p.revision = c.revision"
            " AND p.start <= c.start WHERE c.id = ?",
            coding,
        )
        target = Target.passage(begins["revision"], begins["number"] or 1)
        command.change("memo", (row["id"],), target_type=target.type.value, target=target.id)
