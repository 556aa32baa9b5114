"""workbench undo: take back what you did last."""

import click

from workbench.cli.command import Command, json_option, session
from workbench.cli.log import describe
from workbench.cli.show import emit, say
from workbench.errors import WorkbenchError
from workbench.i18n import _
from workbench.store import Done, Store, undo
from workbench.terminal import safe
from workbench.workflow.deeds import verb
from workbench.workflow.take_back import take_back_to


@click.command("undo", cls=Command, help=_("Take back what you did last, as often as you like."))
@click.option(
    "--to",
    "last",
    metavar="COMMAND",
    help=_("Take back everything of yours down to this command; its id stands in: workbench log --json"),
)
@json_option
def command(last: str | None, as_json: bool) -> None:
    with session().open() as store:
        if last is not None:
            _down_to(store, last, as_json)
            return
        done = undo(store)
        if done is None:
            raise WorkbenchError(_("There is nothing to take back."))
        what = describe(store, done.events)
    if as_json:
        emit(_record(done))
    else:
        say(_("Took back: {verb} {what}").format(verb=verb(done.verb), what=what).rstrip())


def _down_to(store: Store, last: str, as_json: bool) -> None:
    taken = take_back_to(store, last)
    if as_json:
        refused = taken.refused.message if taken.refused else None
        emit({"wanted": taken.wanted, "taken_back": [_record(one) for one in taken.done], "refused": refused})
    for one in taken.done if not as_json else ():
        say(_("Took back: {verb} {what}").format(verb=verb(one.verb), what=describe(store, one.events)).rstrip())
    if taken.refused:
        raise WorkbenchError(safe(taken.said(store)))


def _record(done: Done) -> dict[str, object]:
    return {"undone": done.verb, "at": done.at.isoformat(), "events": len(done.events)}
