"""workbench import: bring transcripts in."""

from pathlib import Path

import click

from workbench.cli.command import Command, json_option, session
from workbench.cli.show import emit, note, progress, refused, say
from workbench.errors import WorkbenchError
from workbench.exchange import transcript_files
from workbench.i18n import _, ngettext
from workbench.model import CONSENT_SCOPES, SourceKind
from workbench.terminal import safe
from workbench.workflow.import_ import Given, Imported, import_file


@click.command(
    "import",
    cls=Command,
    help=_(
        "Bring transcripts in: files, or folders with all that is in them. Each file is stored whole or not at all;"
        " a file that is here already is left alone."
    ),
)
@click.argument("paths", metavar="PATH...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--municipality", default="", help=_("Where the file does not say: the municipality."))
@click.option("--kind", type=click.Choice(list(SourceKind)), help=_("Where the file does not say: the kind."))
@click.option("--month", default="", metavar="YYYY-MM", help=_("Where the file does not say: the month."))
@click.option(
    "--consent",
    multiple=True,
    type=click.Choice(CONSENT_SCOPES),
    help=_("Where the file does not say: what the person agreed to; may be given several times."),
)
@click.option("--new-municipality", is_flag=True, help=_("Add a municipality that is not in the project yet."))
@json_option
def command(
    paths: tuple[Path, ...],
    municipality: str,
    kind: SourceKind | None,
    month: str,
    consent: tuple[str, ...],
    new_municipality: bool,
    as_json: bool,
) -> None:
    given = Given(municipality, SourceKind(kind) if kind else None, month, frozenset(consent), new_municipality)
    files = [file for path in paths for file in transcript_files(path)]
    stored: list[Imported] = []
    failed: list[tuple[Path, WorkbenchError]] = []
    with session().open() as store, progress(len(files), _("Importing")) as advance:
        for file in files:
            try:
                stored.append(import_file(store, file, given))
            except WorkbenchError as reason:
                failed.append((file, reason))
            advance(file.name)
    if as_json:
        emit(
            {
                "imported": [_record(one) for one in stored],
                "refused": [{"file": str(file), "reason": error.message} for file, error in failed],
            }
        )
    else:
        for one in stored:
            say(_told(one))
    if not files:
        raise WorkbenchError(_("There is no transcript in {paths}.").format(paths=", ".join(map(str, paths))))
    for _file, error in failed:
        refused(error.message, error.hint)
    if failed:
        kept = sum(not one.duplicate for one in stored)
        raise WorkbenchError(
            ngettext("{n} file was refused", "{n} files were refused", len(failed)).format(n=len(failed))
            + "; "
            + ngettext("{n} was stored.", "{n} were stored.", kept).format(n=kept)
        )
    if not as_json and stored:
        note(_("Next: workbench suggest"))


def _told(one: Imported) -> str:
    if one.duplicate:
        return _("{file}: is here already, as {source}.").format(file=safe(one.file.name), source=safe(one.source.name))
    return _("{file}: stored as {source} ({municipality}): {turns}, {passages}.").format(
        file=safe(one.file.name),
        source=safe(one.source.name),
        municipality=safe(one.source.municipality_name),
        turns=ngettext("{n} turn", "{n} turns", one.source.turns).format(n=one.source.turns),
        passages=ngettext("{n} passage to code", "{n} passages to code", one.source.passages).format(
            n=one.source.passages
        ),
    )


def _record(one: Imported) -> dict[str, object]:
    return {
        "file": str(one.file),
        "source": one.source.name,
        "id": one.source.id,
        "municipality": one.source.municipality_name,
        "turns": one.source.turns,
        "passages": one.source.passages,
        "duplicate": one.duplicate,
    }
