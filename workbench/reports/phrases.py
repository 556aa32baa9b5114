"""The small phrases that reports put numbers into, in the language spoken now."""

import re
from collections.abc import Iterable
from datetime import datetime

from workbench.i18n import _, ngettext
from workbench.model import SourceKind
from workbench.reports.practice import Cover, Evidence, Valences
from workbench.reports.smallnumbers import Count


def evidence(found: Evidence) -> str:
    """`12 statements, 4 sources: young person, caseworker`; one statement has one source, which goes unsaid."""
    heard = ", ".join(uncapitalised(label) for label in found.heard)
    if found.statements == 1:
        return _("{statements}: {heard}").format(statements=statements(1), heard=heard)
    return _("{statements}, {sources}: {heard}").format(
        statements=statements(found.statements), sources=sources(found.sources), heard=heard
    )


def statements(number: int) -> str:
    return ngettext("{n} statement", "{n} statements", number).format(n=number)


def sources(count: Count) -> str:
    if count.exact is not None:
        return ngettext("{n} source", "{n} sources", count.exact).format(n=count.exact)
    return _("fewer than {k} sources").format(k=count.below) if count.below else _("several sources")


def number(count: Count) -> str:
    """The count alone, as it stands in a table."""
    if count.exact is not None:
        return str(count.exact)
    return _("fewer than {k}").format(k=count.below) if count.below else _("several")


def balance(found: Valences) -> str:
    """`8 barriers, 3 enablers`: those there are."""
    wishes, plain = found.recommendations, found.descriptions
    parts = (
        barriers(found.barriers) if found.barriers else "",
        enablers(found.enablers) if found.enablers else "",
        ngettext("{n} recommendation", "{n} recommendations", wishes).format(n=wishes) if wishes else "",
        ngettext("{n} description", "{n} descriptions", plain).format(n=plain) if plain else "",
    )
    return ", ".join(part for part in parts if part)


def barriers(number: int) -> str:
    return ngettext("{n} barrier", "{n} barriers", number).format(n=number)


def enablers(number: int) -> str:
    return ngettext("{n} enabler", "{n} enablers", number).format(n=number)


def several(named: Iterable[tuple[str, int]]) -> str:
    """`One plan (4), One youth guide (2)`."""
    return ", ".join(f"{name} ({number})" for name, number in named)


def uncapitalised(label: str) -> str:
    """A label inside a sentence: `Caseworker` loses its capital, `PPR` does not."""
    return label[:1].lower() + label[1:] if label[1:2].islower() else label


def quoted(text: str) -> str:
    return _("“{text}”").format(text=text)


def status(cover: Cover) -> str:
    """Preliminary while passages are undecided, else final."""
    if cover.final:
        return _("Final")
    return _("Preliminary: {dealt_with} of {passages} passages dealt with").format(
        dealt_with=cover.dealt_with, passages=cover.passages
    )


def date(moment: datetime) -> str:
    return _("{day} {month} {year}").format(day=moment.day, month=_month(moment.month), year=moment.year)


def period(first: str, last: str) -> str:
    """From month to month; empty when none is known."""
    return " – ".join(_year_and_month(month) for month in dict.fromkeys((first, last)) if month)


def hours(half_hours: int) -> str:
    """`2.5 hours`, with the decimal mark of the language."""
    whole, half = divmod(half_hours, 2)
    amount = _("{whole}.5").format(whole=whole) if half else str(whole)
    return ngettext("about {n} hour", "about {n} hours", 1 if half_hours <= 2 else 2).format(n=amount)


def clock(seconds: float) -> str:
    """`1:02:03`: a place in the audio."""
    minutes, rest = divmod(int(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def kind(source: SourceKind) -> str:
    return {
        SourceKind.FOCUS_GROUP: _("Focus groups"),
        SourceKind.INTERVIEW: _("Interviews"),
        SourceKind.YOUTH_JOURNEY: _("Youth journeys"),
        SourceKind.MINUTES: _("Minutes of meetings"),
        SourceKind.SURVEY: _("Survey answers"),
        SourceKind.DOCUMENT: _("Documents"),
    }[source]


def _year_and_month(month: str) -> str:
    found = re.fullmatch(r"(\d{4})-(0[1-9]|1[0-2])", month)
    if not found:
        return month
    return _("{month} {year}").format(month=_month(int(found[2])), year=found[1])


def _month(number: int) -> str:
    return (
        _("January"), _("February"), _("March"), _("April"), _("May"), _("June"), _("July"), _("August"),
        _("September"), _("October"), _("November"), _("December"),
    )[number - 1]  # fmt: skip
