"""Makes house.docx, the Word template that reports are filled into: `python -m workbench.reports.house`.

The template is committed as it is made, and a test holds the two together. Change it here, never in Word. Styles
carry the look, tags the content: {%p … %} stands for a whole paragraph, {%tr … %} for a table row.
"""

import io
from typing import TYPE_CHECKING

from workbench.reports.house_parts import ID, add, head, marks, page, paragraphs, row, table_of
from workbench.reports.house_styles import apply_styles
from workbench.reports.package import repacked
from workbench.reports.word import HOUSE

if TYPE_CHECKING:
    from docx.document import Document


_UNUSED = frozenset({"thumbnail", "extended-properties", "stylesWithEffects", "customXml"})
"""Parts of the library's own template that a report has no use for."""


def house() -> bytes:
    """The template's bytes."""
    from docx import Document

    document = Document()
    _without_content(document)
    apply_styles(document)
    page(document)
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
    paragraphs(
        document,
        ("Cover Line", "{{ facts[3][1] }}"),
        ("Title", "{{ title }}"),
        ("Subtitle", "{{ municipality }}"),
    )
    table = table_of(document, "Facts", (3.2, 12.8))
    row(table, "{%tr for label, value in facts[:3] %}")
    row(table, ("Fact Label", "{{ label }}"), ("Fact", "{{ value }}"))
    row(table, "{%tr endfor %}")
    paragraphs(document, ("Note", "{{ reading_note }}"))


def _summary(document: "Document") -> None:
    paragraphs(document, ("Tag", "{%p if summary or written %}"), ("New Page", "{{ t.summary }}"))
    paragraphs(document, ("Tag", "{%p endif %}"), ("Tag", "{%p if summary %}"))
    table = table_of(document, "House Table", (3.6, 5.6, 6.8))
    head(table, "{{ t.focus_area }}", "{{ t.rests_on }}", "{{ t.balance }}")
    row(table, "{%tr for line in summary %}")
    first, second, third = row(table, ("Cell Strong", "{{ line.name }}"), ("Cell", "{{ line.evidence }}"), None)
    add(first, ("Tag", "{%p if line.headline %}"), ("Cell", "{{ line.headline }}"), ("Tag", "{%p endif %}"))
    add(second, ("Cell Small", "{{ line.most }}"))
    third.paragraphs[0].style = "Bar"
    marks(third.paragraphs[0], "line")
    add(third, ("Cell Small", "{{ line.balance }}"))
    row(table, "{%tr endfor %}")
    paragraphs(document, ("Caption", "{{ t.bars }}"), ("Tag", "{%p endif %}"))
    _written(document)


def _written(document: "Document") -> None:
    paragraphs(
        document,
        ("Tag", "{%p for one in written %}"),
        ("Finding", "{{ one.label }}"),
        ("Tag", "{%p if one.body %}"),
        ("Normal", "{{ one.body }}"),
        ("Tag", "{%p endif %}"),
        ("Tag", "{%p endfor %}"),
    )


def _knowledge(document: "Document") -> None:
    paragraphs(document, ("Heading 1", "{{ t.knowledge }}"))
    for heading, rows, columns in (
        ("knowledge_sources", "materials", ("kind", "sources", "period")),
        ("knowledge_people", "heard", ("group", "people")),
    ):
        paragraphs(document, ("Tag", f"{{%p if {rows} %}}"), ("Heading 2", f"{{{{ t.{heading} }}}}"))
        table = table_of(document, "House Table", (5.6, 4.4, 6.0)[: len(columns)])
        head(table, *(f"{{{{ t.{column} }}}}" for column in columns))
        row(table, f"{{%tr for row in {rows} %}}")
        row(table, ("Cell Strong", "{{ row[0] }}"), *(("Cell", f"{{{{ row[{n}] }}}}") for n in range(1, len(columns))))
        row(table, "{%tr endfor %}")
        paragraphs(document, ("Tag", "{%p endif %}"))
    paragraphs(
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
    paragraphs(
        document,
        ("Tag", "{%p for chapter in chapters %}"),
        ("Tag", "{%p if loop.first %}"),
        ("New Page", "{{ chapter.name }}"),
        ("Tag", "{%p else %}"),
        ("Heading 1", "{{ chapter.name }}"),
        ("Tag", "{%p endif %}"),
        ("Tag", "{%p if chapter.evidence %}"),
    )
    # One paragraph: a long row of paragraphs that keep with the next is torn apart by some word processors.
    counted = document.add_paragraph("{{ chapter.evidence }} · {{ chapter.balance }}", style="Evidence")
    counted.add_run().add_break()
    marks(counted, "chapter")
    paragraphs(
        document,
        ("Tag", "{%p endif %}"),
        ("Tag", "{%p if chapter.prioritised %}"),
        ("Evidence", "{{ chapter.prioritised }}"),
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
        paragraphs(
            document,
            ("Tag", f"{{%p if chapter.{section} %}}"),
            ("Heading 2", f"{{{{ t.{section} }}}}"),
            ("Tag", f"{{%p for line in chapter.{section}.lines %}}"),
            ("Normal", "{{ line }}"),
            ("Tag", "{%p endfor %}"),
            *_quotes(f"chapter.{section}.quotes", about=True),
            ("Tag", "{%p endif %}"),
        )
    paragraphs(document, ("Tag", "{%p if chapter.recommendations %}"), ("Tag", ""))
    box = table_of(document, "Box", (16.0,))
    # A row for each recommendation: a page may end between two, never within one.
    row(box, "{%tr for one in chapter.recommendations %}")
    [cell] = row(box, ("Tag", "{%p if loop.first %}"))
    add(
        cell,
        ("Box Heading", "{{ t.recommendations }}"),
        ("Tag", "{%p endif %}"),
        ("Box Label", "{{ one.label }}"),
        ("Tag", "{%p if one.body %}"),
        ("Box Text", "{{ one.body }}"),
        ("Tag", "{%p endif %}"),
        ("Tag", "{%p if one.quote %}"),
        ("Box Text", "{{ one.quote.text }} – {{ one.quote.by }} " + ID + "{{ one.quote.id }}"),
        ("Tag", "{%p endif %}"),
        ("Tag", "{%p if one.evidence %}"),
        ("Box Evidence", "{{ t.rests_on }}: {{ one.evidence }}"),
        ("Tag", "{%p endif %}"),
    )
    row(box, "{%tr endfor %}")
    paragraphs(document, ("Tag", "{%p endif %}"), ("Tag", "{%p endfor %}"))


def _all_recommendations(document: "Document") -> None:
    paragraphs(document, ("Tag", "{%p if recommendations %}"), ("New Page", "{{ t.all_recommendations }}"))
    table = table_of(document, "House Table", (8.0, 3.2, 2.3, 2.5))
    head(table, *(f"{{{{ t.{name} }}}}" for name in ("recommendation", "rests_on", "owner", "next_step")))
    row(table, "{%tr for one in recommendations %}")
    first, *_others = row(
        table,
        ("Cell Strong", "{{ one.label }}"),
        ("Cell Small", "{{ one.evidence }}"),
        ("Cell", "{{ one.owner }}"),
        ("Cell", ""),
    )
    add(
        first,
        ("Tag", "{%p if one.area %}"),
        ("Cell Small", "{{ one.area }}"),
        ("Tag", "{%p endif %}"),
        ("Tag", "{%p if one.body %}"),
        ("Cell", "{{ one.body }}"),
        ("Tag", "{%p endif %}"),
        ("Tag", "{%p if one.quote %}"),
        ("Cell", "{{ one.quote.text }} " + ID + "{{ one.quote.id }}"),
        ("Tag", "{%p endif %}"),
    )
    row(table, "{%tr endfor %}")
    paragraphs(document, ("Tag", "{%p endif %}"))


def _method(document: "Document") -> None:
    paragraphs(
        document,
        ("Heading 1", "{{ t.method }}"),
        ("Tag", "{%p for paragraph in method %}"),
        ("Small Print", "{{ paragraph }}"),
        ("Tag", "{%p endfor %}"),
    )


def _quotes(several: str, *, about: bool) -> list[tuple[str, str]]:
    source = "– {{ quote.by }}" + (" · {{ quote.about }}" if about else "") + " · " + ID + "{{ quote.id }}"
    return [
        ("Tag", f"{{%p for quote in {several} %}}"),
        ("Quote", "{{ quote.text }}"),
        ("Quote Source", source),
        ("Tag", "{%p endfor %}"),
    ]


def _without_content(document: "Document") -> None:
    """Nothing of the library's own template but its styles: no text, no picture of a page, no program's name."""
    for element in list(document.element.body):
        if not element.tag.endswith("}sectPr"):
            document.element.body.remove(element)
    for owner in (document.part.package, document.part):
        for id, relation in list(owner.rels.items()):
            if relation.reltype.rpartition("/")[2] in _UNUSED:
                del owner.rels[id]


def _finish(document: "Document") -> None:
    """Properties that would otherwise be those of the library's own template."""
    from datetime import datetime

    told = document.core_properties
    told.title, told.language, told.revision = "Praksisrapport", "da-DK", 1
    told.author = told.last_modified_by = told.comments = told.keywords = told.category = told.subject = ""
    told.created = told.modified = datetime(2026, 1, 1)


if __name__ == "__main__":
    HOUSE.write_bytes(house())
