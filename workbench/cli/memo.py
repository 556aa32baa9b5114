"""workbench memo: what you note to yourself and to each other while you work."""

import sys
from collections.abc import Callable
from typing import Any, TypeVar

import click

from workbench.cli.command import Group, json_option, session
from workbench.cli.show import emit, note, paragraph, say
from workbench.errors import UsageError
from workbench.i18n import _
from workbench.store import Memo, Store, Target, TargetType, memos, source, stored_codes
from workbench.terminal import safe
from workbench.workflow.adjust import find_coding
from workbench.workflow.lookup import find_municipality, find_passage, find_source, find_theme
from workbench.workflow.memos import SHOWN, edit_memo, find_memo, take_memo_away, write_memo

Function = TypeVar("Function", bound=Callable[..., Any])


def _target_options(function: Function) -> Function:
    """Adds the options that say what a memo is on."""
    for option in (
        click.option("--municipality", help=_("A municipality.")),
        click.option("--code", help=_("A code.")),
        click.option("--coding", metavar="ID", help=_("A coding of yours, by its id as `workbench quotes` shows it.")),
        click.option("--passage", "number", type=click.IntRange(1), help=_("A passage of the source, by its number.")),
        click.option("--source", "name", help=_("A source.")),
    ):
        function = option(function)
    return function


@click.group(
    "memo", cls=Group, invoke_without_command=True,
    help=_("See and write memos: on the project, a source or one of its passages, a code, a coding, a municipality."),
)  # fmt: skip
@_target_options
@json_option
@click.pass_context
def command(context: click.Context, /, **given: Any) -> None:
    if context.invoked_subcommand is None:
        _list(**given)


@command.command("list", help=_("Every memo, or those on one thing; of a source also those on what is in it."))
@_target_options
@json_option
def list_(**given: Any) -> None:
    _list(**given)


@command.command("add", help=_("Write a memo: TEXT, or what comes on standard input. Without options, on the project."))
@click.argument("text", required=False)
@_target_options
@json_option
def add(text: str | None, as_json: bool, **given: Any) -> None:
    with session().open() as store:
        one = write_memo(store, _target(store, **given), _words(text))
        _answer(store, one, as_json, _("Added {name}."))


@command.command("edit", help=_("Give a memo of yours other words."))
@click.argument("id")
@click.argument("text", required=False)
@json_option
def edit(id: str, text: str | None, as_json: bool) -> None:
    with session().open() as store:
        one = find_memo(store, id)
        changed = edit_memo(store, one, _words(text))
        _answer(store, find_memo(store, one.id), as_json, _("Changed {name}.") if changed else _("Nothing to change."))


@command.command("remove", help=_("Take a memo of yours away."))
@click.argument("id")
@json_option
def remove(id: str, as_json: bool) -> None:
    with session().open() as store:
        one = find_memo(store, id)
        told = _record(store, one)
        take_memo_away(store, one)
    if as_json:
        emit(told)
    else:
        note(_("Removed {name}.").format(name=one.id[-SHOWN:]))


def _words(text: str | None) -> str:
    if text is not None:
        return text
    if sys.stdin is None or sys.stdin.isatty():
        raise UsageError(_("Write what the memo says after the command."))
    return sys.stdin.read()


def _target(
    store: Store,
    *,
    name: str | None,
    number: int | None,
    coding: str | None,
    code: str | None,
    municipality: str | None,
) -> Target:
    """The one thing that was named; the project where nothing was."""
    if sum(one is not None for one in (name, coding, code, municipality)) > 1:
        raise UsageError(_("A memo is on one thing: give one of these options."))
    if number is not None and name is None:
        raise UsageError(_("Name the passage's source, too: --source NAME --passage NUMBER"))
    if name is not None:
        chosen = find_source(store, name)
        if number is None:
            return Target(TargetType.SOURCE, chosen.id)
        return Target.passage(chosen.revision, find_passage(store, chosen, number).number)
    if coding is not None:
        return Target(TargetType.CODING, find_coding(store, coding).id)
    if code is not None:
        return Target(TargetType.CODE, find_theme(store, code).uuid)
    if municipality is not None:
        return Target(TargetType.MUNICIPALITY, find_municipality(store, municipality).id)
    return Target(TargetType.PROJECT, store.settings.id)


def _list(as_json: bool, **given: Any) -> None:
    with session().open() as store:
        if not any(value is not None for value in given.values()):
            found = memos(store)
        else:
            target = _target(store, **given)
            of_source = target.type is TargetType.SOURCE
            found = memos(store, source=target.id) if of_source else memos(store, on=[target])
        told = [_record(store, one) for one in found]
    if as_json:
        emit(told)
        return
    for one in told:
        say(click.style(f"{str(one['id'])[-SHOWN:]}  {safe(_where(one))} · {safe(str(one['person']))}", bold=True))
        for line in str(one["body"]).split("\n"):
            paragraph(safe(line), "    ")
    if not told:
        note(_("No memos yet. Write one with: workbench memo add"))


def _answer(store: Store, one: Memo, as_json: bool, said: str) -> None:
    if as_json:
        emit(_record(store, one))
    else:
        note(said.format(name=one.id[-SHOWN:]))


def _record(store: Store, one: Memo) -> dict[str, object]:
    """A memo for `--json`: what it is on by names that can be typed again."""
    on: dict[str, object] = {"type": one.target.type.value}
    if one.target.type is TargetType.PASSAGE:
        revision, _slash, number = one.target.id.rpartition("/")
        found = store.query("SELECT source FROM revision WHERE id = ?", revision)
        on |= {"source": source(store, found[0]["source"]).name if found else None, "passage": int(number)}
    elif one.target.type is TargetType.SOURCE:
        on["source"] = next((row["name"] for row in _row(store, "source", one.target.id)), None)
    elif one.target.type is TargetType.MUNICIPALITY:
        on["municipality"] = next((row["name"] for row in _row(store, "municipality", one.target.id)), None)
    elif one.target.type is TargetType.CODE:
        on["code"] = next((each.code for each in stored_codes(store, folders=True) if each.uuid == one.target.id), None)
    elif one.target.type is not TargetType.PROJECT:
        on[one.target.type.value] = one.target.id
    return {"id": one.id, "person": one.person, "on": on, "body": one.body}


def _row(store: Store, table: str, id: str) -> list[dict[str, Any]]:
    return store.query(f"SELECT name FROM {table} WHERE id = ?", id)


def _where(told: dict[str, object]) -> str:
    """What a memo is on, in words."""
    on = told["on"]
    assert isinstance(on, dict)
    if on["type"] == TargetType.PASSAGE:
        return _("{source}, passage {number}").format(source=on["source"], number=on["passage"])
    if on["type"] == TargetType.CODING:
        return _("coding {id}").format(id=str(on["coding"])[:SHOWN])
    if on["type"] == TargetType.PROJECT:
        return _("the project")
    return str(on.get(on["type"]) or on["type"])
