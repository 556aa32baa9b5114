"""A report as a Word file: the house's template, its sections filled with blocks in the template's own styles.

The template is run in a sandbox and everything filled in is text: `{{ 7*7 }}` or `<script>` in a quote stays what it
is. The same document and template give the same bytes.
"""

import io
from datetime import UTC, datetime
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.errors import InvalidFileError
from workbench.i18n import _
from workbench.reports.document import Document
from workbench.reports.fingerprints import fingerprinted
from workbench.reports.template import MARK, filled
from workbench.reports.word_blocks import Builder

if TYPE_CHECKING:
    from docx.document import Document as WordFile

HOUSE = Path(__file__).parent / "house.docx"


def docx(document: Document, template: Path | None = None) -> bytes:
    """The report as a Word file. Raises InvalidFileError for a template that cannot be used."""
    chosen = template or HOUSE
    try:
        content = chosen.read_bytes()
    except OSError as error:
        raise InvalidFileError(
            _("The report template {file} cannot be read: {reason}.").format(file=chosen, reason=error.strerror),
            hint=_("workbench.toml names it under [report]. Without one, the house's own is used."),
        ) from error
    word_file = filled(content, str(chosen), document)
    _fill(word_file, document)
    _describe(word_file, document)
    saved = io.BytesIO()
    word_file.save(saved)
    return fingerprinted(saved.getvalue(), document.places())


def _fill(word_file: "WordFile", document: Document) -> None:
    """Each section in the place of its tag; a tag whose section the report has not goes without a trace."""
    builder = Builder(word_file, document)
    for paragraph in list(word_file.paragraphs):
        if not (paragraph.text.startswith(MARK) and paragraph.text.endswith(MARK)):
            continue
        name = paragraph.text.strip(MARK)
        made = builder.facts() if name == "facts" else builder.sections(name)
        for element in made:
            paragraph._p.addprevious(element)
        word_file.element.body.remove(paragraph._p)


def _describe(word_file: "WordFile", document: Document) -> None:
    """Title, language, dates (the data's) and which report it is, for readers' software and for comparing."""
    from docx.oxml.ns import qn

    told = word_file.core_properties
    told.title = f"{document.title} – {document.subtitle}" if document.subtitle else document.title
    told.subject, told.language = document.status, document.tag
    told.keywords = f"{document.kind} {document.edition}"
    told.author = told.last_modified_by = told.comments = told.category = ""
    told.revision = 1
    moment = document.dated or datetime(1980, 1, 1, tzinfo=UTC)
    told.created = told.modified = moment.astimezone(UTC).replace(tzinfo=None, microsecond=0)
    languages = (word_file.styles.element.iter(qn("w:lang")), word_file.settings.element.iter(qn("w:themeFontLang")))
    for spoken in chain.from_iterable(languages):
        spoken.set(qn("w:val"), document.tag)
