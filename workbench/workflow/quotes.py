"""Quotes for a report: chosen, lightly edited, approved and copied, each attributed so that it points to nobody."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from workbench.codebook import roles
from workbench.errors import NotFoundError, ProtectedError, UsageError, WorkbenchError
from workbench.i18n import _, language
from workbench.model import LightEdit, Transcription, light_edit
from workbench.reports import public_labels
from workbench.store import (
    UNMARKED,
    Quote,
    QuoteMark,
    Store,
    holding,
    mark_quote,
    quote_marks,
    quotes,
    quotes_beginning,
    roles_heard,
)

SHORTEST_ID = 4
"""Fewest characters a quote is named by; eight are shown."""
_SHORT = 80
"""Characters of a change that are told whole."""


class Hindrance(StrEnum):
    """Why something that was said is not quoted."""

    MINUTES = "minutes"
    CONSENT = "consent"
    ERASED = "erased"


@dataclass(frozen=True, slots=True)
class MarkedQuote:
    """A quote with what is marked on it, and whom a reader is told it is by."""

    quote: Quote
    mark: QuoteMark
    by: str
    """The role in the language spoken, or something coarser; never more."""

    @property
    def text(self) -> str:
        """The words as they are quoted, on one line: lightly edited, or as said."""
        return self.mark.edited or " ".join(self.quote.text.split())

    @property
    def hindrance(self) -> Hindrance | None:
        """Why it may not be quoted; None when it may."""
        if self.quote.transcription is Transcription.MINUTES:
            return Hindrance.MINUTES
        if not self.quote.may_quote:
            return Hindrance.CONSENT
        return None if self.text else Hindrance.ERASED

    @property
    def attributed(self) -> str:
        """As it is pasted into a text: the words in the quotation marks of the language, and below them who says so."""
        return _("“{text}”").format(text=self.text) + f"\n– {self.by}"


def marked(store: Store, found: Iterable[Quote]) -> list[MarkedQuote]:
    """These quotes with what is marked on them, in the same order."""
    marks = quote_marks(store)
    labels: dict[str, dict[str, str]] = {}
    told = []
    for one in found:
        if one.municipality_id not in labels:
            labels[one.municipality_id] = public_labels(
                roles_heard(store, one.municipality_id),
                k_staff=store.settings.k_staff,
                k_youth=store.settings.k_youth,
                language=language(),
            )
        by = labels[one.municipality_id].get(one.role) or _("Participant")
        told.append(MarkedQuote(one, marks.get(one.id, UNMARKED), by))
    return told


def only(
    every: Iterable[MarkedQuote],
    *,
    perspective: str | None = None,
    starred: bool = False,
    approved: bool | None = None,
    text: str | None = None,
) -> list[MarkedQuote]:
    """Those of a perspective (id), starred, approved or not, and with words in any form, as said or as edited."""
    holds = holding(text) if text is not None else None
    known = roles()
    return [
        one
        for one in every
        if (perspective is None or (one.quote.role in known and known.role(one.quote.role).perspective == perspective))
        and (one.mark.starred or not starred)
        and (approved is None or bool(one.mark.approved_by) == approved)
        and (holds is None or holds(one.quote.text) or (one.mark.edited != "" and holds(one.mark.edited)))
    ]


def find_perspective(typed: str) -> str:
    """The id of the perspective with this name, in either language. Raises UsageError."""
    wanted = typed.strip().casefold()
    for group in roles().groups:
        if wanted in (group.id, *(label.casefold() for label in group.labels.values())):
            return group.id
    raise UsageError(
        _("There is no perspective “{name}”; expected one of {names}.").format(
            name=typed, names=", ".join(group.id for group in roles().groups)
        )
    )


def find_quotes(store: Store, typed: Sequence[str]) -> list[MarkedQuote]:
    """The quotes with these ids, or whose ids begin like these, each once and in this order.

    Raises NotFoundError for one that is not there, UsageError for one that is too short or could be several.
    """
    ids = list(dict.fromkeys(_find_id(store, each.strip().casefold()) for each in typed))
    found = {one.quote.id: one for one in marked(store, quotes(store, ids=ids))}
    return [found[id] for id in ids]


def _find_id(store: Store, typed: str) -> str:
    if not re.fullmatch(rf"[0-9a-f-]{{{SHORTEST_ID},36}}", typed):
        raise UsageError(
            _("“{id}” is no quote's id; type at least its first {n} characters, as they are shown.").format(
                id=typed, n=SHORTEST_ID
            ),
            hint=_("See them with: workbench quotes"),
        )
    found = quotes_beginning(store, typed)
    if not found:
        raise NotFoundError(
            _("There is no quote {id} in this project.").format(id=typed), hint=_("See them with: workbench quotes")
        )
    if len(found) > 1:
        longer = _apart(found[:5])
        raise UsageError(
            _("“{id}” could be {names}.").format(id=typed, names=", ".join(longer)),
            hint=_("Type more of the id."),
        )
    return found[0]


def _apart(ids: Sequence[str]) -> Iterator[str]:
    """As much of each id as tells it from the others; at least eight characters."""
    for size in range(8, 37):
        if len({id[:size] for id in ids}) == len(ids):
            return (id[:size] for id in ids)
    return iter(ids)


def star(store: Store, chosen: Sequence[MarkedQuote]) -> int:
    """Choose quotes for the report; how many were not chosen before. Raises ProtectedError."""
    refuse_unquotable(chosen)
    with store.command("quotes star") as command:
        for one in chosen:
            mark_quote(command, one.quote.id, starred=True)
        return command.events


def unstar(store: Store, chosen: Sequence[MarkedQuote]) -> int:
    """Choose quotes no longer; how many were chosen before."""
    with store.command("quotes unstar") as command:
        for one in chosen:
            mark_quote(command, one.quote.id, starred=False)
        return command.events


def edit(store: Store, one: MarkedQuote, written: str) -> LightEdit | None:
    """Keep a light edit beside the words as said; None when it says the same as before.

    Raises WorkbenchError, saying what was changed without a mark, when the edit is not one; ProtectedError.
    """
    refuse_unquotable([one])
    edited = light_edit(one.quote.text, written)
    if not edited.text:
        raise UsageError(
            _("An edit needs words."), hint=_("Back to the words as said: workbench quotes edit ID --clear")
        )
    _refuse_other_words(edited)
    as_said = edited.text == " ".join(one.quote.text.split())
    with store.command("quotes edit") as command:
        mark_quote(command, one.quote.id, edited="" if as_said else edited.text)
        return edited if command.events else None


def clear_edit(store: Store, one: MarkedQuote) -> bool:
    """Back to the words as they were said; whether there was an edit."""
    with store.command("quotes edit") as command:
        mark_quote(command, one.quote.id, edited="")
        return command.events > 0


def approve(store: Store, chosen: Sequence[MarkedQuote]) -> int:
    """Say that the words are right as they are, and may go out; how many were not approved before.

    Raises ProtectedError, and WorkbenchError when somebody edited one after it was read.
    """
    refuse_unquotable(chosen)
    with store.command("quotes approve") as command:
        marks = quote_marks(store)
        for one in chosen:
            now = marks.get(one.quote.id, UNMARKED)
            if now.edited != one.mark.edited:
                raise WorkbenchError(
                    _("{id} was edited by somebody in the meantime.").format(id=one.quote.id[:8]),
                    hint=_("Read it again, then approve it."),
                )
            if not now.approved_by:
                mark_quote(command, one.quote.id, approved_by=store.person)
        return command.events


def unapprove(store: Store, chosen: Sequence[MarkedQuote]) -> int:
    """Take approvals back, whoever gave them; how many there were."""
    with store.command("quotes unapprove") as command:
        for one in chosen:
            mark_quote(command, one.quote.id, approved_by="")
        return command.events


def refuse_unquotable(chosen: Iterable[MarkedQuote]) -> None:
    """Raises ProtectedError, naming each quote that is none and why."""
    if held := [one for one in chosen if one.hindrance]:
        raise ProtectedError(
            "\n".join(_why_not(one) for one in held),
            hint=_("Consent and kind stand with the source; correct them there: workbench sources edit"),
        )


def _why_not(one: MarkedQuote) -> str:
    said = {
        Hindrance.MINUTES: _("{id} is from minutes ({source}): these are nobody's own words, and never quoted."),
        Hindrance.CONSENT: _("{id} may not be quoted: the consent for {source} does not cover it."),
        Hindrance.ERASED: _("{id} has no words any more: they were erased from {source}."),
    }
    return said[one.hindrance or Hindrance.ERASED].format(id=one.quote.id[:8], source=one.quote.source)


def _short(words: str) -> str:
    """The beginning and the end of many words."""
    return words if len(words) <= _SHORT else f"{words[: _SHORT - 25].rstrip()} … {words[-20:].lstrip()}"


def _refuse_other_words(edited: LightEdit) -> None:
    """Raises WorkbenchError for an edit that says other things than were said."""
    if edited.unmarked:
        lines = [_("This says something else than was said, without a mark:")]
        for one in edited.unmarked[:10]:
            if not one.written:
                line = _("left out: “{said}”")
            elif not one.said:
                line = _("added: “{written}”")
            else:
                line = _("“{said}” became “{written}”")
            lines.append("  " + line.format(said=_short(one.said), written=_short(one.written)))
        raise WorkbenchError(
            "\n".join(lines),
            hint=_("Write […] where you leave something out, and put what you add or change in [brackets]."),
        )
    if edited.unlike:
        raise WorkbenchError(
            _("Too much of this stands in brackets: {own} of the words are the speaker's, {added} are yours.").format(
                own=edited.own, added=edited.added
            ),
            hint=_("Keep more of what was said, or say it in your own words, without quotation marks."),
        )
