"""workbench reject: say that a suggestion, or every code, does not fit."""

import click

from workbench.cli.command import Command, session
from workbench.cli.show import say
from workbench.i18n import _
from workbench.store import stored_codes, suggestions
from workbench.workflow.decide import no_code, reject, suggested
from workbench.workflow.lookup import find_code, find_passage, find_source


@click.command("reject", cls=Command, help=_("Reject the suggestion for CODE, or every suggestion of a passage."))
@click.argument("name", metavar="SOURCE")
@click.argument("number", metavar="PASSAGE", type=click.IntRange(1))
@click.argument("code", required=False)
@click.option("--no-code", "nothing", is_flag=True, help=_("Say that no code at all fits here."))
def command(name: str, number: int, code: str | None, nothing: bool) -> None:
    if nothing and code:
        raise click.UsageError(_("Give either a code or --no-code."))
    with session().open() as store:
        source = find_source(store, name)
        passage = find_passage(store, source, number)
        shown = suggestions(store, source.revision).get(number, [])
        if nothing:
            no_code(store, passage, shown=shown)
            say(_("– {source} {number}: no code here").format(source=source.name, number=number))
            return
        first = suggested(store, passage, find_code(store, code) if code else None)
        codes = {one.code: one for one in stored_codes(store)}
        rejected = [first] if code else shown
        reject(store, passage, [(one, codes[one.suggestion.code]) for one in rejected], shown=shown)
    names = ", ".join(one.suggestion.code for one in rejected)
    say(_("✗ {source} {number}: rejected {codes}").format(source=source.name, number=number, codes=names))
