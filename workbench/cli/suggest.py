"""workbench suggest: have theme codes suggested."""

import click

from workbench.cli.command import Command, json_option, session, spelled
from workbench.cli.show import emit, note, progress, table
from workbench.errors import WorkbenchError
from workbench.i18n import _
from workbench.store import sources
from workbench.workflow.lookup import find_municipality, find_source
from workbench.workflow.suggest import suggest


@click.command(
    "suggest",
    cls=Command,
    help=_(
        "Suggest codes for sources (all, when none is named), learning from the codebook and your own decisions."
        " A suggestion is no coding until somebody accepts it."
    ),
)
@click.argument("names", metavar="[SOURCE]...", nargs=-1)
@click.option("--municipality", help=_("Only this municipality's sources."))
@json_option
def command(names: tuple[str, ...], municipality: str | None, as_json: bool) -> None:
    with session().open() as store:
        within = find_municipality(store, municipality).id if municipality else None
        chosen = [find_source(store, name) for name in names] or sources(store, municipality=within)
        if not chosen:
            raise WorkbenchError(
                _("There is nothing to suggest for yet."), hint=_("Bring transcripts in with: workbench import FILE")
            )
        with progress(len(chosen), _("Suggesting")) as advance:
            made = suggest(store, chosen, progress=lambda source: advance(source.name))
    if as_json:
        emit(
            [
                {
                    "source": one.source.name,
                    "passages": one.passages,
                    "with_suggestion": one.with_suggestion,
                    "suggestions": one.suggestions,
                    "held_back": one.held_back,
                }
                for one in made
            ]
        )
        return
    table(
        [_("Source"), _("Passages"), _("With suggestion"), _("Suggestions")],
        ((one.source.name, one.passages, one.with_suggestion, one.suggestions) for one in made),
        right=(1, 2, 3),
    )
    for one in made:
        if one.held_back:
            note(
                _("{source}: the consent does not cover suggestions, so none were made.").format(source=one.source.name)
            )
    if not all(one.held_back for one in made):
        note(_("Next: {command}").format(command=spelled("review")))
