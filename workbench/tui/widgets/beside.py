"""Beside the text: what stands at the cursor, what is suggested there and why, what was noted, which key is which."""

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.content import Content
from textual.message import Message

from workbench.i18n import N_, _
from workbench.model import Level
from workbench.terminal import safe
from workbench.tui.actions import Action, bindings
from workbench.tui.widgets.page import ReadingPage
from workbench.workflow.explain import Explained, LineKind

ACTIONS = (
    Action("beside.text", ("escape", "enter"), N_("Back to the text"), footer=True),
    Action("beside.down", ("down", "pagedown"), N_("Further down")),
    Action("beside.up", ("up", "pageup"), N_("Further up")),
)
HERE = "› "
"""Before the one that the keys are about."""
WHY_ROWS = 2
"""Rows of each reason for a suggestion."""


@dataclass(frozen=True, slots=True)
class CodedHere:
    """A coding at the cursor, in words."""

    letter: str
    hue: int
    name: str
    marks: str
    memos: Sequence[str] = ()
    at_hand: bool = False
    """It is the one that keys change."""


@dataclass(frozen=True, slots=True)
class SuggestedHere:
    """A suggestion for the passage at the cursor, in words."""

    name: str
    level: Level
    answered: bool
    at_hand: bool = False
    """It is the one that is accepted and rejected."""
    why: Explained | None = None


@dataclass(frozen=True, slots=True)
class About:
    """All that stands beside the text."""

    codings: Sequence[CodedHere] = ()
    suggestions: Sequence[SuggestedHere] = ()
    memos: Sequence[str] = ()
    """On the passage and the source."""
    next: str = ""
    """What the next coding says beside its code; empty when nothing was chosen for it."""
    pins: Sequence[str] = ()
    """Names of the codes on the digits."""


class Beside(ReadingPage, inherit_bindings=False):
    """The side pane. While the cursor moves only the rows are painted that are not as they were."""

    DEFAULT_CSS = """
    Beside { background: $background; padding: 0 1; }
    Beside:focus { background: $panel; padding: 0 1; }
    """
    SCOPE: ClassVar[str] = "beside"
    JUMP: ClassVar[str] = "b"
    TITLE: ClassVar[str] = N_("Beside the text")
    BINDINGS = bindings(ACTIONS)

    class Left(Message):
        """One wants back to the text."""

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self._about = About()
        self._written = True
        """Whether that is what is shown."""

    def tell(self, about: About, *, always: bool = False) -> None:
        """Show this, in the language spoken now; of what one key has told only the last is worth writing."""
        if always or about != self._about:
            self._about = about
            if self._written:
                self._written = False
                self.call_next(self._write)

    def on_resize(self) -> None:
        self._write()

    def _write(self) -> None:
        self._written = True
        if self.size.width:
            self.show(Content("\n").join(written(self._about, self.size.width)))

    def action_text(self) -> None:
        self.post_message(self.Left())

    def action_down(self) -> None:
        self.turn(1)

    def action_up(self) -> None:
        self.turn(-1)


def written(about: About, width: int) -> list[Content]:
    """The lines of it, for so many columns."""
    lines: list[Content] = []

    def part(heading: str, *rows: Content) -> None:
        if rows:
            lines.extend(([Content("")] if lines else []) + [Content.styled(heading, "bold $primary"), *rows])

    if about.next:
        part(_("Next coding"), Content.assemble(("  " + safe(about.next), "bold")))
    nothing = Content.styled("  " + _("no coding"), "$muted")
    part(_("At the cursor"), *([row for one in about.codings for row in _coding(one)] or [nothing]))
    rows = [row for one in about.suggestions for row in _suggestion(one, width)]
    if not rows:
        rows = [Content.styled("  " + _("nothing"), "$muted")]
    part(_("Suggested"), *rows)
    part(_("Memos"), *(_memo(body) for body in about.memos))
    pins = [f"{digit} {safe(name)}" for digit, name in enumerate(about.pins, 1) if name]
    part(_("Keys"), *(Content.assemble((pin[:1], "bold $primary"), (_cut(pin[1:], width - 1), "")) for pin in pins))
    return lines


def _coding(one: CodedHere) -> list[Content]:
    head = Content.assemble(
        (HERE if one.at_hand else "  ", "bold"),
        (one.letter, f"bold $lane-{one.hue}"),
        (f" {safe(one.name)}", "bold" if one.at_hand else ""),
    )
    return [head, Content.styled(f"    {safe(one.marks)}", "$muted"), *(_memo(body) for body in one.memos)]


def _suggestion(one: SuggestedHere, width: int) -> list[Content]:
    level = _("answered") if one.answered else one.level.label
    head = Content.assemble(
        (HERE if one.at_hand else "  ", "bold"),
        (safe(one.name), "$muted" if one.answered else "bold" if one.at_hand else ""),
        (f" – {level}", "$muted"),
    )
    if one.why is None or not one.at_hand:
        return [head]
    return [head, *(Content.styled(row, "$muted") for row in _reasons(one.why, width))]


def _reasons(why: Explained, width: int) -> list[str]:
    """What speaks for a suggestion: the codebook's line and the nearest quote, a few rows each."""
    frames = {
        LineKind.KEYWORD: _("codebook: “{text}”"),
        LineKind.EXAMPLE: _("codebook, example: “{text}”"),
        LineKind.INCLUDE: _("codebook, belongs here: “{text}”"),
        LineKind.DEFINITION: _("codebook, definition: “{text}”"),
    }
    said = []
    if why.line_kind is not None:
        said.append(frames[why.line_kind].format(text=safe(" ".join(why.line.split()))))
    if why.quote:
        where = f"{safe(why.quote_municipality)}, {safe(why.quote_source)}"
        said.append(_("like: “{text}” ({where})").format(text=safe(" ".join(why.quote.split())), where=where))
    rows: list[str] = []
    for one in said:
        wrapped = textwrap.wrap(one, width - 4, max_lines=WHY_ROWS, placeholder=" …")
        rows.extend(f"    {row}" for row in wrapped)
    return rows


def _memo(body: str) -> Content:
    return Content.assemble(("  ✎ ", "bold"), (" ".join(safe(line) for line in body.split("\n")), "italic"))


def _cut(text: str, width: int) -> str:
    return text if len(text) <= width else text[: width - 1] + "…"
