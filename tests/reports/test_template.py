"""The house's Word template: filled when it is whole, and told what is wrong when it is not."""

import io
from pathlib import Path

import pytest
from docx import Document

from tests.reports.field import kvistsund
from tests.reports.test_word import report, words
from workbench.errors import InvalidFileError
from workbench.reports import HOUSE, check_template, docx
from workbench.reports.template import PARAGRAPHS, SECTIONS, TEXTS
from workbench.store import Store


def changed(folder: Path, *paragraphs: str, header: str = "", cell: str = "") -> Path:
    """The house's template with its tags replaced by these paragraphs."""
    document = Document(str(HOUSE))
    for paragraph in list(document.paragraphs):
        document.element.body.remove(paragraph._p)
    for one in paragraphs:
        document.add_paragraph(one)
    if header:
        document.sections[0].header.paragraphs[0].text = header
    if cell:
        document.add_table(1, 1).cell(0, 0).text = cell
    file = folder / "own.docx"
    document.save(str(file))
    return file


def faults(file: Path) -> tuple[str, ...]:
    return check_template(file.read_bytes(), "own.docx").faults


def test_the_houses_own_is_whole() -> None:
    found = check_template(HOUSE.read_bytes(), "house.docx")

    assert (found.faults, found.notes) == ((), ())


def test_own_text_header_and_order_stay(store: Store, tmp_path: Path) -> None:
    own = changed(
        tmp_path,
        "Bureauet for ungeanalyser",
        "{{ method }}",
        "Vores egen tekst om {{ municipality }}.",
        "{{ summary }}",
    )

    found = words(docx(report(store, kvistsund(store)), own))

    assert found[:2] == ["Bureauet for ungeanalyser", "Method"]
    assert found[found.index("Vores egen tekst om Kvistsund.") + 1] == "Summary"
    assert "Knowledge base" not in found


def test_tags_that_word_split_into_runs(store: Store, tmp_path: Path) -> None:
    file = changed(tmp_path, "")
    document = Document(str(file))
    paragraph = document.paragraphs[0]
    for piece in ("{", "{ meth", "od }", "}"):
        paragraph.add_run(piece).bold = piece == "od }"
    document.save(str(file))

    assert words(docx(report(store, kvistsund(store)), file))[0] == "Method"


def test_what_it_leaves_out_is_noted(tmp_path: Path) -> None:
    found = check_template(changed(tmp_path, "{{ summary }}", "{{ areas }}").read_bytes(), "own.docx")

    left = ", ".join(one for one in SECTIONS if one not in ("summary", "areas"))
    assert (found.faults, found.notes) == ((), (f"It has no tag for: {left}. Those sections are left out.",))


FAULTS = {
    "an unknown tag": (
        ("{{ kommune }}", "{{ summary }}"),
        f"The tag {{{{ kommune }}}} is not known. Known tags: {', '.join((*TEXTS, *SECTIONS))}.",
    ),
    "a tag left open": (("{% for one in summary %}",), "A tag cannot be read: "),
    "code that reaches out": (("{{ title.__class__.__mro__ }}", "{{ summary }}"), "A tag cannot be read: "),
    "no section": (("{{ title }}",), "There is no tag for any section, such as {{ summary }}."),
    "twice": (("{{ summary }}", "{{ summary }}"), "The tag {{ summary }} stands there 2 times; once is enough."),
    "within a line": (
        ("Se {{ summary }}",),
        "The tag {{ summary }} must stand alone in a paragraph of the page, not in a table, header or line.",
    ),
}


@pytest.mark.parametrize(("paragraphs", "message"), FAULTS.values(), ids=FAULTS.keys())
def test_faults(store: Store, tmp_path: Path, paragraphs: tuple[str, ...], message: str) -> None:
    own = changed(tmp_path, *paragraphs)

    [fault] = faults(own)
    with pytest.raises(InvalidFileError) as refused:
        docx(report(store, kvistsund(store)), own)

    assert fault.startswith(message)
    assert refused.value.message == f"{own} cannot be used as a report template: {fault}"


def test_sections_in_a_table_or_a_header(tmp_path: Path) -> None:
    where = "must stand alone in a paragraph of the page, not in a table, header or line."

    assert faults(changed(tmp_path, "{{ method }}", header="{{ areas }}", cell="{{ summary }}")) == (
        f"The tag {{{{ areas }}}} {where}",
        f"The tag {{{{ summary }}}} {where}",
    )


def test_styles_that_are_gone(tmp_path: Path) -> None:
    document = Document()
    document.add_paragraph("{{ summary }}")
    saved = io.BytesIO()
    document.save(saved)

    [fault] = check_template(saved.getvalue(), "own.docx").faults

    has = {style.name for style in document.styles}
    missing = [one for one in (*PARAGRAPHS, "Quote Id", "House Table", "Facts", "Box") if one not in has]
    assert fault == (
        f"It has no style named: {', '.join(missing)}. Copy them from the house's own template, or begin with that one."
    )


@pytest.mark.parametrize("content", [b"", b"not a zip", b"PK\x03\x04 half a zip"])
def test_what_is_no_word_file(content: bytes) -> None:
    with pytest.raises(InvalidFileError) as refused:
        check_template(content, "own.docx")

    assert refused.value.message == "own.docx is no Word file that can be used as a template."


def test_a_template_that_is_not_there(store: Store, tmp_path: Path) -> None:
    with pytest.raises(InvalidFileError) as refused:
        docx(report(store, kvistsund(store)), tmp_path / "væk.docx")

    assert "cannot be read: No such file or directory" in refused.value.message
