"""What the house's Word template is built of: paragraphs, tables, marks and the page around them."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from docx.document import Document

ID = "\x1f"
"""In a template's text: what follows is a quote's id, and small."""


def paragraphs(document: Any, *several: tuple[str, str]) -> None:
    """Paragraphs of these styles and texts, in order."""
    for style, text in several:
        words, _, id = text.partition(ID)
        paragraph = document.add_paragraph(words, style=style)
        if id:
            paragraph.add_run(id, style="Quote Id")


add = paragraphs
"""A cell takes paragraphs as the document does."""


def marks(paragraph: Any, name: str) -> None:
    """Marks for barriers, then for enablers, told apart by shape as well as by colour."""
    paragraph.add_run(f"{{{{ {name}.barriers }}}}", style="Bar Barrier")
    paragraph.add_run(f"{{{{ {name}.enablers }}}}", style="Bar Enabler")


def table_of(document: "Document", style: str, widths: Sequence[float]) -> Any:
    """An empty table with these column widths in centimetres."""
    from docx.shared import Cm

    table = document.add_table(rows=0, cols=len(widths), style=style)
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Cm(width)
    return table


def row(table: Any, *texts: tuple[str, str] | str | None) -> list[Any]:
    """A row, kept whole on one page; a text alone is a tag that stands for the row, None an empty cell."""
    from docx.oxml import OxmlElement

    row = table.add_row()
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
    cells = list(row.cells)
    for cell, column in zip(cells, table.columns, strict=True):
        cell.width = column.width
    for cell, text in zip(cells, texts, strict=False):
        if text is None:
            continue
        style, words = ("Tag", text) if isinstance(text, str) else text
        cell.paragraphs[0].style = style
        cell.paragraphs[0].add_run(words)
    return cells


def head(table: Any, *titles: str) -> None:
    """A row of titles, repeated on every page the table reaches."""
    from docx.oxml import OxmlElement

    row(table, *(("Cell Head", title) for title in titles))
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def page(document: "Document") -> None:
    """A4, with the report's name above and the page number below, except on the cover."""
    from docx.shared import Cm

    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.5)
    section.top_margin, section.bottom_margin = Cm(2.4), Cm(2.2)
    section.header_distance = section.footer_distance = Cm(1.1)
    section.different_first_page_header_footer = True
    section.header.paragraphs[0].add_run("{{ title }} · {{ municipality }} · {{ status }}")
    footer = section.footer.paragraphs[0]
    footer.add_run("{{ t.page }} ")
    _field(footer, "PAGE")
    footer.add_run(" {{ t.of }} ")
    _field(footer, "NUMPAGES")


def _field(paragraph: Any, name: str) -> None:
    """A field that the reader's software fills in."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), name)
    run, text = OxmlElement("w:r"), OxmlElement("w:t")
    text.text = "1"
    run.append(text)
    field.append(run)
    paragraph._p.append(field)
