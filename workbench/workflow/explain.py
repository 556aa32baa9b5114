"""Why a code is suggested, in what people wrote themselves: a line of the codebook, and a quote under the same code."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Protocol

from workbench.codebook import Code, Codebook
from workbench.model import AGREED, Suggestion
from workbench.store import Quote, SaidPassage, Shown, Store, current_codebooks, quotes
from workbench.suggest.nearest import Common, nearest


class LineKind(StrEnum):
    """Where a line stands in the codebook."""

    KEYWORD = "keyword"
    EXAMPLE = "example"
    INCLUDE = "include"
    DEFINITION = "definition"


@dataclass(frozen=True, slots=True)
class Explained:
    """What speaks for a suggestion beside the words of the passage; empty where nothing is near."""

    line_kind: LineKind | None = None
    line: str = ""
    """The keyword that was met, as written there; else the line of this code that is most like the passage."""
    quote: str = ""
    """The most like of the passages that this person or the agreed layer gave the code."""
    quote_source: str = ""
    """Handle."""
    quote_municipality: str = ""


class Suggested(Protocol):
    """A passage with what is suggested for it."""

    @property
    def passage(self) -> SaidPassage: ...
    @property
    def shown(self) -> Sequence[Shown]: ...


def explain(store: Store, items: Sequence[Suggested]) -> Iterator[tuple[Explained, ...]]:
    """For each passage what speaks for its suggestions, one by one, each worked out when it is asked for.

    The codebook and the quotes are read once for all. Quotes are for whoever codes here to read, so a consent that
    does not cover quoting holds none back: nothing of this leaves the project.
    """
    books = current_codebooks(store)
    accepted: dict[str, list[Quote]] = {}
    for one in items:
        found = []
        for shown in one.shown:
            code = shown.suggestion.code
            book = next((each for each in books if code in each), None)
            if book is None:
                found.append(Explained())
                continue
            if code not in accepted:
                accepted[code] = _accepted(store, book, code)
            found.append(_explained(one.passage, shown.suggestion, book, accepted[code]))
        yield tuple(found)


def _explained(passage: SaidPassage, suggestion: Suggestion, book: Codebook, accepted: Sequence[Quote]) -> Explained:
    common = _common(tuple(line for code in book.codes for line in _lines(code)))
    kind, line = _line(passage.text, suggestion, _lines(book.code(suggestion.code)), common)
    others = [one for one in accepted if one.revision != passage.revision or not one.place.overlap(passage.place)]
    near = nearest(passage.text, [one.text for one in others], common)
    if near is None:
        return Explained(kind, line)
    quote = others[near.index]
    return Explained(kind, line, quote.text, quote.source, quote.municipality)


def _line(
    text: str, suggestion: Suggestion, lines: Mapping[str, LineKind], common: Common
) -> tuple[LineKind | None, str]:
    if suggestion.keyword:
        return LineKind.KEYWORD, suggestion.keyword
    near = nearest(text, list(lines), common)
    if near is None:
        return None, ""
    return list(lines.items())[near.index][::-1]


def _lines(code: Code) -> dict[str, LineKind]:
    """What the codebook says of a code in whole lines, the way people say it first."""
    return {
        **dict.fromkeys(code.examples, LineKind.EXAMPLE),
        **dict.fromkeys(code.include, LineKind.INCLUDE),
        code.definition: LineKind.DEFINITION,
    }


def _accepted(store: Store, book: Codebook, code: str) -> list[Quote]:
    """What this person or the agreed layer gave this code without doubt, and has not been erased since."""
    return [
        one
        for one in quotes(store, code=code)
        if (one.code, one.codebook) == (code, book.id) and one.layer in (store.person, AGREED)
        if one.text and not one.doubt
    ]


@lru_cache(maxsize=8)
def _common(lines: tuple[str, ...]) -> Common:
    return Common.among(lines)
