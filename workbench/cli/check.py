"""workbench check: prove that nothing was lost."""

from dataclasses import asdict

import click

from workbench.cli.command import Command, json_option, session
from workbench.cli.show import emit, say
from workbench.errors import WorkbenchError
from workbench.i18n import _, ngettext
from workbench.store import Fault, check


@click.command(
    "check", cls=Command, help=_("Check the project: rebuild it from its history and compare, word by word.")
)
@json_option
def command(as_json: bool) -> None:
    with session().open() as store:
        report = check(store)
    if as_json:
        emit({"events": report.events, "rows": report.rows, "faults": [asdict(fault) for fault in report.faults]})
    else:
        events = ngettext("{n} event", "{n} events", report.events).format(n=report.events)
        rows = ngettext("{n} row", "{n} rows", report.rows).format(n=report.rows)
        say(_("Rebuilt {rows} from {events}.").format(rows=rows, events=events))
    if report.faults:
        raise WorkbenchError(
            "\n".join(_line(fault) for fault in report.faults[:20]),
            hint=_("Copy the project's folder before anything else, then restore from a backup."),
        )
    if not as_json:
        say(_("Everything agrees."))


def _line(fault: Fault) -> str:
    kinds = {
        "file": _("the file is damaged"),
        "reference": _("a row points to one that is not there"),
        "text": _("words are not what their address says"),
        "quote": _("a coding does not say what it was made from"),
        "replay": _("the history cannot be replayed"),
        "missing": _("history tells of a row that is not there"),
        "unexplained": _("no history tells of this row"),
    }
    return f"{kinds[fault.kind]}: {fault.detail}"
