"""All recommendations in one table, with room for an owner and the next step."""

from itertools import groupby

from workbench.i18n import _
from workbench.reports import phrases
from workbench.reports.document import Cell, Section, Table, Tone, Words
from workbench.reports.practice import PracticeReport, Recommendation


def recommendations(report: PracticeReport) -> Section | None:
    """What people wrote first, then what the interviews ask for; the short outline leaves that to the chapters.

    None where nobody recommended anything.
    """
    written = [one for one in report.recommendations if one.body]
    asked = [one for one in report.recommendations if not one.body]
    every = written if written and not report.outline.full else [*written, *asked]
    if not every:
        return None
    tables = tuple(
        Table(
            head=(_("Recommendation"), _("Rests on"), _("Owner"), _("Next step")),
            rows=tuple(_row(one, full=report.outline.full) for one in several),
            widths=(7.2, 3.6, 2.8, 2.4),
            caption="" if by_people else _("What the interviews ask for"),
        )
        for by_people, several in groupby(every, key=lambda one: bool(one.body))
    )
    return Section("recommendations", _("All recommendations"), tables, new_page=report.outline.full)


def _row(one: Recommendation, *, full: bool) -> tuple[Cell, ...]:
    told = [Words(one.label, Tone.STRONG)]
    if one.area:
        told.append(Words(one.area, Tone.EVIDENCE))
    if one.body and full:
        told.append(Words(one.body))
    if one.criterion:
        told.append(Words(_("Met when: {criterion}").format(criterion=one.criterion), Tone.EVIDENCE))
    return (
        Cell(tuple(told)),
        Cell.of(phrases.evidence(one.evidence) if one.evidence else "–", Tone.EVIDENCE),
        Cell.of(one.owner),
        Cell(),
    )
