"""What report writers mark on quotes: starred, lightly edited, approved.

Few quotes are marked, so marks are read beside the quotes. A mark's id is made from its coding: the same quote starred
on two machines is one mark.
"""

from dataclasses import dataclass, replace
from typing import Any

from workbench.store import rows
from workbench.store.events import Command, identity
from workbench.store.project import Store


@dataclass(frozen=True, slots=True)
class QuoteMark:
    """What is marked on one quote."""

    starred: bool = False
    edited: str = ""
    """Its words as a person lightly edited them; empty when it stands as it was said."""
    approved_by: str = ""
    """Who approved its words as they are; empty when nobody did."""

    @staticmethod
    def of(row: rows.Row) -> "QuoteMark":
        return QuoteMark(row["starred"] == 1, row["edited"] or "", row["approved_by"])


UNMARKED = QuoteMark()


def quote_marks(store: Store) -> dict[str, QuoteMark]:
    """Every quote that is marked, by its coding's id."""
    return {row["coding"]: QuoteMark.of(row) for row in store.query("SELECT * FROM quote")}


def mark_quote(
    command: Command,
    coding: str,
    *,
    starred: bool | None = None,
    edited: str | None = None,
    approved_by: str | None = None,
) -> None:
    """Change what is marked on a quote, by its coding's id; what is not given stays.

    Approval is of words as they are: other words are not approved. A mark that says nothing any more is taken away.
    """
    row = _row(command, coding)
    now = QuoteMark.of(row) if row else UNMARKED
    new = now if starred is None else replace(now, starred=starred)
    if edited is not None and edited != now.edited:
        new = replace(new, edited=edited, approved_by="")
    if approved_by is not None:
        new = replace(new, approved_by=approved_by)
    if new == now:
        return
    if new == UNMARKED and row:
        command.remove("quote", (row["id"],))
        return
    marked: dict[str, Any] = {
        "id": row["id"] if row else identity("quote", coding),
        "coding": coding,
        "starred": int(new.starred),
        "edited": new.edited or None,
        "approved_by": new.approved_by,
    }
    command.set("quote", marked if row else {**marked, "attribution": ""})


def move_mark(command: Command, old: str, new: str) -> None:
    """Give what is marked on one coding (id) to another; a mark that is there already stays as it is."""
    row = _row(command, old)
    if row is None:
        return
    command.remove("quote", (row["id"],))
    if _row(command, new) is None:
        command.add("quote", {**row, "id": identity("quote", new), "coding": new})


def _row(command: Command, coding: str) -> rows.Row | None:
    return next(iter(command.query("SELECT * FROM quote WHERE coding = ?", coding)), None)
