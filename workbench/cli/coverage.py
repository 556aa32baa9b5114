"""workbench coverage: where the material is thin."""

import click

from workbench.cli.command import Command, json_option, session
from workbench.cli.show import emit, note, table
from workbench.coverage import Coverage, State, coverage
from workbench.i18n import _, language
from workbench.terminal import safe
from workbench.workflow.thin import lack_said, legend, sign


@click.command(
    "coverage",
    cls=Command,
    help=_("How much was said about each focus area in each municipality, and where it is thin."),
)
@json_option
def command(as_json: bool) -> None:
    with session().open() as store:
        found = coverage(store)
    if as_json:
        emit(_record(found))
        return
    if not found.rows:
        note(_("No municipalities yet. Add one with: workbench municipalities add NAME"))
        return
    table(
        [_("Municipality"), _("Sources"), _("Done"), *(column.name(language()) for column in found.columns)],
        (
            (row.municipality.name, row.sources, f"{row.dealt_with}/{row.passages}", *map(sign, row.cells))
            for row in found.rows
        ),
        right=(1, 2),
    )
    note(legend())
    note(_("Done: the passages that each source's lead coder has dealt with."))
    note(_("The numbers are statements, not shares: how often something was said says nothing of how common it is."))
    for row in found.rows:
        for cell, column in zip(row.cells, found.columns, strict=True):
            if cell.state is State.THIN and row.dealt_with:
                why = ", ".join(map(lack_said, cell.lacks))
                note(f"  {safe(row.municipality.name)} · {safe(column.name(language()))}: {why}")


def _record(found: Coverage) -> dict[str, object]:
    return {
        "columns": [{"code": column.code, "name": dict(column.names)} for column in found.columns],
        "municipalities": [
            {
                "municipality": row.municipality.name,
                "code": row.municipality.code,
                "sources": row.sources,
                "passages": row.passages,
                "dealt_with": row.dealt_with,
                "cells": [
                    {
                        "code": cell.column,
                        "statements": cell.statements,
                        "sources": cell.sources,
                        "role_groups": list(cell.groups),
                        "youth": cell.youth,
                        "state": cell.state.value,
                        "lacks": [lack.value for lack in cell.lacks],
                        "prioritised": cell.prioritised,
                    }
                    for cell in row.cells
                ],
            }
            for row in found.rows
        ],
    }
