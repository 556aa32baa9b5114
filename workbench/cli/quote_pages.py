"""How a quote is shown: in a list, with what is said around it, and as a record."""

from collections.abc import Mapping

import click

from workbench.cli.show import paragraph, say
from workbench.codebook import roles
from workbench.exchange import clock_shown
from workbench.i18n import _, language
from workbench.store import Context, Store, context, stored_codes
from workbench.terminal import safe
from workbench.workflow.quote_concerns import same_voices
from workbench.workflow.quotes import Hindrance, MarkedQuote

STAR = "★"


def code_names(store: Store) -> dict[str, str]:
    """What codes are called, in the language spoken."""
    return {each.code: each.name(language()) for each in stored_codes(store, folders=True)}


def show_in_list(one: MarkedQuote, names: Mapping[str, str], around: Context | None) -> None:
    """A quote as its words would be printed, with what is needed to choose it."""
    _head(one, names)
    paragraph(safe(one.text), "    ")
    if around is not None:
        _turns(around)
    say(click.style(f"    {_where(one)}", dim=True))


def show_page(one: MarkedQuote, names: Mapping[str, str], around: Context) -> None:
    """Everything about one quote: as it is quoted and by whom, as it was said, and what is said around it."""
    _head(one, names)
    if one.hindrance is None:
        for line in one.attributed.split("\n"):
            paragraph(safe(line), "    ")
    if one.mark.edited or one.hindrance:
        paragraph(_("As said: {text}").format(text=safe(" ".join(one.quote.text.split()))), "    ")
    say()
    _turns(around)
    say()
    say(click.style(f"    {_where(one)}", dim=True))


def quote_record(store: Store, chosen: list[MarkedQuote], *, around: bool = False) -> list[dict[str, object]]:
    """Quotes for `--json`."""
    voices = {id: {"quotes": voice.quotes, "of": voice.of} for voice in same_voices(store) for id in voice.ids}
    return [
        {
            **_said(one),
            "starred": one.mark.starred,
            "edited": one.mark.edited or None,
            "approved_by": one.mark.approved_by or None,
            "by": one.by,
            "not_quoted": one.hindrance.value if one.hindrance else None,
            "same_person": voices.get(one.quote.id),
            **({"context": _told(context(store, one.quote))} if around else {}),
        }
        for one in chosen
    ]


def _said(one: MarkedQuote) -> dict[str, object]:
    quote, known = one.quote, roles()
    return {
        "id": quote.id,
        "code": quote.code,
        "valence": quote.valence.value,
        "text": quote.text,
        "municipality": quote.municipality,
        "source": quote.source,
        "turn": quote.turn,
        "passage": quote.passage,
        "start": quote.place.start,
        "end": quote.place.end,
        "seconds": quote.seconds,
        "role": quote.role,
        "perspective": known.role(quote.role).perspective if quote.role in known else None,
        "age_group": quote.age_group,
        "layer": quote.layer,
        "strength": quote.strength,
        "doubt": quote.doubt,
        "contrary": quote.contrary,
        "may_quote": quote.may_quote,
    }


def _told(around: Context) -> dict[str, object]:
    keys = ("number", "speaker", "talk_role", "text")
    return {
        part: [{key: turn[key] for key in keys} for turn in turns]
        for part, turns in zip(around._fields, around, strict=True)
    }


def _head(one: MarkedQuote, names: Mapping[str, str]) -> None:
    quote, known = one.quote, roles()
    who = known.label(quote.role, language()) if quote.role in known else quote.role or quote.speaker
    why = {
        Hindrance.CONSENT: _("not for quoting"),
        Hindrance.MINUTES: _("from minutes, never quoted"),
        Hindrance.ERASED: _("erased"),
    }
    may = f" · {why[one.hindrance]}" if one.hindrance else ""
    line = f"{safe(names.get(quote.code, ''))}  {quote.code} – {quote.valence.label} · {safe(who)}{may}".lstrip()
    say(f"{STAR} {line}" if one.mark.starred else line)


def _where(one: MarkedQuote) -> str:
    """Where it stands, its id, and what was done with it."""
    quote = one.quote
    clock = [clock_shown(quote.seconds)] if quote.seconds is not None else []
    done = [_("edited")] if one.mark.edited else []
    done += [_("approved by {person}").format(person=safe(one.mark.approved_by))] if one.mark.approved_by else []
    quoted_as = [] if one.hindrance else [_("quoted as {label}").format(label=safe(one.by))]
    place = (safe(quote.municipality), safe(quote.source), str(quote.passage), *clock, quote.id[:8])
    return " · ".join((*place, *quoted_as, *done))


def _turns(around: Context) -> None:
    """Turns with their numbers; those the quote lies in have a bar beside them."""
    for part, turns in zip(around._fields, around, strict=True):
        for turn in turns:
            bar = "│" if part == "said" else " "
            paragraph(f"{turn['number']}  {safe(turn['speaker'])}: {safe(turn['text'] or '')}", f"  {bar} ")
