"""A theme's chapter in words."""

from collections.abc import Iterable

from workbench.i18n import _
from workbench.reports import phrases
from workbench.reports.catalogue import words
from workbench.reports.catalogue.value import Asked, Example, Theme
from workbench.reports.document import Block, Box, BoxItem, Cell, Heading, Picture, Place, Section, Table, Tone, Words
from workbench.reports.practice import YouthPerspective
from workbench.reports.sections.blocks import bars, bars_told, box_item, counted, quotation, written


def theme(one: Theme) -> Section:
    """What it is, the pattern across, an example, quotes, young people, recommendations."""
    blocks: list[Block] = [Words(one.definition)] if one.definition else []
    blocks += counted(one.evidence, one.valences)
    blocks += written(one.written)
    hint = _("Write the conclusion about “{area}” here.").format(area=one.name)
    blocks.append(Place(f"{one.code}.conclusion", hint))
    blocks += _across(one)
    blocks += _example(one.example)
    if one.quotes:
        blocks.append(Heading(_("In their own words")))
        blocks += (quotation(quote, about=True) for quote in one.quotes)
    blocks += _youth(one.youth)
    if one.recommendations:
        blocks.append(Box(_("Recommendations"), tuple(map(_asked, one.recommendations))))
    return Section("areas", one.name, tuple(blocks), new_page=True)


def _across(one: Theme) -> Iterable[Block]:
    if not one.evidence.statements:
        return
    yield Heading(_("Across the municipalities"))
    yield Words(words.pattern(one.pattern))
    yield Table(
        head=(_("Sub-theme"), _("Heard in"), _("Rests on")),
        rows=tuple(
            (
                Cell.of(sub.name, Tone.STRONG),
                Cell.of(words.heard_in(sub.pattern.said)),
                Cell.of(phrases.evidence(sub.evidence), Tone.EVIDENCE),
            )
            for sub in one.sub_themes
        ),
        widths=(5.2, 4.2, 6.6),
    )
    rows = [(sub.name, sub.valences) for sub in one.sub_themes if sub.valences.barriers or sub.valences.enablers]
    if len(rows) > 1:
        yield Picture(
            id=f"bars-{one.code}",
            figure=bars(rows),
            caption=_("{area}: barriers and enablers, in statements").format(area=one.name),
            alt=bars_told(rows),
        )


def _example(example: Example | None) -> Iterable[Block]:
    if example is None:
        return
    yield Heading(_("An example from one of the municipalities"))
    yield Words(example.label or example.body, Tone.STRONG)
    if example.label and example.body:
        yield Words(example.body)


def _youth(youth: YouthPerspective | None) -> Iterable[Block]:
    if youth is None:
        return
    yield Heading(_("The young people's perspective"))
    about = ", ".join(phrases.uncapitalised(name) for name in youth.about)
    if youth.statements is None:
        yield Words(_("Young people speak about: {names}. The number is not shown.").format(names=about), Tone.EVIDENCE)
    else:
        said = _("{statements} by young people: {balance}.").format(
            statements=phrases.statements(youth.statements), balance=phrases.balance(youth.valences)
        )
        spoken_of = _("They speak about: {names}.").format(names=about)
        yield Words(f"{said} {spoken_of}", Tone.EVIDENCE)
    yield from (quotation(quote, about=True) for quote in youth.quotes)


def _asked(one: Asked) -> BoxItem:
    item = box_item(one.recommendation, quoted=True)
    evidence = one.recommendation.evidence
    if evidence is None or one.spread is None:
        return item
    rests = _("Rests on: {evidence}").format(evidence=words.rests_on(evidence, one.spread))
    return BoxItem(item.label, item.body, item.quote, rests)
