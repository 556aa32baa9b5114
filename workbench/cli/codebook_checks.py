"""workbench codebooks lint and crosswalk: how good codebooks are, and how they hang together."""

from contextlib import nullcontext

import click

from workbench.cli.command import Command, json_option, session
from workbench.cli.show import emit, note, say, table
from workbench.codebook import Bridge, crosswalk, load
from workbench.errors import NotFoundError
from workbench.i18n import _, speaking
from workbench.model import nearest
from workbench.terminal import safe
from workbench.workflow.codebooks import lint_named


@click.command(
    "lint",
    cls=Command,
    help=_(
        "Say what could be better in codebooks: the project's, or all shipped ones where there is no project. Silent"
        " when there is nothing to say."
    ),
)
@click.argument("refs", metavar="[CODEBOOK]...", nargs=-1)
@json_option
@click.pass_context
def lint_(context: click.Context, refs: tuple[str, ...], as_json: bool) -> None:
    with session().open_if_any() or nullcontext() as store:
        if as_json:
            with speaking("en"):  # what programs read is never translated
                found = lint_named(store, refs)
        else:
            found = lint_named(store, refs)
    if as_json:
        emit(
            [
                {"file": one.name, "line": each.line, "code": each.code, "rule": each.rule, "text": each.text}
                for one in found
                for each in one.findings
            ]
        )
    else:
        for one in found:
            for each in one.findings:
                said = _("{file}, line {line}: {fault}")
                say(said.format(file=safe(one.name), line=each.line, fault=safe(each.text)))
    if any(one.findings for one in found):
        context.exit(1)
    if not as_json:
        note(_("Nothing to mend in {names}.").format(names=", ".join(safe(one.name) for one in found)))


@click.command(
    "crosswalk",
    cls=Command,
    help=_("Where what was coded with one codebook most likely belongs in another, and what has no place there."),
)
@click.argument("ref", metavar="[CODEBOOK]", required=False)
@json_option
def crosswalk_(ref: str | None, as_json: bool) -> None:
    bridges = [one for one in crosswalk().bridges if ref in (None, one.start, one.to)]
    if not bridges:
        known = list(dict.fromkeys(id for one in crosswalk().bridges for id in (one.start, one.to)))
        raise NotFoundError(
            _("The crosswalk has no codebook {id}.").format(id=ref),
            hint=_("Known: {names}.").format(names=", ".join(nearest(ref or "", known) or known)),
        )
    if as_json:
        emit([_record(one) for one in bridges])
        return
    for number, start in enumerate(dict.fromkeys(one.start for one in bridges)):
        if number:
            say()
        _show(start, [one for one in bridges if one.start == start])


def _show(start: str, bridges: list[Bridge]) -> None:
    """One codebook's codes with their like in each of the others, then what has none."""
    say(click.style(start, bold=True))
    codes = [code.id for code in load(start).codes if any(code.id in one.targets for one in bridges)]
    table(
        [_("Code"), *(one.to for one in bridges)],
        ((code, *(", ".join(one.targets.get(code, ())) for one in bridges)) for code in codes),
    )
    for one in bridges:
        for said, reasons in (
            (_("Of {start}, without a place in {to}:"), one.unmapped),
            (_("Of {to}, reached by nothing in {start}:"), one.unreached),
        ):
            if reasons:
                say()
                say(said.format(start=one.start, to=one.to))
                for code, why in reasons.items():
                    say(f"  {code}  {safe(why)}")


def _record(one: Bridge) -> dict[str, object]:
    return {
        "from": one.start,
        "to": one.to,
        "map": {code: list(targets) for code, targets in one.targets.items()},
        "unmapped": dict(one.unmapped),
        "unreached": dict(one.unreached),
    }
