"""A quote as a page: as it is quoted and as it was said, with what is said around it."""

from collections.abc import Sequence

from rich.style import Style
from rich.text import Text
from textual.content import Content

from workbench.codebook import roles
from workbench.exchange import clock_shown
from workbench.i18n import _, language
from workbench.store import Context
from workbench.terminal import safe
from workbench.tui.desk import Desk
from workbench.workflow.quotes import Hindrance, MarkedQuote

STAR, APPROVED, HELD = "★", "✓", "×"
"""Chosen for the report; its words are right; may not be quoted."""

WIDE, WIDEST = 50, 90
"""Columns from which on a line has room for where a quote comes from, and for its code too."""

AROUND = 1200
"""Code points of a turn that are shown before and after a quote: some talk for an hour without a break."""

Part = tuple[str, str]
"""Text, made safe, and its style."""


def quote_line(one: MarkedQuote, width: int, muted: Style, name: str) -> Text:
    """A quote on one line: its marks, its words and, where there is room, its code and municipality."""
    held = HELD if one.hindrance else " "
    line = Text(f"{STAR if one.mark.starred else held} {APPROVED if one.mark.approved_by else ' '} ")
    beside = 34 if width >= WIDEST else 12 if width >= WIDE else 0
    begins = " ".join((one.mark.edited or one.quote.text)[: 2 * width].split())
    words = Text(safe(begins) or "–", muted if one.hindrance else "")
    words.truncate(width - len(line) - (beside + 2 if beside else 0), overflow="ellipsis", pad=bool(beside))
    line.append_text(words)
    if beside:
        told = (one.quote.municipality, name) if width >= WIDEST else (one.quote.municipality,)
        where = Text(safe(" · ".join(told)), muted)
        where.truncate(beside, overflow="ellipsis")
        line.append("  ").append_text(where)
    return line


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
    if marks := _marks(one):
        parts.append(("\n" + " · ".join(marks) + "\n", ""))
    parts += [(f"\n! {safe(line)}", "bold") for line in concerns]
    if concerns:
        parts.append(("\n", ""))
    if one.mark.edited:
        said = _("As said: {text}").format(text=safe(" ".join(quote.text.split())))
        parts.append((f"\n{said}\n", ""))
    parts.append(("\n" + " · ".join(_where(one)) + "\n", "$muted"))
    for part, turns in zip(around._fields, around, strict=True):
        for turn in turns:
            parts += _turn(turn["speaker"], turn["text"] or "", turn["start"], one if part == "said" else None)
    return Content.assemble(*parts)


def _turn(speaker: str, text: str, start: int, one: MarkedQuote | None) -> list[Part]:
    """A turn; where the quote lies in it, a bar stands beside it and the words are underlined."""
    if one is None:
        return [(f"\n  {safe(speaker)}  {safe(_beginning(text))}\n", "$muted")]
    begin, end = max(0, one.quote.place.start - start), max(0, one.quote.place.end - start)
    before = text[:begin]
    return [
        (f"\n▌ {safe(speaker)}  ", "bold"),
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
