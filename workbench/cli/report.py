"""workbench report: write practice reports and the catalogue, and what belongs to them."""

from collections.abc import Sequence
from pathlib import Path

import click

from workbench.cli.changes import changes_record, say_changes
from workbench.cli.command import Command, Group, json_option, session
from workbench.cli.findings import findings
from workbench.cli.report_checks import compare, status
from workbench.cli.report_template import template
from workbench.cli.show import emit, note, progress, say
from workbench.errors import WorkbenchError
from workbench.i18n import LANGUAGES, _, ngettext
from workbench.store import Municipality, Store, municipalities, sources
from workbench.terminal import safe
from workbench.workflow.catalogue import write_catalogue
from workbench.workflow.lookup import find_municipality
from workbench.workflow.report import FORMATS, Wanted, Written, formats_here, outline_named, write_report

_WRITE = "write"


class _Reports(Group):
    """`report NAME` writes; a sub-command's name is understood before a municipality's. Alone it says what there is."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        asked = set(args[:1]) & {"-h", "--help"}
        if not asked and not set(args[:1]) & set(self.commands):
            args = [_WRITE, *args] if args else ["status"]
        return super().parse_args(ctx, args)


@click.group(
    "report",
    cls=_Reports,
    help=_("Write practice reports and the catalogue: workbench report MUNICIPALITY, or --all, or --catalogue."),
)
def command() -> None:
    pass


@command.command(
    _WRITE,
    cls=Command,
    help=_("Write the practice report of a municipality, or of all that have material, into the project's reports."),
)
@click.argument("name", metavar="[MUNICIPALITY]", required=False)
@click.option("--all", "every", is_flag=True, help=_("Every municipality that has material."))
@click.option("--catalogue", is_flag=True, help=_("The catalogue across municipalities."))
@click.option(
    "--themes",
    metavar="CODEBOOK",
    help=_("The codebook whose themes are the catalogue's chapters (else the project's own)."),
)
@click.option("--outline", default="short", metavar="short|full", help=_("Short (4 to 6 pages), or everything."))
@click.option(
    "--format", "formats", multiple=True, type=click.Choice(FORMATS), help=_("Which files to write (else all).")
)
@click.option("--language", type=click.Choice(LANGUAGES), help=_("The report's language (else the project's)."))
@click.option("--internal", is_flag=True, help=_("With the list of all quotes and their places; not to hand over."))
@click.option("--figures", is_flag=True, help=_("The figures as svg and png files too."))
@click.option(
    "--text-from",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help=_("The Word file whose text is kept (else the report that is replaced)."),
)
@json_option
def write(
    name: str | None,
    every: bool,
    catalogue: bool,
    themes: str | None,
    outline: str,
    formats: tuple[str, ...],
    language: str | None,
    internal: bool,
    figures: bool,
    text_from: Path | None,
    as_json: bool,
) -> None:
    if (name is not None) == every and not catalogue:
        raise click.UsageError(_("Name a municipality, or say --all or --catalogue."))
    if text_from and (every or (name is not None) == catalogue):
        raise click.UsageError(_("--text-from goes with one report."))
    if themes and not catalogue:
        raise click.UsageError(_("--themes goes with --catalogue."))
    wanted = Wanted(language, outline_named(outline), formats or formats_here(), internal, figures, text_from, themes)
    with session().open() as store:
        chosen = _chosen(store, name, every)
        if not chosen and not catalogue:
            raise WorkbenchError(
                _("There is nothing to report on yet."), hint=_("Bring transcripts in with: workbench import FILE")
            )
        made: list[tuple[str, Written]] = []
        with progress(len(chosen) + catalogue, _("Writing reports")) as advance:
            for one in chosen:
                made.append((one.name, write_report(store, one, wanted)))
                advance(one.name)
            if catalogue:
                made.append((_("The catalogue"), write_catalogue(store, wanted)))
                advance(_("The catalogue"))
    if as_json:
        emit([_record(about, written) for about, written in made])
        return
    for _about, written in made:
        for file in written.files:
            say(safe(str(file)))
    _warn(made)


def _chosen(store: Store, name: str | None, every: bool) -> list[Municipality]:
    if name is not None:
        return [find_municipality(store, name)]
    return [one for one in municipalities(store) if sources(store, municipality=one.id)] if every else []


def _warn(made: Sequence[tuple[str, Written]]) -> None:
    """What to know before they are sent, by report; and a line that sums it up where there are several."""
    for about, written in made:
        for file in written.kept:
            note(_("The earlier file is kept as {file}.").format(file=safe(str(file))))
        for warning in written.warnings:
            note(f"{safe(about)}: {safe(warning)}")
        if written.changed is not None:
            say_changes(safe(about), written.changed)
    warned = sum(1 for _about, written in made if written.warnings)
    if len(made) > 1:
        note(
            ngettext(
                "{n} report written, {warned} with something to look at.",
                "{n} reports written, {warned} with something to look at.",
                len(made),
            ).format(n=len(made), warned=warned)
        )


def _record(about: str, written: Written) -> dict[str, object]:
    return {
        "report": about,
        "files": [str(file) for file in written.files],
        "kept": [str(file) for file in written.kept],
        "warnings": list(written.warnings),
        "changed": None if written.changed is None else changes_record(written.changed),
    }


command.add_command(findings)
command.add_command(template)
command.add_command(compare)
command.add_command(status)
