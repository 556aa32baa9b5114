"""What a report writer should know about the quotes they chose."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from workbench.i18n import _, language, ngettext
from workbench.store import Quote, Store, municipalities, quote_marks, quotes, stored_codes
from workbench.workflow.quotes import Hindrance, MarkedQuote


@dataclass(frozen=True, slots=True)
class SameVoice:
    """Several of the chosen quotes of a municipality and focus area come from one person."""

    municipality: str
    area: str
    quotes: int
    """How many of them are this person's; places, for a place with two codes is quoted once."""
    of: int
    """How many are chosen there."""
    ids: frozenset[str]
    """The codings of this person's."""


def same_voices(store: Store) -> list[SameVoice]:
    """Where several of the starred quotes that reports count come from one person, by municipality and focus area."""
    starred = [id for id, mark in quote_marks(store).items() if mark.starred]
    places: dict[tuple[str, str], dict[str, list[Quote]]] = {}
    for one in quotes(store, ids=starred, counted=True) if starred else ():
        if one.may_quote:
            places.setdefault((one.municipality_id, one.area), {}).setdefault(one.person, []).append(one)
    found = []
    for (_municipality, area), by_person in places.items():
        chosen = {person: len({(one.revision, one.place) for one in said}) for person, said in by_person.items()}
        found += [
            SameVoice(
                municipality=said[0].municipality,
                area=area,
                quotes=chosen[person],
                of=sum(chosen.values()),
                ids=frozenset(one.id for one in said),
            )
            for person, said in by_person.items()
            if chosen[person] > 1
        ]
    return found


def concerns(store: Store, chosen: Sequence[MarkedQuote]) -> tuple[str, ...]:
    """What to think of before these quotes go into a report, in the language spoken."""
    return (*_kept_back(chosen), *_uncounted(store, chosen), *_named(store, chosen), *_voices(store, chosen))


def _kept_back(chosen: Iterable[MarkedQuote]) -> list[str]:
    """How many of them may not be quoted, and why."""
    held = [one.hindrance for one in chosen]
    told = []
    if n := held.count(Hindrance.CONSENT):
        told.append(_("{n} may not be quoted: the consent does not cover it.").format(n=n))
    if n := held.count(Hindrance.MINUTES):
        told.append(
            ngettext(
                "{n} is from minutes, which are never quoted as speech.",
                "{n} are from minutes, which are never quoted as speech.",
                n,
            ).format(n=n)
        )
    return told


def _uncounted(store: Store, chosen: Sequence[MarkedQuote]) -> list[str]:
    """Starred codings that no report will show: they are of a layer that is not counted."""
    starred = [one.quote for one in chosen if one.mark.starred]
    counted = {one.id for one in quotes(store, ids=[one.id for one in starred], counted=True)} if starred else set()
    return [
        _("{id} is {person}'s coding, which reports do not count: it will not be in one.").format(
            id=one.id[:8], person=one.layer
        )
        for one in starred
        if one.id not in counted
    ]


def _named(store: Store, chosen: Sequence[MarkedQuote]) -> list[str]:
    """Starred or approved quotes whose words name a municipality, which their attribution is silent about."""
    marked = [one for one in chosen if (one.mark.starred or one.mark.approved_by) and not one.hindrance]
    names = [one.name for one in municipalities(store)] if marked else []
    return [
        _("{id} says “{name}”. With a light edit it can say [the municipality].").format(id=one.quote.id[:8], name=name)
        for one in marked
        for name in names
        if re.search(rf"\b{re.escape(name)}", one.text)
    ]


def _voices(store: Store, chosen: Sequence[MarkedQuote]) -> list[str]:
    """Where several of the chosen come from one person, if one of these quotes is among them."""
    ids = {one.quote.id for one in chosen if one.mark.starred}
    voices = [one for one in same_voices(store) if one.ids & ids] if ids else []
    names = {code.code: code.name(language()) for code in stored_codes(store, folders=True)} if voices else {}
    return [
        _("{municipality}, {area}: {n} of {of} starred quotes come from the same person.").format(
            municipality=one.municipality, area=names.get(one.area, one.area), n=one.quotes, of=one.of
        )
        for one in voices
    ]
