"""Makes house.docx, the Word template that reports are filled into: `python -m workbench.reports.house`.

The template is committed as it is made, and a test holds the two together. Change it here, never in Word. Styles
carry the look, tags the content: {%p … %} stands for a whole paragraph, {%tr … %} for a table row.
"""

import io
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from workbench.reports.house_styles import apply_styles
from workbench.reports.package import repacked
from workbench.reports.word import HOUSE

if TYPE_CHECKING:
    from docx.document import Document


_ID = "\x1f"
"""In a template's text: what follows is a quote's id, and small."""


def house() -> bytes:
    """The template's bytes."""
    from docx import Document

    document = Document()
    _without_content(document)
    apply_styles(document)
    _page(document)
    _cover(document)
    _summary(document)
    _knowledge(document)
    _chapters(document)
    _all_recommendations(document)
    _method(document)
    _finish(document)
    saved = io.BytesIO()
    document.save(saved)
    return repacked(saved.getvalue())


def _cover(document: "Document") -> None:
    _paragraphs(
        document,
        ("Cover Line", "{{ facts[3][1] }}"),
        ("Title", "{{ title }}"),
        ("Subtitle", "{{ municipality }}"),
    )
    table = _table(document, "Facts", (3.2, 12.8))
    _row(table, "{%tr for label, value in facts[:3] %}")
    _row(table, ("Fact Label", "{{ label }}"), ("Fact", "{{ value }}"))
    _row(table, "{%tr endfor %}")
    _paragraphs(document, ("Note", "{{ reading_note }}"))


def _summary(document: "Document") -> None:
    _paragraphs(document, ("Tag", "{%p if summary or written %}"), ("New Page", "{{ t.summary }}"))
    _paragraphs(document, ("Tag", "{%p endif %}"), ("Tag", "{%p if summary %}"))
    table = _table(document, "House Table", (3.6, 5.6, 6.8))
    _head(table, "{{ t.focus_area }}", "{{ t.rests_on }}", "{{ t.balance }}")
    _row(table, "{%tr for line in summary %}")
    first, second, third = _row(table, ("Cell Strong", "{{ line.name }}"), ("Cell", "{{ line.evidence }}"), None)
    _add(first, ("Tag", "{%p if line.headline %}"), ("Cell", "{{ line.headline }}"), ("Tag", "{%p endif %}"))
    _add(second, ("Cell Small", "{{ line.most }}"))
    _bar(third, "line")
    _add(third, ("Cell Small", "{{ line.balance }}"))
    _row(table, "{%tr endfor %}")
    _paragraphs(document, ("Caption", "{{ t.bars }}"), ("Tag", "{%p endif %}"))
    _written(document)


def _written(document: "Document") -> None:
    _paragraphs(
        document,
        ("Tag", "{%p for one in written %}"),
        ("Finding", "{{ one.label }}"),
        ("Tag", "{%p if one.body %}"),
        ("Normal", "{{ one.body }}"),
        ("Tag", "{%p endif %}"),
        ("Tag", "{%p endfor %}"),
    )


def _knowledge(document: "Document") -> None:
    _paragraphs(document, ("Heading 1", "{{ t.knowledge }}"))
    for heading, rows, columns in (
        ("knowledge_sources", "materials", ("kind", "sources", "period")),
        ("knowledge_people", "heard", ("group", "people")),
    ):
        _paragraphs(document, ("Tag", f"{{%p if {rows} %}}"), ("Heading 2", f"{{{{ t.{heading} }}}}"))
        table = _table(document, "House Table", (5.6, 4.4, 6.0)[: len(columns)])
        _head(table, *(f"{{{{ t.{column} }}}}" for column in columns))
        _row(table, f"{{%tr for row in {rows} %}}")
        _row(table, ("Cell Strong", "{{ row[0] }}"), *(("Cell", f"{{{{ row[{n}] }}}}") for n in range(1, len(columns))))
        _row(table, "{%tr endfor %}")
        _paragraphs(document, ("Tag", "{%p endif %}"))
    _paragraphs(
        document,
        ("Tag", "{%p for line in knowledge %}"),
        ("After Table", "{{ line }}"),
        ("Tag", "{%p endfor %}"),
        ("Tag", "{%p if missing %}"),
        ("Heading 2", "{{ t.missing }}"),
        ("Tag", "{%p endif %}"),
        ("Tag", "{%p for line in missing %}"),
        ("List Bullet", "{{ line }}"),
        ("Tag", "{%p endfor %}"),
    )


def _chapters(document: "Document") -> None:
    _paragraphs(
        document,
        ("Tag", "{%p for chapter in chapters %}"),
        ("Heading 1", "{{ chapter.name }}"),
        ("Tag", "{%p if chapter.evidence %}"),
        ("Evidence", "{{ chapter.evidence }} · {{ chapter.balance }}"),
    )
    _bar(document, "chapter")
    _paragraphs(
        document,
        ("Tag", "{%p endif %}"),
        ("Tag", "{%p if chapter.prioritised %}"),
        ("Normal", "{{ chapter.prioritised }}"),
        ("Tag", "{%p endif %}"),
        ("Tag", "{%p if chapter.written %}"),
        ("Heading 2", "{{ t.written }}"),
        ("Tag", "{%p endif %}"),
        ("Tag", "{%p for one in chapter.written %}"),
        ("Finding", "{{ one.label }}"),
        ("Tag", "{%p if one.body %}"),
        ("Normal", "{{ one.body }}"),
        ("Tag", "{%p endif %}"),
        ("Tag", "{%p endfor %}"),
        ("Tag", "{%p if chapter.findings %}"),
        ("Heading 2", "{{ t.findings }}"),
        ("Tag", "{%p endif %}"),
        ("Tag", "{%p for finding in chapter.findings %}"),
        ("Heading 3", "{{ finding.name }}"),
        ("Evidence", "{{ finding.evidence }} · {{ finding.balance }}"),
        *_quotes("finding.quotes", about=False),
        ("Tag", "{%p endfor %}"),
        ("Tag", "{%p if chapter.others %}"),
        ("Normal", "{{ chapter.others }}"),
        ("Tag", "{%p endif %}"),
    )
    for section in ("youth", "deviation"):
        _paragraphs(
            document,
            ("Tag", f"{{%p if chapter.{section} %}}"),
            ("Heading 2", f"{{{{ t.{section} }}}}"),
            ("Tag", f"{{%p for line in chapter.{section}.lines %}}"),
            ("Normal", "{{ line }}"),
            ("Tag", "{%p endfor %}"),
            *_quotes(f"chapter.{section}.quotes", about=True),
            ("Tag", "{%p endif %}"),
        )
    _paragraphs(document, ("Tag", "{%p if chapter.recommendations %}"), ("Tag", "{# the box #}"))
    [cell] = _row(_table(document, "Box", (16.0,)), ("Box Heading", "{{ t.recommendations }}"))
    _add(
        cell,
        ("Tag", "{%p for one in chapter.recommendations %}"),
        ("Box Label", "{{ one.label }}"),
        ("Tag", "{%p if one.body %}"),
        ("Box Text", "{{ one.body }}"),
        ("Tag", "{%p endif %}"),
        ("Tag", "{%p if one.quote %}"),
        ("Box Text", "{{ one.quote.text }} – {{ one.quote.by }} " + _ID + "{{ one.quote.id }}"),
        ("Tag", "{%p endif %}"),
        ("Tag", "{%p if one.evidence %}"),
        ("Box Evidence", "{{ t.rests_on }}: {{ one.evidence }}"),
        ("Tag", "{%p endif %}"),
        ("Tag", "{%p endfor %}"),
    )
    _paragraphs(document, ("Tag", "{%p endif %}"), ("Tag", "{%p endfor %}"))


def _all_recommendations(document: "Document") -> None:
    _paragraphs(document, ("Tag", "{%p if recommendations %}"), ("New Page", "{{ t.all_recommendations }}"))
    table = _table(document, "House Table", (8.0, 3.2, 2.3, 2.5))
    _head(table, *(f"{{{{ t.{name} }}}}" for name in ("recommendation", "rests_on", "owner", "next_step")))
    _row(table, "{%tr for one in recommendations %}")
    first, *_others = _row(
        table,
        ("Cell Strong", "{{ one.label }}"),
        ("Cell Small", "{{ one.evidence }}"),
        ("Cell", "{{ one.owner }}"),
        ("Cell", ""),
    )
    _add(
        first,
        ("Tag", "{%p if one.area %}"),
        ("Cell Small", "{{ one.area }}"),
        ("Tag", "{%p endif %}"),
        ("Tag", "{%p if one.body %}"),
        ("Cell", "{{ one.body }}"),
        ("Tag", "{%p endif %}"),
        ("Tag", "{%p if one.quote %}"),
        ("Cell", "{{ one.quote.text }} " + _ID + "{{ one.quote.id }}"),
        ("Tag", "{%p endif %}"),
    )
    _row(table, "{%tr endfor %}")
    _paragraphs(document, ("Tag", "{%p endif %}"))


def _method(document: "Document") -> None:
    _paragraphs(
        document,
        ("Heading 1", "{{ t.method }}"),
        ("Tag", "{%p for paragraph in method %}"),
        ("Small Print", "{{ paragraph }}"),
        ("Tag", "{%p endfor %}"),
    )


def _quotes(several: str, *, about: bool) -> list[tuple[str, str]]:
    source = "– {{ quote.by }}" + (" · {{ quote.about }}" if about else "") + " · " + _ID + "{{ quote.id }}"
    return [
        ("Tag", f"{{%p for quote in {several} %}}"),
        ("Quote", "{{ quote.text }}"),
        ("Quote Source", source),
        ("Tag", "{%p endfor %}"),
    ]


def _paragraphs(document: Any, *several: tuple[str, str]) -> None:
    for style, text in several:
        words, _, id = text.partition(_ID)
        paragraph = document.add_paragraph(words, style=style)
        if id:
            paragraph.add_run(id, style="Quote Id")


_add = _paragraphs
"""A cell takes paragraphs as the document does."""


def _bar(where: Any, name: str) -> None:
    """A row of marks for barriers and one for enablers, told apart by shape as well as by colour."""
    paragraph = where.paragraphs[0] if where.__class__.__name__ == "_Cell" else where.add_paragraph()
    paragraph.style = "Bar"
    paragraph.add_run(f"{{{{ {name}.barriers }}}}", style="Bar Barrier")
    paragraph.add_run(f"{{{{ {name}.enablers }}}}", style="Bar Enabler")


def _table(document: "Document", style: str, widths: Sequence[float]) -> Any:
    """An empty table with these column widths in centimetres."""
    from docx.shared import Cm

    table = document.add_table(rows=0, cols=len(widths), style=style)
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Cm(width)
    return table


def _row(table: Any, *texts: tuple[str, str] | str | None) -> list[Any]:
    """A row; a text alone is a tag that stands for the whole row, None an empty cell."""
    from docx.oxml import OxmlElement

    row = table.add_row()
    kept = OxmlElement("w:cantSplit")
    row._tr.get_or_add_trPr().append(kept)
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


def _head(table: Any, *titles: str) -> None:
    """A row of titles, repeated on every page the table reaches."""
    from docx.oxml import OxmlElement

    _row(table, *(("Cell Head", title) for title in titles))
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def _page(document: "Document") -> None:
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


def _without_content(document: "Document") -> None:
    for element in list(document.element.body):
        if not element.tag.endswith("}sectPr"):
            document.element.body.remove(element)


def _finish(document: "Document") -> None:
    """Properties that would otherwise be those of the library's own template."""
    from datetime import datetime

    told = document.core_properties
    told.title, told.language, told.revision = "Praksisrapport", "da-DK", 1
    told.author = told.last_modified_by = told.comments = told.keywords = told.category = told.subject = ""
    told.created = told.modified = datetime(2026, 1, 1)


if __name__ == "__main__":
    HOUSE.write_bytes(house())
