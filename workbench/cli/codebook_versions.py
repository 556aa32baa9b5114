"""workbench codebooks diff and migrate: a codebook over time."""

from collections.abc import Sequence
from contextlib import nullcontext

import click

from workbench.cli.command import Command, json_option, session
from workbench.cli.show import emit, note, say, table
from workbench.codebook import Codebook, load
from workbench.codebook.changes import Bump, Change, diff, wanted_bump
from workbench.errors import UsageError
from workbench.i18n import _, ngettext
from workbench.store import Store
from workbench.terminal import safe
from workbench.workflow.codebook_edit import part
from workbench.workflow.codebooks import meant
from workbench.workflow.migrate import Migration, migrate, plan


@click.command(
    "diff",
    cls=Command,
    help=_(
        "What changed from one version of a codebook to another: files, ids of shipped ones, or ID@VERSION as the"
        " project keeps it. With one of them, from the project's version to that one."
    ),
)
@click.argument("refs", metavar="[OLD] NEW", nargs=-1, required=True)
@json_option
def diff_(refs: tuple[str, ...], as_json: bool) -> None:
    *old, new = refs
    if len(old) > 1:
        raise UsageError(_("Two versions are compared, not {n}.").format(n=len(refs)))
    with session().open_if_any() or nullcontext() as store:
        after = _given(store, new)
        before = _given(store, old[0]) if old else meant(store, after.id)
    if before.id != after.id:
        raise UsageError(
            _("{old} and {new} are two codebooks, not two versions of one.").format(old=before.id, new=after.id)
        )
    changes = diff(before, after)
    if as_json:
        emit(
            {
                "codebook": after.id,
                "old": before.version,
                "new": after.version,
                "bump": wanted_bump(changes).name.lower(),
                "changes": [_record(one) for one in changes],
            }
        )
        return
    _show(changes)
    note(_wanted(before, changes))


@click.command(
    "migrate",
    cls=Command,
    help=_(
        "Bring the project's codebook to a new version, from a file or the shipped one, and say which codings to look"
        " at again. They keep the version they were made with."
    ),
)
@click.argument("ref", metavar="CODEBOOK")
@click.option("--dry-run", is_flag=True, help=_("Only say what would happen."))
@click.option("--move", is_flag=True, help=_("Give the codings of retired codes the codes that replace them."))
@click.option("--list", "listed", is_flag=True, help=_("Also list each coding to look at again."))
@json_option
def migrate_(ref: str, dry_run: bool, move: bool, listed: bool, as_json: bool) -> None:
    book = load(ref)
    with session().open() as store:
        done = plan(store, book) if dry_run else migrate(store, book, move=move)
    if as_json:
        emit(_migration_record(done, dry_run))
        return
    _show(done.changes)
    _show_again(done, listed)
    if done.wanted != done.new.version:
        note(_("By its changes this version could be called {version}.").format(version=done.wanted))
    for one in done.replaced:
        said = ngettext("{n} coding of {code} was given {new}.", "{n} codings of {code} were given {new}.", one.codings)
        if not done.moved:
            said = ngettext(
                "{n} coding of {code} stays with it; --move gives it {new}.",
                "{n} codings of {code} stay with it; --move gives them {new}.",
                one.codings,
            )
        note(said.format(n=one.codings, code=one.code, new=one.by))
    if dry_run:
        note(_("Nothing was changed: this only says what would happen."))
    else:
        note(_("The project codes by {codebook} {version} now.").format(codebook=book.id, version=book.version))


def _given(store: Store | None, ref: str) -> Codebook:
    """A file, a version the project keeps, or a shipped codebook: not the project's own, which is the other side."""
    return meant(store, ref) if "@" in ref else load(ref)


def _show(changes: Sequence[Change]) -> None:
    for one in changes:
        about = one.code or _("the codebook")
        again = " · " + _("look at its codings again") if one.look_again else ""
        say(f"{click.style(about, bold=True)}  {part(one.what)}{again}")
        for text in one.before:
            say(f"    - {safe(text)}")
        for text in one.after:
            say(f"    + {safe(text)}")


def _show_again(done: Migration, listed: bool) -> None:
    if not done.again:
        return
    say()
    table(
        [_("Look again at"), _("Why"), _("Codings")],
        ((one.code, ", ".join(map(part, one.why)), len(one.codings)) for one in done.again),
        right=(2,),
    )
    if listed:
        say()
        table(
            [_("Source"), _("Passage"), _("Place"), _("Code"), _("Whose"), _("Version")],
            (
                (each.source, each.passage, f"{each.place.start}-{each.place.end}", each.code, each.layer, each.version)
                for one in done.again
                for each in one.codings
            ),
            right=(1,),
        )


def _wanted(before: Codebook, changes: Sequence[Change]) -> str:
    bump = wanted_bump(changes)
    if bump is Bump.NONE:
        return _("Nothing changed.")
    return _("The version after {old} is {new}.").format(old=before.version, new=bump.after(before.version))


def _record(one: Change) -> dict[str, object]:
    return {
        "what": one.what.value,
        "code": one.code or None,
        "before": list(one.before),
        "after": list(one.after),
        "look_again": one.look_again,
    }


def _migration_record(done: Migration, dry_run: bool) -> dict[str, object]:
    return {
        "codebook": done.new.id,
        "old": done.old.version,
        "new": done.new.version,
        "wanted": done.wanted,
        "dry_run": dry_run,
        "changes": [_record(one) for one in done.changes],
        "look_again": [
            {
                "code": one.code,
                "why": [each.value for each in one.why],
                "codings": [
                    {
                        "id": each.coding,
                        "source": each.source,
                        "passage": each.passage,
                        "start": each.place.start,
                        "end": each.place.end,
                        "layer": each.layer,
                        "version": each.version,
                    }
                    for each in one.codings
                ],
            }
            for one in done.again
        ],
        "replaced": [{"code": one.code, "by": one.by, "codings": one.codings} for one in done.replaced],
        "moved": done.moved,
    }
