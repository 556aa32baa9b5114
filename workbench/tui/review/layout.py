"""How a passage is laid out for review: its context above and below, under that what is suggested for it.

It is one block for the eye, and what is in it keeps its place from passage to passage: the context is as long as that
takes. Only a long passage moves what stands under it. Where there is little room, the context gives way first, then
the reasons of suggestions that are not chosen; at last the passage is scrolled.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from textual.content import Content

from workbench.i18n import ngettext
from workbench.tui.review.case import Case
from workbench.tui.review.suggested import BLANK, Named, Row, next_row, suggested_rows, with_grounds
from workbench.tui.review.talk import context_rows, passage_rows

MEASURE = 100
"""Columns of text; longer lines are hard to read."""
TALL = 26
"""Rows of the block around a passage of `SHORT` rows: eyes go from it to its suggestions all day."""
SHORT = 3
"""Rows of a passage that moves nothing: each one more makes the block taller, where there is room."""
ABOVE = 0.28
"""The part of the height that the context above takes at most."""
USUAL = 3
"""Suggestions that room is kept for."""
KEPT = 4
"""Rows of context that go before that room, and before what the codebook and others say."""
LEAST = 3
"""Rows of the passage that are always in sight."""


@dataclass(frozen=True, slots=True)
class Laid:
    """All rows, and how many rows of the passage are out of sight."""

    rows: tuple[Row, ...]
    unseen: int = 0


def laid_out(one: Case, name: Named, width: int, height: int, *, top: int = 0, brief: bool = True) -> Laid:
    """A passage in so many cells; `top` is the first row of it that is in sight, where not all of it can be.

    `brief` leaves out what else speaks for a suggestion: that stands elsewhere.
    """
    width, most = min(width, MEASURE), round(min(height, TALL) * ABOVE)
    passage, end = passage_rows(one, width), next_row(one.marks, width)
    bottom = suggested_rows(one, name, width, height - min(len(passage), LEAST))
    if not brief:
        bottom = with_grounds(one, bottom, width, height - len(passage) - len(bottom) - KEPT - 3)
    height = min(height, TALL + max(0, len(passage) - SHORT) + max(0, len(bottom) - 1 - 2 * USUAL))
    context = height - len(passage) - len(bottom) - 4
    if context <= 0:
        return _scrolled(passage, bottom, end, width, height, top)
    kept = min(max(0, 2 + 2 * USUAL - len(bottom)), max(0, context - KEPT))
    above = [Row(row) for line in one.item.before for row in context_rows(line, width, end=True)]
    below = [Row(row) for line in one.item.after for row in context_rows(line, width, end=False)]
    before, after = _shared(len(above), len(below), context - kept, most)
    rows = [*[BLANK] * (before - len(above)), *above[max(0, len(above) - before) :], BLANK]
    rows += [*map(Row, passage), BLANK, *below[:after]]
    rows += [BLANK] * (height - len(rows) - len(bottom) - kept - 1)
    return Laid((*rows, *bottom, *[BLANK] * min(kept, 1), end))


def _scrolled(passage: Sequence[Content], bottom: Sequence[Row], end: Row, width: int, height: int, top: int) -> Laid:
    """The passage without context, as much of it as there is room for."""
    room = max(LEAST, height - len(bottom) - 2)
    unseen = max(0, len(passage) - room)
    shown = passage[min(top, unseen) :][:room]
    hint = Row(Content.styled(_hint(unseen), "$muted").truncate(width, ellipsis=True)) if unseen else BLANK
    rows = [*map(Row, shown), *[hint] * (height - len(shown) - len(bottom) - 1), *bottom]
    return Laid((*rows[: height - 1], end), unseen)


def _hint(unseen: int) -> str:
    said = ngettext("{n} row out of sight: PgDn and PgUp", "{n} rows out of sight: PgDn and PgUp", unseen)
    return f"  ⋮ {said.format(n=unseen)}"


def _shared(above: int, below: int, room: int, most: int) -> tuple[int, int]:
    """How many rows of context stand above and below; above `most`, used or not, if that leaves enough below."""
    before = min(most, room - min(below, room // 2))
    if before < most:
        before = min(before, above)
    return before, min(below, room - before)
