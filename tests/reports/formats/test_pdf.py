"""The PDF: fit for archives and screen readers, the same bytes every time, and text is text."""

import hashlib
import io
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from lxml import etree
from pypdf import PdfReader

from tests.reports.formats.sample import HOSTILE, hostile, sample
from workbench.reports import pdf
from workbench.reports.document import Box, BoxItem, Heading, Quotation, Section, Words
from workbench.reports.plain import plain

ROOT = Path(__file__).parents[3]


@pytest.fixture(scope="module")
def reader() -> PdfReader:
    return _reader(pdf(sample()))


def test_says_what_it_is(reader: PdfReader) -> None:
    catalogue: Any = reader.trailer["/Root"]
    info = reader.metadata

    assert catalogue["/Lang"] == "da-DK"
    assert catalogue["/MarkInfo"]["/Marked"].value is True
    assert catalogue["/ViewerPreferences"]["/DisplayDocTitle"].value is True
    assert info is not None
    assert (info.title, info.subject) == ("Praksisrapport – Kvistsund", "Foreløbig: 40 af 52 afsnit behandlet")
    assert info.creation_date == info.modification_date == sample().dated
    assert _reader(pdf(sample("en"))).trailer["/Root"]["/Lang"] == "en-GB"  # type: ignore[index]


def test_claims_the_standards_for_archives_and_screen_readers(reader: PdfReader) -> None:
    catalogue: Any = reader.trailer["/Root"]
    told = etree.fromstring(catalogue["/Metadata"].get_object().get_data())

    claimed = {
        etree.QName(element).localname: element.text for element in told.iter("{*}part", "{*}conformance", "{*}title")
    }
    parts = [(etree.QName(one).namespace, one.text) for one in told.iter("{*}part")]
    assert sorted(parts) == [("http://www.aiim.org/pdfa/ns/id/", "2"), ("http://www.aiim.org/pdfua/ns/id/", "1")]
    assert claimed["conformance"] == "A"


def test_headings_in_reading_order(reader: PdfReader) -> None:
    found = [(kind, element["/T"]) for kind, element in _structure(reader) if kind[1:].isdigit() and kind[0] == "H"]

    assert found == [
        ("H1", "Sammenfatning"),
        ("H1", "Hvem der blev hørt"),
        ("H2", "Hvad der mangler"),
        ("H1", "Én plan"),
        ("H2", "Det betyder"),
        ("H2", "Hvad interviewene viser"),
        ("H3", "Dobbelt dokumentation"),
        ("H2", "Anbefalinger"),
        ("H1", "Metode"),
    ]


def test_tables_have_titles_of_columns(reader: PdfReader) -> None:
    tables = [element for kind, element in _structure(reader) if kind == "Table"]

    assert [[kind for kind, _ in _below(table) if kind in ("Caption", "TR", "TH", "TD")] for table in tables] == [
        ["TR", "TH", "TH", "TR", "TD", "TD"],
        ["Caption", "TR", "TH", "TH", "TR", "TD", "TD", "TR", "TD", "TD"],
    ]


def test_figures_are_told_in_words(reader: PdfReader) -> None:
    assert [element["/Alt"] for kind, element in _structure(reader) if kind == "Figure"] == [
        "Unge: Én plan 7.",
        "Dobbelt dokumentation: 8 barrierer. Overblik: 3 fremmere.",
        "Første møde: ned. Praktik: op.",
    ]


def test_quotes_and_lists_are_marked_as_such(reader: PdfReader) -> None:
    kinds = [kind for kind, _ in _structure(reader)]

    assert (kinds.count("BlockQuote"), kinds.count("L"), kinds.count("LI")) == (2, 3, 6)


def test_pages_say_whose_they_are(reader: PdfReader) -> None:
    second, last = (_words(reader.pages[number].extract_text()) for number in (1, -1))

    # The second page begins with the chapter that asks for a page of its own.
    assert second.startswith("Praksisrapport·KvistsundForeløbig:40af52afsnitbehandletÉnplan12udsagn")
    assert last.endswith(f"Side{len(reader.pages)}af{len(reader.pages)}")
    assert "Praksisrapport·" not in _words(reader.pages[0].extract_text())


def test_everything_is_there_in_order(reader: PdfReader) -> None:
    text = _words("".join(page.extract_text() for page in reader.pages))
    told = (
        "Ungeindsats 2026", "Praksisrapport", "Kvistsund", "Data fra: 3. marts 2026",
        "Tallene viser, hvad der blev sagt.", "Sammenfatning", "De unge kender ikke deres plan", "færre end 3",
        "Figur 2. Hvem talte om hvad", "• Ledere er ikke hørt.", "Planen er ikke deres egen, og det ved de",
        "• at mødet gentages", "1. først spørge", "2. så skrive", "Figur 1. Barrierer og fremmere",
        "“Vi skriver det samme to steder.”", "– Ungeguide · Overblik · 5b6a7988", "Også nævnt: overlevering.",
        "Lad de unge skrive med", "Bygger på: 3 udsagn", "“Lad os få ét skema.”", "Kodet med ungekodebogen.",
    )  # fmt: skip

    places = [text.find(_words(one)) for one in told]
    assert -1 not in places
    assert places == sorted(places)


def test_a_long_report_lists_its_contents() -> None:
    names = [f"Kapitel {number}" for number in range(1, 10)]
    sections = tuple(Section("areas", name, (Words("x"),), new_page=True) for name in names)
    long, short = (_reader(pdf(replace(sample(), sections=some))) for some in (sections, sections[:8]))

    assert "Indhold" not in short.pages[0].extract_text()
    first = _words(long.pages[0].extract_text()).replace(".", "")
    assert first.partition("Indhold")[2].startswith("".join(f"Kapitel{n}{n + 1}" for n in range(1, 10)))


def test_hostile_text_is_text() -> None:
    pages = _reader(pdf(hostile())).pages
    text = _words("".join(page.extract_text() for page in pages))
    shown = _words(HOSTILE.replace("🙂", "[slightly smiling face]") + " [symbol for null]")

    assert text.count(_words('{{ 7*7 }} <script>alert(1)</script> #eval("1") $x^2$ =SUM(A1) ---')) > 20
    assert shown in text
    assert "☺" in text


def test_a_part_too_long_for_one_page_is_not_cut_off() -> None:
    long = " ".join(f"ord{number}" for number in range(1500))
    blocks = (Box("Anbefalinger", (BoxItem("Lang", long),)), Heading("x"), Quotation(long, "Ung", "0badc0de"))
    pages = _reader(pdf(replace(sample(), sections=(Section("areas", "Én plan", blocks),)))).pages
    texts = [page.extract_text() for page in pages]

    assert "".join(texts).count("ord1499") == 2
    assert max(text.count("ord") for text in texts) < 1000  # what hangs over the edge counts as on the page


@given(st.text(min_size=1, max_size=40).map(plain))
@example("\U0001f3fb")
@example("\ue000\u6f22")
def test_any_text_can_be_printed(text: str) -> None:
    section = Section("areas", text or "x", (Words(text), Quotation(text, text, "0badc0de", text)))

    assert pdf(replace(sample(), title=text, sections=(section,))).startswith(b"%PDF-1.7")


def test_same_bytes_from_two_processes() -> None:
    program = (
        "import hashlib; from tests.reports.formats.sample import sample; from workbench.reports import pdf;"
        "print(hashlib.sha256(pdf(sample())).hexdigest())"
    )
    made = {
        subprocess.run(
            [sys.executable, "-c", program],
            capture_output=True,
            text=True,
            check=True,
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "SOURCE_DATE_EPOCH": seed},
        ).stdout
        for seed, zone in (("1", "UTC"), ("2", "Asia/Tokyo"))
    }

    assert made == {hashlib.sha256(pdf(sample())).hexdigest() + "\n"}


def test_without_typst_it_says_what_to_install() -> None:
    program = (
        "import sys; sys.modules['typst'] = None\n"
        "from tests.reports.formats.sample import sample\n"
        "from workbench.errors import WorkbenchError\n"
        "from workbench.reports import pdf\n"
        "try:\n    pdf(sample())\n"
        "except WorkbenchError as error:\n    print(error.message, error.hint, error.exit_code)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, cwd=ROOT)

    assert done.stdout == (
        "PDF files need Typst, which is not installed. Install it with: pip install 'ungeindsats-workbench[pdf]' 1\n"
    )


def _reader(content: bytes) -> PdfReader:
    return PdfReader(io.BytesIO(content), strict=True)


def _structure(reader: PdfReader) -> Iterator[tuple[str, Any]]:
    """Every element of the structure tree with its kind, in reading order."""
    catalogue: Any = reader.trailer["/Root"]
    return _below(catalogue["/StructTreeRoot"])


def _below(element: Any) -> Iterator[tuple[str, Any]]:
    children = element.get("/K", [])
    for child in children if isinstance(children, list) else [children]:
        found = child.get_object()
        if isinstance(found, dict) and "/S" in found:
            yield found["/S"].removeprefix("/"), found
            yield from _below(found)


def _words(text: str) -> str:
    """Without spaces: a PDF has places instead."""
    return "".join(text.split())
