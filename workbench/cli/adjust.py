"""workbench adjust: change what is said of a coding of yours, or where it begins and ends."""

from typing import Any

import click

from workbench.cli.command import Command, json_option, session
from workbench.cli.show import emit, note, say
from workbench.errors import UsageError
from workbench.i18n import _
from workbench.model import Place
from workbench.store import quotes
from workbench.terminal import safe
from workbench.workflow.adjust import adjust, find_coding
from workbench.workflow.lookup import find_valence


@click.command(
    "adjust",
    cls=Command,
    help=_("Change a coding of yours, by its id as `workbench quotes` shows it; what is not given stays as it is."),
)
@click.argument("id", metavar="CODING")
@click.option("--start", type=click.IntRange(0), help=_("Where it begins, in characters of the text."))
@click.option("--end", type=click.IntRange(1), help=_("Where it ends, in characters of the text."))
@click.option("--valence", help=_("description, barrier, enabler or recommendation."))
@click.option(
    "--strength", type=click.Choice(["0", "1", "2", "3"]),
    help=_("1 mentioned, 2 unfolded, 3 with an incident; 0 takes it away."),
)  # fmt: skip
@click.option("--doubt/--no-doubt", default=None, help=_("With a question mark, to be looked at again; or without."))
@click.option("--contrary/--no-contrary", default=None, help=_("Whether it goes against what the others say."))
@json_option
def command(
    id: str, start: int | None, end: int | None, valence: str | None, strength: str | None, as_json: bool, **marks: Any
) -> None:
    with session().open() as store:
        one = find_coding(store, id)
        changes = {name: value for name, value in marks.items() if value is not None}
        if valence is not None:
            changes["valence"] = find_valence(valence)
        if strength is not None:
            changes["strength"] = int(strength) or None
        if start is not None or end is not None:
            first, last = one.place.start if start is None else start, one.place.end if end is None else end
            if first >= last:
                raise UsageError(_("The place {where} ends before it begins.").format(where=f"{first}-{last}"))
            changes["place"] = Place(first, last)
        [now] = quotes(store, ids=[adjust(store, one, changes)])
    if now == one:
        note(_("Nothing to change."))
    if as_json:
        emit(
            {
                "coding": now.id,
                "code": now.code,
                "source": now.source,
                "start": now.place.start,
                "end": now.place.end,
                "valence": now.valence.value,
                "strength": now.strength,
                "doubt": now.doubt,
                "contrary": now.contrary,
            }
        )
        return
    marked = f"{' ' + '●' * now.strength if now.strength else ''}{' ?' if now.doubt else ''}"
    where = f"{now.place.start}-{now.place.end}"
    contrary = " · " + _("contrary") if now.contrary else ""
    say(f"✓ {safe(now.source)} {where}: {now.code} – {now.valence.label}{marked}{contrary}  {now.id[:8]}")
