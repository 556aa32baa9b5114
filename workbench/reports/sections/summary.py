"""The summary: each focus area in a sentence, with what it rests on."""

from workbench.i18n import _
from workbench.reports import phrases
from workbench.reports.document import Block, Cell, Picture, Place, Section, Table, Tone, Words
from workbench.reports.practice import PracticeReport, SummaryLine
from workbench.reports.sections.blocks import bars, bars_told, written


def summary(report: PracticeReport) -> Section | None:
    """None where nothing was said or written yet."""
    lines = [line for line in report.summary if line.evidence or line.headline]
    if not lines and not report.written:
        return None
    blocks: list[Block] = [Place("summary.opening", _("Write the report's main message here, in a few lines."))]
    blocks += written(report.written)
    if lines:
        blocks.append(
            Table(
                head=(_("Focus area"), _("What the material shows"), _("Rests on")),
                rows=tuple(map(_row, lines)),
                widths=(3.4, 7.4, 5.2),
                caption=_("The four focus areas in short") if len(lines) == 4 else _("The focus areas in short"),
            )
        )
    rows = [(chapter.name, chapter.valences) for chapter in report.chapters if chapter.evidence.statements]
    if any(found.barriers or found.enablers for _name, found in rows):
        blocks.append(
            Picture(
                id="bars-areas",
                figure=bars(rows),
                caption=_("Barriers and enablers by focus area, in statements"),
                alt=bars_told(rows),
            )
        )
    return Section("summary", _("Summary"), tuple(blocks), new_page=report.outline.full)


def _row(line: SummaryLine) -> tuple[Cell, ...]:
    most = _("Most about: {code}").format(code=line.most) if line.most else ""
    said = [Words(text) for text in (line.headline or most,) if text]
    if line.headline and most:
        said.append(Words(most, Tone.EVIDENCE))
    rests = [phrases.evidence(line.evidence), phrases.balance(line.valences)] if line.evidence else []
    return (
        Cell.of(line.name, Tone.STRONG),
        Cell(tuple(said)),
        Cell(tuple(Words(text, Tone.EVIDENCE) for text in rests if text)),
    )
