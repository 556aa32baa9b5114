"""workbench quotes: what was said under a code."""

import click

from workbench.cli.command import Command, json_option, session
from workbench.cli.show import emit, note, paragraph, say
from workbench.codebook import roles
from workbench.i18n import _, language, ngettext
from workbench.model import AgeGroup
from workbench.store import Quote, quotes, stored_codes
from workbench.terminal import safe
from workbench.workflow.lookup import find_municipality, find_source, find_theme, find_valence


@click.command("quotes", cls=Command, help=_("What was said under a code, with where it was said."))
@click.option("--code", help=_("A code; a focus area has its sub-codes with it."))
@click.option("--valence", help=_("description, barrier, enabler or recommendation."))
@click.option("--municipality", help=_("Only this municipality's."))
@click.option("--source", "name", help=_("Only from this source."))
@click.option("--role", help=_("Only said by this role, such as youth or caseworker."))
@click.option("--age-group", type=click.Choice([one.value for one in AgeGroup]), help=_("Only said by this age group."))
@click.option("--all-layers", is_flag=True, help=_("Every coder's, not only those that reports count."))
@json_option
def command(
    code: str | None,
    valence: str | None,
    municipality: str | None,
    name: str | None,
    role: str | None,
    age_group: str | None,
    all_layers: bool,
    as_json: bool,
) -> None:
    known = roles()
    with session().open() as store:
        found = quotes(
            store,
            code=find_theme(store, code).code if code else None,
            valence=find_valence(valence) if valence else None,
            municipality=find_municipality(store, municipality).id if municipality else None,
            source=find_source(store, name).id if name else None,
            role=known.role(role).id if role else None,
            age_group=age_group,
            counted=not all_layers,
        )
        names = {each.code: each.name(language()) for each in stored_codes(store)}
    if as_json:
        emit([_record(one) for one in found])
        return
    for one in found:
        who = known.label(one.role, language()) if one.role in known else one.role or one.speaker
        may = "" if one.may_quote else " · " + _("not for quoting")
        say(f"{safe(names.get(one.code, ''))}  {one.code} – {one.valence.label} · {safe(who)}{may}".lstrip())
        paragraph(safe(one.text), "    ")
        say(click.style(f"    {safe(one.municipality)} · {safe(one.source)} · {one.passage} · {one.id[:8]}", dim=True))
    note(ngettext("{n} quote.", "{n} quotes.", len(found)).format(n=len(found)))


def _record(one: Quote) -> dict[str, object]:
    return {
        "id": one.id,
        "code": one.code,
        "valence": one.valence.value,
        "text": one.text,
        "municipality": one.municipality,
        "source": one.source,
        "turn": one.turn,
        "passage": one.passage,
        "start": one.place.start,
        "end": one.place.end,
        "seconds": one.seconds,
        "role": one.role,
        "age_group": one.age_group,
        "layer": one.layer,
        "strength": one.strength,
        "doubt": one.doubt,
        "contrary": one.contrary,
        "may_quote": one.may_quote,
    }
