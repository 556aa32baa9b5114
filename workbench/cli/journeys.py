"""workbench journeys: young people's ways through the system."""

from pathlib import Path

import click

from workbench.cli.command import Group, json_option, session
from workbench.cli.journey_pages import journey_record, show_journey, show_journeys
from workbench.cli.show import Steps, emit, note, progress, refused
from workbench.errors import WorkbenchError
from workbench.exchange import journey_files
from workbench.i18n import _, ngettext
from workbench.store import Store, journeys
from workbench.terminal import safe
from workbench.workflow.journeys import Imported, Outcome, find_journey, import_journey, take_away
from workbench.workflow.lookup import find_municipality

_MUNICIPALITY = _("Only this municipality's.")


@click.group("journeys", cls=Group, invoke_without_command=True, help=_("Bring in and see youth journeys."))
@click.option("--municipality", help=_MUNICIPALITY)
@json_option
@click.pass_context
def command(context: click.Context, municipality: str | None, as_json: bool) -> None:
    if context.invoked_subcommand is None:
        _list(municipality, as_json)


@command.command(
    "import",
    help=_(
        "Bring youth journeys in: YAML files, or folders with all that are in them. Each is stored whole or not at"
        " all. The same file once more adds nothing; a changed one takes the earlier journey's place."
    ),
)
@click.argument("paths", metavar="PATH...", nargs=-1, required=True, type=click.Path(path_type=Path))
@json_option
def import_(paths: tuple[Path, ...], as_json: bool) -> None:
    files = _files(paths)
    with session().open() as store, progress(len(files), _("Importing")) as step:
        stored, failed = _import(store, files, step, as_json=as_json)
    if as_json:
        emit(
            {
                "imported": [
                    {"file": str(one.file), "outcome": one.outcome.value, **journey_record(one.journey)}
                    for one in stored
                ],
                "refused": [{"file": str(file), "reason": error.message} for file, error in failed],
            }
        )
    if len(failed) == len(files) == 1:
        raise failed[0][1]
    for _file, error in failed:
        refused(error.message, error.hint)
    if failed:
        raise WorkbenchError(
            ngettext("{n} file was refused", "{n} files were refused", len(failed)).format(n=len(failed))
            + "; "
            + ngettext("{n} journey is stored.", "{n} journeys are stored.", len(stored)).format(n=len(stored))
        )


@command.command("list", help=_("Every youth journey, by municipality and pseudonym."))
@click.option("--municipality", help=_MUNICIPALITY)
@json_option
def list_(municipality: str | None, as_json: bool) -> None:
    _list(municipality, as_json)


@command.command("show", help=_("One youth journey, event by event. For you alone: reports never show one."))
@click.argument("pseudonym")
@json_option
def show(pseudonym: str, as_json: bool) -> None:
    with session().open() as store:
        found = find_journey(store, pseudonym)
    if as_json:
        emit(journey_record(found, events=True))
    else:
        show_journey(found)


@command.command("remove", help=_("Take a youth journey away; the participant stays."))
@click.argument("pseudonym")
def remove(pseudonym: str) -> None:
    with session().open() as store:
        found = find_journey(store, pseudonym)
        take_away(store, found)
    note(_("Took the journey of {name} away.").format(name=safe(found.told.participant)))


def _files(paths: tuple[Path, ...]) -> list[Path]:
    """Every file meant, once. Raises WorkbenchError when there is none."""
    files = list(dict.fromkeys(file for path in paths for file in journey_files(path)))
    if not files:
        names = ", ".join(safe(str(path)) for path in paths)
        raise WorkbenchError(
            _("There is no youth journey in {paths}.").format(paths=names),
            hint=_("A journey is a YAML file (.yaml) that says journey, participant, municipality and events."),
        )
    return files


def _import(
    store: Store, files: list[Path], step: Steps, *, as_json: bool
) -> tuple[list[Imported], list[tuple[Path, WorkbenchError]]]:
    """Each file in turn, told as soon as it is stored: what is interrupted then has told what is there."""
    stored: list[Imported] = []
    failed: list[tuple[Path, WorkbenchError]] = []
    for file in files:
        try:
            one = import_journey(store, file)
        except WorkbenchError as error:
            failed.append((file, error))
        else:
            stored.append(one)
            if not as_json:
                step.say(_told(one))
        step(file.name)
    return stored, failed


def _told(one: Imported) -> str:
    said = {
        Outcome.ADDED: _("{file}: stored as the journey of {name} ({municipality}): {events}."),
        Outcome.CHANGED: _("{file}: the journey of {name} ({municipality}) is changed: {events}."),
        Outcome.SAME: _("{file}: is here already, as the journey of {name} ({municipality}): {events}."),
    }[one.outcome]
    told = one.journey.told
    return said.format(
        file=safe(one.file.name),
        name=safe(told.participant),
        municipality=safe(told.municipality),
        events=ngettext("{n} event", "{n} events", len(told.events)).format(n=len(told.events)),
    )


def _list(municipality: str | None, as_json: bool) -> None:
    with session().open() as store:
        only = find_municipality(store, municipality).id if municipality else None
        found = journeys(store, municipality=only)
    if as_json:
        emit([journey_record(one) for one in found])
    elif found:
        show_journeys(found)
    else:
        note(_("No youth journeys yet. Bring some in with: workbench journeys import PATH"))
