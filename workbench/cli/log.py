"""workbench log: what was done, by whom and when."""

from collections.abc import Sequence

import click

from workbench.cli.command import Command, json_option, session
from workbench.cli.show import emit, note, table
from workbench.i18n import _
from workbench.store import Event, Store, history
from workbench.terminal import safe
from workbench.workflow.deeds import about, verb


@click.command("log", cls=Command, help=_("What was done, by whom and when; the newest first."))
@click.option("-n", "--limit", type=click.IntRange(1), default=20, show_default=True)
@json_option
def command(limit: int, as_json: bool) -> None:
    with session().open() as store:
        entries = history(store, limit=limit)
        if as_json:
            emit(
                [
                    {
                        "command": one.command,
                        "verb": one.verb,
                        "person": one.person,
                        "at": one.at.isoformat(timespec="milliseconds"),
                        "undone": one.undone,
                        "events": [{"id": e.id, "type": e.type, "key": list(e.key)} for e in one.events],
                    }
                    for one in entries
                ]
            )
            return
        if not entries:
            note(_("Nothing has been done yet."))
            return
        table(
            [_("When"), _("Who"), _("What"), _("About")],
            (
                (
                    one.at.astimezone().strftime("%Y-%m-%d %H:%M"),
                    one.person,
                    _("{verb} (undone)").format(verb=verb(one.verb)) if one.undone else verb(one.verb),
                    about(store, one.events),
                )
                for one in entries
            ),
        )
        if len(entries) == limit:
            note(_("The newest {n}; more with: workbench log -n {more}").format(n=limit, more=limit * 5))


def describe(store: Store, events: Sequence[Event]) -> str:
    """What the events are about, in brackets, safe to show; empty when they name nothing."""
    told = about(store, events)
    return f"({safe(told)})" if told else ""
