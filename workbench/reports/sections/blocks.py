"""The blocks that several sections are made of."""

from collections.abc import Iterable

from workbench.i18n import _
from workbench.reports import phrases
from workbench.reports.document import Block, BoxItem, Quotation, Tone, Words
from workbench.reports.figures import BarRow, Bars
from workbench.reports.practice import Evidence, Recommendation, ShownQuote, Valences, Written


def counted(evidence: Evidence | None, valences: Valences | None = None, *more: str) -> tuple[Block, ...]:
    """`12 statements, 4 sources: young person, leader · 8 barriers, 4 enablers`; nothing where nothing was said."""
    if evidence is None or not evidence.statements:
        return ()
    parts = (phrases.evidence(evidence), phrases.balance(valences) if valences else "", *more)
    return (Words(" · ".join(part for part in parts if part), Tone.EVIDENCE),)


def quotation(quote: ShownQuote, *, about: bool = False) -> Quotation:
    return Quotation(phrases.quoted(quote.text.strip()), quote.by, quote.id, quote.about if about else "")


def written(several: Iterable[Written]) -> Iterable[Block]:
    """What people wrote: a headline, what they say about it, and what it rests on."""
    for one in several:
        yield Words(one.label, Tone.STRONG)
        yield from (Words(line) for line in one.body.split("\n") if line.strip())
        yield from counted(one.evidence)


def box_item(one: Recommendation, *, quoted: bool) -> BoxItem:
    return BoxItem(
        label=one.label,
        body=one.body,
        quote=quotation(one.quote) if one.quote and quoted else None,
        evidence=_("Rests on: {evidence}").format(evidence=phrases.evidence(one.evidence)) if one.evidence else "",
    )


def bars(rows: Iterable[tuple[str, Valences]]) -> Bars:
    """Barriers and enablers side by side."""
    return Bars(
        rows=tuple(BarRow(name, found.barriers, found.enablers) for name, found in rows),
        barriers=_("Barriers"),
        enablers=_("Enablers"),
        unit=_("statements"),
    )


def bars_told(rows: Iterable[tuple[str, Valences]]) -> str:
    """The same in words, for those who cannot see it."""
    return " ".join(
        _("{name}: {barriers} and {enablers}.").format(
            name=name, barriers=phrases.barriers(found.barriers), enablers=phrases.enablers(found.enablers)
        )
        for name, found in rows
    )
