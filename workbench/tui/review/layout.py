"""How a passage is laid out for review: its context above and below, what is suggested for it at the bottom.

Everything keeps its place from passage to passage where there is room. Where there is little, the context gives way
first, then the reasons of suggestions that are not chosen; at last the passage is scrolled.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from textual.content import Content

from workbench.i18n import _, ngettext
from workbench.model import Level, Place
from workbench.store import Quote
from workbench.terminal import safe
from workbench.tui.coding import PLAIN, Marks
from workbench.tui.desk import Desk
from workbench.tui.review.sitting import Sitting
from workbench.tui.transcript import Document, Wrap
from workbench.workflow.grounds import grounds, reason
from workbench.workflow.review import Item, Line

MEASURE = 100
"""Columns of text; longer lines are hard to read."""
TALL = 36
"""Rows that are used at most: eyes go from the passage to its suggestions all day."""
ABOVE = 0.28
"""The part of the height that the context above takes at most."""
USUAL = 3
"""Suggestions that room is kept for."""
KEPT = 4
"""Rows of context that go before that room, and before what the codebook and others say."""
CONTEXT = 700
"""Code points of a turn that are context at most: the end of one before, the beginning of one after."""
LEAST = 3
"""Rows of the passage that are always in sight."""
BAR, CHOSEN, INDENT = "▌ ", "›", " " * 5


@dataclass(frozen=True, slots=True)
class Row:
    """A row, and the suggestion (from 0) that it belongs to, if any."""

    said: Content
    suggestion: int | None = None


BLANK = Row(Content(""))


@dataclass(frozen=True, slots=True)
class Laid:
    """All rows, and how many rows of the passage are out of sight."""

    rows: tuple[Row, ...]
    unseen: int = 0


def laid_out(
    sitting: Sitting, one: Item, desk: Desk, width: int, height: int, *, top: int = 0, brief: bool = True
) -> Laid:
    """A passage in so many cells; `top` is the first row of it that is in sight, where not all of it can be.

    `brief` leaves out what else speaks for a suggestion: that stands elsewhere.
    """
    width, height = min(width, MEASURE), min(height, TALL)
    passage = _passage(sitting, one, width)
    bottom, end = _bottom(sitting, one, desk, width, height - min(len(passage), LEAST)), _next(sitting.marks, width)
    if not brief:
        bottom = _with_grounds(sitting, one, bottom, width, height - len(passage) - len(bottom) - KEPT - 3)
    context = height - len(passage) - len(bottom) - 4
    missing = min(max(0, 1 + 2 * USUAL - len(bottom)), max(0, context - KEPT))
    bottom, context = [*bottom, *[BLANK] * missing], context - missing
    if context <= 0:
        room = max(LEAST, height - len(bottom) - 2)
        unseen = max(0, len(passage) - room)
        shown = passage[min(top, unseen) :][:room]
        hint = Row(_cut(Content.styled(f"  ⋮ {_out_of_sight(unseen)}", "$muted"), width)) if unseen else BLANK
        rows = [*map(Row, shown), *[hint] * (height - len(shown) - len(bottom) - 1), *bottom]
        return Laid((*rows[: height - 1], end), unseen)
    above = [Row(row) for line in one.before for row in _context(line, width, end=True)]
    below = [Row(row) for line in one.after for row in _context(line, width, end=False)]
    before, after = _shared(len(above), len(below), context, round(height * ABOVE))
    rows = [*[BLANK] * (before - len(above)), *above[max(0, len(above) - before) :], BLANK]
    rows += [*map(Row, passage), BLANK, *below[:after]]
    return Laid((*rows, *[BLANK] * (height - len(rows) - len(bottom) - 1), *bottom, end))


def _out_of_sight(rows: int) -> str:
    said = ngettext("{n} row out of sight: PgDn and PgUp", "{n} rows out of sight: PgDn and PgUp", rows)
    return said.format(n=rows)


def _shared(above: int, below: int, room: int, most: int) -> tuple[int, int]:
    """How many rows of context stand above and below; above `most`, used or not, if that leaves enough below."""
    before = min(most, room - min(below, room // 2))
    if before < most:
        before = min(before, above)
    return before, min(below, room - before)


def wrapped(text: str, width: int) -> list[str]:
    """The rows of a text, safe to show, in so many cells."""
    document = Document(text, ())
    wrap = Wrap(document, width)
    return [document.shown[start:end] for start, end in zip(wrap.starts, wrap.ends, strict=True)]


def _context(line: Line, width: int, *, end: bool) -> list[Content]:
    text = line.text
    if len(text) > CONTEXT:
        text = f"… {text[-CONTEXT:].split(' ', 1)[-1]}" if end else f"{text[:CONTEXT].rsplit(' ', 1)[0]} …"
    said = f"{line.speaker}: {text}" if line.speaker else text
    style = "italic $muted" if line.interviewer else "$muted"
    return [Content.styled("  " + row, style) for row in wrapped(said, width - 3)]


def _passage(sitting: Sitting, one: Item, width: int) -> list[Content]:
    """The passage with a bar beside it; the words that carried suggestions marked, those of the chosen one most."""
    lead = f"{one.passage.speaker}: " if one.passage.speaker else ""
    document = Document(lead + one.passage.text, ())
    shown = () if sitting.hidden else one.shown
    carried = [
        (evidence.place.shifted(len(lead)), at == sitting.chosen)
        for at, each in enumerate(shown)
        for evidence in each.suggestion.evidence
    ]
    wrap = Wrap(document, width - len(BAR) - 1)
    edges = sorted({len(lead), *(edge for place, _chosen in carried for edge in (place.start, place.end))})
    rows = []
    for start, end in zip(wrap.starts, wrap.ends, strict=True):
        cuts = [start, *(edge for edge in edges if start < edge < end), end]
        parts = [(document.shown[a:b], _style(a, len(lead), carried)) for a, b in pairwise(cuts)]
        filled = " " * max(0, width - len(BAR) - document.cells(start, end))
        rows.append(Content.assemble((BAR, "$accent on $surface"), *parts, (filled, "on $surface")))
    return rows


def _style(at: int, lead: int, carried: Sequence[tuple[Place, bool]]) -> str:
    if at < lead:
        return "bold $primary on $surface"
    here = [chosen for place, chosen in carried if place.start <= at < place.end]
    if any(here):
        return "bold underline $foreground on $evidence"
    return "underline $foreground on $surface" if here else "$foreground on $surface"


def _heading(sitting: Sitting, one: Item) -> str:
    if sitting.hidden:
        return _("Blind: suggestions are hidden until you have decided.")
    if one.shown:
        return _("Suggested")
    if "suggest" not in one.source.consent:
        return _("No suggestion: the consent does not cover it.")
    return _("No suggestion.") if sitting.was_read else _("Not read for suggestions yet: f has that done.")


def _bottom(sitting: Sitting, one: Item, desk: Desk, width: int, room: int) -> list[Row]:
    """What is suggested, and what this person has said; reasons of all suggestions if there is room for them."""
    heading = Row(_cut(Content.styled(_heading(sitting, one), "bold $primary"), width))
    own = [Row(_cut(said, width)) for said in _own(sitting, one, desk)]
    shown = () if sitting.hidden else one.shown
    blocks = [_suggested(sitting, one, desk, at, width) for at in range(len(shown))]
    if 2 * len(blocks) + len(own) + 3 > room:
        blocks = [block if at == sitting.chosen else block[:1] for at, block in enumerate(blocks)]
    return [heading, *(Row(row, at) for at, block in enumerate(blocks) for row in block), *own]


def _cut(said: Content, width: int) -> Content:
    return said.truncate(width, ellipsis=True)


def _suggested(sitting: Sitting, one: Item, desk: Desk, at: int, width: int) -> list[Content]:
    """A suggestion in two rows: what and what was answered, and why."""
    shown = one.shown[at]
    code, low = shown.suggestion.code, shown.suggestion.level is Level.LOW
    answer, style = "", ""
    if own := [coding for coding in one.codings if coding.code == code]:
        answer, style = "  ✓ " + ", ".join(_marked(coding) for coding in own), "bold $success"
    elif code in sitting.answered:
        answer, style = "  ✗ " + _("rejected"), "bold $error"
    name = Content.assemble(
        (CHOSEN if at == sitting.chosen else " ", "bold $accent"),
        (f" {at + 1}", "bold $primary"),
        (f"  {safe(desk.name(code))}", "$muted" if low else "bold"),
        (f"  {safe(code)}", "$muted"),
        (answer, style),
    )
    why = Content.styled(INDENT + reason(shown, sitting.explained[at] if sitting.explained else None), "$muted")
    return [_cut(name, width), _cut(why, width)]


def _with_grounds(sitting: Sitting, one: Item, bottom: Sequence[Row], width: int, room: int) -> list[Row]:
    """The rows with what else speaks for each suggestion under it, in so many rows in all."""
    if sitting.explained is None or sitting.hidden:
        return list(bottom)
    more = grounds(one.passage.text, sitting.explained, width - len(INDENT), max(0, room))
    rows: list[Row] = []
    for row, following in zip(bottom, [*bottom[1:], BLANK], strict=True):
        rows.append(row)
        if row.suggestion is not None and row.suggestion != following.suggestion:
            said = (Content.styled(INDENT + line, "$muted") for line in more[row.suggestion])
            rows += [Row(line, row.suggestion) for line in said]
    return rows


def _own(sitting: Sitting, one: Item, desk: Desk) -> list[Content]:
    """What this person has said here that no suggestion says."""
    suggested = set() if sitting.hidden else {each.suggestion.code for each in one.shown}
    if one.decided and not one.codings and not suggested & sitting.answered:
        return [Content.assemble(("  ✓  ", "bold $success"), _("You decided here: no code."))]
    return [
        Content.assemble(
            ("  ✓  ", "bold $success"),
            (safe(desk.name(coding.code)), "bold"),
            (f"  {safe(coding.code)}", "$muted"),
            (f"  {_marked(coding)}", "bold $success"),
        )
        for coding in one.codings
        if coding.code not in suggested
    ]


def _marked(coding: Quote) -> str:
    return Marks(coding.valence, coding.strength, coding.doubt, coding.contrary).said


def _next(marks: Marks, width: int) -> Row:
    said = _("The next coding: {marks}").format(marks=marks.said)
    return Row(_cut(Content.styled(said, "$muted" if marks == PLAIN else "bold $accent"), width))
