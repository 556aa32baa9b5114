"""Which labels count: a colon alone makes no speaker ("Hun sagde: nej tak"), and `[griner]` is nobody.

A label counts when it is marked (bold, @, #), when the metadata names it, when it stands at the start of several lines
or says a role; and a name that stands there once, where nearly every line says who speaks, or every label stands alone.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence

from workbench.danish import STOP_WORDS
from workbench.exchange.shapes.label import Found, found_at, has_a_role
from workbench.model.spoken import is_noise

_MARKED = frozenset({"bold", "marked"})
_BRACKETS = frozenset({"square", "curly"})
_NEARLY = 0.8
"""Share of the lines with a label that counts, or of those labels that stand alone on their line, from which on a name
written in the same way is somebody who speaks once."""
_MAX_NAMES = 3
"""Words in such a name."""


def known_labels(lines: Iterable[str], declared: Collection[str] = ()) -> dict[str, str]:
    """The labels that count, from their folded form to the way they are shown first."""
    each = [found_at(line) for line in lines if line]
    found = [one for one in each if one is not None]
    known = {" ".join(label.split()).casefold(): " ".join(label.split()) for label in declared}
    _learn(known, (one for one in found if one.kind in _MARKED))
    _learn(known, (one for one in _several(found) if one.kind == "plain"))
    # [griner] at the start of lines is no speaker where somebody else is.
    if all(one.kind in _BRACKETS for one in found if one.label.casefold() in known):
        _learn(known, (one for one in _several(found) if one.kind in _BRACKETS))
    _learn(known, _once(each, known))
    return known


def _once(each: Sequence[Found | None], known: Collection[str]) -> list[Found]:
    """Who speaks once, after somebody who is known; what stands above is the recording's title."""
    counts = [one for one in each if one is not None and one.label.casefold() in known]
    ways = {one.kind for one in counts}
    alone = sum(one.below for one in counts) >= _NEARLY * len(counts)
    begun = [] if not counts else each[each.index(counts[0]) :]
    once = [
        one
        for one in begun
        if one is not None and one.kind in ways and one.label.casefold() not in known and _is_a_name(one.label)
        if one.below or not alone
    ]
    lines = sum(one is None or not is_noise(one.label) for one in begun)
    nearly = alone or len(counts) + len(once) >= _NEARLY * lines
    return once if nearly and len(once) <= len(counts) else []


def _learn(known: dict[str, str], found: Iterable[Found]) -> None:
    for one in found:
        if not is_noise(one.label):
            known.setdefault(one.label.casefold(), one.label)


def _several(found: Sequence[Found]) -> Iterable[Found]:
    """Those that are written like that more than once, or say a role."""
    times = Counter((one.label, one.kind) for one in found)
    return (one for one in found if times[one.label, one.kind] > 1 or has_a_role(one.label))


def _is_a_name(label: str) -> bool:
    """`Malik`, `Deltager B`, `Ung 3`: a few words that are written large, none of which begins a sentence."""
    words = label.split()
    return len(words) <= _MAX_NAMES and all(
        (word[0].isupper() or word.isdigit()) and word.casefold() not in STOP_WORDS for word in words
    )
