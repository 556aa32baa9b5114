"""Words and where they stand.

Every search, suggestion and count begins here, so the tokenizer is one regular expression; only what is not
all letters is looked at twice.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from workbench.danish.abbreviations import ABBREVIATIONS
from workbench.model import Place

_CHAR = r"[\w\u0300-\u036f]"
_RUN = re.compile(rf"[^\W_]{_CHAR}*(?:[-'’.,:/@+]{_CHAR}+)*")
_PIECE = re.compile(r"[^\W_][^\W_\u0300-\u036f]*(?:[\u0300-\u036f]+[^\W_]*)*(?:[-'’][^\W_]+)*")
_WHOLE = re.compile(r"\d+(?:[-.,:/]\d+)+|[^@]+@[^@]+\.[^@]+")


class Token(NamedTuple):
    """A word of a text. Punctuation makes no tokens."""

    text: str
    """The word as written; where a spoken spelling was joined, as it is properly written."""
    start: int
    end: int

    @property
    def place(self) -> Place:
        """Code points of the text that was given."""
        return Place(self.start, self.end)


def tokens(text: str) -> list[Token]:
    """The words of a text in order.

    One token each: hyphened compounds (`UU-vejlederen`, `Uno-Ung`), abbreviations (`f.eks`, without the last
    full stop), numbers with marks inside (`12.30`, `24/7`, `130502-1234`) and e-mail addresses.
    """
    found: list[Token] = []
    add = found.append
    for match in _RUN.finditer(text):
        word = match[0]
        if word.isalpha():
            start = match.start()
            add(Token(word, start, start + len(word)))
        else:
            found.extend(_apart(word, match.start()))
    return found


def _apart(run: str, offset: int) -> Iterator[Token]:
    """A run of letters, digits and marks: whole where the marks belong to it, else in pieces."""
    if _WHOLE.fullmatch(run) or run.casefold() in ABBREVIATIONS:
        yield Token(run, offset, offset + len(run))
        return
    for match in _PIECE.finditer(run):
        yield Token(match[0], offset + match.start(), offset + match.end())
