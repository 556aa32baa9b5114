"""workbench redo: put back what you took back last."""

import click

from workbench.cli.command import Command, json_option, session
from workbench.cli.log import describe
from workbench.cli.show import emit, say
from workbench.errors import WorkbenchError
from workbench.i18n import _
from workbench.store import redo
from workbench.workflow.deeds import verb


@click.command("redo", cls=Command, help=_("Put back what you took back last."))
@json_option
def command(as_json: bool) -> None:
    with session().open() as store:
        done = redo(store)
        if done is None:
            raise WorkbenchError(_("There is nothing to put back."))
        what = describe(store, done.events)
    if as_json:
        emit({"redone": done.verb, "at": done.at.isoformat(), "events": len(done.events)})
    else:
        say(_("Put back: {verb} {what}").format(verb=verb(done.verb), what=what).rstrip())
