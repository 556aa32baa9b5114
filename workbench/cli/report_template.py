"""workbench report template: the house's Word template, to change and to check."""

from pathlib import Path

import click

from workbench.cli.command import Command, json_option
from workbench.cli.show import emit, note, say
from workbench.errors import InvalidFileError
from workbench.i18n import _
from workbench.reports import HOUSE, check_template, write_kept
from workbench.terminal import safe


@click.command(
    "template",
    cls=Command,
    help=_(
        "Write the Word template that reports are made from, to change in Word: logo, header, styles, own text. With"
        " --check, say what is wrong in a changed one."
    ),
)
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--check", is_flag=True, help=_("Check this template instead of writing one."))
@json_option
def template(file: Path, check: bool, as_json: bool) -> None:
    if not check:
        if file.suffix.lower() != ".docx":
            raise click.UsageError(_("A template is a Word file: give it a name that ends in .docx."))
        kept = write_kept(file, HOUSE.read_bytes())
        if as_json:
            emit({"file": str(file), "kept": None if kept is None else str(kept)})
            return
        say(safe(str(file)))
        if kept:
            note(_("The earlier file is kept as {file}.").format(file=safe(str(kept))))
        note(
            _('Change it in Word, name it in workbench.toml under [report], as: template = "{file}".').format(
                file=safe(file.name)
            )
        )
        return
    try:
        content = file.read_bytes()
    except OSError as error:
        raise InvalidFileError(
            _("{file} cannot be read: {reason}.").format(file=file, reason=error.strerror or error)
        ) from error
    found = check_template(content, str(file))
    if as_json:
        emit({"file": str(file), "faults": list(found.faults), "notes": list(found.notes)})
    else:
        for line in (*found.faults, *found.notes):
            say(safe(line))
    if found.faults:
        raise InvalidFileError(
            _("{file} cannot be used as it is.").format(file=file), hint=_("Mend what is named above.")
        )
    if not as_json:
        note(_("{file} can be used as a report template.").format(file=safe(str(file))))
