"""What a report writer does with quotes: choose, edit lightly, approve, and take back. One command each."""

from collections.abc import Iterable, Sequence

from workbench.errors import ProtectedError, UsageError, WorkbenchError
from workbench.i18n import _
from workbench.model import LightEdit, light_edit
from workbench.store import UNMARKED, Store, mark_quote, quote_marks
from workbench.workflow.quotes import Hindrance, MarkedQuote

_SHORT = 80
"""Characters of a change that are told whole."""


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


def differences(edited: LightEdit) -> list[str]:
    """What an edit says otherwise than was said without a mark, a line each, in the language spoken."""
    lines = []
    for one in edited.unmarked[:10]:
        if not one.written:
            line = _("left out: “{said}”")
        elif not one.said:
            line = _("added: “{written}”")
        else:
            line = _("“{said}” became “{written}”")
        lines.append(line.format(said=_short(one.said), written=_short(one.written)))
    return lines


def too_much(edited: LightEdit) -> str:
    """That these are hardly the speaker's words any more; empty when they are."""
    if not edited.unlike:
        return ""
    return _("Too much of this stands in brackets: {own} of the words are the speaker's, {added} are yours.").format(
        own=edited.own, added=edited.added
    )


def _refuse_other_words(edited: LightEdit) -> None:
    """Raises WorkbenchError for an edit that says other things than were said."""
    if edited.unmarked:
        lines = (_("This says something else than was said, without a mark:"), *differences(edited))
        raise WorkbenchError(
            "\n  ".join(lines),
            hint=_("Write […] where you leave something out, and put what you add or change in [brackets]."),
        )
    if edited.unlike:
        raise WorkbenchError(
            too_much(edited),
            hint=_("Keep more of what was said, or say it in your own words, without quotation marks."),
        )
