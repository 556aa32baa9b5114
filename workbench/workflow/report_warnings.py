"""What the writer of a report should know before it is sent."""

from collections.abc import Iterable

from workbench.coverage import Lack, State
from workbench.i18n import _, ngettext
from workbench.i18n import language as spoken
from workbench.model import Transcription
from workbench.reports import Gathered
from workbench.reports.practice import ShownQuote
from workbench.store import statements


def warnings(gathered: Gathered, shown: Iterable[ShownQuote]) -> tuple[str, ...]:
    """What speaks for waiting with the report, or for saying more when it is sent; `shown` are its quotes."""
    row = gathered.row
    found = []
    if not gathered.quotes:
        found.append(_("No codings are counted yet: the report holds the knowledge base and the method only."))
    if row.undecided:
        found.append(
            ngettext(
                "{n} passage of {passages} is undecided: the report says that it is preliminary.",
                "{n} passages of {passages} are undecided: the report says that it is preliminary.",
                row.undecided,
            ).format(n=row.undecided, passages=row.passages)
        )
    if gathered.uncounted:
        found.append(
            ngettext(
                "{n} coding is not counted: it is not the lead coder's.",
                "{n} codings are not counted: they are not the lead coder's.",
                gathered.uncounted,
            ).format(n=gathered.uncounted)
        )
    found += _thin(gathered) if gathered.quotes else []
    without_consent = [
        one for one in gathered.quotes if not one.may_quote and one.transcription is Transcription.VERBATIM
    ]
    if held := statements(without_consent):
        found.append(
            ngettext(
                "{n} statement is counted but never quoted: the consent does not cover quoting.",
                "{n} statements are counted but never quoted: the consent does not cover quoting.",
                held,
            ).format(n=held)
        )
    minutes = [one for one in gathered.quotes if one.transcription is Transcription.MINUTES]
    if held := statements(minutes):
        found.append(
            ngettext(
                "{n} statement is counted but never quoted: it stands in minutes, not in somebody's own words.",
                "{n} statements are counted but never quoted: they stand in minutes, not in somebody's own words.",
                held,
            ).format(n=held)
        )
    found += _quoted(gathered, {quote.id for quote in shown})
    return tuple(found)


def _thin(gathered: Gathered) -> list[str]:
    """Each focus area with too little behind it, and why."""
    lines = []
    for area in gathered.codebook.areas:
        cell = gathered.row.cell(area.id)
        why = {
            Lack.STATEMENTS: _("few statements"),
            Lack.SOURCES: _("only one source"),
            Lack.ROLES: _("only one role group"),
        }
        reasons = [_("nothing was said")] if cell.state is State.NONE else [why[lack] for lack in cell.lacks]
        if not reasons:
            continue
        line = _("{area} is thin: {reasons}.").format(area=area.name(spoken()), reasons=", ".join(reasons))
        if cell.prioritised:
            line = _("{area} is thin, and the municipality asked for it: {reasons}.").format(
                area=area.name(spoken()), reasons=", ".join(reasons)
            )
        lines.append(line)
    return lines


def _quoted(gathered: Gathered, shown: set[str]) -> list[str]:
    """What its quotes lack: approval, and different people."""
    printed = [quote for quote in gathered.quotes if quote.id[:8] in shown]
    found = []
    drafts = len([quote for quote in printed if quote.id not in gathered.approved])
    if drafts:
        found.append(
            ngettext(
                "{n} of {all} quote is not approved yet: workbench quotes approve ID.",
                "{n} of {all} quotes are not approved yet: workbench quotes approve ID.",
                len(printed),
            ).format(n=drafts, all=len(printed))
        )
    for area in gathered.codebook.areas:
        people = [quote.participant or (quote.source_id, quote.speaker) for quote in printed if quote.area == area.id]
        most = max(map(people.count, people), default=0)
        if most > 1 and 2 * most > len(people):
            found.append(
                _("{area}: {n} of {all} quotes come from the same person.").format(
                    area=area.name(spoken()), n=most, all=len(people)
                )
            )
    return found
