"""The small phrases that say how widely something was heard, in the language spoken now."""

from workbench.i18n import _, ngettext
from workbench.reports import phrases
from workbench.reports.catalogue.across import FEW
from workbench.reports.catalogue.value import Pattern, Spread, Tendency
from workbench.reports.practice import Evidence


def municipalities(found: Spread) -> str:
    """`5 of 6 municipalities`, to stand after "in"; fewer than three are not counted out."""
    if found.number is None:
        return _("several municipalities")
    if found.number < FEW:
        return (_("no municipality"), _("a single municipality"), _("few municipalities"))[found.number]
    if found.number == found.of:
        return _("all {n} municipalities").format(n=found.of)
    return _("{n} of {all} municipalities").format(n=found.number, all=found.of)


def pattern(found: Pattern) -> str:
    """Where a theme was heard, and where as a barrier or an enabler: sentences."""
    lines = [_("The theme is spoken about in {municipalities}.").format(municipalities=municipalities(found.said))]
    if found.barriers.number != 0:
        lines.append(_("Barriers are named in {municipalities}.").format(municipalities=municipalities(found.barriers)))
    if found.enablers.number != 0:
        lines.append(_("Enablers are named in {municipalities}.").format(municipalities=municipalities(found.enablers)))
    if found.forms:
        names = ", ".join(found.forms)
        lines.append(_("It is heard under these forms of organisation: {names}.").format(names=names))
    return " ".join(lines)


def heard_in(found: Spread) -> str:
    """The municipalities as a table cell."""
    told = municipalities(found)
    return told[:1].upper() + told[1:]


def rests_on(evidence: Evidence, found: Spread | None) -> str:
    """The evidence, with how many municipalities where that is known."""
    if found is None:
        return phrases.evidence(evidence)
    return _("{evidence} · in {municipalities}").format(
        evidence=phrases.evidence(evidence), municipalities=municipalities(found)
    )


def group(label: str, number: int) -> str:
    """`joint unit (2 municipalities)`."""
    return ngettext("{group} ({n} municipality)", "{group} ({n} municipalities)", number).format(group=label, n=number)


def tendency(found: Tendency) -> str:
    return {
        Tendency.TOO_FEW: _("too little to compare"),
        Tendency.BARRIERS: _("mostly barriers"),
        Tendency.ENABLERS: _("mostly enablers"),
        Tendency.MIXED: _("mixed"),
        Tendency.NEITHER: _("neither barriers nor enablers"),
    }[found]
