"""workbench report: write practice reports."""

import click

from workbench.cli.command import Command, json_option, session
from workbench.cli.show import emit, note, progress, say
from workbench.errors import WorkbenchError
from workbench.i18n import LANGUAGES, _
from workbench.store import municipalities, sources
from workbench.terminal import safe
from workbench.workflow.lookup import find_municipality
from workbench.workflow.report import FORMATS, Written, write_report


@click.command(
    "report",
    cls=Command,
    help=_("Write the practice report of a municipality, or of all that have material, into the project's reports."),
)
@click.argument("name", metavar="[MUNICIPALITY]", required=False)
@click.option("--all", "every", is_flag=True, help=_("Every municipality that has material."))
@click.option(
    "--format", "formats", multiple=True, type=click.Choice(FORMATS), help=_("Which files to write (else all).")
)
@click.option("--language", type=click.Choice(LANGUAGES), help=_("The report's language (else the project's)."))
@json_option
def command(name: str | None, every: bool, formats: tuple[str, ...], language: str | None, as_json: bool) -> None:
    if bool(name) == every:
        raise click.UsageError(_("Name a municipality, or say --all."))
    with session().open() as store:
        if name:
            chosen = [find_municipality(store, name)]
        else:
            chosen = [one for one in municipalities(store) if sources(store, municipality=one.id)]
        if not chosen:
            raise WorkbenchError(
                _("There is nothing to report on yet."), hint=_("Bring transcripts in with: workbench import FILE")
            )
        made: list[tuple[str, Written]] = []
        with progress(len(chosen), _("Writing reports")) as advance:
            for one in chosen:
                made.append((one.name, write_report(store, one, language=language, formats=formats or FORMATS)))
                advance(one.name)
    if as_json:
        emit(
            [
                {
                    "municipality": municipality,
                    "files": [str(file) for file in written.files],
                    "kept": [str(file) for file in written.kept],
                    "warnings": list(written.warnings),
                }
                for municipality, written in made
            ]
        )
        return
    for municipality, written in made:
        for file in written.files:
            say(safe(str(file)))
        for file in written.kept:
            note(_("The earlier file is kept as {file}.").format(file=safe(str(file))))
        for warning in written.warnings:
            note(f"{safe(municipality)}: {safe(warning)}")
