"""workbench participants: who was interviewed, by pseudonym."""

from typing import Any

import click

from workbench.cli.command import Group, json_option, session
from workbench.cli.show import emit, note, table
from workbench.codebook import roles
from workbench.i18n import _, language
from workbench.model import AgeGroup
from workbench.store import Participant, participants
from workbench.terminal import safe
from workbench.workflow.edit import assign_speaker, edit_participant, find_participant
from workbench.workflow.lookup import find_source


@click.group("participants", cls=Group, invoke_without_command=True, help=_("See and correct who was interviewed."))
@json_option
@click.pass_context
def command(context: click.Context, as_json: bool) -> None:
    if context.invoked_subcommand is None:
        _list(as_json)


@command.command("list", help=_("Every participant, by pseudonym."))
@json_option
def list_(as_json: bool) -> None:
    _list(as_json)


@command.command("edit", help=_("Correct what is known of a participant."))
@click.argument("pseudonym")
@click.option("--role", help=_("A role of codebooks/roles.yaml, such as caseworker."))
@click.option("--centre")
@click.option("--age-group", type=click.Choice([one.value for one in AgeGroup]))
def edit(pseudonym: str, role: str | None, **given: Any) -> None:
    changes = {key: value for key, value in given.items() if value is not None}
    if role is not None:
        changes["role"] = roles().role(role).id
    with session().open() as store:
        changed = edit_participant(store, find_participant(store, pseudonym), changes)
    note(_("Changed {name}.").format(name=safe(pseudonym)) if changed else _("Nothing to change."))


@command.command("assign", help=_("Say who speaks under a label in a source, or that it is the interviewer."))
@click.argument("name", metavar="SOURCE")
@click.argument("label")
@click.argument("pseudonym", required=False)
@click.option("--interviewer", is_flag=True, help=_("The label is the interviewer's: its turns are not coded."))
@click.option("--role", default="")
@click.option("--age-group", type=click.Choice([one.value for one in AgeGroup]))
def assign(
    name: str, label: str, pseudonym: str | None, interviewer: bool, role: str, age_group: AgeGroup | None
) -> None:
    wanted = roles().role(role).id if role else ""
    with session().open() as store:
        assign_speaker(
            store,
            find_source(store, name),
            label,
            pseudonym=pseudonym or "",
            interviewer=interviewer,
            role=wanted,
            age_group=AgeGroup(age_group) if age_group else None,
        )
    note(_("Changed {name}.").format(name=safe(label)))


def _list(as_json: bool) -> None:
    with session().open() as store:
        found = participants(store)
    if as_json:
        emit([_record(one) for one in found])
        return
    if not found:
        note(_("No participants yet. They come with transcripts whose metadata names pseudonyms."))
        return
    known = roles()
    table(
        [_("Pseudonym"), _("Role"), _("Centre"), _("Age group")],
        (
            (
                one.pseudonym,
                known.label(one.role, language()) if one.role in known else one.role,
                one.centre,
                one.age_group or "",
            )
            for one in found
        ),
    )


def _record(one: Participant) -> dict[str, object]:
    return {
        "pseudonym": one.pseudonym,
        "role": one.role,
        "centre": one.centre,
        "age_group": one.age_group.value if one.age_group else None,
    }
