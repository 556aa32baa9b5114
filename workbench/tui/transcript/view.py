"""The transcript on the screen: a whole source in one widget that paints only the rows that changed.

Measured: an editor widget costs a hundred milliseconds a key in a source of twenty thousand turns, a widget for each
turn ten seconds to show. Here a key repaints two rows. Cursor and selection are the view's own, so keyboard and mouse
share them; every offset and place is in code points of the source's text.
"""

from collections.abc import Iterable
from typing import ClassVar, Protocol

from textual.binding import BindingType
from textual.geometry import Size

from workbench.i18n import N_
from workbench.model import Place
from workbench.terminal import safe
from workbench.tui.actions import bindings
from workbench.tui.transcript.acting import ACTIONS
from workbench.tui.transcript.document import Document
from workbench.tui.transcript.gutter import Gutter
from workbench.tui.transcript.ink import CSS, EVERY
from workbench.tui.transcript.lanes import Coded, Lanes
from workbench.tui.transcript.pointing import Pointing
from workbench.tui.transcript.selection import Selection
from workbench.tui.transcript.stretches import Stretches
from workbench.tui.transcript.surface import empty
from workbench.tui.transcript.units import Units
from workbench.tui.transcript.wrap import Wrap

_FEW = 200
"""Places; rows of so many are found one by one when they change, of more all are painted anew."""


class Numbered(Protocol):
    """A passage: its number and its place."""

    @property
    def number(self) -> int: ...
    @property
    def place(self) -> Place: ...


class TranscriptView(Pointing, can_focus=True, inherit_bindings=False):
    """Shows a source, its codings, evidence and hits; moves a cursor and a selection; says where they are."""

    SCOPE: ClassVar[str] = "text"
    JUMP: ClassVar[str] = "t"
    TITLE: ClassVar[str] = N_("Text")
    ALLOW_SELECT = False
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(ACTIONS)]
    COMPONENT_CLASSES: ClassVar[set[str]] = EVERY
    DEFAULT_CSS = CSS

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.show(Document("", ()))

    def show(
        self, document: Document, codings: Iterable[Coded] = (), passages: Iterable[Numbered] = (), *, cursor: int = 0
    ) -> None:
        """Show another source, the cursor at an offset. `passages` are in order."""
        known = list(passages)
        self._numbers = [one.number for one in known]
        self._passages = Stretches((one.place.start, one.place.end) for one in known)
        self.document = document
        self.units = Units(document)
        self._settle(Selection(document.start_of(cursor)))
        self._column = 0
        self._sheet = empty(document, Lanes(document, codings))
        self._laid_for = -1
        if self.is_mounted:
            self._lay()

    def set_codings(self, codings: Iterable[Coded]) -> None:
        """Show these codings and no others."""
        self._sheet.lanes = Lanes(self.document, codings)
        self._all_anew()

    def add_coding(self, one: Coded) -> None:
        """Show one more coding, or another in place of the one with its id."""
        if one.id in self._sheet.lanes:
            self._forget(self._sheet.lanes[one.id].place)
        self._sheet.lanes.add(one)
        self._forget(one.place)

    def remove_coding(self, id: str) -> None:
        """Show a coding no longer. Raises KeyError."""
        self._forget(self._sheet.lanes.remove(id).place)

    def codings_at(self, offset: int) -> tuple[Coded, ...]:
        """The codings that hold an offset, by lane."""
        return tuple(one for _lane, one in self._sheet.lanes.within(offset, offset + 1))

    def focus_code(self, code: str | None) -> None:
        """Tint only the places of this code; with None, every coded place."""
        if self._sheet.focus != (code or ""):
            self._sheet.focus = code or ""
            self._all_anew()

    def highlight(self, places: Iterable[Place]) -> None:
        """Mark the words that speak for a suggestion; none takes the marks away."""
        before, self._sheet.evidence = self._sheet.evidence, Stretches.of(places)
        self._changed(before, self._sheet.evidence)

    def show_hits(self, places: Iterable[Place]) -> None:
        """Mark what was searched for; none takes the marks away."""
        before, self._sheet.hits = self._sheet.hits, Stretches.of(places)
        self._changed(before, self._sheet.hits)

    @property
    def hits(self) -> Stretches:
        """What was searched for, where it stands."""
        return self._sheet.hits

    def chosen_text(self) -> str:
        """The words that are chosen or, where nothing is, the sentence at the cursor; safe to paste."""
        return "\n".join(safe(line) for line in self.here.of(self.document.text).split("\n"))

    def action_copy(self) -> None:
        self.app.copy_to_clipboard(self.chosen_text())

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """`escape` goes on to whoever else wants it when nothing is chosen."""
        return self.selection_now.anchor is not None if action == "clear" else True

    def on_resize(self) -> None:
        self._lay()

    def _lay(self) -> None:
        """Break rows anew when the width is another; the cursor keeps its height on the screen."""
        width = self.scrollable_content_region.width
        if width == self._laid_for or width <= 0:
            self._reveal()
            return
        fresh = self._laid_for < 0
        height = self.wrap.row_at(self.cursor) - self.scroll_offset.y
        self._laid_for = width
        sheet = self._sheet
        sheet.gutter = Gutter.of(self.document, width)
        sheet.wrap = Wrap(self.document, sheet.gutter.text)
        self._strips.clear()
        self.virtual_size = Size(width, len(sheet.wrap))
        self._column = sheet.wrap.column(self.cursor)
        row = sheet.wrap.row_at(self.cursor)
        rows = self.scrollable_content_region.height
        above = rows // 3 if fresh else max(0, min(height, rows - 1))
        self.scroll_to(y=row - above, animate=False, immediate=True, force=True)
        self.refresh()

    def _changed(self, *several: Stretches) -> None:
        if sum(map(len, several)) > _FEW:
            self._all_anew()
            return
        for places in several:
            for index in range(len(places)):
                self._forget(places[index])
