"""The columns of a table: what stands above them, what stands in them, and how wide each is."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import overload

from rich.cells import cell_len, set_cell_size
from rich.text import Text

from workbench.terminal import safe

Cells = Sequence[Text]
MUTED = "muted"
"""Style of a cell that steps back; the theme gives it its colour."""
PADDING = 1
"""Columns of the terminal on either side of a cell."""
NARROW = 100
"""Columns of the terminal: where there are fewer, columns that can be spared are."""
LEAST = 8
"""Columns of the terminal that a column keeps which must give way."""
SCROLLBAR = 1
"""Columns of the terminal: room for one, whether or not it is needed."""


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


@dataclass(frozen=True, slots=True)
class Column:
    """A column that is shown."""

    heading: Heading
    index: int
    """Of its cells in a row, with those that are left out."""
    left: int
    """Where it begins, padding and all."""
    width: int
    """Without padding."""

    @property
    def right(self) -> int:
        """Where the next one begins."""
        return self.left + self.width + 2 * PADDING

    def fitted(self, text: str) -> str:
        """A text of one line in as many terminal columns as there are, padding and all."""
        gap = " " * PADDING
        return f"{gap}{fitted(text, self.width, right=self.heading.right)}{gap}"


def fitted(text: str, width: int, *, right: bool = False) -> str:
    """A text of one line in as many terminal columns; what is longer ends in a sign that it goes on."""
    if (over := cell_len(text) - width) > 0:
        return set_cell_size(text, width - 1) + "…" if width > 0 else ""
    room = " " * -over
    return room + text if right else text + room


def cell(text: object, style: str = "", *, right: bool = False) -> Text:
    """A cell of one line; text from data in it is made safe."""
    return Text(safe(str(text)), style, justify="right" if right else "left", no_wrap=True, overflow="ellipsis")


@dataclass(frozen=True, slots=True)
class Columns(Sequence[Column]):
    """The columns of a table; the first few may stay where they are when the others are scrolled."""

    shown: tuple[Column, ...] = ()
    fixed: int = 0
    """How many stay."""

    def __len__(self) -> int:
        return len(self.shown)

    @overload
    def __getitem__(self, number: int) -> Column: ...
    @overload
    def __getitem__(self, number: slice) -> tuple[Column, ...]: ...
    def __getitem__(self, number: int | slice) -> Column | tuple[Column, ...]:
        return self.shown[number]

    @property
    def wide(self) -> int:
        """Columns of the terminal, all of them together."""
        return self.shown[-1].right if self.shown else 0

    @property
    def fixed_wide(self) -> int:
        """Columns of the terminal, those that stay."""
        return self.shown[self.fixed - 1].right if self.fixed and self.shown else 0

    def under(self, x: int, scrolled: int) -> int:
        """The number of the column at this place of the screen; past the last one, one more."""
        return sum(one.right <= (x if x < self.fixed_wide else x + scrolled) for one in self.shown)

    def scrolled_to(self, number: int, scrolled: int, wide: int) -> int:
        """How far to scroll so that a column is seen, from where it is scrolled now."""
        one = self.shown[number]
        if number < self.fixed:
            return 0
        if one.left < scrolled + self.fixed_wide:
            return one.left - self.fixed_wide
        return max(scrolled, one.right - wide)


def columns(headings: Sequence[Heading], rows: Iterable[Cells], wide: int, fixed: int = 0) -> Columns:
    """The columns that a table of this width shows for these rows."""
    shown = {index: one for index, one in enumerate(headings) if not (one.spare and wide < NARROW)}
    needed = {index: cell_len(one.text) for index, one in shown.items()}
    for row in rows:
        for index in shown:
            needed[index] = max(needed[index], row[index].cell_len)
    made, left = list[Column](), 0
    for index, width in _widths(shown, needed, wide).items():
        made.append(Column(shown[index], index, left, width))
        left = made[-1].right
    return Columns(tuple(made), fixed)


def _widths(shown: Mapping[int, Heading], needed: Mapping[int, int], wide: int) -> dict[int, int]:
    """By column: what it needs, up to its share; columns that grow divide what the others leave."""
    widths = {
        index: min(needed[index], max(LEAST, int(one.share * wide))) if one.share < 1 else needed[index]
        for index, one in shown.items()
    }
    growing = sorted((index for index, one in shown.items() if one.grows), key=lambda index: widths[index])
    left = wide - SCROLLBAR - 2 * PADDING * len(widths)
    left -= sum(width for index, width in widths.items() if index not in growing)
    for number, index in enumerate(growing):
        widths[index] = min(widths[index], max(LEAST, left // (len(growing) - number)))
        left -= widths[index]
    return widths
