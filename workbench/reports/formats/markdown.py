"""A report in Markdown (CommonMark with tables): for version control and for reading anywhere."""

import re
from collections.abc import Iterable, Iterator
from itertools import chain
from textwrap import indent

from workbench.reports import figures
from workbench.reports.document import (
    Box,
    BoxItem,
    Cell,
    Document,
    Heading,
    Picture,
    Quotation,
    Run,
    Table,
    Tone,
    Words,
)
from workbench.reports.formats.flow import Item, Listing, Paragraph, Part, parts

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>&|~$#])")
_AT_START = re.compile(r"^([-+:]|\d+(?=[.)]))")
_BREAK = "\\\n"


def markdown(document: Document) -> str:
    """The report as Markdown: nothing in its texts is taken for markup, pictures are tables of their numbers."""
    title = f"{document.title}: {document.subtitle}" if document.subtitle else document.title
    blocks = chain(
        [
            f"# {_text(title)}",
            _line(document.project),
            "\n".join(f"- **{_text(label)}:** {_text(value)}" for label, value in document.facts),
            _line(document.reading_note),
        ],
        *map(_part, parts(document)),
    )
    return "\n\n".join(block for block in blocks if block) + "\n"


def _part(part: Part) -> Iterator[str]:
    yield f"## {_text(part.title)}"
    yield from chain.from_iterable(map(_item, part.items))


def _item(item: Item) -> Iterable[str]:
    match item:
        case Heading():
            return (f"{'#' * (item.level + 1)} {_text(item.text)}",)
        case Words():
            return (_words(item),)
        case Paragraph():
            return (_runs(item.runs),)
        case Listing():
            return (_listing(item),)
        case Quotation():
            return (_quotation(item),)
        case Table():
            rows = (map(_cell, row) for row in item.rows)
            return _bold(item.caption), _table(item.head, rows, numeric=item.numeric)
        case Box():
            return _box(item)
        case Picture():
            head, cells = figures.table(item.figure)
            return _bold(item.caption), _table(head, (map(_text, row) for row in cells), numeric=True)


def _words(words: Words) -> str:
    return _bold(words.text) if words.tone is Tone.STRONG else _line(words.text)


def _listing(listing: Listing) -> str:
    marks = (f"{number}." if listing.numbered else "-" for number in range(1, len(listing.items) + 1))
    return "\n".join(f"{mark} {_runs(item)}" for mark, item in zip(marks, listing.items, strict=True))


def _quotation(quote: Quotation) -> str:
    by = f"{quote.by} · {quote.about}" if quote.about else quote.by
    return f"> {_line(quote.text)}{_BREAK}> – {_text(by)} `{quote.id}`"


def _box(box: Box) -> Iterator[str]:
    yield f"### {_text(box.title)}"
    yield "\n\n".join(map(_box_item, box.items))


def _box_item(item: BoxItem) -> str:
    quote = _quotation(item.quote) if item.quote else ""
    told = (_bold(item.label), _line(item.body), quote, _line(item.evidence))
    return "- " + indent("\n\n".join(one for one in told if one), "  ").lstrip()


def _table(head: Iterable[str], rows: Iterable[Iterable[str]], *, numeric: bool = False) -> str:
    titles = [_text(title) for title in head]
    rule = ["---", *[":---:" if numeric else "---"] * (len(titles) - 1)]
    return "\n".join(f"| {' | '.join(row)} |" for row in (titles, rule, *rows))


def _cell(cell: Cell) -> str:
    lines = (_bold(line.text) if line.tone is Tone.STRONG else _text(line.text) for line in cell.lines)
    return "<br>".join(line for line in lines if line)


def _bold(text: str) -> str:
    """A whole line in bold."""
    stripped = text.strip()
    return f"**{_text(stripped)}**" if stripped else ""


def _runs(runs: tuple[Run, ...]) -> str:
    """Text with emphasis that stands at the beginning of a line."""
    pieces = [" ", *(piece for piece in _pieces(runs) if piece), " "]
    triples = zip(pieces, pieces[1:], pieces[2:], strict=False)
    line = "".join(_emphasised(piece, before, after) for before, piece, after in triples)
    return _AT_START.sub(_escaped_start, line.strip())


def _pieces(runs: tuple[Run, ...]) -> Iterator[Run | str]:
    """Emphasised runs, and the text between them with the spaces that Markdown wants outside."""
    for run in runs:
        inner = run.text.strip()
        if not (run.bold or run.italic) or not inner:
            yield run.text
            continue
        before, after = run.text.split(inner, 1)
        yield from (before, Run(inner, run.bold, run.italic), after)


def _emphasised(piece: Run | str, before: Run | str, after: Run | str) -> str:
    """With asterisks where they are read as emphasis, else with tags: within a word, or next to other emphasis."""
    if isinstance(piece, str):
        return _text(piece)
    text = _text(piece.text)
    if _apart(before, -1) and _apart(after, 0):
        marks = "*" * (2 * piece.bold + piece.italic)
        return f"{marks}{text}{marks}"
    inside = f"<em>{text}</em>" if piece.italic else text
    return f"<strong>{inside}</strong>" if piece.bold else inside


def _apart(neighbour: Run | str, edge: int) -> bool:
    return isinstance(neighbour, str) and (neighbour[edge].isspace() or neighbour[edge] in ".,;:!?()")


def _text(text: str) -> str:
    """Text inside a line: nothing in it is taken for markup."""
    return _SPECIAL.sub(r"\\\1", text)


def _line(text: str) -> str:
    """Text that begins a line: nor is its beginning taken for a list or for code."""
    return _AT_START.sub(_escaped_start, _text(text.strip()))


def _escaped_start(found: re.Match[str]) -> str:
    mark = found[1]
    return f"{mark}\\" if mark.isdigit() else f"\\{mark}"
