"""workbench log: what was done, by whom and when."""

from collections.abc import Sequence

import click

from workbench.cli.command import Command, json_option, session
from workbench.cli.show import emit, note, table
from workbench.i18n import _
from workbench.store import Event, Store, history, subjects
from workbench.terminal import safe


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
                    _told(store, one.events),
                )
                for one in entries
            ),
        )
        if len(entries) == limit:
            note(_("The newest {n}; more with: workbench log -n {more}").format(n=limit, more=limit * 5))


def describe(store: Store, events: Sequence[Event]) -> str:
    """What the events are about, in brackets, safe to show; empty when they name nothing."""
    about = _told(store, events)
    return f"({safe(about)})" if about else ""


def _told(store: Store, events: Sequence[Event]) -> str:
    return " · ".join(subjects(store, events))


def verb(name: str) -> str:
    """What a command did, in the language spoken now; a verb that is not known as it is."""
    return {
        "init": _("made the project"),
        "import": _("brought in"),
        "accept": _("accepted"),
        "reject": _("rejected"),
        "no-code": _("no code"),
        "code": _("coded"),
        "uncode": _("took a coding away"),
        "undo": _("undid"),
        "redo": _("redid"),
        "codebooks add": _("added a codebook"),
        "codebooks migrate": _("brought a codebook to a new version"),
        "municipalities add": _("added a municipality"),
        "municipalities edit": _("corrected a municipality"),
        "participants edit": _("corrected a participant"),
        "participants assign": _("said who speaks"),
        "sources edit": _("corrected a source"),
    }.get(name, name)
