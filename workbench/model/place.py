"""A place in a text: the currency of the workbench.

Everything that points into a transcript (turn, passage, coding, evidence, search hit) is a half-open range of
Unicode code points. Never bytes, UTF-16 units or lines.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """The range [start, end) in code points of one text."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a place: [{self.start}, {self.end})")

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """The words at this place. Raises ValueError when the place reaches past the text."""
        if self.end > len(text):
            raise ValueError(f"[{self.start}, {self.end}) reaches past a text of {len(text)} code points")
        return text[self.start : self.end]

    def shifted(self, by: int) -> "Place":
        """The same range, moved: from a passage's own text to the text around it, or back."""
        return Place(self.start + by, self.end + by)

    def holds(self, other: "Place") -> bool:
        """Whether the other place lies wholly inside this one."""
        return self.start <= other.start and other.end <= self.end

    def overlap(self, other: "Place") -> int:
        """How many code points the two have in common."""
        return max(0, min(self.end, other.end) - max(self.start, other.start))
