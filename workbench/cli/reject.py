"""workbench reject: say that a suggestion, or every code, does not fit."""

import click

from workbench.cli.command import Command, json_option, session
from workbench.cli.show import emit, say
from workbench.i18n import _
from workbench.store import stored_codes, suggestions
from workbench.workflow.decide import no_code, reject, suggested
from workbench.workflow.lookup import find_code, find_passage, find_source


@click.command("reject", cls=Command, help=_("Reject the suggestion for CODE, or every suggestion of a passage."))
@click.argument("name", metavar="SOURCE")
@click.argument("number", metavar="PASSAGE", type=click.IntRange(1))
@click.argument("code", required=False)
@click.option("--no-code", "nothing", is_flag=True, help=_("Say that no code at all fits here."))
@click.option(
    "--blind", is_flag=True, help=_("You decided before you saw what is suggested: it tells how coders agree.")
)
@json_option
def command(name: str, number: int, code: str | None, nothing: bool, blind: bool, as_json: bool) -> None:
    if nothing and code:
        raise click.UsageError(_("Give either a code or --no-code."))
    if blind and not nothing:
        raise click.UsageError(_("--blind goes with --no-code: whoever rejects a suggestion has seen it."))
    with session().open() as store:
        source = find_source(store, name)
        passage = find_passage(store, source, number)
        shown = suggestions(store, source.revision).get(number, [])
        if nothing:
            no_code(store, passage, shown=shown, blind=blind)
            _answer(source.name, number, [], as_json=as_json)
            return
        first = suggested(store, passage, find_code(store, code) if code else None)
        codes = {one.code: one for one in stored_codes(store)}
        rejected = [first] if code else shown
        reject(store, passage, [(one, codes[one.suggestion.code]) for one in rejected], shown=shown)
    _answer(source.name, number, [one.suggestion.code for one in rejected], as_json=as_json)


def _answer(source: str, number: int, rejected: list[str], *, as_json: bool) -> None:
    if as_json:
        emit({"source": source, "passage": number, "rejected": rejected, "no_code": not rejected})
    elif rejected:
        codes = ", ".join(rejected)
        say(_("✗ {source} {number}: rejected {codes}").format(source=source, number=number, codes=codes))
    else:
        say(_("– {source} {number}: no code here").format(source=source, number=number))
