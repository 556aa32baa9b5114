"""A calm table: plain headings, one column that makes do with what others leave, and rows read as they are needed."""

from collections.abc import Iterable, Sequence
from typing import ClassVar, Literal

from rich.segment import Segment
from rich.style import Style
from rich.text import Text
from textual import events
from textual.binding import Binding, BindingType
from textual.cache import LRUCache
from textual.coordinate import Coordinate
from textual.geometry import Region, Size
from textual.message import Message
from textual.strip import Strip

from workbench.i18n import N_
from workbench.tui.widgets.columns import MUTED, Cells, Columns, Heading, cell, columns
from workbench.tui.widgets.reading_on import PAGE, ReadOn
from workbench.tui.widgets.scrolled import Scrolled

__all__ = ["MUTED", "PAGE", "TOP", "Cells", "Heading", "Table", "cell"]

Cursor = Literal["row", "cell"]
TOP = Coordinate(0, 0)
HEAD = 1
"""Lines above the rows."""


class Table(Scrolled, can_focus=True):
    """Shows rows and where one is among them; what `enter` does is the screen's own affair."""

    DEFAULT_CSS = """
    Table { height: 1fr; background: $background; }
    Table > .table--head, Table > .table--muted { color: $muted; }
    Table > .table--cursor { background: $block-cursor-background; color: $block-cursor-foreground; }
    Table > .table--away { background: $panel; color: $foreground; text-style: underline; }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {"table--head", "table--muted", "table--cursor", "table--away"}
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "move(-1, 0)", show=False),
        Binding("down,j", "move(1, 0)", show=False),
        Binding("left", "move(0, -1)", show=False),
        Binding("right", "move(0, 1)", show=False),
        Binding("pageup", "page(-1)", show=False),
        Binding("pagedown", "page(1)", show=False),
        Binding("home,ctrl+home", "first", show=False),
        Binding("end,ctrl+end", "last", show=False),
    ]
    JUMP = "t"
    TITLE = N_("Table")

    class RowHighlighted(Message, namespace="data_table"):
        """The cursor is elsewhere, or on something else."""

        def __init__(self, table: "Table") -> None:
            super().__init__()
            self.data_table = table

        @property
        def control(self) -> "Table":
            return self.data_table

    class Opened(Message):
        """A row was clicked twice: the same as `enter` on it."""

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self.cursor: Cursor = "row"
        self.cursor_coordinate = TOP
        self.columns = Columns()
        """Those that are shown."""
        self._headings: Sequence[Heading] = ()
        self._rows: ReadOn[Cells] = ReadOn()
        self._wide = 0
        """Terminal columns it was filled for."""
        self._painted: LRUCache[int, Strip] = LRUCache(512)
        """Rows without the cursor."""

    @property
    def cursor_row(self) -> int:
        return self.cursor_coordinate.row

    @property
    def row_count(self) -> int:
        """Rows read so far."""
        return len(self._rows)

    def get_row_at(self, row: int) -> list[Text]:
        """The cells that are shown of a row."""
        return [self._rows[row][one.index] for one in self.columns]

    def fill(
        self,
        headings: Sequence[Heading],
        rows: Iterable[Cells],
        *,
        cursor: Cursor = "row",
        at: Coordinate = TOP,
        fixed: int = 0,
    ) -> None:
        """Show these in place of what was shown, with the cursor there, or as near as there are rows."""
        self._headings, self.cursor = headings, cursor
        self._rows = ReadOn(rows, to=at.row)
        self._wide = self.size.width
        self.columns = columns(headings, self._rows, self._wide, fixed)
        self._painted.clear()
        self.cursor_coordinate = self._nearest(at)
        self._stretch()
        self.call_after_refresh(self._show_cursor)
        self.refresh()
        if self.row_count:
            self.post_message(self.RowHighlighted(self))

    def move_cursor(self, *, row: int | None = None, column: int | None = None) -> None:
        """Put the cursor there, or as near as there are rows and columns."""
        before = self.cursor_coordinate
        to = self._nearest(Coordinate(before.row if row is None else row, before.column if column is None else column))
        if to == before:
            return
        self.cursor_coordinate = to
        self._read_on(to.row)
        for one in {before.row, to.row}:
            self.refresh(Region(0, HEAD + one - self.scroll_offset.y, self.size.width, 1))
        self._show_cursor()
        self.post_message(self.RowHighlighted(self))

    def on_resize(self) -> None:
        """Other widths suit another size."""
        if self._wide != self.size.width and self._headings:
            at, fixed = self.cursor_coordinate, self.columns.fixed
            self.fill(self._headings, self._rows.every(), cursor=self.cursor, at=at, fixed=fixed)

    def on_focus(self) -> None:
        self._refresh_cursor()

    def on_blur(self) -> None:
        self._refresh_cursor()

    def notify_style_update(self) -> None:
        super().notify_style_update()
        self._painted.clear()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        super().watch_scroll_y(old_value, new_value)
        if new_value > self.max_scroll_y - self.size.height:
            self._read_on(self.row_count)

    def on_click(self, event: events.Click) -> None:
        row = event.y - HEAD + self.scroll_offset.y
        if event.y < HEAD or row >= self.row_count:
            return
        self.move_cursor(row=row, column=self.columns.under(event.x, self.scroll_offset.x))
        if event.chain == 2:
            self.post_message(self.Opened())

    def render_line(self, y: int) -> Strip:
        width, base = self.scrollable_content_region.width, self.rich_style
        row = y - HEAD + self.scroll_offset.y
        if y < HEAD:
            look = base + Style(color=self.get_component_rich_style("table--head").color)
            strip = Strip([Segment(one.fitted(one.heading.text), look) for one in self.columns])
        elif row >= self.row_count:
            return Strip.blank(width, base)
        elif row == self.cursor_row:
            strip = self._paint(row, base)
        elif (known := self._painted.get(row)) is not None:
            strip = known
        else:
            strip = self._painted[row] = self._paint(row, base)
        if left := self.scroll_offset.x:
            fixed = self.columns.fixed_wide
            strip = Strip.join([strip.crop(0, fixed), strip.crop(fixed + left, left + width)])
        return strip.adjust_cell_length(width, self._lit if row == self.cursor_row and self.cursor == "row" else base)

    @property
    def _lit(self) -> Style:
        """What the cursor is on."""
        return self.get_component_rich_style("table--cursor" if self.has_focus else "table--away")

    def _paint(self, row: int, base: Style) -> Strip:
        here, lit, segments = row == self.cursor_row, self._lit, []
        for number, one in enumerate(self.columns):
            text = self._rows[row][one.index]
            style = self._look(str(text.style))
            if here and (self.cursor == "row" or number == self.cursor_coordinate.column):
                style = style.without_color + lit
            segments.append(Segment(one.fitted(text.plain), base + style))
        return Strip(segments)

    def _look(self, style: str) -> Style:
        if style == MUTED:
            return Style(color=self.get_component_rich_style("table--muted").color)
        return Style.parse(style)

    def action_move(self, rows: int, columns: int) -> None:
        at = self.cursor_coordinate
        self.move_cursor(row=at.row + rows, column=at.column + columns)

    def action_page(self, pages: int) -> None:
        self.move_cursor(row=self.cursor_row + pages * max(1, self.scrollable_content_region.height - HEAD - 1))

    def action_first(self) -> None:
        self.move_cursor(row=0)

    def action_last(self) -> None:
        """The last row that was read: where there are more, they are read now."""
        self.move_cursor(row=self.row_count - 1)

    def _nearest(self, at: Coordinate) -> Coordinate:
        row = max(0, min(at.row, self.row_count - 1))
        return Coordinate(row, max(0, min(at.column, len(self.columns) - 1)))

    def _stretch(self) -> None:
        self.stretch(Size(self.columns.wide, HEAD + self.row_count))

    def _read_on(self, row: int) -> None:
        if self._rows.near(row):
            self._stretch()

    def _refresh_cursor(self) -> None:
        self.refresh(Region(0, HEAD + self.cursor_row - self.scroll_offset.y, self.size.width, 1))

    def _show_cursor(self) -> None:
        """Keep the cursor in sight; past an edge a third of the rows comes along: most keys paint little."""
        width, height = self.scrollable_content_region.size
        (left, top), rows = self.scroll_offset, height - HEAD
        if rows < 1 or not self.columns:
            return
        row, column = self.cursor_coordinate
        if row < top:
            top = row - rows // 3
        elif row >= top + rows:
            top = row - rows + 1 + rows // 3
        top = max(0, min(top, self.row_count - rows))
        left = self.columns.scrolled_to(column, left, width) if self.cursor == "cell" else 0
        if (left, top) != self.scroll_offset:
            self.scroll_to(left, top, animate=False, immediate=True)
