"""Bringing the project's codebook to a new version: what changes, and which codings to look at again.

A coding keeps the version it was made with. That alone says which ones to look at: those of a code whose meaning
changed in a later version. Nothing is judged or moved by guess.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from workbench.codebook import Codebook
from workbench.codebook.changes import Bump, Change, What, diff, raised, wanted_bump
from workbench.errors import NotFoundError, WorkbenchError
from workbench.i18n import _
from workbench.store import (
    MadeWith,
    Store,
    add_codebook,
    codebook_version,
    codings_made_with,
    current_codebooks,
    recode,
)


@dataclass(frozen=True, slots=True)
class LookAgain:
    """A code whose codings may not hold any more."""

    code: str
    why: tuple[What, ...]
    """What happened to the code since the oldest of these codings; `added` for codings that were moved to it."""
    codings: tuple[MadeWith, ...]


@dataclass(frozen=True, slots=True)
class Replaced:
    """A retired code whose successor is named, and how many codings it has."""

    code: str
    by: str
    codings: int


@dataclass(frozen=True, slots=True)
class Migration:
    """From the version the project codes by to another."""

    old: Codebook
    new: Codebook
    changes: tuple[Change, ...]
    again: tuple[LookAgain, ...]
    replaced: tuple[Replaced, ...]
    moved: bool = False
    """Whether the codings of replaced codes were given their successors."""

    @property
    def wanted(self) -> str:
        """The version number that these changes want; the new one where it is high enough."""
        bump = wanted_bump(self.changes)
        enough = (raised(self.old.version, self.new.version) or Bump.NONE) >= bump
        return self.new.version if enough else bump.after(self.old.version)


def plan(store: Store, new: Codebook) -> Migration:
    """What bringing the project to this version would mean; nothing is changed.

    Raises NotFoundError when the project does not code by this codebook, WorkbenchError when the version is older
    than the project's or was not raised although the content changed.
    """
    old = next((one for one in current_codebooks(store) if one.id == new.id), None)
    if old is None:
        raise NotFoundError(
            _("The project does not code by {id}.").format(id=new.id),
            hint=_("Add it with: workbench codebooks add CODEBOOK"),
        )
    changes = diff(old, new)
    bump = raised(old.version, new.version)
    if bump is None:
        raise WorkbenchError(
            _("The project codes by {id} {version}, and {older} is older.").format(
                id=new.id, version=old.version, older=new.version
            ),
            hint=_("Give the codebook a higher version number, if it is meant to follow."),
        )
    kept = codebook_version(store, new.id, new.version)
    if kept is not None and (differing := diff(kept, new)):
        raise WorkbenchError(
            _("The project has {id} {version} already, and this one is different.").format(
                id=new.id, version=new.version
            ),
            hint=_("Raise its version number to {version} and try again.").format(
                version=wanted_bump(differing).after(new.version)
            ),
        )
    made = codings_made_with(store, new.id)
    return Migration(old, new, changes, _again(store, old, new, made), _replaced(new, made))


def migrate(store: Store, new: Codebook, *, move: bool = False) -> Migration:
    """Make this the project's version, as one command that can be undone. Raises what `plan` raises.

    With `move`, the codings of a retired code are given the code that replaces it.
    """
    found = plan(store, new)
    if found.old.yaml == new.yaml and not (move and found.replaced):
        return found
    with store.command("codebooks migrate") as command:
        add_codebook(command, new)
        if move:
            by = {one.code: one.by for one in found.replaced}
            for one in codings_made_with(store, new.id):
                if one.code in by:
                    recode(command, one.coding, new.uuid(by[one.code]))
    return replace(found, moved=move and bool(found.replaced))


def _again(store: Store, old: Codebook, new: Codebook, made: list[MadeWith]) -> tuple[LookAgain, ...]:
    """Per code, the codings made before its meaning changed, in the order of the codebook."""
    since: dict[str, Mapping[str, list[What]]] = {}
    for version in {one.version for one in made}:
        then = codebook_version(store, new.id, version) or old
        since[version] = _turns(diff(then, new))
    codings: dict[str, list[MadeWith]] = {}
    why: dict[str, dict[What, None]] = {}
    for one in made:
        if turned := since[one.version].get(one.code):
            codings.setdefault(one.code, []).append(one)
            why.setdefault(one.code, {}).update(dict.fromkeys(turned))
    order = list(dict.fromkeys((*(code.id for code in new.codes), *(code.id for code in old.codes), *codings)))
    return tuple(LookAgain(code, tuple(why[code]), tuple(codings[code])) for code in sorted(codings, key=order.index))


def _turns(changes: tuple[Change, ...]) -> Mapping[str, list[What]]:
    """By code, what changed its meaning. A code younger than its coding's version got the coding from another."""
    found: dict[str, list[What]] = {}
    for change in changes:
        if change.look_again or change.what is What.ADDED:
            found.setdefault(change.code, []).append(change.what)
    return found


def _replaced(new: Codebook, made: list[MadeWith]) -> tuple[Replaced, ...]:
    found = []
    for code in new.codes:
        number = sum(one.code == code.id for one in made)
        if code.retired and code.replaced_by and number:
            found.append(Replaced(code.id, code.replaced_by, number))
    return tuple(found)
