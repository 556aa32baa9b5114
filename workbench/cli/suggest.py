"""workbench suggest: have theme codes suggested."""

import click

from workbench.cli.command import Command, json_option, session, spelled
from workbench.cli.quality import show_quality, tell_silence
from workbench.cli.show import emit, note, progress, table
from workbench.errors import UsageError, WorkbenchError
from workbench.i18n import _
from workbench.store import sources
from workbench.workflow.lookup import find_municipality, find_source
from workbench.workflow.quality import measured, silenced
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
@click.option(
    "--quality", "only_quality", is_flag=True, help=_("Only say how often you said yes to what was suggested.")
)
@json_option
def command(names: tuple[str, ...], municipality: str | None, only_quality: bool, as_json: bool) -> None:
    if only_quality and (names or municipality):
        raise UsageError(_("--quality is about all you have decided; it takes no sources and no municipality."))
    with session().open() as store:
        if only_quality:
            show_quality(store, measured(store), as_json=as_json)
            return
        within = find_municipality(store, municipality).id if municipality else None
        chosen = [find_source(store, name) for name in names] or sources(store, municipality=within)
        if not chosen:
            raise WorkbenchError(
                _("There is nothing to suggest for yet."), hint=_("Bring transcripts in with: workbench import FILE")
            )
        with progress(len(chosen), _("Suggesting")) as advance:
            made = suggest(store, chosen, progress=lambda source: advance(source.name))
        tell_silence(store, silenced(store))
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
