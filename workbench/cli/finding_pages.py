"""How findings and recommendations are shown: a list, one whole, and as JSON."""

from collections.abc import Mapping, Sequence

import click

from workbench.cli.show import paragraph, say, table
from workbench.i18n import _, ngettext
from workbench.model import Finding
from workbench.store import Store, municipalities
from workbench.terminal import safe
from workbench.workflow.findings import Behind

Places = Mapping[str | None, str]
"""What municipalities are called, by id; also those findings that are of none."""


def places(store: Store) -> Places:
    """What each finding's municipality is called."""
    return {None: _("across municipalities"), **{one.id: one.name for one in municipalities(store)}}


def show_findings(found: Sequence[Finding], where: Places, rests_on: Mapping[str, Behind]) -> None:
    """One line for each."""
    table(
        [_("Id"), _("Municipality"), _("Kind"), _("Code"), _("Label"), _("Statements"), _("Sources")],
        (
            (one.id[:8], where[one.municipality], one.kind.label, one.code, one.label, rests_on[one.id].statements,
             rests_on[one.id].sources)
            for one in found
        ),
        right=(5, 6),
    )  # fmt: skip


def show_finding(one: Finding, where: Places, rests_on: Behind) -> None:
    """One, with all that was written of it."""
    say(click.style(safe(one.label), bold=True))
    for part in one.body.split("\n") if one.body else ():
        paragraph(safe(part), "")
    say()
    for name, value in (
        (_("Municipality"), where[one.municipality]),
        (_("Kind"), one.kind.label),
        (_("Code"), one.code),
        (_("Rests on"), evidence(rests_on)),
        (_("Codes"), ", ".join(one.codes)),
        (_("Sources"), ", ".join(one.sources)),
        (_("Success criterion"), " ".join(one.success_criterion.split("\n"))),
        (_("Owner"), one.owner),
        (_("Written by"), one.person),
        (_("Id"), one.id),
    ):
        if value:
            say(f"{name}: {safe(value)}")


def evidence(rests_on: Behind) -> str:
    """What a finding rests on, in words."""
    statements = ngettext("{n} statement", "{n} statements", rests_on.statements).format(n=rests_on.statements)
    sources = ngettext("{n} source", "{n} sources", rests_on.sources).format(n=rests_on.sources)
    return _("{statements} in {sources}").format(statements=statements, sources=sources)


def finding_record(one: Finding, where: Places, rests_on: Behind) -> dict[str, object]:
    """One, as JSON tells it."""
    return {
        "id": one.id,
        "municipality": where[one.municipality] if one.municipality else None,
        "kind": one.kind.value,
        "code": one.code,
        "label": one.label,
        "body": one.body,
        "codes": list(one.codes),
        "sources": list(one.sources),
        "success_criterion": one.success_criterion,
        "owner": one.owner,
        "person": one.person,
        "behind": {"statements": rests_on.statements, "sources": rests_on.sources},
    }
