"""A section's blocks as they are read: nothing empty, no heading level skipped, prose as paragraphs and lists."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from workbench.reports.document import (
    Box,
    Bullets,
    Document,
    Heading,
    Picture,
    Place,
    Prose,
    Quotation,
    Run,
    Section,
    Shape,
    Table,
    Words,
)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """What somebody wrote, with its emphasis."""

    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Listing:
    """A list."""

    items: tuple[tuple[Run, ...], ...]
    numbered: bool = False


Item = Heading | Words | Paragraph | Listing | Quotation | Table | Box | Picture


@dataclass(frozen=True, slots=True)
class Part:
    """A section that has something to say."""

    title: str
    items: tuple[Item, ...]
    new_page: bool


def parts(document: Document) -> tuple[Part, ...]:
    """The document's sections in order, without those that hold nothing but empty places."""
    flowing = ((section, _flow(section)) for section in document.sections)
    return tuple(Part(section.title, items, section.new_page) for section, items in flowing if items)


def _flow(section: Section) -> tuple[Item, ...]:
    return tuple(_with_content(list(_items(section))))


def _items(section: Section) -> Iterator[Item]:
    """Readers' software asks that no level is skipped on the way down; the section's title is level 1."""
    level = 1
    for block in section.blocks:
        match block:
            case Heading():
                level = min(block.level, level + 1)
                yield Heading(block.text, level)
            case Place():
                yield from _prose(block.prose, level + 1)
            case Bullets():
                if block.items:
                    yield Listing(tuple((Run(item),) for item in block.items))
            case Table():
                if block.rows:
                    yield block
            case Box():
                if block.items:
                    yield block
            case _:
                yield block


def _prose(several: tuple[Prose, ...], level: int) -> Iterator[Item]:
    written = [one for one in several if one.text.strip()]
    for shape, together in groupby(written, key=lambda one: one.shape):
        match shape:
            case Shape.HEADING:
                yield from (Heading(one.text.strip(), level) for one in together)
            case Shape.BULLET | Shape.NUMBER:
                items = tuple(_joined(one.runs) for one in together)
                yield Listing(items, numbered=shape is Shape.NUMBER)
            case Shape.BODY:
                yield from (Paragraph(_joined(one.runs)) for one in together)


def _joined(runs: Iterable[Run]) -> tuple[Run, ...]:
    """Neighbours of one look as one run: Word splits what was typed in several goes."""
    spoken = (run for run in runs if run.text)
    return tuple(
        Run("".join(run.text for run in together), bold, italic)
        for (bold, italic), together in groupby(spoken, key=lambda run: (run.bold, run.italic))
    )


def _with_content(items: list[Item]) -> Iterator[Item]:
    """Without the headings that nothing stands under."""
    kept: list[Item] = []
    for item in reversed(items):
        after = kept[-1] if kept else None
        if isinstance(item, Heading) and (after is None or (isinstance(after, Heading) and after.level <= item.level)):
            continue
        kept.append(item)
    return reversed(kept)
