"""workbench codebooks edit and example: changing one code of the project's codebook."""

import click

from workbench.cli.command import Command, json_option, session
from workbench.cli.show import emit, note, say
from workbench.codebook.changes import wanted_bump
from workbench.errors import NotFoundError, UsageError
from workbench.i18n import _
from workbench.store import Store, StoredCode, stored_codes
from workbench.terminal import safe
from workbench.workflow.codebook_edit import (
    NewVersion,
    add_example,
    advice,
    edit_code,
    part,
    read_exclusion,
)
from workbench.workflow.lookup import pick_code

_code = click.argument("code")
_codebook = click.option("--codebook", help=_("Which codebook's code, where several have one of that name."))


@click.command(
    "edit",
    cls=Command,
    help=_(
        "Change what a code of the project's codebook says. That makes a new version of the codebook; --include and"
        " --exclude can be given several times and replace what stands there."
    ),
)
@_code
@_codebook
@click.option("--definition", metavar="TEXT", help=_("What the code is about."))
@click.option("--name-da", metavar="TEXT", help=_("Its name in Danish."))
@click.option("--name-en", metavar="TEXT", help=_("Its name in English."))
@click.option("--include", metavar="TEXT", multiple=True, help=_("What belongs to it."))
@click.option(
    "--exclude", metavar="TEXT", multiple=True, help=_("What does not; “TEXT -> CODE” says where it belongs.")
)
@json_option
def edit_(
    code: str,
    codebook: str | None,
    definition: str | None,
    name_da: str | None,
    name_en: str | None,
    include: tuple[str, ...],
    exclude: tuple[str, ...],
    as_json: bool,
) -> None:
    names = {language: name for language, name in (("da", name_da), ("en", name_en)) if name is not None}
    if definition is None and not (names or include or exclude):
        raise UsageError(_("Say what to change: --definition, --name-da, --name-en, --include or --exclude."))
    with session().open() as store:
        one = _find(store, code, codebook)
        done = edit_code(
            store,
            one.codebook,
            one.code,
            names=names,
            definition=definition,
            include=include or None,
            exclude=tuple(map(read_exclusion, exclude)) or None,
        )
    _say(one, done, as_json)


@click.command(
    "example",
    cls=Command,
    help=_("Add a passage that a code fits to its examples. That makes a new version of the project's codebook."),
)
@_code
@click.argument("text")
@_codebook
@json_option
def example_(code: str, text: str, codebook: str | None, as_json: bool) -> None:
    with session().open() as store:
        one = _find(store, code, codebook)
        done = add_example(store, one.codebook, one.code, text)
    _say(one, done, as_json)


def _find(store: Store, typed: str, codebook: str | None) -> StoredCode:
    """The code meant, folders included, in one codebook or in any of the project's."""
    known = [one for one in stored_codes(store, folders=True) if codebook in (None, one.codebook)]
    if not known:
        raise NotFoundError(
            _("The project does not code by {id}.").format(id=codebook),
            hint=_("Add it with: workbench codebooks add CODEBOOK"),
        )
    return pick_code(known, typed)


def _say(one: StoredCode, done: NewVersion | None, as_json: bool) -> None:
    if as_json:
        emit(
            {
                "codebook": one.codebook,
                "code": one.code,
                "old": done.old.version if done else one.version,
                "new": done.new.version if done else one.version,
                "bump": wanted_bump(done.changes if done else ()).name.lower(),
                "changes": [each.what.value for each in done.changes] if done else [],
                "look_again": done.again if done else 0,
            }
        )
        return
    if done is None:
        note(_("Nothing to change."))
        return
    for each in done.changes:
        say(f"{click.style(each.code, bold=True)}  {part(each.what)}")
        for text in each.before:
            say(f"    - {safe(text)}")
        for text in each.after:
            say(f"    + {safe(text)}")
    note(_("The project codes by {codebook} {version} now.").format(codebook=one.codebook, version=done.new.version))
    for line in advice(done):
        note(line)
