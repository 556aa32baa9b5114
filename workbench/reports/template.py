"""The Word template of a house: what may stand in it, and what is wrong with one that was changed.

A template is a Word file with tags. A tag within a line, such as `{{ title }}`, is filled with a text; a tag that
stands alone in a paragraph, such as `{{ summary }}`, makes room for a section. Everything else in the file stays: logo,
header, fixed text. The looks are those of its styles.
"""

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from workbench.errors import InvalidFileError
from workbench.i18n import _
from workbench.reports.document import Document

if TYPE_CHECKING:
    from docx.document import Document as WordFile
    from jinja2 import Environment

SECTIONS = (
    "facts", "summary", "background", "knowledge", "organisation", "areas", "journeys", "variation",
    "recommendations", "method", "appendices",
)  # fmt: skip
"""Tags that stand for sections, in the order of the house's own template; `facts` is the table on the cover."""
TEXTS = ("title", "municipality", "project", "status", "data_date", "reading_note", "page", "of")
"""Tags that stand for a text within a line."""
PARAGRAPHS = (
    "Normal", "Title", "Subtitle", "Heading 1", "Heading 2", "Heading 3", "Finding", "Evidence", "Note", "Small Print",
    "Quote", "Quote Source", "Caption", "Table Caption", "List Bullet", "List Number", "Prose", "Place Hint", "Cell",
    "Cell Strong", "Cell Small", "Cell Head", "Cell Number", "Box Heading", "Box Label", "Box Text", "Box Evidence",
    "Fact Label", "Fact", "Picture", "After Table",
)  # fmt: skip
CHARACTERS = ("Quote Id",)
TABLES = ("House Table", "Facts", "Box")
_NAMED = re.compile(r"\{\{\s*[^\W\d]\w*\s*\}\}|\{%\s*(if\s+[^\W\d]\w*|else|endif)\s*%\}")
"""A tag, or the question whether it has a text: the catalogue has no municipality."""
MARK = "\ue000"
"""Stands on both sides of a section's name while its place is looked for; a private character, never in a text."""


@dataclass(frozen=True, slots=True)
class Checked:
    """What was found in a template."""

    faults: tuple[str, ...]
    """What must be mended before it can be used."""
    notes: tuple[str, ...]
    """What its writer should know: sections it leaves out."""


def filled(content: bytes, name: str, document: Document) -> "WordFile":
    """The template with its texts filled in; each section's tag is a paragraph `MARK name MARK`.

    Raises InvalidFileError for a file that is no template, or has faults.
    """
    if faults := check(content, name).faults:
        raise InvalidFileError(
            _("{file} cannot be used as a report template: {reason}").format(file=name, reason=faults[0]),
            hint=_("See all that is wrong in it with: workbench report template --check FILE"),
        )
    return _rendered(content, name, document)


def check(content: bytes, name: str) -> Checked:
    """Everything that is wrong in a template, a sentence each.

    Raises InvalidFileError when it cannot be read as a Word file at all.
    """
    from jinja2 import TemplateError

    template = _template(content, name)
    word_file: WordFile = template.get_docx()
    faults = list(_missing_styles(word_file))
    try:
        if beyond := _beyond_names(template):
            faults += [
                _("A tag cannot be read: {tag}. A tag is one name in double braces, such as {example}.").format(
                    tag=one, example=_tag("municipality")
                )
                for one in beyond
            ]
            return Checked(tuple(faults), ())
        named = set(template.get_undeclared_template_variables(jinja_env=_environment()))
        known = {*SECTIONS, *TEXTS}
        faults += [
            _("The tag {tag} is not known. Known tags: {names}.").format(
                tag=_tag(one), names=", ".join((*TEXTS, *SECTIONS))
            )
            for one in sorted(named - known)
        ]
        if named <= known:
            found = _rendered(content, name, None)
            faults += _misplaced(found, named & {*SECTIONS})
    except TemplateError as error:
        faults.append(_("A tag cannot be read: {reason}.").format(reason=str(error.message or error).rstrip(".")))
        return Checked(tuple(faults), ())
    if not named & {*SECTIONS}:
        faults.append(_("There is no tag for any section, such as {tag}.").format(tag=_tag("summary")))
    left = [one for one in SECTIONS if one not in named]
    notes = (_("It has no tag for: {names}. Those sections are left out.").format(names=", ".join(left)),)
    return Checked(tuple(faults), notes if left else ())


def _template(content: bytes, name: str) -> Any:
    from zipfile import BadZipFile

    from docx.opc.exceptions import PackageNotFoundError
    from docxtpl import DocxTemplate
    from lxml.etree import XMLSyntaxError

    try:
        template: Any = DocxTemplate(io.BytesIO(content))
        template.init_docx()
    except (BadZipFile, PackageNotFoundError, KeyError, ValueError, TypeError, XMLSyntaxError, OSError) as error:
        raise InvalidFileError(
            _("{file} is no Word file that can be used as a template.").format(file=name),
            hint=_("It should be a .docx. Write the house's own to begin with: workbench report template FILE"),
        ) from error
    return template


def _rendered(content: bytes, name: str, document: Document | None) -> "WordFile":
    template = _template(content, name)
    texts = dict.fromkeys(TEXTS, "")
    if document is not None:
        texts = {
            "title": document.title,
            "municipality": document.subtitle,
            "project": document.project,
            "status": document.status,
            "data_date": dict(enumerate(value for _label, value in document.facts)).get(1, ""),
            "reading_note": document.reading_note,
            "page": document.word("page"),
            "of": document.word("of"),
        }
    sections = {one: f"{MARK}{one}{MARK}" for one in SECTIONS}
    template.render({**texts, **sections}, jinja_env=_environment(), autoescape=True)
    word_file: WordFile = template.docx
    return word_file


def _beyond_names(template: Any) -> list[str]:
    """What stands in the template's braces and is more than a name: it would be worked out, not filled in."""
    patched = (template.patch_xml(part) for part in _parts(template))
    found = []
    for part in patched:
        said: list[str] = []
        for _line, kind, words in _environment().lex(part):
            if kind == "data":
                continue
            said.append(words)
            if kind.endswith("_end"):
                found.append("".join(said))
                said = []
    return [one for one in dict.fromkeys(found) if not _NAMED.fullmatch(one)]


def _parts(template: Any) -> Iterator[str]:
    """The body, headers and footers as XML."""
    yield template.get_xml()
    for uri in (template.HEADER_URI, template.FOOTER_URI):
        for _key, part in template.get_headers_footers(uri):
            yield template.get_part_xml(part)


def _missing_styles(word_file: "WordFile") -> list[str]:
    has = {style.name for style in word_file.styles}
    missing = [one for one in (*PARAGRAPHS, *CHARACTERS, *TABLES) if one not in has]
    if not missing:
        return []
    return [
        _("It has no style named: {names}. Copy them from the house's own template, or begin with that one.").format(
            names=", ".join(missing)
        )
    ]


def _misplaced(word_file: "WordFile", named: set[str]) -> list[str]:
    """Section tags that do not stand alone in a paragraph of the body, or stand there twice."""
    alone = [paragraph.text for paragraph in word_file.paragraphs if MARK in paragraph.text]
    faults = []
    for one in sorted(named):
        times = alone.count(f"{MARK}{one}{MARK}")
        if times > 1:
            faults.append(_("The tag {tag} stands there {n} times; once is enough.").format(tag=_tag(one), n=times))
        elif not times:
            faults.append(
                _("The tag {tag} must stand alone in a paragraph of the page, not in a table, header or line.").format(
                    tag=_tag(one)
                )
            )
    return faults


def _tag(name: str) -> str:
    return f"{{{{ {name} }}}}"


def _environment() -> "Environment":
    from jinja2 import StrictUndefined
    from jinja2.sandbox import SandboxedEnvironment
    from markupsafe import Markup, escape

    def as_text(value: Any) -> Markup:
        # docxtpl replaces "{_{" after filling: with its braces written as entities, no text holds one.
        return Markup(str(escape(value)).replace("{", "&#123;").replace("}", "&#125;"))  # noqa: S704 — escaped here

    return SandboxedEnvironment(autoescape=True, undefined=StrictUndefined, finalize=as_text)
