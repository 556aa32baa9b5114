"""workbench quotes show, star, edit, approve, copy: what a report writer does with one quote or several."""

import sys
from collections.abc import Callable, Sequence

import click

from workbench.cli.command import Command, json_option, session
from workbench.cli.quote_pages import STAR, code_names, quote_record, show_page
from workbench.cli.show import emit, note, refused, say
from workbench.errors import UsageError, WorkbenchError
from workbench.i18n import _, ngettext
from workbench.model import LightEdit
from workbench.store import Store, context
from workbench.terminal import safe
from workbench.workflow.quote_concerns import concerns
from workbench.workflow.quote_marking import approve, clear_edit, edit, refuse_unquotable, star, unapprove, unstar
from workbench.workflow.quotes import MarkedQuote, find_quotes

_ids = click.argument("ids", metavar="ID...", nargs=-1, required=True)


@click.command("show", cls=Command, help=_("A quote as it is quoted and as it was said, with three turns around it."))
@click.argument("id")
@json_option
def show_(id: str, as_json: bool) -> None:
    with session().open() as store:
        found = find_quotes(store, [id])
        if as_json:
            emit(quote_record(store, found, around=True)[0])
        else:
            show_page(found[0], code_names(store), context(store, found[0].quote))
        _warn(store, found)


@click.command("star", cls=Command, help=_("Choose quotes: reports take those with a star first."))
@_ids
@json_option
def star_(ids: tuple[str, ...], as_json: bool) -> None:
    _mark(ids, star, as_json)


@click.command("unstar", cls=Command, help=_("Take the star away again."))
@_ids
@json_option
def unstar_(ids: tuple[str, ...], as_json: bool) -> None:
    _mark(ids, unstar, as_json)


@click.command(
    "approve", cls=Command, help=_("Say that the words are right as they are; editing them later undoes it.")
)
@_ids
@json_option
def approve_(ids: tuple[str, ...], as_json: bool) -> None:
    _mark(ids, approve, as_json)


@click.command("unapprove", cls=Command, help=_("Take an approval back."))
@_ids
@json_option
def unapprove_(ids: tuple[str, ...], as_json: bool) -> None:
    _mark(ids, unapprove, as_json)


@click.command("copy", cls=Command, help=_("A quote in quotation marks with whom it is by, ready to paste."))
@_ids
@json_option
def copy_(ids: tuple[str, ...], as_json: bool) -> None:
    with session().open() as store:
        found = find_quotes(store, ids)
        refuse_unquotable(found)
        if as_json:
            emit([{"id": one.quote.id, "text": one.text, "by": one.by, "copied": one.attributed} for one in found])
        else:
            for number, one in enumerate(found):
                say(("\n" if number else "") + "\n".join(map(safe, one.attributed.split("\n"))))
        _warn(store, found)
    if waiting := sum(not one.mark.approved_by for one in found):
        note(ngettext("{n} is not approved yet.", "{n} are not approved yet.", waiting).format(n=waiting))


@click.command(
    "edit",
    cls=Command,
    help=_(
        "Keep a lightly edited text beside the words as said: from TEXT, from standard input, or in your editor."
        " Leave out with […], add and change in [brackets]; hesitations and repetitions go without."
    ),
)
@click.argument("id")
@click.argument("text", required=False)
@click.option("--clear", is_flag=True, help=_("Back to the words as said."))
@json_option
def edit_(id: str, text: str | None, clear: bool, as_json: bool) -> None:
    if clear and text is not None:
        raise UsageError(_("Give either a text or --clear."))
    with session().open() as store:
        [one] = find_quotes(store, [id])
        done: LightEdit | None = None
        if clear:
            changed = clear_edit(store, one)
        else:
            refuse_unquotable([one])
            done = (
                edit(store, one, _standard_input() if text is None else text)
                if _given(text)
                else _in_editor(store, one)
            )
            changed = done is not None
        [now] = find_quotes(store, [id])
        lost = done.negations if done else ()
        if as_json:
            emit({**quote_record(store, [now])[0], "negations_left_out": list(lost)})
        else:
            say("\n".join(map(safe, now.attributed.split("\n"))) if now.hindrance is None else safe(now.text))
        if not changed:
            note(_("Nothing to change."))
        for word in lost:
            note(_("“{word}” is left out: see that it still means the same.").format(word=safe(word)))
        if one.mark.approved_by and not now.mark.approved_by:
            note(_("It was approved in other words, and is not approved any more."))
        _warn(store, [now])


def _given(text: str | None) -> bool:
    """Whether the words come with the command, or through a pipe."""
    return text is not None or sys.stdin is None or not sys.stdin.isatty()


def _standard_input() -> str:
    return sys.stdin.read() if sys.stdin is not None else ""


def _in_editor(store: Store, one: MarkedQuote) -> LightEdit | None:
    """Ask for the words in the person's editor, as often as they want to try; None when nothing was changed."""
    line = "# ---------------- >8 ----------------"
    told = (
        _("What stands from here on is not part of the quote."),
        _("Write […] where you leave something out, and put what you add or change in [brackets]."),
        _("As said: {text}").format(text=safe(" ".join(one.quote.text.split()))),
    )
    text = one.text
    while True:
        written = click.edit("\n".join((text, "", line, *(f"# {each}" for each in told), "")), extension=".txt")
        if written is None:
            return None
        text = written.partition(line)[0].strip()
        try:
            return edit(store, one, text)
        except WorkbenchError as error:
            refused(error.message, error.hint)
            if not click.confirm(_("Edit it again?"), default=True, err=True):
                raise click.Abort from error


def _mark(ids: Sequence[str], action: Callable[[Store, Sequence[MarkedQuote]], int], as_json: bool) -> None:
    """Do one thing with quotes, and show how they stand after it."""
    with session().open() as store:
        changed = action(store, find_quotes(store, ids))
        now = find_quotes(store, ids)
        if as_json:
            emit(quote_record(store, now))
        else:
            for one in now:
                say(_line(one))
        if not changed:
            note(_("Nothing to change."))
        _warn(store, now)


def _line(one: MarkedQuote) -> str:
    """A quote on one line, with its star and its approval."""
    shown = one.text if len(one.text) <= 60 else one.text[:59] + "…"
    approved = (
        " · " + _("approved by {person}").format(person=safe(one.mark.approved_by)) if one.mark.approved_by else ""
    )
    return f"{STAR if one.mark.starred else ' '} {one.quote.id[:8]}  {safe(shown)}{approved}"


def _warn(store: Store, chosen: Sequence[MarkedQuote]) -> None:
    for line in concerns(store, chosen):
        note(safe(line))
