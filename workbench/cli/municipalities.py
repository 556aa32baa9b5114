"""workbench municipalities: who takes part."""

from dataclasses import asdict
from typing import Any

import click

from workbench.cli.command import Group, json_option, session
from workbench.cli.show import emit, note, say, table
from workbench.i18n import _
from workbench.store import municipalities, sources
from workbench.terminal import safe
from workbench.workflow.edit import edit_municipality, new_municipality
from workbench.workflow.lookup import find_municipality, find_theme

_CODE = _("The municipality's three digits, or any other short code.")
_THEME = _("A code the municipality asked for beforehand; may be given several times.")


@click.group("municipalities", cls=Group, invoke_without_command=True, help=_("See, add and correct municipalities."))
@json_option
@click.pass_context
def command(context: click.Context, as_json: bool) -> None:
    if context.invoked_subcommand is None:
        _list(as_json)


@command.command("list", help=_("Every municipality, with its number of sources."))
@json_option
def list_(as_json: bool) -> None:
    _list(as_json)


@command.command("show", help=_("One municipality."))
@click.argument("name")
@json_option
def show(name: str, as_json: bool) -> None:
    with session().open() as store:
        record = asdict(find_municipality(store, name))
    if as_json:
        emit(record)
        return
    for key, value in record.items():
        say(f"{key}: {safe(str(value))}")


@command.command("add", help=_("Add a municipality."))
@click.argument("name")
@click.option("--code", default="", help=_CODE)
@click.option("--region", default="")
@click.option("--size", type=click.IntRange(0), help=_("Inhabitants."))
@click.option("--organisation-form", default="")
@click.option("--theme", "themes", multiple=True, metavar="CODE", help=_THEME)
def add(name: str, code: str, region: str, size: int | None, organisation_form: str, themes: tuple[str, ...]) -> None:
    with session().open() as store:
        wanted = tuple(find_theme(store, theme).code for theme in themes)
        new_municipality(
            store,
            name,
            code=code,
            region=region,
            size=size,
            organisation_form=organisation_form,
            prioritised_themes=wanted,
        )
    note(_("Added {name}.").format(name=safe(name)))


@command.command("edit", help=_("Correct a municipality."))
@click.argument("name")
@click.option("--name", "new_name")
@click.option("--code", help=_CODE)
@click.option("--region")
@click.option("--size", type=click.IntRange(0), help=_("Inhabitants."))
@click.option("--organisation-form")
@click.option("--theme", "themes", multiple=True, metavar="CODE", help=_THEME)
def edit(name: str, new_name: str | None, themes: tuple[str, ...], **given: Any) -> None:
    with session().open() as store:
        found = find_municipality(store, name)
        changes = {key: value for key, value in {**given, "name": new_name}.items() if value is not None}
        if themes:
            changes["prioritised_themes"] = tuple(find_theme(store, theme).code for theme in themes)
        changed = edit_municipality(store, found, changes)
    note(_("Changed {name}.").format(name=safe(found.name)) if changed else _("Nothing to change."))


def _list(as_json: bool) -> None:
    with session().open() as store:
        found = municipalities(store)
        counts = {one.id: len(sources(store, municipality=one.id)) for one in found}
    if as_json:
        emit([{**asdict(one), "sources": counts[one.id]} for one in found])
        return
    if not found:
        note(_("No municipalities yet. Add one with: workbench municipalities add NAME"))
        return
    table(
        [_("Municipality"), _("Code"), _("Region"), _("Inhabitants"), _("Organisation"), _("Wanted themes"),
         _("Sources")],
        (
            (one.name, one.code, one.region, one.size or "", one.organisation_form,
             ", ".join(one.prioritised_themes), counts[one.id])
            for one in found
        ),
        right=(3, 6),
    )  # fmt: skip
