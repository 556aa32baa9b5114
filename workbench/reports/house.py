"""Makes house.docx, the Word template that reports are filled into: `python -m workbench.reports.house`.

The template is committed as it is made, and a test holds the two together. Change it here, never in Word. Styles carry
the look, tags the content: see template.py.
"""

import io
from typing import TYPE_CHECKING, Any

from workbench.reports.house_styles import apply_styles
from workbench.reports.package import repacked
from workbench.reports.template import SECTIONS
from workbench.reports.word import HOUSE

if TYPE_CHECKING:
    from docx.document import Document as WordFile


_UNUSED = frozenset({"thumbnail", "extended-properties", "stylesWithEffects", "customXml"})
"""Parts of the library's own template that a report has no use for."""


def house() -> bytes:
    """The template's bytes."""
    from docx import Document

    document = Document()
    _without_content(document)
    apply_styles(document)
    _page(document)
    for style, text in (
        ("Cover Line", "{{ project }}"),
        ("Title", "{{ title }}"),
        ("Subtitle", "{{ municipality }}"),
        ("Tag", "{{ facts }}"),
        ("Note", "{{ reading_note }}"),
        *(("Tag", f"{{{{ {name} }}}}") for name in SECTIONS if name != "facts"),
    ):
        document.add_paragraph(text, style=style)
    _finish(document)
    saved = io.BytesIO()
    document.save(saved)
    return repacked(saved.getvalue())


def _page(document: "WordFile") -> None:
    """A4, with the report's name above and the page number below, except on the first page."""
    from docx.shared import Cm

    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.5)
    section.top_margin, section.bottom_margin = Cm(2.4), Cm(2.2)
    section.header_distance = section.footer_distance = Cm(1.1)
    section.different_first_page_header_footer = True
    place = "{% if municipality %}{{ municipality }} · {% endif %}"
    section.header.paragraphs[0].add_run(f"{{{{ title }}}} · {place}{{{{ status }}}}")
    footer = section.footer.paragraphs[0]
    footer.add_run("{{ page }} ")
    _field(footer, "PAGE")
    footer.add_run(" {{ of }} ")
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


def _without_content(document: "WordFile") -> None:
    """Nothing of the library's own template but its styles: no text, no picture of a page, no program's name."""
    for element in list(document.element.body):
        if not element.tag.endswith("}sectPr"):
            document.element.body.remove(element)
    for owner in (document.part.package, document.part):
        for id, relation in list(owner.rels.items()):
            if relation.reltype.rpartition("/")[2] in _UNUSED:
                del owner.rels[id]


def _finish(document: "WordFile") -> None:
    """Properties that would otherwise be those of the library's own template."""
    from datetime import datetime

    told = document.core_properties
    told.title, told.language, told.revision = "Praksisrapport", "da-DK", 1
    told.author = told.last_modified_by = told.comments = told.keywords = told.category = told.subject = ""
    told.created = told.modified = datetime(2026, 1, 1)


if __name__ == "__main__":
    HOUSE.write_bytes(house())
