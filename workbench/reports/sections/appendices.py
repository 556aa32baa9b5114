"""Appendices: the codebook, every quote (internal edition only), and what was done to get here."""

from collections.abc import Iterator

from workbench.i18n import _
from workbench.reports import phrases
from workbench.reports.document import Cell, Section, Table, Tone, Words
from workbench.reports.practice import ListedQuote, PracticeReport


def appendices(report: PracticeReport) -> Iterator[Section]:
    """Lettered in order; those that hold nothing are left out."""
    letter = iter("ABCDEF")
    if report.outline.full:
        yield _codebook(report, next(letter))
    if report.quotes:
        yield _quotes(report, next(letter))
    if report.outline.full:
        yield _audit(report, next(letter))


def _title(letter: str, name: str) -> str:
    return _("Appendix {letter}: {name}").format(letter=letter, name=name)


def _codebook(report: PracticeReport, letter: str) -> Section:
    rows = tuple(
        (
            Cell.of(one.name, Tone.STRONG if one.focus_area else Tone.BODY),
            Cell.of(one.definition),
            Cell.of(str(one.statements) if one.statements else "–"),
        )
        for one in report.codes
    )
    table = Table((_("Code"), _("Definition"), _("Statements")), rows, (4.4, 9.2, 2.4), caption=report.method.codebook)
    return Section("appendices", _title(letter, _("The codebook")), (table,), new_page=True)


def _quotes(report: PracticeReport, letter: str) -> Section:
    note = Words(_("Internal: sources and places are named. Not to be handed over."), Tone.NOTE)
    table = Table(
        (_("Quote"), _("By"), _("Code"), _("Place")),
        tuple(map(_quote, report.quotes)),
        (8.2, 2.4, 2.8, 2.6),
    )
    return Section("appendices", _title(letter, _("All quotes")), (note, table), new_page=True)


def _quote(one: ListedQuote) -> tuple[Cell, ...]:
    status = [Words(_("Approved"), Tone.EVIDENCE)] if one.approved else []
    at = [Words(phrases.clock(one.seconds), Tone.EVIDENCE)] if one.seconds is not None else []
    return (
        Cell((Words(phrases.quoted(one.text.strip())), Words(one.id, Tone.EVIDENCE), *status)),
        Cell.of(one.by),
        Cell.of(one.about),
        Cell((Words(_("{source}, turn {turn}").format(source=one.source, turn=one.turn), Tone.EVIDENCE), *at)),
    )


def _audit(report: PracticeReport, letter: str) -> Section:
    audit = report.audit
    period = " – ".join(dict.fromkeys(phrases.date(day) for day in (audit.first, audit.last) if day))
    facts = (
        (_("Work recorded"), period),
        (_("Recorded events in the project"), str(audit.events)),
        (_("Passages dealt with"), _("{n} of {all}").format(n=audit.dealt_with, all=audit.passages)),
        (_("Codings that count"), str(audit.codings)),
        (_("Statements"), str(audit.statements)),
    )
    table = Table(
        (_("What was done"), _("How much")),
        tuple((Cell.of(label, Tone.STRONG), Cell.of(value)) for label, value in facts if value),
        (8.0, 8.0),
    )
    return Section("appendices", _title(letter, _("Trail")), (table,))
