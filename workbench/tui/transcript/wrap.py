"""Where the rows of a document break at a width, and which row and column an offset is shown at."""

from array import array
from bisect import bisect_right

from workbench.tui.transcript.document import Document


class Wrap:
    """The rows of a whole document at a width in cells: made in one pass, a hundredth of a second for a long source.

    Every turn begins a row. A row breaks at the last space that leaves it narrow enough, which is not shown, else
    inside a word, never inside a sign.
    """

    __slots__ = ("document", "ends", "owners", "starts", "width")

    def __init__(self, document: Document, width: int) -> None:
        self.document = document
        self.width = max(width, 2)
        self.starts, self.ends, self.owners = array("I"), array("I"), array("I")
        self._lay()

    def _lay(self) -> None:
        document, width = self.document, self.width
        rfind = document.shown.rfind
        add_start, add_end, add_owner = self.starts.append, self.ends.append, self.owners.append
        odd = document.odd_after(0)
        for owner, (at, end) in enumerate(zip(document.starts, document.ends, strict=True)):
            if odd < at:
                odd = document.odd_after(at)
            if odd < end:
                at = self._measured(owner, at, end)
            else:
                while end - at > width:
                    cut = rfind(" ", at + 1, at + width + 1)
                    add_start(at)
                    add_owner(owner)
                    if cut > at:
                        add_end(cut)
                        at = cut + 1
                    else:
                        at += width
                        add_end(at)
            add_start(at)
            add_end(end)
            add_owner(owner)

    def _measured(self, owner: int, at: int, end: int) -> int:
        """All rows but the last of a turn in which not every character is a sign of one cell; where the last begins."""
        document, width = self.document, self.width
        while True:
            fits = document.fitting(at, end, width)
            if fits == at < end:
                # A sign that is wider than the row has one of its own.
                fits = min(document.next(at), end)
            if fits >= end:
                return at
            cut = document.shown.rfind(" ", at + 1, fits + 1)
            while cut > at and document.joined(cut + 1):
                cut = document.shown.rfind(" ", at + 1, cut)
            self.starts.append(at)
            self.owners.append(owner)
            if cut > at:
                self.ends.append(cut)
                at = cut + 1
            else:
                self.ends.append(fits)
                at = fits

    def __len__(self) -> int:
        return len(self.starts)

    def row_at(self, offset: int) -> int:
        """The row that shows an offset; the space that a row breaks at belongs to the row before."""
        return max(0, bisect_right(self.starts, offset) - 1)

    def column(self, offset: int) -> int:
        """How many cells stand before an offset in its row."""
        return self.document.cells(self.starts[self.row_at(offset)], offset)

    def offset(self, row: int, column: int) -> int:
        """The sign shown in a column of a row; the last stop of the row where the column lies past it."""
        document, at, last = self.document, self.starts[row], self.last(row)
        return document.fitting(at, last, max(0, column))

    def last(self, row: int) -> int:
        """The last stop in a row: the space it breaks at, the turn's end or, where it breaks in a word, a sign."""
        end = self.ends[row]
        if row + 1 < len(self.starts) and self.starts[row + 1] == end:
            return max(self.starts[row], self.document.previous(end))
        return end
