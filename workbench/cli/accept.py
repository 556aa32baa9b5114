"""workbench accept: make a suggestion your coding."""

import click

from workbench.cli.command import Command, json_option, session
from workbench.cli.show import emit, say
from workbench.i18n import _
from workbench.store import stored_codes, suggestions
from workbench.workflow.decide import accept, suggested
from workbench.workflow.lookup import find_code, find_passage, find_source, find_valence, pick_code


@click.command("accept", cls=Command, help=_("Accept a suggestion: the surest, or the one for CODE."))
@click.argument("name", metavar="SOURCE")
@click.argument("number", metavar="PASSAGE", type=click.IntRange(1))
@click.argument("code", required=False)
@click.option("--valence", default="description", help=_("description, barrier, enabler or recommendation."))
@click.option("--strength", type=click.IntRange(1, 3), help=_("1 mentioned, 2 unfolded, 3 with an incident."))
@click.option("--doubt", is_flag=True, help=_("Accept with a question mark, to be looked at again."))
@json_option
def command(
    name: str, number: int, code: str | None, valence: str, strength: int | None, doubt: bool, as_json: bool
) -> None:
    with session().open() as store:
        source = find_source(store, name)
        passage = find_passage(store, source, number)
        one = suggested(store, passage, find_code(store, code) if code else None)
        chosen = pick_code(stored_codes(store), one.suggestion.code)
        meant = find_valence(valence)
        shown = suggestions(store, source.revision)[number]
        coding = accept(store, passage, one, chosen, shown=shown, valence=meant, strength=strength, doubt=doubt)
    if as_json:
        emit({"coding": coding, "code": chosen.code, "valence": meant.value, "passage": number, "source": source.name})
    else:
        say(f"✓ {source.name} {number}: {chosen.code} – {meant.label}{' ?' if doubt else ''}")
