"""workbench doctor: what is installed, who you are, and what would make things better."""

import platform

import click

from workbench import __version__, config, i18n
from workbench.cli.command import Command, json_option, session
from workbench.cli.models import embeddings_lines, embeddings_record
from workbench.cli.show import emit, say
from workbench.danish import LemmaSource, ready
from workbench.errors import WorkbenchError
from workbench.i18n import _
from workbench.store import SQLITE_VERSION
from workbench.terminal import safe
from workbench.workflow.models import embeddings


@click.command("doctor", cls=Command, help=_("Say what is installed, who you are, and what would be better."))
@json_option
def command(as_json: bool) -> None:
    lemmas = ready()
    person = config.person(session().person)
    project, missing, state = "", "", embeddings(None)
    try:
        root = config.find_project(session().project)
        project, state = str(root), embeddings(root)
    except WorkbenchError as error:
        missing = error.message
    if as_json:
        emit(
            {
                "workbench": __version__,
                "python": platform.python_version(),
                "sqlite": SQLITE_VERSION,
                "language": i18n.language(),
                "person": person,
                "project": project or None,
                "lemmas": {"source": lemmas.source.value, "version": lemmas.version, "problem": lemmas.problem},
                "embeddings": embeddings_record(state),
            }
        )
        return
    say(f"workbench {__version__} · Python {platform.python_version()} · SQLite {SQLITE_VERSION}")
    say(_("You are {person}.").format(person=safe(person)))
    say(_("Project: {folder}").format(folder=safe(project)) if project else safe(missing))
    sources = {
        LemmaSource.MODEL: _("the spaCy model da_core_news_sm {version}"),
        LemmaSource.TABLE: _("the table of spacy-lookups-data {version}"),
        LemmaSource.NONE: _("none; words are compared as written"),
    }
    say(_("Danish base forms: {source}").format(source=sources[lemmas.source].format(version=lemmas.version)))
    if lemmas.problem:
        say("    " + _("The installed model is not used: {reason}").format(reason=safe(lemmas.problem)))
    if lemmas.better:
        say("    " + _("Better, once and with a connection: {command}").format(command=lemmas.better))
    for line in embeddings_lines(state):
        say(line)
    say(_("No command here opens a connection: everything stays on this computer."))
