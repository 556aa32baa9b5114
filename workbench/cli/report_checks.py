"""workbench report compare and status: reports on disk held against the project."""

from pathlib import Path

import click

from workbench.cli.changes import changes_record, told
from workbench.cli.command import Command, json_option, session
from workbench.cli.show import emit, note, say
from workbench.i18n import _
from workbench.terminal import safe
from workbench.workflow.report_check import compare_file, standings


@click.command(
    "compare",
    cls=Command,
    help=_("What was changed in a Word report, and what changed underneath: quotes, figures, lines, written text."),
)
@click.argument("file", type=click.Path(path_type=Path))
@json_option
def compare(file: Path, as_json: bool) -> None:
    with session().open() as store:
        found = compare_file(store, file)
    if as_json:
        emit(changes_record(found))
        return
    lines = list(told(found))
    for line in lines:
        say(safe(line))
    if not lines:
        say(_("Nothing differs."))
    if not found.fingerprinted:
        note(_("The file has lost its marks: what was changed by hand cannot be told from what changed underneath."))
    for place in found.places:
        note(
            _("Text in “{place}”: {n} words, kept when the report is written again.").format(
                place=safe(place.id), n=place.words
            )
        )


@click.command(
    "status", cls=Command, help=_("Which reports there are, and whether they still say what the project says.")
)
@json_option
def status(as_json: bool) -> None:
    with session().open() as store:
        found, without = standings(store)
    if as_json:
        emit(
            {
                "reports": [
                    {
                        "file": str(one.file),
                        "about": one.about,
                        "stale": one.stale,
                        "changes": changes_record(one.comparison),
                    }
                    for one in found
                ],
                "without": [one.name for one in without],
            }
        )
        return
    for one in found:
        state = _("stale") if one.stale else _("up to date")
        places = len(one.comparison.places)
        empty = len(one.comparison.empty)
        say(
            _("{file}: {state}; {written} of {places} places written").format(
                file=safe(one.file.name), state=state, written=places, places=places + empty
            )
        )
    for each in without:
        say(_("{municipality}: no report yet").format(municipality=safe(each.name)))
