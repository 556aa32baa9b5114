"""Pieces of talk joined to turns, and pages that come as pieces from the start (noScribe's html, Whisper's JSON)."""

from collections.abc import Iterable, Iterator

from workbench.exchange.page import Page, Said
from workbench.exchange.shapes.asked import Asked

_PAUSE = 1.5
"""Seconds of silence after a finished sentence that end a turn, where the file tells no voices apart."""
_ENDS = (".", "?", "!", "…", ".”", "?”", "!”", ".«", "?«", "!«")


def score(page: Page, asked: Asked) -> float:
    """Sure where the file is made of pieces."""
    return 1.0 if page.pieces else 0.0


def read(page: Page, asked: Asked) -> list[Said]:
    """The pieces as they are."""
    return list(page.pieces)


def joined(pieces: Iterable[Said]) -> Iterator[Said]:
    """Turns: pieces of one speaker in a row are one turn, from the first one's start to the last one's end.

    Where nobody is named, a finished sentence and a pause make a new turn.
    """
    turn: Said | None = None
    words: list[str] = []
    for piece in pieces:
        if turn is not None and piece.label == turn.label and not (turn.label == "" and _rests(turn, piece)):
            words.append(piece.text)
            turn = Said(turn.label, piece.text, turn.start, _later(turn.end, piece.end))
        else:
            if turn is not None:
                yield Said(turn.label, " ".join(words), turn.start, turn.end)
            turn, words = piece, [piece.text]
    if turn is not None:
        yield Said(turn.label, " ".join(words), turn.start, turn.end)


def _rests(before: Said, piece: Said) -> bool:
    if not before.text.endswith(_ENDS):
        return False
    return before.end is None or piece.start is None or piece.start - before.end >= _PAUSE


def _later(one: float | None, other: float | None) -> float | None:
    return one if other is None else other if one is None else max(one, other)
