"""workbench demo: a project to try everything on."""

from pathlib import Path

import click

from workbench import config
from workbench.cli.command import Command, json_option, session, spelled
from workbench.cli.show import emit, note, say, table
from workbench.i18n import _
from workbench.terminal import safe
from workbench.workflow.demo import demo, free_folder


@click.command(
    "demo",
    cls=Command,
    help=_("Make a project of invented interviews and surveys, with suggestions, codings and reports."),
)
@click.argument("folder", metavar="[DIR]", required=False, default="demo", type=click.Path(path_type=Path))
@json_option
def command(folder: Path, as_json: bool) -> None:
    free = free_folder(folder)
    note(_("Making a demo project in {folder} …").format(folder=safe(str(free))))
    made = demo(free, person=config.person(session().person), say=lambda file: note(f"  {safe(file)}"))
    if as_json:
        emit(
            {
                "folder": str(made.folder),
                "municipalities": [
                    {
                        "municipality": row.municipality,
                        "sources": row.sources,
                        "passages": row.passages,
                        "suggestions": row.suggestions,
                        "accepted": row.accepted,
                        "statements": row.statements,
                        "report": str(row.report),
                    }
                    for row in made.rows
                ],
            }
        )
        return
    say()
    table(
        [_("Municipality"), _("Sources"), _("Passages"), _("Suggestions"), _("Accepted"), _("Statements"), _("Report")],
        (
            (row.municipality, row.sources, row.passages, row.suggestions, row.accepted, row.statements, row.report)
            for row in made.rows
        ),
        right=(1, 2, 3, 4, 5),
    )  # fmt: skip
    say()
    say(
        _("All is coded but {source} ({municipality}), which is for you. What to type next:").format(
            source=safe(made.left.name), municipality=safe(made.left.municipality_name)
        )
    )
    steps = (
        ((), _("all of it on the screen")),
        (("review", made.left.name), _("decide passage by passage")),
        (("coverage",), _("see where the material is thin")),
        (("quotes", "--code", "guide", "--role", "youth"), _("what young people say of the youth guide")),
        (("search", "ungeguide"), _("find what was said")),
        (("report", "--all"), _("write the reports again")),
    )
    lines = [(spelled(*words, project=str(made.folder)), does) for words, does in steps]
    width = max(len(line) for line, _does in lines)
    for line, does in lines:
        say(f"  {line:<{width}}  {does}")
