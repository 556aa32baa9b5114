"""Quotes for a report: found, filtered, and attributed so that they point to nobody."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from workbench.codebook import roles
from workbench.errors import NotFoundError, UsageError
from workbench.i18n import _, language
from workbench.model import Transcription
from workbench.reports import public_labels
from workbench.store import (
    UNMARKED,
    Quote,
    QuoteMark,
    Store,
    holding,
    quote_marks,
    quotes,
    quotes_beginning,
    roles_heard,
)

SHORTEST_ID = 4
"""Fewest characters a quote is named by; eight are shown."""


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
