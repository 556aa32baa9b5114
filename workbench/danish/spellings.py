"""Spoken and machine-made spellings: what a transcript writes apart and people read as one word."""

from collections.abc import Sequence

from workbench.danish.tokens import Token

_ACRONYMS = frozenset(("adhd", "cpr", "eud", "eux", "fgu", "hhx", "htx", "kui", "ppr", "sms", "ssp", "stx", "uu"))

_JOINED = {
    "bo": ("støtte",),
    "brobygnings": ("forløb",),
    "dobbelt": ("dokumentation",),
    "døgn": ("tilbud",),
    "efter": ("værn",),
    "fag": ("system", "person"),
    "familie": ("afdeling", "center", "rådgiver"),
    "handle": ("plan",),
    "hjemme": ("besøg",),
    "job": ("center", "konsulent"),
    "jobcenter": ("medarbejder",),
    "kontakt": ("person", "lærer", "pædagog"),
    "lære": ("plads",),
    "misbrugs": ("center", "konsulent", "behandling"),
    "netværks": ("møde",),
    "praktik": ("plads", "sted", "vejleder"),
    "sags": ("behandler", "behandling"),
    "samarbejds": ("forum", "møde", "aftale"),
    "social": ("rådgiver", "afdeling", "forvaltning"),
    "støtte": ("person", "kontaktperson"),
    "team": ("leder", "møde"),
    "tema": ("dag",),
    "tov": ("holder",),
    "uddannelses": ("plan", "vejleder", "pålæg", "hjælp", "parat"),
    "ungdoms": ("uddannelse", "skole", "vejleder"),
    "unge": ("guide", "indsats", "enhed", "kontakt", "vejleder", "center", "rådgiver", "rådgivning"),
    "uu": ("vejleder",),
    "vente": ("liste", "tid"),
    "virksomheds": ("konsulent", "praktik"),
}
"""First word to the beginnings of second words: `unge guiden` is `ungeguiden`."""

_HYPHENED = frozenset(("uu",))


def spoken(words: Sequence[Token]) -> list[Token]:
    """The tokens with spoken spellings joined: `f g u` is `fgu`, `unge guiden` is `ungeguiden`.

    A joined token covers the places of all it was made of, so its text is not what stands at its place.
    """
    found: list[Token] = []
    for word in _spelt_out(words):
        before = found[-1] if found else None
        lower = word.text.casefold()
        if before and lower.startswith(_JOINED.get(before.text.casefold(), ())):
            link = "-" if before.text.casefold() in _HYPHENED else ""
            found[-1] = Token(f"{before.text}{link}{lower}", before.start, word.end)
        else:
            found.append(word)
    return found


def _spelt_out(words: Sequence[Token]) -> list[Token]:
    """Single letters that spell an acronym, made one token; the longest acronym goes first."""
    if sum(len(token.text) == 1 for token in words) < 2:
        return list(words)
    found: list[Token] = []
    at = 0
    while at < len(words):
        size = next((n for n in (4, 3, 2) if _spelling(words[at : at + n]) and at + n <= len(words)), 1)
        if size == 1:
            found.append(words[at])
        else:
            run = words[at : at + size]
            found.append(Token(_spelling(run), run[0].start, run[-1].end))
        at += size
    return found


def _spelling(run: Sequence[Token]) -> str:
    """The acronym that these single letters spell; empty when they spell none."""
    if any(len(token.text) != 1 for token in run):
        return ""
    letters = "".join(token.text for token in run).casefold()
    return letters if letters in _ACRONYMS else ""
