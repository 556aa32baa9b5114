"""The practice report in Word: the house's template, filled.

A template may be the municipality's or the company's own: a Word file with docxtpl tags. It is run in a sandbox,
and everything filled in is text: `{{ 7*7 }}` or `<script>` in a quote stays what it is.
"""

import io
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from workbench.errors import InvalidFileError
from workbench.i18n import _
from workbench.reports.keep import write_kept
from workbench.reports.package import repacked
from workbench.reports.practice import PracticeReport
from workbench.reports.wording import Page, in_words

if TYPE_CHECKING:
    from docx.document import Document
    from jinja2 import Environment

HOUSE = Path(__file__).parent / "house.docx"


def write_docx(report: PracticeReport, file: Path, template: Path | None = None) -> Path | None:
    """Write the report as a Word file; an earlier file that differs is kept, and its new name returned.

    Raises InvalidFileError for a template that cannot be used, WorkbenchError when the file cannot be written.
    """
    return write_kept(file, docx_bytes(report, template))


def docx_bytes(report: PracticeReport, template: Path | None = None) -> bytes:
    """The report as a Word file: the same report and template give the same bytes."""
    page = in_words(report)
    filled = _filled(page, template or HOUSE)
    _describe(filled, page, report.cover.data_date or datetime(1980, 1, 1, tzinfo=UTC))
    saved = io.BytesIO()
    filled.save(saved)
    return repacked(saved.getvalue())


def _filled(page: Page, template: Path) -> "Document":
    from zipfile import BadZipFile

    from docx.opc.exceptions import PackageNotFoundError
    from docxtpl import DocxTemplate
    from jinja2 import TemplateError

    context = {name: getattr(page, name) for name in Page.__slots__}
    try:
        document = DocxTemplate(io.BytesIO(template.read_bytes()))
        document.render(context, jinja_env=_environment(), autoescape=True)
    except (OSError, BadZipFile, PackageNotFoundError, KeyError, ValueError, TypeError, SyntaxError) as error:
        raise InvalidFileError(
            _("{file} cannot be used as a report template: {reason}").format(file=template, reason=error),
            hint=_("It should be a Word file (.docx). Without one, the house's own template is used."),
        ) from error
    except TemplateError as error:
        line = getattr(error, "lineno", None)
        raise InvalidFileError(
            _("{file} has a tag that cannot be filled: {reason}").format(file=template, reason=error.message or line),
            hint=_("Compare its tags with those of the house's own template."),
        ) from error
    return document.docx


def _environment() -> "Environment":
    from jinja2 import StrictUndefined
    from jinja2.sandbox import SandboxedEnvironment
    from markupsafe import Markup, escape

    def as_text(value: Any) -> Markup:
        # docxtpl replaces "{_{" after filling: with its braces written as entities, no quote holds one.
        return Markup(str(escape(value)).replace("{", "&#123;").replace("}", "&#125;"))  # noqa: S704 — escaped here

    return SandboxedEnvironment(autoescape=True, undefined=StrictUndefined, finalize=as_text)


def _describe(document: "Document", page: Page, moment: datetime) -> None:
    """Title, language and dates, for readers' software; the dates are the data's."""
    from docx.oxml.ns import qn

    told = document.core_properties
    told.title = f"{page.title} – {page.municipality}"
    told.subject = page.status
    told.language = page.language
    told.author = told.last_modified_by = told.comments = told.keywords = told.category = ""
    told.revision = 1
    told.created = told.modified = moment.astimezone(UTC).replace(tzinfo=None, microsecond=0)
    for spoken in document.styles.element.iter(qn("w:lang")):
        spoken.set(qn("w:val"), page.language)
