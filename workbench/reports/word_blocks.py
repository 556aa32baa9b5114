"""Blocks as Word has them: paragraphs, tables and pictures in the styles of the template that is filled."""

import io
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from workbench.reports.document import (
    Block,
    Box,
    BoxItem,
    Bullets,
    Cell,
    Document,
    Heading,
    Picture,
    Place,
    Quotation,
    Section,
    Table,
    Tone,
    Words,
)
from workbench.reports.figures import png
from workbench.reports.places import place_elements

if TYPE_CHECKING:
    from docx.document import Document as WordFile

_TONES = {
    Tone.BODY: "Normal",
    Tone.STRONG: "Finding",
    Tone.EVIDENCE: "Evidence",
    Tone.NOTE: "Note",
    Tone.SMALL: "Small Print",
}
_IN_CELL = {
    Tone.BODY: "Cell",
    Tone.STRONG: "Cell Strong",
    Tone.EVIDENCE: "Cell Small",
    Tone.NOTE: "Cell Small",
    Tone.SMALL: "Cell Small",
}
_TWIPS = 567
"""Twentieths of a point in a centimetre."""
WIDTH = 16.0
"""Of the text, in centimetres."""
_SHORT = 7
"""Rows of a table that no page cuts."""


class Builder:
    """Turns a document's sections into elements for one Word file."""

    def __init__(self, word_file: "WordFile", document: Document) -> None:
        self.word_file = word_file
        self.document = document
        self._styles = {style.name: style.style_id for style in word_file.styles}

    def sections(self, id: str) -> Iterator[Any]:
        """Every section with this id: its title and blocks."""
        for section in self.document.sections:
            if section.id == id:
                yield from self._section(section)

    def facts(self) -> Iterator[Any]:
        """The table on the cover: labels and values."""
        rows = [
            [
                self._cell(3.2, [self._paragraph("Fact Label", label)]),
                self._cell(12.8, [self._paragraph("Fact", value)]),
            ]
            for label, value in self.document.facts
        ]
        yield self._table("Facts", (3.2, 12.8), rows)

    def _section(self, section: Section) -> Iterator[Any]:
        yield self._paragraph("Heading 1", section.title, page_break=section.new_page)
        for block, after in zip(section.blocks, (*section.blocks[1:], None), strict=True):
            yield from self._block(block, after)

    def _block(self, block: Block, after: Block | None) -> Iterable[Any]:
        match block:
            case Heading():
                return [self._paragraph(f"Heading {block.level}", block.text)]
            case Words():
                # What stands over a quote, a figure or a text belongs to it; before a heading it is an end.
                over = isinstance(after, Words | Quotation | Place | Picture)
                keep = over and block.tone in (Tone.STRONG, Tone.EVIDENCE)
                return [self._paragraph(_TONES[block.tone], block.text, keep=keep)]
            case Bullets():
                return [self._paragraph("List Bullet", item) for item in block.items]
            case Quotation():
                return self._quotation(block)
            case Table():
                return self._rows(block)
            case Box():
                return self._box(block)
            case Picture():
                return self._picture(block)
            case Place():
                return place_elements(self.word_file, block)

    def _quotation(self, quote: Quotation) -> list[Any]:
        source = self._paragraph("Quote Source", f"– {quote.by} · " + (f"{quote.about} · " if quote.about else ""))
        source.append(self._run(quote.id, "Quote Id"))
        return [self._paragraph("Quote", quote.text, keep=True), source]

    def _rows(self, table: Table) -> Iterator[Any]:
        if table.caption:
            yield self._paragraph("Table Caption", table.caption)
        head = [
            self._cell(width, [self._paragraph("Cell Head", title)])
            for title, width in zip(table.head, table.widths, strict=True)
        ]
        # A short table stands on one page, each row held by the one before it.
        kept = [len(table.rows) <= _SHORT and row is not table.rows[-1] for row in table.rows]
        rows = [
            [
                self._cell(width, self._lines(cell, "Cell Number" if table.numeric and number else None, keep=keep))
                for number, (cell, width) in enumerate(zip(row, table.widths, strict=True))
            ]
            for row, keep in zip(table.rows, kept, strict=True)
        ]
        yield self._table("House Table", table.widths, [head, *rows], titles=True)
        yield self._after_table()

    def _lines(self, cell: Cell, style: str | None, *, keep: bool) -> list[Any]:
        if not cell.lines:
            return [self._paragraph(style or "Cell", "", keep=keep)]
        return [self._paragraph(style or _IN_CELL[line.tone], line.text, keep=keep) for line in cell.lines]

    def _box(self, box: Box) -> Iterator[Any]:
        # The title stands in the first item's row: a page never ends between them.
        rows = []
        for number, item in enumerate(box.items):
            title = [self._paragraph("Box Heading", box.title)] if number == 0 else []
            # The last item never stands alone at the top of a page.
            before_last = number == len(box.items) - 2
            rows.append([self._cell(WIDTH, [*title, *self._item(item, keep=before_last)])])
        yield self._table("Box", (WIDTH,), rows)
        yield self._after_table()

    def _item(self, item: BoxItem, *, keep: bool) -> Iterator[Any]:
        yield self._paragraph("Box Label", item.label, keep=keep)
        if item.body:
            yield self._paragraph("Box Text", item.body, keep=keep)
        if item.quote:
            said = self._paragraph("Box Text", f"{item.quote.text} – {item.quote.by} ", keep=keep)
            said.append(self._run(item.quote.id, "Quote Id"))
            yield said
        if item.evidence:
            yield self._paragraph("Box Evidence", item.evidence, keep=keep)

    def _picture(self, picture: Picture) -> list[Any]:
        from docx.shared import Cm

        shown = self.word_file.part.new_pic_inline(io.BytesIO(png(picture.figure)), width=Cm(WIDTH))
        for properties in shown.iter("{*}docPr", "{*}cNvPr"):
            properties.set("name", picture.id)
            properties.set("descr", picture.alt)
        paragraph = self._paragraph("Picture", "", keep=True)
        run = self._run("")
        drawing = _element("drawing")
        drawing.append(shown)
        run.append(drawing)
        paragraph.append(run)
        return [paragraph, self._paragraph("Caption", picture.caption)]

    def _paragraph(self, style: str, text: str, *, keep: bool = False, page_break: bool = False) -> Any:
        paragraph = _element("p")
        properties = _element("pPr")
        properties.append(_element("pStyle", val=self._styles[style]))
        if keep:
            properties.append(_element("keepNext"))
        if page_break:
            properties.append(_element("pageBreakBefore"))
        paragraph.append(properties)
        if text:
            paragraph.append(self._run(text))
        return paragraph

    def _run(self, text: str, style: str = "") -> Any:
        run = _element("r")
        if style:
            properties = _element("rPr")
            properties.append(_element("rStyle", val=self._styles[style]))
            run.append(properties)
        if text:
            words = _element("t")
            words.text = text
            words.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
            run.append(words)
        return run

    def _after_table(self) -> Any:
        """Word joins tables that touch; a small paragraph keeps them apart."""
        return self._paragraph("After Table", "")

    def _table(
        self, style: str, widths: Sequence[float], rows: Iterable[Iterable[Any]], *, titles: bool = False
    ) -> Any:
        table, properties, grid = _element("tbl"), _element("tblPr"), _element("tblGrid")
        properties.append(_element("tblStyle", val=self._styles[style]))
        properties.append(_element("tblW", w=_twips(sum(widths)), type="dxa"))
        properties.append(_element("tblLayout", type="fixed"))
        look = {
            "firstRow": "1" if titles else "0",
            "firstColumn": "1" if titles else "0",
            "noHBand": "0",
            "noVBand": "1",
        }
        properties.append(_element("tblLook", val="04A0" if titles else "0400", **look))
        for width in widths:
            grid.append(_element("gridCol", w=_twips(width)))
        table.extend([properties, grid])
        for number, cells in enumerate(rows):
            row, kept = _element("tr"), _element("trPr")
            kept.append(_element("cantSplit"))
            if titles and number == 0:
                kept.append(_element("tblHeader"))
            row.append(kept)
            row.extend(cells)
            table.append(row)
        return table

    def _cell(self, width: float, paragraphs: Iterable[Any]) -> Any:
        cell, properties = _element("tc"), _element("tcPr")
        properties.append(_element("tcW", w=_twips(width), type="dxa"))
        cell.append(properties)
        cell.extend(paragraphs)
        return cell


def _element(name: str, **attributes: str) -> Any:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    element = OxmlElement(f"w:{name}")
    for key, value in attributes.items():
        element.set(qn(f"w:{key}"), value)
    return element


def _twips(centimetres: float) -> str:
    return str(round(centimetres * _TWIPS))
