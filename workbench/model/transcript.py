"""A transcript as read from a file: one text, its turns, and who speaks."""

from dataclasses import dataclass

from workbench.model.place import Place
from workbench.model.source import SourceProfile


@dataclass(frozen=True, slots=True)
class Turn:
    """What one speaker says in one go. Turns may overlap in time, never in the text."""

    speaker: str
    """The label in the file; empty when the file names nobody."""
    place: Place
    from_seconds: float | None = None
    to_seconds: float | None = None


@dataclass(frozen=True, slots=True)
class Passage:
    """The unit of suggestion, review and agreement: a turn, or up to three sentences of a long one."""

    number: int
    """1-based within the revision."""
    turn: int
    """0-based index of the turn it lies in."""
    place: Place


@dataclass(frozen=True, slots=True)
class Transcript:
    """A parsed file. `text` is NFC with `\\n` between turns and without speaker labels."""

    name: str
    """The handle a person types: the file's name without its ending."""
    text: str
    turns: tuple[Turn, ...]
    profile: SourceProfile
    original: bytes
    """The file as it was, kept beside what was made of it."""

    def __post_init__(self) -> None:
        if self.text != "\n".join(turn.place.of(self.text) for turn in self.turns):
            raise ValueError("a transcript's text is its turns joined by line breaks")

    @property
    def speakers(self) -> tuple[str, ...]:
        """The labels in order of first appearance."""
        return tuple(dict.fromkeys(turn.speaker for turn in self.turns))
