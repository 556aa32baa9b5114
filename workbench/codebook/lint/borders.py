"""Rules between codes: where one ends and the other begins, and what two of them claim at once."""

from collections.abc import Iterator

from workbench.codebook.codes import Code
from workbench.codebook.lint.book import Entry, Found, Linted
from workbench.faults import quoted
from workbench.i18n import _
from workbench.model import nearest
from workbench.yamlfile import At


def example_once(book: Linted) -> Iterator[Found]:
    """A passage is an example of one code only, and of none when it carries no code."""
    known = {_plain(text): _("the shared list of passages without a code") for text in book.no_code}
    own = book.document.data.get("no_code_examples", ())
    places: list[tuple[At, str, str]] = [(("no_code_examples", number), "", text) for number, text in enumerate(own)]
    places += [
        ((*entry.at, "examples", number), entry.code.id, text)
        for entry in book.entries
        for number, text in enumerate(entry.code.examples)
    ]
    for at, code, text in places:
        if (where := known.get(_plain(text))) is not None:
            said = _("the example {text} stands in two places, here and at {where}; keep one")
            yield at, code, said.format(text=quoted(text), where=where)
        known.setdefault(_plain(text), quoted(code) if code else "no_code_examples")


def keyword_once(book: Linted) -> Iterator[Found]:
    """A keyword speaks for one code, unless the two codes say where the border between them is."""
    first: dict[tuple[str, str], list[Entry]] = {}
    for entry in book.usable:
        for number, keyword in enumerate(entry.code.keywords):
            holders = first.setdefault((entry.part, keyword.casefold()), [])
            for other in holders:
                if not (
                    _related(entry.code, other.code) or _sends(entry.code, other.code) or _sends(other.code, entry.code)
                ):
                    said = _(
                        "code {code}: keyword {keyword} is a keyword of {other} too; take one away, or say with an"
                        " exclude where the border is"
                    )
                    yield (
                        (*entry.at, "keywords", number),
                        entry.code.id,
                        said.format(code=quoted(entry.code.id), keyword=quoted(keyword), other=quoted(other.code.id)),
                    )
            holders.append(entry)


def excluded_to_somewhere(book: Linted) -> Iterator[Found]:
    """What a code leaves out has a place where it belongs."""
    for entry in book.usable:
        for number, exclusion in enumerate(entry.code.exclude):
            if not exclusion.use:
                said = _("code {code}: exclude {number} does not say where it belongs instead; add use with a code")
                at = (*entry.at, "exclude", number)
                yield at, entry.code.id, said.format(code=quoted(entry.code.id), number=number + 1)


def leads_somewhere(book: Linted) -> Iterator[Found]:
    """A `use` names a code that can be set: here, or in a codebook that is at hand."""
    for entry in book.usable:
        for number, exclusion in enumerate(entry.code.exclude):
            if exclusion.use and (wrong := _dead_end(book, exclusion.use)):
                said = _("code {code} sends to {use}: {wrong}")
                at = (*entry.at, "exclude", number, "use")
                yield at, entry.code.id, said.format(code=quoted(entry.code.id), use=quoted(exclusion.use), wrong=wrong)


def _dead_end(book: Linted, use: str) -> str:
    """What is wrong with a reference; empty when nothing is."""
    start, _colon, id = use.rpartition(":")
    there = book.others.get(start or book.id)
    if there is None:
        return _("there is no codebook {id} here").format(id=quoted(start))
    if id not in there:
        near = nearest(id, [code.id for code in there.codes if code.usable], limit=1)
        meant = _("; did you mean {near}?").format(near=quoted(near[0])) if near else ""
        return _("there is no such code") + meant
    code = there.code(id)
    if code.folder:
        return _("it is a folder; name one of its codes")
    if code.retired and code.replaced_by:
        return _("it is retired; name {new}, which replaced it").format(new=quoted(code.replaced_by))
    return _("it is retired") if code.retired else ""


def border_from_both_sides(book: Linted) -> Iterator[Found]:
    """Two sub-codes of an area say both that they border on each other: a coder may come from either side."""
    for entry in book.usable:
        for other in book.usable:
            siblings = entry.code.parent and entry.code.parent == other.code.parent and entry is not other
            if siblings and _sends(other.code, entry.code) and not _sends(entry.code, other.code):
                said = _(
                    "code {code} says nothing of {other}, which sends passages here; add an exclude with use: {id}"
                )
                yield (
                    (*entry.at, "exclude"),
                    entry.code.id,
                    said.format(code=quoted(entry.code.id), other=quoted(other.code.id), id=other.code.id),
                )


def defined_apart(book: Linted) -> Iterator[Found]:
    """No two codes mean the same."""
    first: dict[str, str] = {}
    for entry in book.entries:
        meaning = _plain(entry.code.definition)
        if meaning and meaning in first:
            said = _("code {code} is defined as {other} is; say what sets them apart")
            yield (
                (*entry.at, "definition"),
                entry.code.id,
                said.format(code=quoted(entry.code.id), other=quoted(first[meaning])),
            )
        first.setdefault(meaning, entry.code.id)


def retired_has_no_bridge(book: Linted) -> Iterator[Found]:
    """The crosswalk leads neither from nor to a code that is out of use."""
    for entry in book.entries:
        if not entry.code.retired or book.crosswalk is None:
            continue
        for bridge in book.crosswalk.bridges:
            leads = bridge.start == book.id and entry.code.id in bridge.targets
            led = bridge.to == book.id and any(entry.code.id in targets for targets in bridge.targets.values())
            if leads or led:
                said = _("code {code} is retired, but the crosswalk from {start} to {to} has it; take it away there")
                yield (
                    entry.at,
                    entry.code.id,
                    said.format(code=quoted(entry.code.id), start=bridge.start, to=bridge.to),
                )


def _sends(code: Code, other: Code) -> bool:
    return any(exclusion.use == other.id for exclusion in code.exclude)


def _related(code: Code, other: Code) -> bool:
    """A focus area and a sub-code of it: the area is met wherever the sub-code is."""
    return code.parent == other.id or other.parent == code.id


def _plain(text: str) -> str:
    return " ".join("".join(letter if letter.isalnum() else " " for letter in text.casefold()).split())
