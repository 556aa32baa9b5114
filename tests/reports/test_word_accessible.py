"""The Word files can be read by everybody: language, title, headings, tables, pictures; and other programs open them.

Needs the Debian package libreoffice-writer-nogui.
"""

import io
import subprocess
from collections.abc import Iterator
from pathlib import Path

import docx as python_docx
import pytest
from pypdf import PdfReader

from tests.reports.catalogue_field import field_phase, wrote
from tests.reports.field import code, kvistsund, star, write_finding
from tests.reports.formats.sample import sample
from tests.reports.paper import changed
from tests.reports.word_lint import complaints
from workbench.model import FindingKind
from workbench.reports import OUTLINES, Document, docx, practice_document, practice_report
from workbench.reports.catalogue import catalogue, catalogue_document
from workbench.store import Store, quotes, sources

BLOCKS = sample()
TAGS = {"da": "da-DK", "en": "en-GB"}


def practice(store: Store, language: str, outline: str) -> Document:
    """A report in which every section has something to say."""
    where = kvistsund(store)
    for kind, label in ((FindingKind.FINDING, "To steder"), (FindingKind.RECOMMENDATION, "Ét skema")):
        write_finding(
            store,
            where,
            kind,
            code="plan",
            label=label,
            body="De skriver det to gange.",
            owner="Lederen",
            criterion="X",
        )
    star(store, quotes(store, municipality=where)[0].id)
    group = next(one for one in sources(store, municipality=where) if one.name == "fg1")
    code(store, group, 2, "guide", contrary=True)
    return practice_document(
        practice_report(store, where, language=language, outline=OUTLINES[outline], internal=outline == "full")
    )


@pytest.fixture
def across(tmp_path: Path) -> Iterator[Store]:
    store = field_phase(tmp_path / "tværs")
    wrote(store, None, "plan", "Ét skema", "Lav ét skema.", recommendation=True)
    yield store
    store.close()


@pytest.mark.parametrize("outline", ["short", "full"])
@pytest.mark.parametrize("language", ["da", "en"])
def test_a_practice_report(store: Store, language: str, outline: str) -> None:
    made = practice(store, language, outline)

    assert made.pictures()
    assert complaints(docx(made), TAGS[language]) == []


@pytest.mark.parametrize("language", ["da", "en"])
def test_the_catalogue(across: Store, language: str) -> None:
    made = catalogue_document(catalogue(across, language=language))

    assert made.pictures()
    assert complaints(docx(made), TAGS[language]) == []


def test_every_kind_of_block_with_what_people_wrote() -> None:
    assert complaints(docx(BLOCKS), "da-DK") == []


@pytest.mark.parametrize(
    ("was", "becomes", "part", "complaint"),
    [
        ('w:val="da-DK"', 'w:val="en-US"', "word/styles.xml", "language in styles: ['en-US']"),
        ('w:val="da-DK"', 'w:val="en-US"', "word/settings.xml", "language in settings: ['en-US']"),
        (">Praksisrapport – Kvistsund<", "> <", "docProps/core.xml", "no title among the properties"),
        (">Sammenfatning<", "> <", "word/document.xml", "empty heading of level 1"),
        ('"Heading2"', '"Normal"', "word/document.xml", "from level 1 to 3: Dobbelt dokumentation"),
        ("<w:tblHeader/>", "", "word/document.xml", "table 2: no row of titles"),
        (">Bygger på<", "> <", "word/document.xml", "table 2: columns without a title: [2]"),
        (' w:type="fixed"', "", "word/document.xml", "table 1: its columns move"),
        ("<w:cantSplit/>", "", "word/document.xml", "table 1: a row that a page may cut"),
        ('descr="Unge: Én plan 7."', "", "word/document.xml", "picture without words: heard"),
        ('"QuoteSource"', '"Ukendt"', "word/document.xml", "no such paragraph style: ['Ukendt']"),
        ("<w:body>", "<w:body><w:p><w:ins/></w:p>", "word/document.xml", "left over: ins"),
    ],
)
def test_what_is_wrong_is_seen(was: str, becomes: str, part: str, complaint: str) -> None:
    def spoil(text: str) -> str:
        assert was in text
        return text.replace(was, becomes)

    assert complaint in complaints(changed(docx(BLOCKS), spoil, part), "da-DK")


def test_other_programs_open_them(store: Store, across: Store, tmp_path: Path) -> None:
    files = {
        "kort": practice(store, "da", "short"),
        "katalog": catalogue_document(catalogue(across, language="da")),
    }
    for name, made in files.items():
        content = docx(made)
        (tmp_path / f"{name}.docx").write_bytes(content)
        opened = python_docx.Document(io.BytesIO(content))
        headings = [one.text for one in opened.paragraphs if one.style and one.style.name == "Heading 1"]
        assert headings == [section.title for section in made.sections]
        assert len(opened.inline_shapes) == len(made.pictures())

    subprocess.run(
        [
            "soffice", f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless",
            "--convert-to", "pdf", "--outdir", tmp_path, *(tmp_path / f"{name}.docx" for name in files),
        ],
        check=True, capture_output=True, timeout=180,
    )  # fmt: skip

    for name, made in files.items():
        pages = [page.extract_text() for page in PdfReader(tmp_path / f"{name}.pdf").pages]
        seen = " ".join(" ".join(pages).split())
        assert [one.title for one in made.sections if one.title not in seen] == []
        assert not any(len(page.split("\n")) < 3 for page in pages)
