"""workbench import: bring transcripts in."""

from pathlib import Path

import click

from workbench.cli.command import Command, json_option, session, spelled
from workbench.cli.preview import preview_record, show_preview
from workbench.cli.show import Steps, emit, note, progress, refused
from workbench.errors import WorkbenchError
from workbench.exchange import ENDINGS, Asked, read, transcript_files
from workbench.i18n import _, ngettext
from workbench.model import CONSENT_SCOPES, SourceKind
from workbench.store import Store
from workbench.terminal import safe
from workbench.workflow.import_ import Given, Imported, import_file, speaker_given, told

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
@click.option("--preview", is_flag=True, help=_("Show what was found out about the files; store nothing."))
@click.option(
    "--format", "format_", default="", metavar="NAME", help=_("How speakers are named, where it was found out wrongly.")
)
@click.option(
    "--speaker-pattern", default="", metavar="REGEX", help=_("A pattern for a speaker's name at the start of a line.")
)
@click.option(
    "--speaker",
    "named",
    multiple=True,
    metavar="LABEL=ROLE[:PSEUDONYM[:AGE]]",
    help=_("Who speaks under a label, or LABEL=interviewer; may be given several times."),
)
@click.option(
    "--answers", multiple=True, metavar="HEADING", help=_("Of a survey: a column with open answers; several times.")
)
@click.option("--new-municipality", is_flag=True, help=_("Add a municipality that is not in the project yet."))
@json_option
def command(
    paths: tuple[Path, ...],
    municipality: str,
    kind: SourceKind | None,
    month: str,
    consent: tuple[str, ...],
    preview: bool,
    format_: str,
    speaker_pattern: str,
    named: tuple[str, ...],
    answers: tuple[str, ...],
    new_municipality: bool,
    as_json: bool,
) -> None:
    speakers = {one.label.casefold(): one for one in map(speaker_given, named)}
    asked = Asked(format_, speaker_pattern, answers, speakers).checked()
    given = Given(municipality, SourceKind(kind) if kind else None, month, frozenset(consent), new_municipality, asked)
    files = _files(paths)
    if preview:
        _preview(files, asked, as_json=as_json)
        return
    with session().open() as store, progress(len(files), _("Importing")) as step:
        stored, failed = _import(store, files, given, step, as_json=as_json)
    if as_json:
        emit(
            {
                "imported": [_record(one) for one in stored],
                "refused": [{"file": str(file), "reason": error.message} for file, error in failed],
            }
        )
    if len(failed) == len(files) == 1:
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
            + ngettext("{n} source was stored.", "{n} sources were stored.", len(kept)).format(n=len(kept))
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
            hint=_("This workbench reads: {endings}").format(endings=" ".join(ENDINGS)),
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
            found = import_file(store, file, given)
        except WorkbenchError as error:
            failed.append((file, error))
        else:
            stored += found
            if not as_json:
                step.say(told(file, found))
        step(file.name)
    return stored, failed


def _preview(files: list[Path], asked: Asked, *, as_json: bool) -> None:
    """Show each file as it would be read. Raises WorkbenchError when one cannot be."""
    records, failed = [], list[Failed]()
    for file in files:
        try:
            reading = read(file, asked)
        except WorkbenchError as error:
            failed.append((file, error))
            continue
        records.append(preview_record(file, reading))
        if not as_json:
            show_preview(file, reading)
    if as_json:
        emit({"files": records, "refused": [{"file": str(file), "reason": error.message} for file, error in failed]})
    if len(failed) == len(files) == 1:
        raise failed[0][1]
    for _file, refusal in failed:
        refused(refusal.message, refusal.hint)
    if failed:
        raise WorkbenchError(
            ngettext("{n} file was refused", "{n} files were refused", len(failed)).format(n=len(failed)) + "."
        )
    note(_("Nothing was stored. Import as shown with the same command without --preview."))


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
