"""The list of sources: a row for each under its municipality, and what else is known of the one that is chosen."""

from collections.abc import Iterator, Mapping, Sequence

from rich.text import Text

from workbench.i18n import _
from workbench.model import CONSENT_SCOPES, folded
from workbench.store import Source, Standing, Voice
from workbench.terminal import safe
from workbench.tui.sources.fields import scope_said
from workbench.tui.sources.who import label_said, of_voice, role_said
from workbench.tui.widgets.table import Heading, cell


def headings() -> list[Heading]:
    """In the language spoken now."""
    return [
        Heading(_("Municipality"), share=0.25),
        Heading(_("Source"), share=0.5, grows=True),
        Heading(_("Kind")),
        Heading(_("Month"), spare=True),
        Heading(_("Minutes"), right=True, spare=True),
        Heading(_("Consent")),
        Heading(_("Done"), right=True),
        Heading(_("Lead coder"), share=0.15, spare=True),
    ]


def rows(sources: Sequence[Source], standings: Mapping[str, Standing]) -> Iterator[list[Text]]:
    """Each source; the municipality is named once. What is not counted yet is told by dots."""
    above = ""
    for one in sources:
        standing = standings.get(one.id)
        yield [
            cell(one.municipality_name if one.municipality != above else ""),
            cell(one.name),
            cell(one.kind.label),
            cell(one.month),
            cell("" if one.minutes is None else one.minutes, right=True),
            cell(consent_said(one.consent)),
            cell(f"{standing.own}/{standing.passages}" if standing else "…", right=True),
            cell(one.lead_coder),
        ]
        above = one.municipality


def about(one: Source, heard: Sequence[Voice], width: int, *, narrow: bool) -> Text:
    """Its title in so many cells, what is known of it that the list has no room for, and who speaks in it."""
    said = Text(safe(one.title), "bold")
    said.truncate(width, overflow="ellipsis")
    minutes = "" if one.minutes is None else _("{n} min.").format(n=one.minutes)
    coder = ": ".join((_("Lead coder"), one.lead_coder)) if one.lead_coder else ""
    facts = [
        *((one.month, minutes, coder) if narrow else ()),
        _("phase {phase}").format(phase=one.phase) if one.phase else "",
        one.centre,
        _("legal basis: {basis}").format(basis=one.legal_basis) if one.legal_basis else "",
        _("erase by {day}").format(day=one.erase_by) if one.erase_by else "",
    ]
    people = [_known(voice) for voice in heard]
    lines = [" · ".join(safe(fact) for fact in facts if fact), " · ".join(people)]
    return Text("\n").join([said, *(Text(line) for line in lines if line)])


def consent_said(consent: frozenset[str]) -> str:
    """What somebody agreed to, in few words."""
    if not consent:
        return _("not given")
    if consent >= set(CONSENT_SCOPES):
        return _("to everything")
    return ", ".join(scope_said(scope) for scope in CONSENT_SCOPES if scope in consent)


def _known(voice: Voice) -> str:
    """A label, and what it does not say itself."""
    who, label = of_voice(voice), label_said(voice.label)
    if who.interviewer:
        known = [_("interviewer")]
    elif voice.participant is None:
        known = [_("nobody in particular")]
    else:
        known = [who.pseudonym, role_said(who.role) or _("no role"), who.age_group]
    told = ", ".join(safe(one) for one in known if one and folded(one) != folded(label))
    return f"{safe(label)} ({told})" if told else safe(label)
