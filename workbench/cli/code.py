"""workbench code: set a code yourself, on a passage or on any place."""

import re

import click

from workbench.cli.command import Command, json_option, session
from workbench.cli.show import emit, say
from workbench.errors import UsageError
from workbench.i18n import _
from workbench.model import Place
from workbench.workflow.decide import set_code
from workbench.workflow.lookup import find_code, find_passage, find_source, find_valence


@click.command(
    "code",
    cls=Command,
    help=_("Set a code on a passage (its number) or on a place (START-END, in characters of the text)."),
)
@click.argument("name", metavar="SOURCE")
@click.argument("where", metavar="PASSAGE|START-END")
@click.argument("code")
@click.option("--valence", default="description", help=_("description, barrier, enabler or recommendation."))
@click.option("--strength", type=click.IntRange(1, 3), help=_("1 mentioned, 2 unfolded, 3 with an incident."))
@click.option("--doubt", is_flag=True, help=_("With a question mark, to be looked at again."))
@click.option("--contrary", is_flag=True, help=_("It goes against what the others say."))
@click.option(
    "--blind", is_flag=True, help=_("You decided before you saw what is suggested: it tells how coders agree.")
)
@json_option
def command(
    name: str,
    where: str,
    code: str,
    valence: str,
    strength: int | None,
    doubt: bool,
    contrary: bool,
    blind: bool,
    as_json: bool,
) -> None:
    with session().open() as store:
        source = find_source(store, name)
        if where.isdecimal():
            place = find_passage(store, source, int(where)).place
        elif match := re.fullmatch(r"(\d+)-(\d+)", where):
            start, end = int(match[1]), int(match[2])
            if start >= end:
                raise UsageError(_("The place {where} ends before it begins.").format(where=where))
            place = Place(start, end)
        else:
            raise UsageError(_("“{where}” is no place; write a passage's number, or START-END.").format(where=where))
        chosen, meant = find_code(store, code), find_valence(valence)
        coding = set_code(
            store, source, place, chosen, valence=meant, strength=strength, doubt=doubt, contrary=contrary, blind=blind
        )
    if as_json:
        emit(
            {
                "coding": coding,
                "code": chosen.code,
                "valence": meant.value,
                "source": source.name,
                "start": place.start,
                "end": place.end,
            }
        )
    else:
        say(f"✓ {source.name} {where}: {chosen.code} – {meant.label}{' ?' if doubt else ''}")
