"""What speaks for a suggestion, in words: how sure the machine is and why, what the codebook says, what others said."""

import textwrap
from collections.abc import Sequence

from workbench.i18n import _
from workbench.model import Place
from workbench.store import Shown
from workbench.suggest.nearest import alike
from workbench.terminal import safe
from workbench.workflow.explain import Explained, LineKind

_EVIDENCE = 4
"""Words that carried a code; the rest say little."""
_LEAST = 40
"""Code points of a line or a quote that are shown before the names beside it are cut."""


def reason(shown: Shown, explained: Explained | None) -> str:
    """How sure the machine is, and the words that say so; `explained` is None as long as nobody has worked it out."""
    level = _("{level} confidence").format(level=shown.suggestion.level.label)
    words = dict.fromkeys(safe(each.text).casefold() for each in shown.suggestion.evidence[:_EVIDENCE])
    if words:
        why = _("because of {words}").format(words=", ".join(f"“{word}”" for word in words))
    else:
        why = _("weak evidence") if explained == Explained() else _("no single word points to it")
    return f"{level}, {why}"


def line_said(one: Explained) -> str:
    """What the codebook says, and where it stands there; empty where no line of it is near."""
    return "" if one.line_kind is None else _frame(one.line_kind).format(text=_flat(one.line))


def quote_said(one: Explained) -> str:
    """The quote that is most like the passage, and where it was said; empty where none is near."""
    where = f"{safe(one.quote_municipality)}, {safe(one.quote_source)}"
    return _("like: “{text}” ({where})").format(text=_flat(one.quote), where=where) if one.quote else ""


def grounds(text: str, explained: Sequence[Explained], columns: int, most: int | None) -> list[list[str]]:
    """For each suggestion of a passage what else speaks for it: lines no wider than `columns`, so many in all at most.

    The codebook's lines go before the quotes, those of surer suggestions before others.
    """
    every = [_rows(text, one, columns) for one in explained]
    ranked = sorted((at, number) for number, rows in enumerate(every) for at in range(len(rows)))
    kept = frozenset(ranked[:most])
    return [[row for at, row in enumerate(rows) if (at, number) in kept] for number, rows in enumerate(every)]


def grounds_record(one: Explained) -> dict[str, object]:
    """The same for `--json`: the codebook's line and the quote, null where nothing is near."""
    near = {"text": one.quote, "source": one.quote_source, "municipality": one.quote_municipality}
    return {
        "line": None if one.line_kind is None else {"kind": one.line_kind.value, "text": one.line},
        "near": near if one.quote else None,
    }


def _rows(text: str, one: Explained, columns: int) -> list[str]:
    rows = []
    if one.line_kind is not None:
        rows.append(_row(_frame(one.line_kind), text, one.line, columns))
    if one.quote:
        where = f"{safe(one.quote_municipality)}, {safe(one.quote_source)}"
        rows.append(_row(_("like: “{text}” ({where})"), text, one.quote, columns, where))
    return rows


def _frame(kind: LineKind) -> str:
    return {
        LineKind.KEYWORD: _("codebook: “{text}”"),
        LineKind.EXAMPLE: _("codebook, example: “{text}”"),
        LineKind.INCLUDE: _("codebook, belongs here: “{text}”"),
        LineKind.DEFINITION: _("codebook, definition: “{text}”"),
    }[kind]


def _row(frame: str, passage: str, said: str, columns: int, where: str = "") -> str:
    said = _flat(said)
    room = columns - len(frame.format(text="", where=""))
    where = _cut(where, max(0, room - min(len(said), _LEAST)))
    return _cut(frame.format(text=_excerpt(passage, said, room - len(where)), where=where), columns)


def _flat(text: str) -> str:
    """In one line, safe to show."""
    return safe(" ".join(text.split()))


def _excerpt(passage: str, said: str, room: int) -> str:
    """As much of what was said as there is room for: the part with the most words that the passage has too."""
    if len(said) <= room:
        return said
    start = _begin(said, alike(passage, said), room)
    return textwrap.shorten(("… " if start else "") + said[start:], max(1, room), placeholder=" …").strip()


def _begin(said: str, places: Sequence[Place], room: int) -> int:
    """Where to begin so that most of these places are in `room` code points: at a word, the first of equals.

    What stands before them tells what they belong to, so a quarter of the room is for that.
    """
    starts = [0, *(said.rfind(" ", 0, max(0, place.start - room // 4)) + 1 for place in places)]
    ends = len("…  …")
    return max(starts, key=lambda start: sum(start <= p.start and p.end <= start + room - ends for p in places))


def _cut(text: str, room: int) -> str:
    return text if len(text) <= room else text[: max(0, room - 1)] + "…"
