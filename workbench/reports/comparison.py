"""What can differ between a Word report somebody may have worked in and a new one, ready to be told in sentences."""

from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import Enum


class Fate(Enum):
    """What became of some words from one text to another."""

    SAME = "same"
    GONE = "gone"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words of a difference. The pieces that are not new are the earlier text, those not gone the later."""

    fate: Fate
    text: str


def word_pieces(earlier: str, now: str) -> tuple[Piece, ...]:
    """The difference between two texts, word by word."""
    before, after = earlier.split(), now.split()
    pieces: list[Piece] = []
    for kind, start, end, begin, stop in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind == "equal":
            pieces.append(Piece(Fate.SAME, " ".join(before[start:end])))
            continue
        if start < end:
            pieces.append(Piece(Fate.GONE, " ".join(before[start:end])))
        if begin < stop:
            pieces.append(Piece(Fate.NEW, " ".join(after[begin:stop])))
    return tuple(pieces)


@dataclass(frozen=True, slots=True)
class QuoteLine:
    """A quote as it stands in a report."""

    id: str
    """First eight characters of the coding's id."""
    text: str
    """Without quotation marks, and without whom it is by."""


@dataclass(frozen=True, slots=True)
class QuoteChange:
    """A quote that stands in both with different words."""

    id: str
    earlier: str
    now: str
    """As approved; where nothing is, as the new report has it."""
    by_hand: bool
    """Whether somebody changed it in the earlier file; False too where that cannot be told."""

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """The difference, word by word."""
        return word_pieces(self.earlier, self.now)


@dataclass(frozen=True, slots=True)
class LineChange:
    """A line that the workbench wrote otherwise then: a figure, a count, what something rests on."""

    path: tuple[str, ...]
    """What it stands under, outermost first: headings; in a table, its row and its column."""
    earlier: str
    """Empty where the line is new. A whole row of a table is one line, its cells parted by ` | `."""
    now: str
    """Empty where the line is gone."""
    picture: bool = False
    """Whether these are descriptions of a picture."""


@dataclass(frozen=True, slots=True)
class HandChange:
    """A line that somebody wrote, changed or took away outside the marked places: the new report will not have it."""

    path: tuple[str, ...]
    found: str
    """What stands there; empty where a line was taken away."""
    instead_of: str
    """What the workbench wrote there, where that is still known; empty where the line was added."""
    picture: bool = False
    """Whether it is a picture; `found` is then its description."""


@dataclass(frozen=True, slots=True)
class WrittenPlace:
    """A marked place with people's prose."""

    id: str
    words: int
    left_behind: tuple[str, ...]
    """What stands there that cannot be carried over, by name."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """What differs between an earlier Word report and a new one."""

    fingerprinted: bool
    """Whether the earlier file tells which lines the workbench wrote; without it `by_hand` is empty, and what
    somebody changed outside the marked places is among `lines` and `quotes`."""
    quotes: tuple[QuoteChange, ...] = ()
    quotes_gone: tuple[QuoteLine, ...] = ()
    quotes_new: tuple[QuoteLine, ...] = ()
    lines: tuple[LineChange, ...] = ()
    by_hand: tuple[HandChange, ...] = ()
    places: tuple[WrittenPlace, ...] = ()
    empty: tuple[str, ...] = ()
    """Ids of places where nothing is written."""
    lost: tuple[str, ...] = ()
    """Ids of places that the earlier file had and whose marks somebody deleted; what stood there is in `by_hand`."""

    @property
    def same(self) -> bool:
        """Whether nothing differs outside the marked places."""
        return not (self.quotes or self.quotes_gone or self.quotes_new or self.lines or self.by_hand or self.lost)
