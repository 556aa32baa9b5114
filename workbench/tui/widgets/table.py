"""A calm table: plain headings, one column that makes do with what others leave, and rows read as they are needed."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice
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
LEAST = 8
"""Cells of a column that must give way."""
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
        self._headings: Sequence[Heading] = ()
        self._kept: list[int] = []
        """The columns that are shown."""
        self._read: list[Cells] = []
        self._rest: Iterator[Cells] = iter(())
        self._wide = 0
        """Cells it was filled for."""

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
        self._wide = self.size.width
        self._headings = headings
        self._rest = iter(rows)
        self._read = list(islice(self._rest, at.row + 1 + PAGE))
        self._kept = [c for c, heading in enumerate(headings) if not (heading.spare and self._wide < NARROW)]
        widths = self._widths()
        for column in self._kept:
            heading = headings[column]
            label = Text(heading.text, justify="right" if heading.right else "left", no_wrap=True, overflow="ellipsis")
            self.add_column(label, width=widths[column])
        for one in self._read:
            self._show(one)
        if self._read:
            self.move_cursor(row=min(at.row, self.row_count - 1), column=min(at.column, len(widths) - 1), animate=False)

    def on_resize(self) -> None:
        """Other widths suit another size."""
        if self._wide != self.size.width and self._headings:
            self.fill(
                self._headings,
                chain(self._read, self._rest),
                cursor="cell" if self.cursor_type == "cell" else "row",
                at=self.cursor_coordinate,
                fixed=self.fixed_columns,
            )

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
            page = list(islice(self._rest, PAGE))
            self._read += page
            for one in page:
                self._show(one)

    def _show(self, one: Cells) -> None:
        self.add_row(*(one[column] for column in self._kept))

    def _widths(self) -> dict[int, int]:
        """Cells by column: what it needs, up to its share; columns that grow divide what the others leave."""
        widths = {}
        for column in self._kept:
            heading = self._headings[column]
            needs = max([cell_len(heading.text), *(cell_len(one[column].plain) for one in self._read)])
            widths[column] = min(needs, max(LEAST, int(heading.share * self._wide))) if heading.share < 1 else needs
        growing = sorted((c for c in self._kept if self._headings[c].grows), key=lambda column: widths[column])
        left = self._wide - SCROLLBAR - 2 * self.cell_padding * len(widths)
        left -= sum(width for column, width in widths.items() if column not in growing)
        for index, column in enumerate(growing):
            widths[column] = min(widths[column], max(LEAST, left // (len(growing) - index)))
            left -= widths[column]
        return widths
