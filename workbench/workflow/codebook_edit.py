"""Changing a code of the project's codebook: each change is a new version, made by one command that can be undone.

The shipped file stays as it is. Codings keep the version they were made with, so it is known which ones to look at
again.
"""

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from workbench.codebook import Code, Codebook, Exclusion
from workbench.codebook.changes import Bump, Change, What, diff, wanted_bump
from workbench.codebook.rewrite import rewrite
from workbench.errors import NotFoundError, UsageError
from workbench.i18n import _, ngettext, speaking
from workbench.store import Command, Store, add_codebook, codebook_version, codings_made_with, current_codebooks

ARROW = "→"
"""In what a code leaves out, stands before the code that it belongs to instead."""


@dataclass(frozen=True, slots=True)
class NewVersion:
    """A codebook as it was, and with one code changed."""

    old: Codebook
    new: Codebook
    changes: tuple[Change, ...]
    again: int
    """Codings of the code that were made with another meaning of it, and want to be looked at again."""


def edit_code(
    store: Store,
    codebook: str,
    code: str,
    *,
    names: Mapping[str, str] | None = None,
    definition: str | None = None,
    include: Sequence[str] | None = None,
    exclude: Sequence[Exclusion] | None = None,
) -> NewVersion | None:
    """Say anew what a code is; None when that is what it says already. What is not given stays.

    `names` are by language. Raises NotFoundError, UsageError for a text without words, InvalidFileError for a code
    that is sent to but not there.
    """
    with store.command("codebooks edit") as command:
        book, old = _current(store, codebook, code)
        new = replace(
            old,
            names={**old.names, **{language: _words(name) for language, name in (names or {}).items()}},
            definition=old.definition if definition is None else _words(definition),
            include=old.include if include is None else tuple(dict.fromkeys(map(_words, include))),
            exclude=old.exclude
            if exclude is None
            else tuple(dict.fromkeys(Exclusion(_words(one.text), one.use.strip()) for one in exclude)),
        )
        return _keep(store, command, book, new)


def add_example(store: Store, codebook: str, code: str, text: str) -> NewVersion | None:
    """Add a passage that a code fits to its examples; None when it is one already.

    Raises NotFoundError, and UsageError for a text without words and for a folder, which is never suggested.
    """
    with store.command("codebooks example") as command:
        book, old = _current(store, codebook, code)
        if old.folder:
            raise UsageError(
                _("“{code}” only holds other codes and is never suggested, so it has no examples.").format(code=code),
                hint=_("Its codes: {names}").format(names=", ".join(one.id for one in book.children(code))),
            )
        new = replace(old, examples=tuple(dict.fromkeys((*old.examples, _words(text)))))
        return _keep(store, command, book, new)


def read_exclusion(typed: str) -> Exclusion:
    """What somebody typed as left out: a text and, after an arrow (→ or ->), the code that it belongs to instead."""
    text, _arrow, use = typed.replace("->", ARROW).rpartition(ARROW)
    return Exclusion(text.strip(), use.strip()) if text.strip() else Exclusion(typed.strip())


def written_exclusion(one: Exclusion) -> str:
    """As `read_exclusion` reads it."""
    return f"{one.text} {ARROW} {one.use}" if one.use else one.text


def advice(done: NewVersion) -> list[str]:
    """What to think of after a code was changed, in the language spoken."""
    told = []
    if done.again:
        told.append(
            ngettext(
                "{n} coding was made before that: look at it again.",
                "{n} codings were made before that: look at them again.",
                done.again,
            ).format(n=done.again)
        )
    if any(one.what is What.EXAMPLES for one in done.changes):
        told.append(_("An example goes wherever the codebook goes: see that it points to nobody."))
    return told


def part(what: What) -> str:
    """What changed in a codebook, in the language spoken."""
    return {
        What.ADDED: _("new"),
        What.REMOVED: _("gone"),
        What.MOVED: _("under another focus area"),
        What.RETIRED: _("retired"),
        What.FOLDER: _("now a folder"),
        What.DEFINITION: _("definition"),
        What.INCLUDE: _("what belongs to it"),
        What.EXCLUDE: _("what does not belong to it"),
        What.RENAMED: _("name"),
        What.KEYWORDS: _("keywords"),
        What.EXAMPLES: _("examples"),
        What.RECOMMENDATIONS: _("kinds of recommendation"),
        What.AXES: _("axes"),
    }[what]


def _current(store: Store, codebook: str, code: str) -> tuple[Codebook, Code]:
    book = next((one for one in current_codebooks(store) if one.id == codebook), None)
    if book is None or code not in book:
        raise NotFoundError(
            _("There is no code “{code}” in the codebooks of this project.").format(code=code),
            hint=_("See them with: workbench codebooks show"),
        )
    return book, book.code(code)


def _keep(store: Store, command: Command, book: Codebook, code: Code) -> NewVersion | None:
    codes = tuple(code if one.id == code.id else one for one in book.codes)
    changes = diff(book, replace(book, codes=codes))
    if not changes:
        return None
    version = wanted_bump(changes).after(book.version)
    while codebook_version(store, book.id, version) is not None:  # somebody else's, merged or given up
        version = Bump.PATCH.after(version)
    with speaking("da"):  # as codebooks are written
        told = f"{code.id}: {', '.join(dict.fromkeys(part(one.what) for one in changes))}."
    new = rewrite(book, code, version, told)
    add_codebook(command, new)
    again = 0
    if any(one.look_again for one in changes):
        again = sum(one.code == code.id for one in codings_made_with(store, book.id))
    return NewVersion(book, new, changes, again)


def _words(text: str) -> str:
    """As codebook files are read: composed, on one line. Raises UsageError where there is none."""
    line = " ".join(unicodedata.normalize("NFC", text).split())
    if not line:
        raise UsageError(_("A text without words says nothing."))
    return line
