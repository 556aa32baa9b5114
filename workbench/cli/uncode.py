"""workbench uncode: take codings of yours away."""

import click

from workbench.cli.command import Command, json_option, session
from workbench.cli.show import emit, say
from workbench.i18n import _
from workbench.workflow.decide import own_codings, uncode
from workbench.workflow.lookup import find_code, find_passage, find_source


@click.command("uncode", cls=Command, help=_("Take your coding of CODE, or all of yours, away from a passage."))
@click.argument("name", metavar="SOURCE")
@click.argument("number", metavar="PASSAGE", type=click.IntRange(1))
@click.argument("code", required=False)
@json_option
def command(name: str, number: int, code: str | None, as_json: bool) -> None:
    with session().open() as store:
        source = find_source(store, name)
        passage = find_passage(store, source, number)
        found = own_codings(store, source, passage, find_code(store, code) if code else None)
        uncode(store, found)
    if as_json:
        taken = [{"coding": one.id, "code": one.code, "valence": one.valence.value} for one in found]
        emit({"source": source.name, "passage": number, "removed": taken})
        return
    names = ", ".join(dict.fromkeys(one.code for one in found))
    say(_("{source} {number}: took away {codes}").format(source=source.name, number=number, codes=names))
