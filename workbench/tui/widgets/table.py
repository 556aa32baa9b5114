"""A calm table: plain headings, one column that makes do with what others leave, and rows read as they are needed."""

from collections.abc import Iterable, Sequence
from typing import ClassVar, Literal

from rich.segment import Segment
from rich.style import Style
from rich.text import Text
from textual import events
from textual.binding import Binding, BindingType
from textual.coordinate import Coordinate
from textual.geometry import Size
from textual.strip import Strip

from workbench.i18n import N_
from workbench.tui.widgets.columns import MUTED, Cells, Columns, Heading, cell, columns
from workbench.tui.widgets.entries import Entries
from workbench.tui.widgets.reading_on import PAGE, ReadOn

__all__ = ["MUTED", "PAGE", "TOP", "Cells", "Heading", "Table", "cell"]

Cursor = Literal["row", "cell"]
TOP = Coordinate(0, 0)


class Table(Entries):
    """Shows rows and where one is among them; what `enter` does is the screen's own affair."""

    DEFAULT_CSS = """
    Table > .table--head { color: $muted; }
    Table > .entries--away { text-style: underline; }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {"table--head"}
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "across(-1)", show=False),
        Binding("right", "across(1)", show=False),
    ]
    HEAD = 1
    JUMP = "t"
    TITLE = N_("Table")

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self.cursor: Cursor = "row"
        self.column = 0
        """Number of the column one is in, of those that are shown."""
        self.columns = Columns()
        """Those that are shown."""
        self._headings: Sequence[Heading] = ()
        self._rows: ReadOn[Cells] = ReadOn()
        self._filled_for = 0
        """Terminal columns."""

    @property
    def cursor_coordinate(self) -> Coordinate:
        """Row and column one is in."""
        return Coordinate(self.chosen, self.column)

    @property
    def count(self) -> int:
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
        self._filled_for = self.size.width
        self.columns = columns(headings, self._rows, self._filled_for, fixed)
        self.column = self._nearest(at.column)
        self._stretch()
        self.begin(at.row)
        if self.count:
            self.post_message(self.Chosen(self))

    def choose(self, entry: int) -> None:
        self._read_on(entry)
        super().choose(entry)

    def move_to(self, column: int) -> None:
        """Go to this column, or the nearest there is."""
        before, self.column = self.column, self._nearest(column)
        if self.column != before:
            self.repaint(self.chosen)
            self.show_chosen()
            self.post_message(self.Chosen(self))

    def action_across(self, by: int) -> None:
        self.move_to(self.column + by)

    def on_resize(self) -> None:
        """Other widths suit another size."""
        if self._filled_for != self.size.width and self._headings:
            at, fixed = self.cursor_coordinate, self.columns.fixed
            self.fill(self._headings, self._rows.every(), cursor=self.cursor, at=at, fixed=fixed)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        super().watch_scroll_y(old_value, new_value)
        if new_value > self.max_scroll_y - self.size.height:
            self._read_on(self.count)

    def on_click(self, event: events.Click) -> None:
        if self.under(event.y) is not None:
            self.move_to(self.columns.under(event.x, self.scroll_offset.x))

    def head(self) -> Strip:
        look = self.base + self.get_component_rich_style("table--head", partial=True)
        return self._in_sight([Segment(one.fitted(one.heading.text), look) for one in self.columns], self.base)

    def paint(self, entry: int, lit: Style | None) -> Strip:
        base, segments, row = self.base, list[Segment](), self._rows[entry]
        for number, one in enumerate(self.columns):
            text = row[one.index]
            style = self._look(str(text.style))
            if lit is not None and (self.cursor == "row" or number == self.column):
                style = style.without_color + lit
            segments.append(Segment(one.fitted(text.plain), base + style))
        return self._in_sight(segments, lit if lit is not None and self.cursor == "row" else base)

    def _in_sight(self, segments: list[Segment], beside: Style) -> Strip:
        """What is seen of a row, as far as it is scrolled to the right."""
        strip = Strip(segments, self.columns.wide)
        if left := self.scroll_offset.x:
            fixed = self.columns.fixed_wide
            strip = Strip.join([strip.crop(0, fixed), strip.crop(fixed + left, left + self.wide)])
        return strip.adjust_cell_length(self.wide, beside)

    def watch_scroll_x(self, old_value: float, new_value: float) -> None:
        super().watch_scroll_x(old_value, new_value)
        self.repaint()

    def _look(self, style: str) -> Style:
        if style == MUTED:
            return self.get_component_rich_style("entries--muted", partial=True)
        return Style.parse(style)

    def _nearest(self, column: int) -> int:
        return max(0, min(column, len(self.columns) - 1))

    def _stretch(self) -> None:
        self.stretch(Size(self.columns.wide, self.HEAD + self.count))

    def _read_on(self, row: int) -> None:
        if self._rows.near(row):
            self._stretch()

    def scrolled_right(self, left: int) -> int:
        if self.cursor == "row" or not self.columns:
            return 0
        return self.columns.scrolled_to(self.column, left, self.scrollable_content_region.width)
