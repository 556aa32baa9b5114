"""Rules on each code by itself: is it named, delimited, exemplified, and are its keywords worth having?"""

from collections.abc import Iterator

from workbench.codebook.lint.book import WANTED, Found, Linted
from workbench.faults import quoted
from workbench.i18n import LANGUAGES, _, ngettext

STEM = 3
"""Letters before a `*`; fewer are met by almost anything."""


def named(book: Linted) -> Iterator[Found]:
    """Everything people read has a name in both languages."""
    said = _("{what} has no name in {language}; add one under name")
    for language in LANGUAGES:
        if language not in book.document.data["name"]:
            yield ("name",), "", said.format(what=_("the codebook"), language=language)
        for entry in book.entries:
            if language not in entry.code.names:
                what = _("code {name}").format(name=quoted(entry.code.id))
                yield (*entry.at, "name"), entry.code.id, said.format(what=what, language=language)
        for id, axis in book.document.data.get("axes", {}).items():
            if language not in axis["name"]:
                what = _("axis {name}").format(name=quoted(id))
                yield ("axes", id, "name"), "", said.format(what=what, language=language)


def delimited(book: Linted) -> Iterator[Found]:
    """A code says what belongs to it, what does not, and which words speak for it."""
    for entry in book.usable:
        missing = {
            "include": _("code {code} has no include; say what belongs to it"),
            "exclude": _("code {code} has no exclude; say what belongs elsewhere, and where"),
            "keywords": _("code {code} has no keywords; give the words that speak for it"),
        }
        for key, said in missing.items():
            if not getattr(entry.code, key):
                yield entry.at, entry.code.id, said.format(code=quoted(entry.code.id))


def worded(book: Linted) -> Iterator[Found]:
    """A word of a vocabulary has keywords, and a stage its borders."""
    for entry in book.entries:
        if not entry.code.keywords:
            said = _("code {code} has no keywords; give the words that speak for it")
            yield entry.at, entry.code.id, said.format(code=quoted(entry.code.id))
        if entry.part == "stages" and not entry.code.exclude:
            said = _("code {code} has no exclude; say what belongs elsewhere, and where")
            yield entry.at, entry.code.id, said.format(code=quoted(entry.code.id))


def exemplified(book: Linted) -> Iterator[Found]:
    """Enough examples: suggestions are learned from them until people have coded."""
    told = book.document.data.get("examples_wanted", {})
    wanted = {1: int(told.get("area", WANTED)), 2: int(told.get("code", WANTED))}
    for entry in book.usable:
        if entry.part in ("actors", "feelings"):
            continue
        number, least = len(entry.code.examples), wanted[entry.code.level]
        if number < least:
            said = ngettext(
                "code {code} has {n} example, and {wanted} are wanted; add passages as people say them",
                "code {code} has {n} examples, and {wanted} are wanted; add passages as people say them",
                number,
            )
            at = (*entry.at, "examples")
            yield at, entry.code.id, said.format(code=quoted(entry.code.id), n=number, wanted=least)


def full_stop(book: Linted) -> Iterator[Found]:
    """A definition is a whole sentence: it is printed in appendices."""
    for entry in book.entries:
        if entry.code.definition and not entry.code.definition.endswith((".", "!", "?")):
            said = _("code {code}: the definition does not end with a full stop")
            yield (*entry.at, "definition"), entry.code.id, said.format(code=quoted(entry.code.id))


def open_ended(book: Linted) -> Iterator[Found]:
    """A keyword with an open ending begins with enough letters to mean something."""
    for entry in book.usable:
        for number, keyword in enumerate(entry.code.keywords):
            if any(word.endswith("*") and len(word) <= STEM for word in keyword.split()):
                said = _("code {code}: keyword {keyword} has fewer than {n} letters before the *; write more of it")
                yield (
                    (*entry.at, "keywords", number),
                    entry.code.id,
                    said.format(code=quoted(entry.code.id), keyword=quoted(keyword), n=STEM),
                )


def swallowed(book: Linted) -> Iterator[Found]:
    """No keyword of a code is met wherever another of the same code is met."""
    for entry in book.usable:
        for number, keyword in enumerate(entry.code.keywords):
            wider = next((one for one in entry.code.keywords if one != keyword and _covers(one, keyword)), None)
            if wider is not None:
                said = _("code {code}: keyword {keyword} is met by {wider} already; take it away")
                yield (
                    (*entry.at, "keywords", number),
                    entry.code.id,
                    said.format(code=quoted(entry.code.id), keyword=quoted(keyword), wider=quoted(wider)),
                )


def _covers(wide: str, keyword: str) -> bool:
    """Whether everything that meets the keyword meets the wide one: word by word, `plan*` covers `planen`."""
    wide_words, words = wide.casefold().split(), keyword.casefold().split()
    if len(wide_words) != len(words) or "*" not in wide:
        return False
    return all(
        word.removesuffix("*").startswith(one.removesuffix("*")) if one.endswith("*") else word == one
        for one, word in zip(wide_words, words, strict=True)
    )


def changes_told(book: Linted) -> Iterator[Found]:
    """A codebook that tells its changes tells those of its present version."""
    told = book.document.data.get("changes")
    if told and book.version not in [one["version"] for one in told]:
        said = _("version {version} is not among the changes; say what is new in it")
        yield ("changes",), "", said.format(version=book.version)
