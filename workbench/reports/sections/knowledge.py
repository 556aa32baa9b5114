"""The knowledge base: what the report rests on, and what is missing."""

from workbench.i18n import _
from workbench.reports import phrases
from workbench.reports.document import Block, Bullets, Cell, Heading, Picture, Section, Table, Tone, Words
from workbench.reports.figures import Heatmap, HeatmapCell
from workbench.reports.practice import KnowledgeBase, Perspectives, PracticeReport
from workbench.reports.sections.journeys import too_few
from workbench.reports.texts import knowledge_facts, missing

HIDDEN = "·"
"""Stands where a number is hidden."""


def knowledge(report: PracticeReport) -> Section:
    """Sources, people, hours and period; who spoke about what; what is missing."""
    base = report.knowledge
    blocks = sources_and_people(base)
    if len(report.perspectives.groups) > 1 and report.perspectives.areas:
        blocks += heatmap(report.perspectives, id="perspectives", caption=_("Who spoke about what, in statements"))
    lacks = missing(base) + (too_few(report.journeys) if report.outline.full else ())
    if lacks:
        blocks += [Heading(_("What is missing")), Bullets(lacks)]
    return Section("knowledge", _("Knowledge base"), tuple(blocks))


def sources_and_people(base: KnowledgeBase) -> list[Block]:
    """How many sources and people, and what else is known of them."""
    blocks: list[Block] = []
    if base.materials:
        blocks.append(
            Table(
                head=(_("Material"), _("Number"), _("Period")),
                rows=tuple(
                    (
                        Cell.of(phrases.kind(one.kind), Tone.STRONG),
                        Cell.of(phrases.number(one.sources)),
                        Cell.of(phrases.period(one.first, one.last) or "–"),
                    )
                    for one in base.materials
                ),
                widths=(6.0, 4.0, 6.0),
                caption=_("Sources"),
            )
        )
    if base.heard:
        blocks.append(
            Table(
                head=(_("Perspective"), _("People")),
                rows=tuple(
                    (Cell.of(one.group, Tone.STRONG), Cell.of(phrases.number(one.people))) for one in base.heard
                ),
                widths=(6.0, 10.0),
                caption=_("Who was heard"),
            )
        )
    return [*blocks, *(Words(line) for line in knowledge_facts(base))]


def heatmap(table: Perspectives, *, id: str, caption: str) -> list[Block]:
    """The table as a picture, with a note where something is hidden."""
    shown = [cell for row in table.cells for cell in row if cell]
    most = max(shown, default=1)
    hidden = any(cell is None for row in table.cells for cell in row)
    blocks: list[Block] = [
        Picture(
            id=id,
            figure=Heatmap(
                rows=table.groups,
                columns=table.areas,
                cells=tuple(
                    tuple(
                        HeatmapCell(HIDDEN, None, hidden=True)
                        if cell is None
                        else HeatmapCell(str(cell) if cell else "–", cell / most)
                        for cell in row
                    )
                    for row in table.cells
                ),
            ),
            caption=caption,
            alt=_told(table),
        )
    ]
    if hidden:
        blocks.append(
            Words(
                _(
                    "A dot ({mark}) stands where a number is not shown: too few people stand behind it, or it would"
                    " give another one away."
                ).format(mark=HIDDEN),
                Tone.NOTE,
            )
        )
    return blocks


def _told(table: Perspectives) -> str:
    lines = []
    for group, row in zip(table.groups, table.cells, strict=True):
        cells = (
            _("{area} {number}").format(area=area, number=_("not shown") if cell is None else cell)
            for area, cell in zip(table.areas, row, strict=True)
        )
        lines.append(f"{group}: {', '.join(cells)}.")
    return " ".join(lines)
