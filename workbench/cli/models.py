"""workbench models: which optional models suit Danish, which are here, and whether a folder is one."""

import json
from pathlib import Path

import click

from workbench import config
from workbench.cli.command import Command, Group, json_option, session, spelled
from workbench.cli.show import emit, note, say, table
from workbench.danish import LemmaSource, ready
from workbench.errors import NotFoundError
from workbench.i18n import _
from workbench.suggest.local_model import INSTALL, installed
from workbench.terminal import safe
from workbench.workflow.models import RECOMMENDED, Embeddings, Kind, Recommended, embeddings, found, local_model


@click.group("models", cls=Group, invoke_without_command=True, help=_("See and check optional models."))
@json_option
@click.pass_context
def command(context: click.Context, as_json: bool) -> None:
    if context.invoked_subcommand is None:
        _list(as_json)


@command.command("list", help=_("Models that suit Danish, with size and licence, and what is chosen and found here."))
@json_option
def list_(as_json: bool) -> None:
    _list(as_json)


@command.command("check", cls=Command, help=_("Say whether a folder holds an embedding model, and try it."))
@click.argument("path", type=click.Path(path_type=Path))
@json_option
def check_(path: Path, as_json: bool) -> None:
    model = local_model(path.expanduser().absolute())
    dimensions = model.dimensions if installed() else None
    if as_json:
        emit(
            {
                "path": str(model.folder.path),
                "name": model.name,
                "size_mb": megabytes(model.folder.size),
                "prompt": model.prompt,
                "hash": model.fingerprint,
                "dimensions": dimensions,
            }
        )
        return
    size = megabytes(model.folder.size)
    say(_("{name} is an embedding model of {size} MB.").format(name=safe(model.name), size=size))
    if model.prompt:
        say(_("Each passage is given to it after: {prompt}").format(prompt=safe(model.prompt)))
    if dimensions is None:
        note(_("It was not tried: sentence-transformers is not installed."))
        note(_("Install it with: {command}").format(command=INSTALL))
    else:
        say(_("It was tried, and answers with {n} numbers.").format(n=dimensions))
    note(_("To use it, write in workbench.toml, under [suggest]:"))
    note(f"embeddings = {json.dumps(safe(str(model.folder.path)), ensure_ascii=False)}")


def megabytes(size: int) -> int:
    """Rounded up: no model has none."""
    return -(-size // 1_000_000)


def here() -> Embeddings:
    """How it stands with embeddings, in the project if there is one."""
    try:
        root = config.find_project(session().project)
    except NotFoundError:
        if session().project:
            raise
        root = None
    return embeddings(root)


def _list(as_json: bool) -> None:
    state = here()
    lemmas = ready()
    places = {model.name: _place(model, lemmas.source is LemmaSource.MODEL, lemmas.version) for model in RECOMMENDED}
    if as_json:
        emit(
            {
                "recommended": [
                    {
                        "name": model.name,
                        "kind": model.kind.value,
                        "size_mb": model.megabytes,
                        "licence": model.licence,
                        "found": places[model.name] or None,
                    }
                    for model in RECOMMENDED
                ],
                "embeddings": embeddings_record(state),
            }
        )
        return
    kinds = {Kind.EMBEDDINGS: _("embeddings"), Kind.LEMMAS: _("Danish base forms (spaCy)")}
    table(
        [_("Model"), _("Kind"), _("MB"), _("Licence"), _("Found here")],
        (
            (model.name, kinds[model.kind], model.megabytes, model.licence, places[model.name])
            for model in RECOMMENDED
        ),
        right=(2,),
    )  # fmt: skip
    say()
    for line in embeddings_lines(state):
        say(line)


def _place(model: Recommended, lemmas: bool, version: str) -> str:
    """Where it lies, or its version where it is installed as a package; empty where it is not."""
    if model.kind is Kind.LEMMAS:
        return version if lemmas else ""
    path = found(model)
    return str(path) if path else ""


def embeddings_record(state: Embeddings) -> dict[str, object]:
    """How it stands with embeddings, for JSON."""
    return {
        "active": state.active,
        "installed": state.installed,
        "chosen": str(state.chosen.path) if state.chosen else None,
        "by": ("environment" if state.chosen.by_environment else "project") if state.chosen else None,
        "model": state.model.name if state.model else None,
        "hash": state.model.fingerprint if state.model else None,
        "problem": state.problem.message if state.problem else "",
    }


def embeddings_lines(state: Embeddings) -> list[str]:
    """How it stands with embeddings, for people: first what is, then what to do."""
    if state.problem is not None:
        return [
            _("Embeddings: the chosen model cannot be used, so nothing is suggested."),
            "    " + safe(state.problem.message),
            "    " + safe(state.problem.hint),
        ]
    if state.model is None:
        return [
            _("Embeddings: none. With a model, suggestions also find what is said in other words."),
            "    " + _("See what there is: {command}").format(command=spelled("models", "list")),
        ]
    used = _("Embeddings: {name} ({path})").format(name=safe(state.model.name), path=safe(str(state.model.folder.path)))
    if not state.installed:
        return [
            used,
            "    " + _("sentence-transformers is not installed, so nothing is suggested."),
            "    " + _("Install it with: {command}").format(command=INSTALL),
        ]
    return [used]
