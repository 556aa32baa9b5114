"""workbench init: make a project."""

from pathlib import Path

import click

from workbench import config, i18n
from workbench.cli.command import Command, session
from workbench.cli.show import note, say, typed
from workbench.i18n import _
from workbench.terminal import safe
from workbench.workflow.start import DEFAULT_CODEBOOKS, start


@click.command("init", cls=Command, help=_("Make a project in a new or empty folder."))
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path, file_okay=False))
@click.option("--name", default="", help=_("The project's name (else the folder's)."))
@click.option(
    "--codebook",
    "codebooks",
    multiple=True,
    metavar="CODEBOOK",
    help=_("A shipped codebook's id or a file of your own; may be given several times."),
)
def command(folder: Path, name: str, codebooks: tuple[str, ...]) -> None:
    person = config.person(session().person)
    chosen = codebooks or DEFAULT_CODEBOOKS
    shown = name or folder.resolve().name
    with start(folder, name=shown, person=person, language=i18n.language(), codebooks=chosen) as store:
        say(
            _("Made the project “{name}” in {folder}.").format(name=safe(store.settings.name), folder=safe(str(folder)))
        )
    note(_("You are {person}. Not you? Say --as NAME, or set $WORKBENCH_PERSON.").format(person=safe(person)))
    note(_("It is not encrypted yet: keep it on a disk that is."))
    note(_("Next: workbench -p {folder} municipalities add NAME").format(folder=typed(str(folder))))
