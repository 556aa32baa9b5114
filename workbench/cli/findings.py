"""workbench report findings: what people write of the material, and what it rests on."""

import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, TypeVar

import click

from workbench.cli.command import Group, json_option, session
from workbench.cli.finding_pages import evidence, finding_record, places, show_finding, show_findings
from workbench.cli.show import emit, note, say
from workbench.exchange import FindingEntry, read_findings
from workbench.i18n import _
from workbench.model import Finding, FindingKind
from workbench.store import Store
from workbench.store import findings as stored
from workbench.terminal import safe
from workbench.workflow.findings import behind, edit_finding, find_finding, take_away, write_finding
from workbench.workflow.findings_file import exported, import_findings
from workbench.workflow.lookup import find_municipality, find_theme
from workbench.workflow.writing import write_new

Function = TypeVar("Function", bound=Callable[..., Any])


def _filters(function: Function) -> Function:
    """Adds the options that say which findings."""
    for option in (
        click.option("--code", help=_("Only under this code; a focus area has its sub-codes with it.")),
        click.option(
            "--kind",
            type=click.Choice([one.value for one in FindingKind]),
            help=_("Only findings, or only recommendations."),
        ),
        click.option("--across", is_flag=True, help=_("Only those across municipalities.")),
        click.option("--municipality", help=_("Only this municipality's.")),
    ):
        function = option(function)
    return function


def _words(function: Function) -> Function:
    """Adds the options that say what a finding is."""
    for option in (
        click.option("--owner", help=_("Whose task it is: a function, not a name.")),
        click.option("--criterion", help=_("How one will see that it was done.")),
        click.option(
            "--source", "sources", multiple=True, metavar="SOURCE",
            help=_("A source it rests on; may be given several times, and an empty text takes all away."),
        ),
        click.option(
            "--codes", multiple=True, metavar="CODE",
            help=_("A code it rests on, if that is not simply --code; may be given several times."),
        ),
        click.option("--body", help=_("The text under the headline.")),
        click.option(
            "--recommendation/--finding", default=None,
            help=_("What should be done, or (else) what the material shows."),
        ),
    ):  # fmt: skip
        function = option(function)
    return function


@click.group(
    "findings",
    cls=Group,
    invoke_without_command=True,
    help=_("See and write the findings and recommendations that reports print."),
)
@_filters
@json_option
@click.pass_context
def findings(context: click.Context, /, **given: Any) -> None:
    if context.invoked_subcommand is None:
        _list(**given)


@findings.command("list", help=_("Every finding and recommendation, with the number of statements behind it."))
@_filters
@json_option
def list_(**given: Any) -> None:
    _list(**given)


@findings.command("show", help=_("One finding, whole."))
@click.argument("id")
@json_option
def show(id: str, as_json: bool) -> None:
    with session().open() as store:
        one = find_finding(store, id)
        rests_on, where = behind(store, [one])[one.id], places(store)
    if as_json:
        emit(finding_record(one, where, rests_on))
    else:
        show_finding(one, where, rests_on)


@findings.command("add", help=_("Write a finding of a municipality, or a recommendation to it."))
@click.argument("municipality", metavar="[MUNICIPALITY]", required=False)
@click.option("--across", is_flag=True, help=_("Of no single municipality: for the catalogue."))
@click.option("--code", required=True, help=_("The code it stands under: a focus area or one of its sub-codes."))
@click.option("--label", required=True, help=_("The headline, in a few words."))
@_words
def add(municipality: str | None, across: bool, code: str, label: str, **given: Any) -> None:
    if bool(municipality) == across:
        raise click.UsageError(_("Name a municipality, or say --across."))
    with session().open() as store:
        entry = FindingEntry(
            municipality=municipality or None,
            code=code,
            label=label,
            **{"kind": FindingKind.FINDING, **_changes(**given)},
        )
        one = write_finding(store, entry)
        rests_on = behind(store, [one])[one.id]
    note(_("Added {name}.").format(name=one.id[:8]))
    note(_("It rests on {evidence}.").format(evidence=evidence(rests_on)))


@findings.command("edit", help=_("Reword a finding; what is not given stays as it is."))
@click.argument("id")
@click.option("--code", help=_("The code it stands under: a focus area or one of its sub-codes."))
@click.option("--label", help=_("The headline, in a few words."))
@_words
def edit(id: str, code: str | None, label: str | None, **given: Any) -> None:
    told = {"code": code, "label": label}
    changes = _changes(**given) | {key: value for key, value in told.items() if value is not None}
    with session().open() as store:
        one = find_finding(store, id)
        changed = edit_finding(store, one, changes)
    note(_("Changed {name}.").format(name=one.id[:8]) if changed else _("Nothing to change."))


@findings.command("remove", help=_("Take a finding away."))
@click.argument("id")
def remove(id: str) -> None:
    with session().open() as store:
        one = find_finding(store, id)
        take_away(store, one)
    note(_("Removed {id}: {label}").format(id=one.id[:8], label=safe(one.label)))


@findings.command(
    "import",
    help=_("Bring in findings written in a YAML file, as export writes it. The same file once more adds nothing."),
)
@click.argument("file", type=click.Path(path_type=Path))
@json_option
def import_(file: Path, as_json: bool) -> None:
    written = read_findings(file)
    with session().open() as store:
        done = import_findings(store, written)
    if as_json:
        emit({"added": done.added, "changed": done.changed, "unchanged": done.same, "reworded": list(done.reworded)})
        return
    note(
        _("{added} added, {changed} changed, {same} as they were.").format(
            added=done.added, changed=done.changed, same=done.same
        )
    )
    for label in done.reworded:
        note(_("Left as it reads in the project, where it was reworded since: {label}").format(label=safe(label)))


@findings.command("export", help=_("Write findings into a YAML file, to edit there and bring in again."))
@click.argument("file", metavar="[FILE]", required=False, type=click.Path(path_type=Path, dir_okay=False))
@_filters
@click.option("--force", is_flag=True, help=_("Write over FILE; the earlier one is kept as FILE~."))
def export(file: Path | None, force: bool, **given: Any) -> None:
    with session().open() as store:
        found = _chosen(store, **given)
        text = exported(store, found)
    if not found:
        note(_("No findings to write."))
        return
    if file is None and sys.stdout.isatty():
        for line in text.splitlines():
            say(safe(line))
        return
    if file is None:
        click.echo(text.encode(), nl=False)  # to the letter: somebody keeps it in a file
        return
    kept = write_new(file, text, force=force)
    note(_("Wrote {file}.").format(file=safe(str(file))))
    if kept is not None:
        note(_("The earlier file is {file}.").format(file=safe(str(kept))))


def _changes(
    *,
    recommendation: bool | None,
    codes: Sequence[str],
    sources: Sequence[str],
    criterion: str | None,
    **texts: str | None,
) -> dict[str, Any]:
    """What was said of a finding, by the names of a FindingEntry."""
    kind = None if recommendation is None else FindingKind.RECOMMENDATION if recommendation else FindingKind.FINDING
    told: dict[str, Any] = {**texts, "success_criterion": criterion, "kind": kind}
    for key, several in (("codes", codes), ("sources", sources)):
        told[key] = tuple(one for one in several if one.strip()) if several else None
    return {key: value for key, value in told.items() if value is not None}


def _chosen(store: Store, municipality: str | None, across: bool, kind: str | None, code: str | None) -> list[Finding]:
    if municipality and across:
        raise click.UsageError(_("Name a municipality, or say --across."))
    return stored(
        store,
        municipality=find_municipality(store, municipality).id if municipality else None,
        across=across,
        kind=FindingKind(kind) if kind else None,
        code=find_theme(store, code).code if code else None,
    )


def _list(as_json: bool, **given: Any) -> None:
    with session().open() as store:
        found = _chosen(store, **given)
        rests_on, where = behind(store, found), places(store)
    if as_json:
        emit([finding_record(one, where, rests_on[one.id]) for one in found])
    elif found:
        show_findings(found, where, rests_on)
    else:
        note(_("No findings yet. Write one with: workbench report findings add"))
