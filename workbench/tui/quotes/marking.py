"""What is marked on a quote by one key, and the sentence that says so."""

from workbench.i18n import _
from workbench.store import Store
from workbench.workflow.quote_marking import approve, edit, star, unapprove, unstar
from workbench.workflow.quotes import MarkedQuote, find_quotes


def star_or_unstar(store: Store, one: MarkedQuote) -> str:
    """Choose a quote for the report, or no longer. Raises ProtectedError for one that may not be quoted."""
    if one.mark.starred:
        unstar(store, [one])
        return _("The star is taken away.")
    star(store, [one])
    return _("★ starred: reports take it first.")


def approve_or_unapprove(store: Store, one: MarkedQuote) -> str:
    """Say that its words are right, or no longer. Raises WorkbenchError as `approve` does."""
    if one.mark.approved_by:
        unapprove(store, [one])
        return _("It is not approved any more.")
    approve(store, [one])
    return _("✓ approved in these words.")


def keep_edit(store: Store, one: MarkedQuote, text: str) -> str:
    """Keep a light edit, and say what to think of. Raises WorkbenchError for what is none."""
    done = edit(store, one, text)
    if done is None:
        return _("Nothing to change.")
    [now] = find_quotes(store, [one.quote.id])
    told = [_("Edited.") if now.mark.edited else _("Back to the words as said.")]
    if one.mark.approved_by and not now.mark.approved_by:
        told.append(_("It was approved in other words, and is not approved any more."))
    told += [_("“{word}” is left out: see that it still means the same.").format(word=word) for word in done.negations]
    return " ".join(told)
