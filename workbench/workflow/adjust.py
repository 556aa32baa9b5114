"""Adjusting: what is said of a coding that is there, and where it begins and ends."""

from collections.abc import Mapping
from typing import Any

from workbench.errors import NotFoundError, UsageError, WorkbenchError
from workbench.i18n import _
from workbench.model import Place, Valence, Verdict
from workbench.store import (
    Command,
    Quote,
    SaidPassage,
    Store,
    address,
    change_coding,
    mark_quote,
    mark_seen,
    passages,
    quotes,
    quotes_beginning,
    reopen,
    suggestions,
    words,
)

MARKS = ("place", "valence", "strength", "doubt", "contrary")
"""What can be adjusted."""


def find_coding(store: Store, typed: str) -> Quote:
    """This person's coding whose id begins like this. Raises NotFoundError, UsageError when several do."""
    wanted = typed.strip().casefold()
    found = quotes_beginning(store, wanted) if wanted and set(wanted) <= set("0123456789abcdef-") else []
    if len(found) > 1:
        raise UsageError(
            _("“{id}” could be {names}.").format(id=typed, names=", ".join(found[:5])),
            hint=_("Write more of the id."),
        )
    own = quotes(store, ids=found, layer=store.person) if found else []
    if not own:
        raise NotFoundError(
            _("{person} has no coding “{id}” in this project.").format(person=store.person, id=typed),
            hint=_("See them with: workbench quotes"),
        )
    return own[0]


def adjust(store: Store, coding: Quote, changes: Mapping[str, Any]) -> str:
    """Change what is said of a coding; returns its id, a new one where its place or valence is another.

    `changes` has any of MARKS, by their names in a coding. Raises WorkbenchError where another coding of this person
    says that already, and where nobody but the interviewer speaks at the place.
    """
    place, valence = changes.get("place", coding.place), changes.get("valence", coding.valence)
    columns = {
        name: int(value) if name in ("doubt", "contrary") else value
        for name, value in changes.items()
        if name in ("strength", "doubt", "contrary")
    }
    met, old = passages(store, coding.revision, at=place), passages(store, coding.revision, at=coding.place)
    if place != coding.place:
        columns |= {"start": place.start, "end": place.end, "quote": address(_said(store, coding, place, met))}
    if valence != coding.valence:
        columns["valence"] = valence.value
    _refuse_twice(store, coding, place, valence)
    numbers, doubt = {one.number for one in met}, changes.get("doubt", coding.doubt)
    with store.command("adjust") as command:
        for one in old:
            if one.number not in numbers:
                _leave(command, coding, one)
        id = change_coding(command, coding.id, **columns)
        _answer(command, id, {one.number: one.place for one in met}, place, doubt=doubt)
        if place != coding.place:
            mark_quote(command, id, edited="", approved_by="")
        for one in met:
            if one.number not in {each.number for each in old}:
                shown = suggestions(store, one.revision, passage=one.number).get(one.number, ())
                scores = [(each.suggestion.code, each.suggestion.confidence) for each in shown]
                mark_seen(command, one.revision, one.number, shown=scores)
    return id


def _said(store: Store, coding: Quote, place: Place, met: list[SaidPassage]) -> str:
    try:
        said = words(store, coding.revision, place)
    except ValueError as error:
        raise WorkbenchError(
            _("{source} ends before place {start}-{end}.").format(
                source=coding.source, start=place.start, end=place.end
            )
        ) from error
    if not said.strip() or not met:
        raise WorkbenchError(_("Only the interviewer speaks there."))
    return said


def _refuse_twice(store: Store, coding: Quote, place: Place, valence: Valence) -> None:
    found = store.query(
        "SELECT c.id FROM coding c JOIN code k ON k.id = c.code WHERE c.revision = ? AND c.layer = ? AND c.start = ?"
        " AND c.end = ? AND k.code = ? AND k.codebook = ? AND c.valence = ? AND c.id <> ?",
        coding.revision,
        coding.layer,
        place.start,
        place.end,
        coding.code,
        coding.codebook,
        valence.value,
        coding.id,
    )
    if found:
        raise WorkbenchError(
            _("{code} – {valence} is set at that place already.").format(code=coding.code, valence=valence.label)
        )


def _leave(command: Command, coding: Quote, passage: SaidPassage) -> None:
    """The coding does not touch this passage any more: what it answered there is undecided again."""
    where = [coding.id, passage.revision, passage.number]
    sql = "SELECT id FROM decision WHERE coding = ? AND revision = ? AND passage = ?"
    for row in command.query(sql, *where):
        command.remove("decision", (row["id"],))
    reopen(command, passage.revision, passage.number)


def _answer(command: Command, coding: str, where: Mapping[int, Place], place: Place, *, doubt: bool) -> None:
    """Each suggestion that the coding answers is accepted, adjusted or doubted by what the coding is now."""
    for row in command.query("SELECT id, passage FROM decision WHERE coding = ?", coding):
        verdict = Verdict.ACCEPT if where.get(row["passage"]) == place else Verdict.ADJUST
        command.change("decision", (row["id"],), verdict=(Verdict.DOUBT if doubt else verdict).value)
