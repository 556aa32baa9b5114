"""A calm table: plain headings, one column that makes do with what the others leave, and rows read as they are needed."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import ClassVar, Literal

from rich.cells import cell_len
from rich.text import Text
from textual import events
from textual.binding import Binding, BindingType
from textual.coordinate import Coordinate
from textual.message import Message
from textual.widgets import DataTable

from workbench.i18n import N_
from workbench.terminal import safe

Cells = Sequence[Text]
PAGE = 100
"""Rows read at once."""
TOP = Coordinate(0, 0)
NARROW = 100
"""Cells: in fewer, columns that can be spared are."""
SCROLLBAR = 1
"""Cells: room for one, whether or not it is needed."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A column's heading, in the language spoken."""

    text: str
    right: bool = False
    """Numbers stand to the right."""
    grows: bool = False
    """It takes the width it needs, of that which the others leave."""
    share: float = 1.0
    """Of the table's width, what it takes at most."""
    spare: bool = False
    """Left out of a narrow table."""


def cell(text: object, style: str = "", *, right: bool = False) -> Text:
    """A cell of one line; text from data in it is made safe."""
    return Text(safe(str(text)), style, justify="right" if right else "left", no_wrap=True, overflow="ellipsis")


class Table(DataTable[Text], inherit_bindings=False):
    """Shows rows and where one is among them; what `enter` does is the screen's own affair."""

    DEFAULT_CSS = """
    Table, Table:focus { height: 1fr; background: $background; background-tint: transparent; }
    Table > .datatable--fixed { background: $background; color: $foreground; }
    Table > .datatable--header { background: $background; color: $muted; text-style: none; }
    Table > .datatable--hover { background: $panel; }
    Table:blur > .datatable--cursor { background: $panel; color: $foreground; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "cursor_up", show=False),
        Binding("down,j", "cursor_down", show=False),
        Binding("left", "cursor_left", show=False),
        Binding("right", "cursor_right", show=False),
        Binding("pageup", "page_up", show=False),
        Binding("pagedown", "page_down", show=False),
        Binding("home,ctrl+home", "scroll_top", show=False),
        Binding("end,ctrl+end", "scroll_bottom", show=False),
    ]
    JUMP = "t"
    TITLE = N_("Table")

    class Opened(Message):
        """A row was clicked twice: the same as `enter` on it."""

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id, cursor_foreground_priority="renderable", cell_padding=1)
        self._rest: Iterator[Cells] = iter(())

    def fill(
        self,
        headings: Sequence[Heading],
        rows: Iterable[Cells],
        *,
        cursor: Literal["row", "cell"] = "row",
        at: Coordinate = TOP,
        fixed: int = 0,
    ) -> None:
        """Show these in place of what was shown, with the cursor there, or as near as there are rows."""
        self.clear(columns=True)
        self.fixed_columns = fixed
        self.cursor_type = cursor
        self._rest = iter(rows)
        if self.size.width < NARROW:
            kept = [column for column, heading in enumerate(headings) if not heading.spare]
            headings = [headings[column] for column in kept]
            self._rest = ([one[column] for column in kept] for one in rows)
        first = list(islice(self._rest, max(PAGE, at.row + 1 + PAGE)))
        for heading, width in zip(headings, self._widths(headings, first), strict=True):
            label = Text(heading.text, justify="right" if heading.right else "left", no_wrap=True)
            self.add_column(label, width=width)
        for one in first:
            self.add_row(*one)
        if first:
            self.move_cursor(row=min(at.row, len(first) - 1), column=min(at.column, len(headings) - 1), animate=False)

    def on_data_table_row_highlighted(self) -> None:
        self._read_on()

    def on_data_table_cell_highlighted(self) -> None:
        self._read_on()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        super().watch_scroll_y(old_value, new_value)
        if new_value > self.max_scroll_y - self.size.height:
            self._read_on(self.row_count)

    def on_click(self, event: events.Click) -> None:
        if event.chain == 2:
            self.post_message(self.Opened())

    def _read_on(self, row: int | None = None) -> None:
        """Read another page where the cursor, or this row, comes near the end of what was read."""
        if (self.cursor_row if row is None else row) > self.row_count - PAGE // 2:
            for one in islice(self._rest, PAGE):
                self.add_row(*one)

    def _widths(self, headings: Sequence[Heading], rows: Sequence[Cells]) -> list[int]:
        wanted = [
            max([cell_len(heading.text), *(cell_len(one[column].plain) for one in rows)])
            for column, heading in enumerate(headings)
        ]
        wanted = [
            max(8, min(width, int(heading.share * self.size.width))) if heading.share < 1 else width
            for heading, width in zip(headings, wanted, strict=True)
        ]
        padding = 2 * self.cell_padding * len(headings) + SCROLLBAR
        growing = [column for column, heading in enumerate(headings) if heading.grows]
        for column in growing:
            left = self.size.width - padding - sum(width for other, width in enumerate(wanted) if other != column)
            wanted[column] = max(min(wanted[column], left), 10)
        return wanted
