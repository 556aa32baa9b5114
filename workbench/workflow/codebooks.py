"""Which codebook a person means, how good it is, and adding one to the project."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from workbench.codebook import (
    Codebook,
    Crosswalk,
    Kind,
    crosswalk,
    is_path,
    kind_of,
    load,
    load_crosswalk,
    load_vocabulary,
    no_code_passages,
    shipped,
)
from workbench.codebook.changes import diff, wanted_bump
from workbench.codebook.lint import Finding, lint, lint_crosswalk, lint_vocabulary
from workbench.errors import NotFoundError, WorkbenchError
from workbench.i18n import _
from workbench.store import Store, add_codebook, codebook_version, codebook_versions, current_codebooks

CROSSWALK = "crosswalk"
"""What the crosswalk is called where codebooks are named."""


@dataclass(frozen=True, slots=True)
class Linted:
    """What lint found in one file."""

    name: str
    """The file's name; of a codebook in the project, its id and version."""
    findings: tuple[Finding, ...]


def own_codebooks(store: Store | None) -> list[Codebook]:
    """The project's codebooks; the shipped ones where there is no project."""
    return [load(id) for id in shipped()] if store is None else current_codebooks(store)


def meant(store: Store | None, ref: str) -> Codebook:
    """The codebook that somebody typed: a file, `ID@VERSION` as the project keeps it, or an id.

    An id is the project's codebook, else the shipped one. Raises NotFoundError.
    """
    id, at, version = ref.partition("@")
    if at and not is_path(ref):
        return _stored(store, id, version)
    if not is_path(ref) and store is not None:
        for own in current_codebooks(store):
            if own.id == ref:
                return own
    return load(ref)


def _stored(store: Store | None, id: str, version: str) -> Codebook:
    if store is None:
        raise NotFoundError(
            _("{ref} is a version kept in a project, and there is no project here.").format(ref=f"{id}@{version}"),
            hint=_("Name a project with -p, or the codebook without its version."),
        )
    found = codebook_version(store, id, version)
    if found is None:
        known = codebook_versions(store, id)
        raise NotFoundError(
            _("The project has no version {version} of {id}.").format(version=version, id=id),
            hint=_("Known: {names}.").format(names=", ".join(known)) if known else "",
        )
    return found


def add(store: Store, book: Codebook) -> None:
    """Make this the project's codebook of its id.

    Raises WorkbenchError when the project has the same version with other content.
    """
    kept = codebook_version(store, book.id, book.version)
    if kept is not None and (changes := diff(kept, book)):
        raise WorkbenchError(
            _("The project has {id} {version} already, and this one is different.").format(
                id=book.id, version=book.version
            ),
            hint=_("Raise its version to {version}, then: workbench codebooks migrate FILE").format(
                version=wanted_bump(changes).after(book.version)
            ),
        )
    with store.command("codebooks add") as command:
        add_codebook(command, book)


def lint_named(store: Store | None, refs: Sequence[str]) -> list[Linted]:
    """What lint finds in each of these files, codebooks or vocabularies, or in `crosswalk`.

    With none, in the project's codebooks; where there is no project, in everything that is shipped.
    """
    around = {id: load(id) for id in shipped()}
    walk = crosswalk()
    if not refs and store is None:
        refs = (*around, *shipped(Kind.JOURNEY), CROSSWALK)
    own = {} if store is None else {book.id: book for book in current_codebooks(store)}
    around |= own
    given: dict[str, Codebook] = {}
    for ref in refs:
        if Path(ref).stem != CROSSWALK and kind_of(ref) is Kind.CODEBOOK:
            given[ref] = meant(store, ref)
    around |= {book.id: book for book in given.values()}
    if not refs:
        return [_linted(f"{book.id} {book.version}", book, around, walk) for book in own.values()]
    found = []
    for ref in refs:
        name = Path(ref).name if is_path(ref) else f"{ref}.yaml"
        if ref in given:
            kept = ref in own
            found.append(_linted(f"{ref} {own[ref].version}" if kept else name, given[ref], around, walk))
        elif Path(ref).stem == CROSSWALK:
            named = load_crosswalk(Path(ref)) if is_path(ref) else walk
            found.append(Linted(name, lint_crosswalk(named, around)))
        else:
            found.append(Linted(name, lint_vocabulary(load_vocabulary(ref), no_code_passages())))
    return found


def _linted(name: str, book: Codebook, around: Mapping[str, Codebook], walk: Crosswalk) -> Linted:
    return Linted(name, lint(book, around.values(), walk, no_code_passages()))
