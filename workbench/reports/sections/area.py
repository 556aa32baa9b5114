"""A focus area's chapter in words."""

from collections.abc import Iterable

from workbench.i18n import _
from workbench.reports import phrases
from workbench.reports.document import Block, Box, Heading, Picture, Place, Section, Tone, Words
from workbench.reports.practice import Chapter, Outline, ShownQuote
from workbench.reports.sections.blocks import bars, bars_told, box_item, counted, quotation, written


def area(chapter: Chapter, outline: Outline) -> Section:
    """The chapter: what people wrote, what the interviews show, young people, deviating voices, recommendations."""
    blocks: list[Block] = [*counted(chapter.evidence, chapter.valences, *_asked_for(chapter))]
    blocks += written(chapter.written)
    hint = _("Write the conclusion about “{area}” here.").format(area=chapter.name)
    blocks.append(Place(f"{chapter.code}.conclusion", hint))
    blocks += _figure(chapter) if outline.full else ()
    blocks += _findings(chapter)
    blocks += _youth(chapter)
    blocks += _deviation(chapter)
    # One that nobody wrote and no quote can say would be a heading over nothing; the findings count it.
    if items := tuple(box_item(one, quoted=True) for one in chapter.recommendations if one.body or one.quote):
        blocks.append(Box(_("Recommendations"), items))
    return Section("areas", chapter.name, tuple(blocks), new_page=outline.full)


def _asked_for(chapter: Chapter) -> tuple[str, ...]:
    return (_("asked for by the municipality beforehand"),) if chapter.prioritised else ()


def _figure(chapter: Chapter) -> Iterable[Block]:
    rows = [(name, found) for name, found in chapter.by_code if found.barriers or found.enablers]
    if len(rows) > 1:
        yield Picture(
            id=f"bars-{chapter.code}",
            figure=bars(rows),
            caption=_("{area}: barriers and enablers, in statements").format(area=chapter.name),
            alt=bars_told(rows),
        )


def _findings(chapter: Chapter) -> Iterable[Block]:
    if chapter.findings:
        yield Heading(_("What the interviews show"))
    for finding in chapter.findings:
        yield Heading(finding.name, 3)
        yield from counted(finding.evidence, finding.valences)
        yield from map(quotation, finding.quotes)
    if chapter.others:
        yield Words(_("Also mentioned: {names}.").format(names=phrases.several(chapter.others)), Tone.NOTE)


def _youth(chapter: Chapter) -> Iterable[Block]:
    if (youth := chapter.youth) is None:
        return
    yield Heading(_("The young people's perspective"))
    if youth.statements is None:
        yield Words(
            _("Young people speak about: {names}. The number is not shown.").format(names=_names(youth.about)),
            Tone.EVIDENCE,
        )
    else:
        said = _("{statements} by young people: {balance}.").format(
            statements=phrases.statements(youth.statements), balance=phrases.balance(youth.valences)
        )
        about = _("They speak about: {names}.").format(names=_names(youth.about))
        yield Words(f"{said} {about}", Tone.EVIDENCE)
    yield from _about(youth.quotes)


def _deviation(chapter: Chapter) -> Iterable[Block]:
    if (deviation := chapter.deviation) is None:
        return
    yield Heading(_("Deviating voices"))
    yield Words(
        _("{statements} against the main tendency of their theme.").format(
            statements=phrases.statements(deviation.statements)
        ),
        Tone.EVIDENCE,
    )
    yield from _about(deviation.quotes)


def _about(quotes: Iterable[ShownQuote]) -> Iterable[Block]:
    return (quotation(quote, about=True) for quote in quotes)


def _names(names: tuple[str, ...]) -> str:
    return ", ".join(phrases.uncapitalised(name) for name in names)
