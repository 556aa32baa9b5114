"""Rules on the crosswalk: every code of both sides is accounted for, and no bridge ends in the air."""

from collections.abc import Iterator, Mapping

from workbench.codebook.codes import Code, Codebook
from workbench.codebook.crosswalk import Bridge, Crosswalk
from workbench.codebook.lint.book import Finding, Found, document_of, sorted_findings
from workbench.faults import quoted
from workbench.i18n import _
from workbench.model import nearest
from workbench.yamlfile import At


def lint_crosswalk(crosswalk: Crosswalk, books: Mapping[str, Codebook]) -> tuple[Finding, ...]:
    """What could be better in the crosswalk between these codebooks, by line."""
    document = document_of(crosswalk.yaml)
    return sorted_findings(
        Finding(document.line(at), code, text, "crosswalk")
        for number, bridge in enumerate(crosswalk.bridges)
        for at, code, text in _bridge(("crosswalk", number), bridge, books)
    )


def _bridge(at: At, bridge: Bridge, books: Mapping[str, Codebook]) -> Iterator[Found]:
    start, to = books.get(bridge.start), books.get(bridge.to)
    for key, book, id in (("from", start, bridge.start), ("to", to, bridge.to)):
        if book is None:
            yield (*at, key), "", _("there is no codebook {id} here").format(id=quoted(id))
    if start is None or to is None:
        return
    yield from _ends(at, bridge, start, to)
    told = _("from {start} to {to}").format(start=bridge.start, to=bridge.to)
    for code in start.codes:
        if code.usable and code.id not in bridge.targets and code.id not in bridge.unmapped:
            said = _("{way}: {code} stands neither under map nor under unmapped; put it under one of them")
            yield (*at, "map"), code.id, said.format(way=told, code=quoted(code.id))
    reached = {target for targets in bridge.targets.values() for target in targets}
    for code in to.codes:
        if code.usable and code.id not in reached and code.id not in bridge.unreached:
            said = _("{way}: no code leads to {code}; map one to it, or put it under unreached with the reason")
            yield (*at, "map"), code.id, said.format(way=told, code=quoted(code.id))


def _ends(at: At, bridge: Bridge, start: Codebook, to: Codebook) -> Iterator[Found]:
    """Every code named exists and can be set."""
    named: list[tuple[At, str, Codebook]] = []
    for code, targets in bridge.targets.items():
        named.append(((*at, "map", code), code, start))
        named += [((*at, "map", code, number), target, to) for number, target in enumerate(targets)]
    named += [((*at, "unmapped", code), code, start) for code in bridge.unmapped]
    named += [((*at, "unreached", code), code, to) for code in bridge.unreached]
    for place, code, book in named:
        found = book.code(code) if code in book else None
        if found is None:
            near = nearest(code, [one.id for one in book.codes if one.usable], limit=1)
            meant = _("; did you mean {near}?").format(near=quoted(near[0])) if near else ""
            yield place, code, _("{code} is no code of {book}").format(code=quoted(code), book=book.id) + meant
        elif not found.usable:
            yield place, code, _unusable(found, book)


def _unusable(code: Code, book: Codebook) -> str:
    said = (
        _("{code} of {book} is a folder: passages are coded with its codes, so name those")
        if code.folder
        else _("{code} of {book} is retired; take it away")
    )
    return said.format(code=quoted(code.id), book=book.id)
