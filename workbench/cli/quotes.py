"""workbench quotes: what was said under a code, and which of it a report will quote."""

from pathlib import Path

import click

from workbench.cli.command import Group, json_option, session
from workbench.cli.quote_marks import approve_, copy_, edit_, show_, star_, unapprove_, unstar_
from workbench.cli.quote_pages import code_names, quote_record, show_in_list
from workbench.cli.show import emit, note
from workbench.codebook import roles
from workbench.i18n import _, ngettext
from workbench.model import AgeGroup
from workbench.store import context, quotes
from workbench.terminal import safe
from workbench.workflow.lookup import find_municipality, find_source, find_theme, find_valence
from workbench.workflow.quote_concerns import concerns
from workbench.workflow.quote_sheet import WrittenSheet, write_sheet
from workbench.workflow.quotes import find_perspective, marked, only

_FILE = click.Path(path_type=Path, dir_okay=False)


@click.group(
    "quotes",
    cls=Group,
    invoke_without_command=True,
    help=_("What was said under a code, with where it was said. Star, edit, approve and copy what a report quotes."),
)
@click.option("--code", help=_("A code; a focus area has its sub-codes with it."))
@click.option("--valence", help=_("description, barrier, enabler or recommendation."))
@click.option("--municipality", help=_("Only this municipality's."))
@click.option("--source", "name", help=_("Only from this source."))
@click.option("--role", help=_("Only said by this role, such as youth or caseworker."))
@click.option(
    "--perspective", help=_("Only seen from this side: youth, relative, staff, leader, politician, external.")
)
@click.option("--age-group", type=click.Choice([one.value for one in AgeGroup]), help=_("Only said by this age group."))
@click.option("--text", metavar="WORDS", help=_('Only with these words in any form, or a "whole phrase".'))
@click.option("--starred", is_flag=True, help=_("Only those with a star."))
@click.option("--approved/--unapproved", default=None, help=_("Only those whose words were approved, or were not."))
@click.option("--all-layers", is_flag=True, help=_("Every coder's, not only those that reports count."))
@click.option("--context", "around", is_flag=True, help=_("With three turns before and after."))
@click.option("--csv", "table", type=_FILE, help=_("Write those that may be quoted as a table, for any spreadsheet."))
@click.option("--xlsx", "workbook", type=_FILE, help=_("The same as a workbook for Excel."))
@json_option
@click.pass_context
def command(
    asked: click.Context,
    code: str | None,
    valence: str | None,
    municipality: str | None,
    name: str | None,
    role: str | None,
    perspective: str | None,
    age_group: str | None,
    text: str | None,
    starred: bool,
    approved: bool | None,
    all_layers: bool,
    around: bool,
    table: Path | None,
    workbook: Path | None,
    as_json: bool,
) -> None:
    if asked.invoked_subcommand is not None:
        if any(value not in (None, False) for key, value in asked.params.items() if key != "as_json"):
            asked.fail(_("Filters belong to the list; {command} takes the ids of quotes.").format(
                command=asked.invoked_subcommand))  # fmt: skip
        return
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
        chosen = only(
            marked(store, found),
            perspective=find_perspective(perspective) if perspective else None,
            starred=starred,
            approved=approved,
            text=text,
        )
        written = [
            write_sheet(file, chosen, workbook=file is workbook) for file in (table, workbook) if file is not None
        ]
        if as_json:
            emit(quote_record(store, chosen, around=around))
        elif not written:
            names = code_names(store)
            for one in chosen:
                show_in_list(one, names, context(store, one.quote) if around else None)
        about = concerns(store, chosen)
    for sheet in written:
        _say_written(sheet)
    if not written:
        note(ngettext("{n} quote.", "{n} quotes.", len(chosen)).format(n=len(chosen)))
    for line in about:
        note(safe(line))


def _say_written(sheet: WrittenSheet) -> None:
    said = ngettext("Wrote {file} with {n} quote.", "Wrote {file} with {n} quotes.", sheet.quotes)
    note(said.format(file=safe(str(sheet.file)), n=sheet.quotes))
    if sheet.kept is not None:
        note(_("The earlier file is kept as {file}.").format(file=safe(str(sheet.kept))))


for _each in (show_, star_, unstar_, edit_, approve_, unapprove_, copy_):
    command.add_command(_each)
