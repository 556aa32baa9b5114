"""What is suggested for a passage, and what this person has said of it, as rows."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from textual.content import Content

from workbench.i18n import _
from workbench.model import Level
from workbench.store import Quote
from workbench.terminal import safe
from workbench.tui.coding import PLAIN, Marks
from workbench.tui.review.case import Case
from workbench.workflow.grounds import grounds, reason

CHOSEN, INDENT = "›", " " * 5

Named = Callable[[str], str]
"""A code's name in the language spoken now."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row, and the suggestion (from 0) that it belongs to, if any."""

    said: Content
    suggestion: int | None = None


BLANK = Row(Content(""))


def suggested_rows(one: Case, name: Named, width: int, room: int) -> list[Row]:
    """A heading, the suggestions and what this person said besides.

    Why each is suggested stands below it where there is `room` for so many rows, else only below the chosen one.
    """
    heading = Row(_cut(Content.styled(_heading(one), "bold $primary"), width))
    own = [Row(_cut(said, width)) for said in _own(one, name)]
    blocks = [_suggested(one, name, at, width) for at in range(len(one.in_sight))]
    if 2 * len(blocks) + len(own) + 3 > room:
        blocks = [block if at == one.chosen else block[:1] for at, block in enumerate(blocks)]
    return [heading, *(Row(row, at) for at, block in enumerate(blocks) for row in block), *own]


def with_grounds(one: Case, rows: Sequence[Row], width: int, room: int) -> list[Row]:
    """The rows, and under each suggestion what else speaks for it, in so many more rows in all."""
    if one.explained is None or one.hidden:
        return list(rows)
    more = grounds(one.item.passage.text, one.explained, width - len(INDENT), max(0, room))
    found: list[Row] = []
    for row, following in zip(rows, [*rows[1:], BLANK], strict=True):
        found.append(row)
        if row.suggestion is not None and row.suggestion != following.suggestion:
            said = (Content.styled(INDENT + line, "$muted") for line in more[row.suggestion])
            found += [Row(line, row.suggestion) for line in said]
    return found


def next_row(marks: Marks, width: int) -> Row:
    """What the next coding says beside its code."""
    said = _("The next coding: {marks}").format(marks=marks.said)
    return Row(_cut(Content.styled(said, "$muted" if marks == PLAIN else "bold $accent"), width))


def _heading(one: Case) -> str:
    if one.hidden:
        return _("Blind: suggestions are hidden until you have decided.")
    if one.shown:
        return _("Suggested")
    if "suggest" not in one.item.source.consent:
        return _("No suggestion: the consent does not cover it.")
    return _("No suggestion.") if one.read else _("Not read for suggestions yet: f has that done.")


def _suggested(one: Case, name: Named, at: int, width: int) -> list[Content]:
    """A suggestion in two rows: what and what was answered, and why."""
    shown = one.shown[at]
    code, low = shown.suggestion.code, shown.suggestion.level is Level.LOW
    answer, style = "", ""
    if own := [coding for coding in one.item.codings if coding.code == code]:
        answer, style = "  ✓ " + ", ".join(_marked(coding) for coding in own), "bold $success"
    elif code in one.answered:
        answer, style = "  ✗ " + _("rejected"), "bold $error"
    head = Content.assemble(
        (CHOSEN if at == one.chosen else " ", "bold $accent"),
        (f" {at + 1}", "bold $primary"),
        (f"  {safe(name(code))}", "$muted" if low else "bold"),
        (f"  {safe(code)}", "$muted"),
        (answer, style),
    )
    why = Content.styled(INDENT + reason(shown, one.explained[at] if one.explained else None), "$muted")
    return [_cut(head, width), _cut(why, width)]


def _own(one: Case, name: Named) -> list[Content]:
    """What this person has said here that no suggestion in sight says."""
    suggested = {each.suggestion.code for each in one.in_sight}
    if one.item.decided and not one.item.codings and not suggested & one.answered:
        return [Content.assemble(("  ✓  ", "bold $success"), _("You decided here: no code."))]
    return [
        Content.assemble(
            ("  ✓  ", "bold $success"),
            (safe(name(coding.code)), "bold"),
            (f"  {safe(coding.code)}", "$muted"),
            (f"  {_marked(coding)}", "bold $success"),
        )
        for coding in one.item.codings
        if coding.code not in suggested
    ]


def _marked(coding: Quote) -> str:
    return Marks(coding.valence, coding.strength, coding.doubt, coding.contrary).said


def _cut(said: Content, width: int) -> Content:
    return said.truncate(width, ellipsis=True)
