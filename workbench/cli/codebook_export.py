"""workbench codebooks export: a codebook as a file, or as a table for an appendix."""

import sys
from contextlib import nullcontext
from pathlib import Path

import click

from workbench.cli.command import Command, session
from workbench.cli.show import note, say
from workbench.codebook.appendix import appendix
from workbench.i18n import _
from workbench.terminal import safe
from workbench.workflow.codebooks import meant
from workbench.workflow.writing import write_new


@click.command(
    "export",
    cls=Command,
    help=_("A codebook as a file, as it is stored: to pass on, or to make your own version of."),
)
@click.argument("ref", metavar="CODEBOOK")
@click.argument("file", metavar="[FILE]", required=False, type=click.Path(path_type=Path, dir_okay=False))
@click.option(
    "--format",
    "form",
    type=click.Choice(["yaml", "table"]),
    default="yaml",
    show_default=True,
    help=_("table: CSV for an appendix, opened by any spreadsheet."),
)
@click.option("--force", is_flag=True, help=_("Write over FILE; the earlier one is kept as FILE~."))
def export_(ref: str, file: Path | None, form: str, force: bool) -> None:
    with session().open_if_any() or nullcontext() as store:
        book = meant(store, ref)
    text = appendix(book) if form == "table" else book.yaml
    if file is None and sys.stdout.isatty():
        for line in text.splitlines():
            say(safe(line))
        return
    if file is None:
        click.echo(text.encode(), nl=False)  # to the letter: somebody keeps it in a file
        return
    # Spreadsheets know UTF-8 by its byte order mark.
    kept = write_new(file, f"\ufeff{text}" if form == "table" else text, force=force)
    note(_("Wrote {file}.").format(file=safe(str(file))))
    if kept is not None:
        note(_("The earlier file is {file}.").format(file=safe(str(kept))))
