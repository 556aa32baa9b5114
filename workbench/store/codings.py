"""Codings, decisions and review marks: what a person found in a passage.

Each is unique by what it says, and its id is made from that: the same coding made on two machines is one.
"""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from workbench.model import Place, Valence, Verdict
from workbench.store import rows, texts
from workbench.store.codebooks import StoredCode
from workbench.store.events import Command, identity
from workbench.store.memos import memos_to_passage
from workbench.store.quote_marks import move_mark
from workbench.store.sources import SaidPassage


def add_coding(
    command: Command,
    *,
    revision: str,
    place: Place,
    words: str,
    code: StoredCode,
    valence: Valence = Valence.DESCRIPTION,
    strength: int | None = None,
    doubt: bool = False,
    contrary: bool = False,
    suggestion: str | None = None,
    layer: str | None = None,
) -> str:
    """Set a code on a place, in the person's own layer unless told otherwise; returns the coding's id.

    `words` are what the place says, kept as a hash. A coding that is there already takes on the new marks.
    """
    layer = layer or command.person
    id = identity("coding", layer, revision, place.start, place.end, code.uuid, valence.value)
    command.set(
        "coding",
        {
            "id": id,
            "layer": layer,
            "revision": revision,
            "start": place.start,
            "end": place.end,
            "code": code.uuid,
            "valence": valence.value,
            "strength": strength,
            "doubt": int(doubt),
            "contrary": int(contrary),
            "loose": 0,
            "quote": texts.address(words),
            "codebook_version": code.version,
            "suggestion": suggestion,
            "axes": "{}",
        },
    )
    return id


def remove_coding(command: Command, id: str) -> None:
    """Take a coding away; a decision that made it is withdrawn, so its passage is undecided again."""
    for row in command.query("SELECT * FROM decision WHERE coding = ?", id):
        command.remove("decision", (row["id"],))
        if row["person"] == command.person:
            reopen(command, row["revision"], row["passage"])
    for row in command.query("SELECT id FROM quote WHERE coding = ?", id):
        command.remove("quote", (row["id"],))
    memos_to_passage(command, id)
    command.remove("coding", (id,))


def recode(command: Command, id: str, code: str) -> str:
    """Give a coding another code (the uuid of a stored one); returns its new id, for an id says what it is about.

    Everything else of it stays, also the codebook version it was made with; decisions, quotes and memos follow. Where
    the place carries that code already in the same layer and valence, the coding that is there stays as it is.
    """
    return change_coding(command, id, code=code)


def change_coding(command: Command, id: str, **columns: Any) -> str:
    """Give a coding other values in these columns; returns its id, a new one where the id says something else now.

    What hangs on it follows. A coding that says the same already stays as it is, and takes all of it over.
    Raises KeyError.
    """
    old = rows.fetch(command.db, "coding", (id,))
    if old is None:
        raise KeyError(id)
    row = {**old, **columns}
    new = identity("coding", *(row[column] for column in ("layer", "revision", "start", "end", "code", "valence")))
    if new == id:
        command.change("coding", (id,), **columns)
        return id
    if rows.fetch(command.db, "coding", (new,)) is None:
        command.add("coding", {**row, "id": new})
    for row in command.query("SELECT id FROM decision WHERE coding = ?", id):
        command.change("decision", (row["id"],), coding=new)
    move_mark(command, id, new)
    for row in command.query("SELECT id FROM memo WHERE target_type = 'coding' AND target = ?", id):
        command.change("memo", (row["id"],), target=new)
    command.remove("coding", (id,))
    return new


def decide(
    command: Command,
    passage: SaidPassage,
    code: StoredCode,
    verdict: Verdict,
    *,
    coding: str | None = None,
    suggestion: str | None = None,
    confidence: float | None = None,
) -> None:
    """Note one person's answer to one suggestion; a second answer replaces the first."""
    id = identity("decision", command.person, passage.revision, passage.number, code.uuid)
    command.set(
        "decision",
        {
            "id": id,
            "person": command.person,
            "revision": passage.revision,
            "passage": passage.number,
            "code": code.uuid,
            "verdict": verdict.value,
            "coding": coding,
            "suggestion": suggestion,
            "confidence": confidence,
        },
    )


def mark_seen(
    command: Command,
    revision: str,
    passage: int,
    *,
    shown: Sequence[tuple[str, float]] = (),
    no_code: bool = False,
    blind: bool = False,
) -> None:
    """Note that this person has dealt with a passage, and which suggestions they were shown with what scores.

    The first showing counts: a later decision on the same passage leaves the scores as they were shown. `blind` says
    that they were shown none before they decided; a passage is blind only as long as every decision on it is.
    """
    id = identity("review_mark", command.person, revision, passage)
    known = rows.fetch(command.db, "review_mark", (id,))
    if known is not None:
        seen = {} if blind or not known["blind"] else {"blind": 0}
        command.change("review_mark", (id,), no_code=int(no_code), **seen)
        return
    command.add(
        "review_mark",
        {
            "id": id,
            "coder": command.person,
            "revision": revision,
            "passage": passage,
            "seen_at": datetime.now(UTC).isoformat(timespec="seconds"),
            "no_code": int(no_code),
            "blind": int(blind),
            "shown": rows.dump([[code, round(confidence, 4)] for code, confidence in shown]),
        },
    )


def reopen(command: Command, revision: str, passage: int) -> None:
    """Make a passage undecided again for this person, unless other decisions or codings of theirs stand."""
    left = command.db.execute(
        "SELECT (SELECT count(*) FROM decision WHERE person = ? AND revision = ? AND passage = ?)"
        " + (SELECT count(*) FROM coding c JOIN passage p ON p.revision = c.revision AND p.number = ?"
        "    WHERE c.layer = ? AND c.revision = ? AND c.start < p.end AND c.end > p.start)",
        [command.person, revision, passage, passage, command.person, revision],
    ).fetchone()[0]
    id = identity("review_mark", command.person, revision, passage)
    # The coding about to go still counts here.
    if left <= 1 and rows.fetch(command.db, "review_mark", (id,)) is not None:
        command.remove("review_mark", (id,))
