"""A quote as a page: as it is quoted and as it was said, with what is said around it."""

from collections.abc import Sequence

from textual.content import Content

from workbench.codebook import roles
from workbench.exchange import clock_shown
from workbench.i18n import _, language
from workbench.store import Context
from workbench.terminal import safe
from workbench.tui.desk import Desk
from workbench.tui.quotes.line import APPROVED, HELD, STAR
from workbench.tui.widgets.page import BAR
from workbench.workflow.quotes import Hindrance, MarkedQuote

AROUND = 1200
"""Code points of a turn that are shown before and after a quote: some talk for an hour without a break."""

Part = tuple[str, str]
"""Text, made safe, and its style."""


def quote_page(desk: Desk, one: MarkedQuote, around: Context, concerns: Sequence[str]) -> Content:
    """Everything about one quote."""
    quote = one.quote
    parts: list[Part] = [
        (safe(desk.name(quote.code)), "bold"),
        (f"  {safe(quote.code)}\n", "$muted"),
        (" · ".join(_set(one)) + "\n\n", ""),
    ]
    if one.hindrance is None:
        words, _break, by = one.attributed.rpartition("\n")
        parts += [(safe(words) + "\n", "bold"), (safe(by) + "\n", "")]
    else:
        parts.append((f"{HELD} {_hindered(one.hindrance)}\n", "bold"))
    if coarser := _coarser(one):
        parts.append((f"{coarser}\n", "$muted"))
    if marks := _marks(one):
        parts.append((" · ".join(marks) + "\n", ""))
    if told := [line for line in concerns if one.hindrance is None]:
        parts.append(("\n" + "".join(f"! {safe(line)}\n" for line in told), "bold"))
    if one.mark.edited:
        said = _("As said: {text}").format(text=safe(" ".join(quote.text.split())))
        parts.append((f"\n{said}\n", ""))
    parts.append(("\n" + " · ".join(_where(one)) + "\n\n", "$muted"))
    for part, turns in zip(around._fields, around, strict=True):
        for turn in turns:
            parts += _turn(turn["speaker"], turn["text"] or "", turn["start"], one if part == "said" else None)
    return Content.assemble(*parts)


def _turn(speaker: str, text: str, start: int, one: MarkedQuote | None) -> list[Part]:
    """A turn; where the quote lies in it, a bar stands beside it and the words are underlined."""
    if one is None:
        return [(f"  {safe(speaker)}  ", "$muted bold"), (f"{safe(_beginning(text))}\n", "$muted")]
    begin, end = max(0, one.quote.place.start - start), max(0, one.quote.place.end - start)
    before = text[:begin]
    return [
        (f"{BAR} {safe(speaker)}  ", "bold"),
        (safe(before if begin <= AROUND else f"… {before[-AROUND:]}"), ""),
        (safe(text[begin:end]), "underline"),
        (safe(_beginning(text[end:])) + "\n", ""),
    ]


def _beginning(text: str) -> str:
    return text if len(text) <= AROUND else f"{text[:AROUND]} …"


def _set(one: MarkedQuote) -> list[str]:
    """How the code was set."""
    quote, known = one.quote, roles()
    who = known.label(quote.role, language()) if quote.role in known else quote.role or quote.speaker
    return [
        quote.valence.label,
        *([_("strength {n}").format(n=quote.strength)] if quote.strength else []),
        *([_("in doubt")] if quote.doubt else []),
        *([_("contrary")] if quote.contrary else []),
        safe(who),
    ]


def _coarser(one: MarkedQuote) -> str:
    """That another role is named than the speaker's own, because too few people have that."""
    known, quote = roles(), one.quote
    if one.hindrance is not None or quote.role not in known or known.label(quote.role, language()) == one.by:
        return ""
    return _("Not “{role}”: too few have that role for nobody to be recognised.").format(
        role=known.label(quote.role, language())
    )


def _marks(one: MarkedQuote) -> list[str]:
    return [
        *([f"{STAR} " + _("starred")] if one.mark.starred else []),
        *([_("edited")] if one.mark.edited else []),
        *(
            [f"{APPROVED} " + _("approved by {person}").format(person=safe(one.mark.approved_by))]
            if one.mark.approved_by
            else []
        ),
    ]


def _hindered(why: Hindrance) -> str:
    return {
        Hindrance.CONSENT: _("not for quoting"),
        Hindrance.MINUTES: _("from minutes, never quoted"),
        Hindrance.ERASED: _("erased"),
    }[why]


def _where(one: MarkedQuote) -> list[str]:
    quote = one.quote
    return [
        safe(quote.municipality),
        safe(quote.source),
        _("passage {n}").format(n=quote.passage),
        *([clock_shown(quote.seconds)] if quote.seconds is not None else []),
        quote.id[:8],
    ]
