"""workbench import: bring transcripts in."""

from pathlib import Path

import click

from workbench.cli.command import Command, json_option, session, spelled
from workbench.cli.show import Steps, emit, note, progress, refused
from workbench.errors import WorkbenchError
from workbench.exchange import transcript_files
from workbench.i18n import _, ngettext
from workbench.model import CONSENT_SCOPES, SourceKind
from workbench.store import Store
from workbench.terminal import safe
from workbench.workflow.import_ import Given, Imported, import_file

Failed = tuple[Path, WorkbenchError]


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
@click.option(
    "--kind", type=click.Choice([one.value for one in SourceKind]), help=_("Where the file does not say: the kind.")
)
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
    files = _files(paths)
    with session().open() as store, progress(len(files), _("Importing")) as step:
        stored, failed = _import(store, files, given, step, as_json=as_json)
    if as_json:
        emit(
            {
                "imported": [_record(one) for one in stored],
                "refused": [{"file": str(file), "reason": error.message} for file, error in failed],
            }
        )
    if failed and len(failed) + len(stored) == 1:
        raise failed[0][1]
    for _file, error in failed:
        refused(error.message, error.hint)
    kept = [one for one in stored if not one.duplicate]
    if silent := [one for one in kept if not one.source.consent]:
        _tell_of_consent(silent)
    if failed:
        raise WorkbenchError(
            ngettext("{n} file was refused", "{n} files were refused", len(failed)).format(n=len(failed))
            + "; "
            + ngettext("{n} was stored.", "{n} were stored.", len(kept)).format(n=len(kept))
        )
    if kept and not as_json:
        note(_("Next: {command}").format(command=spelled("suggest")))


def _files(paths: tuple[Path, ...]) -> list[Path]:
    """Every file meant, once. Raises WorkbenchError when there is none."""
    files: dict[Path, None] = {}
    for path in paths:
        found = transcript_files(path)
        if not found and len(paths) > 1:
            note(_("There is no transcript in {paths}.").format(paths=safe(str(path))))
        files.update(dict.fromkeys(found))
    if not files:
        names = ", ".join(safe(str(path)) for path in paths)
        raise WorkbenchError(
            _("There is no transcript in {paths}.").format(paths=names),
            hint=_("This workbench reads: {endings}").format(endings=".md .txt"),
        )
    return list(files)


def _import(
    store: Store, files: list[Path], given: Given, step: Steps, *, as_json: bool
) -> tuple[list[Imported], list[Failed]]:
    """Each file in turn, told as soon as it is stored: what is interrupted then has told what is there."""
    stored: list[Imported] = []
    failed: list[Failed] = []
    for file in files:
        try:
            one = import_file(store, file, given)
        except WorkbenchError as error:
            failed.append((file, error))
        else:
            stored.append(one)
            if not as_json:
                step.say(_told(one))
        step(file.name)
    return stored, failed


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


def _tell_of_consent(silent: list[Imported]) -> None:
    """Say for which sources nothing states a consent: it is why nothing will be suggested."""
    names = ", ".join(one.source.name for one in silent[:3]) + (", …" if len(silent) > 3 else "")
    note(
        ngettext(
            "{n} source states no consent, so nothing is suggested for it and nothing quoted from it: {names}",
            "{n} sources state no consent, so nothing is suggested for them and nothing quoted from them: {names}",
            len(silent),
        ).format(n=len(silent), names=names)
    )
    example = f"workbench sources edit {silent[0].source.name} --consent suggest --consent quote"
    note(_("Where there is one: {command}").format(command=example))


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
