"""What differs between an earlier Word report and a new one, said line by line."""

from collections.abc import Iterator

from workbench.cli.show import note
from workbench.i18n import _, ngettext
from workbench.reports import Comparison
from workbench.terminal import safe

_MOST = 12
"""Lines of a kind that are said one by one."""


def say_changes(about: str, found: Comparison) -> None:
    """On stderr, as notes: what changed underneath, what is by hand and not carried over, quotes that differ."""
    for line in told(found):
        note(f"{about}: {safe(line)}")


def told(found: Comparison) -> Iterator[str]:
    """Sentences; none where nothing differs."""
    for quote in found.quotes:
        yield _("Quote {id} reads “{earlier}” in the file; approved is “{now}”.").format(
            id=quote.id, earlier=quote.earlier, now=quote.now
        )
    changed = [
        _("{where}: “{earlier}” is now “{now}”.").format(where=_where(one.path), earlier=one.earlier, now=one.now)
        for one in found.lines
        if one.earlier and one.now and not one.picture
    ]
    yield from _few(changed)
    if drawn := sum(one.picture for one in found.lines):
        yield ngettext("{n} figure changed.", "{n} figures changed.", drawn).format(n=drawn)
    if gone := sum(not one.now for one in found.lines):
        yield ngettext("{n} line is gone.", "{n} lines are gone.", gone).format(n=gone)
    if new := sum(not one.earlier for one in found.lines):
        yield ngettext("{n} line is new.", "{n} lines are new.", new).format(n=new)
    if found.quotes_gone or found.quotes_new:
        yield _("Quotes gone: {gone}. Quotes new: {new}.").format(
            gone=", ".join(one.id for one in found.quotes_gone) or "–",
            new=", ".join(one.id for one in found.quotes_new) or "–",
        )
    yield from _few(
        [
            _("{where}: “{text}” was written outside the marked places and is not carried over.").format(
                where=_where(one.path), text=one.found
            )
            if one.found
            else _("{where}: “{text}” was taken away by hand and is there again.").format(
                where=_where(one.path), text=one.instead_of
            )
            for one in found.by_hand
        ]
    )
    for id in found.lost:
        said = _("The marks around “{place}” were deleted: what stood there is told as written outside.")
        yield said.format(place=id)
    for place in found.places:
        if place.left_behind:
            yield _("From “{place}”, this cannot be carried over: {things}.").format(
                place=place.id, things=", ".join(place.left_behind)
            )


def changes_record(found: Comparison) -> dict[str, object]:
    """The same for `--json`."""
    return {
        "fingerprinted": found.fingerprinted,
        "quotes": [
            {"id": one.id, "earlier": one.earlier, "now": one.now, "by_hand": one.by_hand} for one in found.quotes
        ],
        "quotes_gone": [one.id for one in found.quotes_gone],
        "quotes_new": [one.id for one in found.quotes_new],
        "lines": [
            {"path": list(one.path), "earlier": one.earlier, "now": one.now, "picture": one.picture}
            for one in found.lines
        ],
        "by_hand": [
            {"path": list(one.path), "found": one.found, "instead_of": one.instead_of} for one in found.by_hand
        ],
        "places": [{"id": one.id, "words": one.words, "left_behind": list(one.left_behind)} for one in found.places],
        "empty": list(found.empty),
        "lost": list(found.lost),
    }


def _where(path: tuple[str, ...]) -> str:
    return " › ".join(path) or _("Cover")


def _few(lines: list[str]) -> Iterator[str]:
    yield from lines[:_MOST]
    if (more := len(lines) - _MOST) > 0:
        yield ngettext("… and {n} more like it.", "… and {n} more like these.", more).format(n=more)
