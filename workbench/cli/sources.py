"""workbench sources: what material there is."""

from typing import Any

import click

from workbench.cli.command import Group, json_option, session
from workbench.cli.show import emit, note, say, table
from workbench.i18n import _
from workbench.model import CONSENT_SCOPES, SourceKind, Transcription
from workbench.store import Source, Store, progress, sources, turns_around
from workbench.terminal import safe
from workbench.workflow.edit import edit_source, quotes_lost, quotes_lost_said
from workbench.workflow.lookup import find_municipality, find_source


@click.group("sources", cls=Group, invoke_without_command=True, help=_("See and correct what material there is."))
@json_option
@click.pass_context
def command(context: click.Context, as_json: bool) -> None:
    if context.invoked_subcommand is None:
        _list(None, as_json)


@command.command("list", help=_("Every source, with how far you have come in it."))
@click.option("--municipality", help=_("Only this municipality's."))
@json_option
def list_(municipality: str | None, as_json: bool) -> None:
    _list(municipality, as_json)


@command.command("show", help=_("A source's metadata and what is said in it."))
@click.argument("name", metavar="SOURCE")
@json_option
def show(name: str, as_json: bool) -> None:
    with session().open() as store:
        source = find_source(store, name)
        turns = turns_around(store, source.revision, 0, by=source.turns)
        if as_json:
            emit({**_record(store, source), "turns": turns})
            return
        for key, value in _record(store, source).items():
            say(f"{key}: {safe(str(value))}")
        for turn in turns:
            say()
            say(f"{turn['number']:>4}  {safe(turn['speaker'])}: {safe(turn['text'])}")


@command.command("edit", help=_("Correct a source's metadata."))
@click.argument("name", metavar="SOURCE")
@click.option("--title")
@click.option("--municipality")
@click.option("--kind", type=click.Choice([one.value for one in SourceKind]))
@click.option(
    "--transcription",
    type=click.Choice([one.value for one in Transcription]),
    help=_("Whether the words are the speakers' own."),
)
@click.option("--month", metavar="YYYY-MM")
@click.option("--phase")
@click.option("--centre")
@click.option("--lead-coder", help=_("Whose codings reports count, until coders agree on a layer."))
@click.option("--legal-basis")
@click.option("--consent", multiple=True, type=click.Choice([*CONSENT_SCOPES, "none"]))
@click.option("--erase-by", metavar="YYYY-MM-DD")
def edit(name: str, consent: tuple[str, ...], municipality: str | None, **given: Any) -> None:
    with session().open() as store:
        source = find_source(store, name)
        if municipality is not None:
            given["municipality"] = find_municipality(store, municipality).id
        if consent:
            given["consent"] = frozenset(consent) - {"none"}
        changes = {key: value for key, value in given.items() if value is not None}
        lost = quotes_lost(store, source, changes)
        changed = edit_source(store, source, changes)
    if lost:
        note(quotes_lost_said(lost))
    note(_("Changed {name}.").format(name=source.name) if changed else _("Nothing to change."))


def _list(municipality: str | None, as_json: bool) -> None:
    with session().open() as store:
        within = find_municipality(store, municipality).id if municipality else None
        found = sources(store, municipality=within)
        if as_json:
            emit([_record(store, one) for one in found])
            return
        if not found:
            note(_("No sources yet. Bring some in with: workbench import FILE"))
            return
        table(
            [_("Municipality"), _("Source"), _("Kind"), _("Month"), _("Done by you")],
            (
                (one.municipality_name, one.name, one.kind.label, one.month,
                 "{0.done}/{0.passages}".format(progress(store, one.revision)))
                for one in found
            ),
            right=(4,),
        )  # fmt: skip


def _record(store: Store, one: Source) -> dict[str, object]:
    return {
        "source": one.name,
        "id": one.id,
        "title": one.title,
        "municipality": one.municipality_name,
        "kind": one.kind.value,
        "transcription": one.transcription.value,
        "month": one.month,
        "phase": one.phase,
        "centre": one.centre,
        "minutes": one.minutes,
        "lead_coder": one.lead_coder,
        "legal_basis": one.legal_basis,
        "consent": sorted(one.consent),
        "erase_by": one.erase_by,
        "passages": one.passages,
        "dealt_with": progress(store, one.revision).done,
    }
