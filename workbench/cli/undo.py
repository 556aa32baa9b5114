"""workbench undo: take back what you did last."""

import click

from workbench.cli.command import Command, json_option, session
from workbench.cli.log import describe
from workbench.cli.show import emit, say
from workbench.errors import WorkbenchError
from workbench.i18n import _
from workbench.store import undo
from workbench.workflow.deeds import verb


@click.command("undo", cls=Command, help=_("Take back what you did last, as often as you like."))
@json_option
def command(as_json: bool) -> None:
    with session().open() as store:
        done = undo(store)
        if done is None:
            raise WorkbenchError(_("There is nothing to take back."))
        what = describe(store, done.events)
    if as_json:
        emit({"undone": done.verb, "at": done.at.isoformat(), "events": len(done.events)})
    else:
        say(_("Took back: {verb} {what}").format(verb=verb(done.verb), what=what).rstrip())
