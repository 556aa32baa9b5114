"""Text that would be an order somewhere is shown as text everywhere: in reports, in templates and in tables."""

import csv
import io
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import lxml.html
import pytest
from docx import Document as WordFile
from lxml import etree
from markdown_it import MarkdownIt
from openpyxl import load_workbook
from pypdf import PdfReader

from tests.reports.field import BARRIER, WISH, add, code, municipality, see_all, star, write_finding
from tests.reports.test_template import changed, faults
from tests.reports.test_word import words
from workbench.__main__ import main
from workbench.codebook import parse
from workbench.config import PROJECT_FILE
from workbench.model import FindingKind
from workbench.reports import FULL, Document, docx, html, markdown, pdf, practice_document, practice_report, svg
from workbench.reports.catalogue import catalogue, catalogue_document
from workbench.reports.plain import plain
from workbench.store import Store, add_codebook

ORDERS = (
    "{{ 7*7 }}", "{% raw %}", "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "]]>", '#eval("1+1")', "$x$",
    "&lt;", "`id`", "[a](javascript:b)", "=cmd|' /C calc'!A0", "@SUM(A1)", "\x1b]52;c;eA==\x07", "\u202eod\u2066",
)  # fmt: skip
"""What Jinja, a browser, XML, Typst, TeX, Markdown, a spreadsheet and a terminal would take for their own."""
FORMULAS = ("=cmd|' /C calc'!A0", "@SUM(A1)", "+1+1", "-1+1")
OBEYED = re.compile(
    "[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x9f\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069\\ufeff]"
)
OFF = ("script", "img", "iframe", "object", "embed", "a", "link", "form", "meta")


def said(about: str, orders: tuple[str, ...] = ORDERS) -> str:
    """A text that names its carrier and holds every order."""
    return f"{about} {' '.join(orders)} slut"


NAME = "Byen {{ 7*7 }} <b>&]]> #eval $x$ \x1b[31m\u202e"
"""Of a municipality: short enough to stand in a figure."""
CARRIERS = ("citat", "overskrift", "tekst", "kriterie", "ansvarlig", "projekt", "formål", "afgrænsning")


@dataclass(frozen=True)
class Field:
    store: Store
    where: str
    quotes: tuple[str, ...]
    """Ids of codings."""


@pytest.fixture
def field(store: Store) -> Field:
    """Three municipalities where every free text is hostile; in the first everything is there."""
    settings = replace(
        store.settings,
        name=said("projekt", (*ORDERS, '"""')),
        report_purpose=said("formål"),
        report_scope=said("afgrænsning"),
    )
    (store.root / PROJECT_FILE).write_text(settings.to_toml(), encoding="utf-8")
    store = Store.open(store.root, person="Maja")
    places, marked = [], []
    for number in range(3):
        where = municipality(store, f"{NAME}{number}", code=str(990 + number))
        group = add(
            store,
            where,
            said(f"kilde {number}"),
            [("S1", said("citat")), ("S2", said("ønske")), ("S3", FORMULAS[0]), ("X", said("fremmed"))],
            {"S1": "caseworker", "S2": "caseworker", "S3": "caseworker", "X": said("rolle")},
        )
        marked = [code(store, group, turn, "plan", WISH if turn == 2 else BARRIER) for turn in (1, 2, 3, 4)]
        see_all(store, group)
        places.append(where)
    star(store, marked[0])
    for kind in FindingKind:
        write_finding(
            store, places[-1], kind, code="plan", label=said("overskrift"), body=said("tekst"),
            criterion=said("kriterie"), owner=said("ansvarlig"), sources=[said("kilde 2")],
        )  # fmt: skip
    return Field(store, places[-1], tuple(marked))


def report(field: Field) -> Document:
    return practice_document(practice_report(field.store, field.where, language="da", outline=FULL, internal=True))


def across(field: Field) -> Document:
    return catalogue_document(catalogue(field.store, language="da"))


def shown(text: str) -> str:
    """Without spaces: lines are broken, and symbols set, as a page needs it."""
    return "".join(text.split())


def missing(seen: str, *, several: tuple[str, ...] = CARRIERS) -> list[str]:
    """The carriers whose text is not there, whole and unchanged."""
    looked = shown(seen)
    return [one for one in several if shown(plain(said(one))) not in looked]


def without_marks(text: str) -> str:
    """The project's name ends in quotation marks of its own."""
    return text.replace('""" ', "").replace('"""', "")


def test_word(field: Field) -> None:
    content = docx(report(field))

    seen = " ".join(words(content))
    assert missing(without_marks(seen)) == []
    assert shown(plain(f"{NAME}2")) in shown(seen)
    assert OBEYED.search(seen) is None
    properties = WordFile(io.BytesIO(content)).core_properties
    assert OBEYED.search(properties.title) is None
    assert plain(NAME) in properties.title


def test_html(field: Field) -> None:
    for made in (report(field), across(field)):
        page = lxml.html.document_fromstring(html(made))
        seen = page.text_content()
        if made.kind == "practice":
            assert missing(without_marks(seen)) == []
        assert shown(plain(f"{NAME}2")) in shown(seen)
        assert OBEYED.search(html(made)) is None
        assert [one.tag for one in page.iter(*OFF) if one.tag not in ("meta", "a")] == []
        assert [name for one in page.iter() for name in one.attrib if name.startswith("on")] == []
        links = [one.get("href", "") for one in page.iter("a", "use", "image")]
        assert [one for one in links if not one.startswith("#")] == []


def test_markdown(field: Field) -> None:
    for made in (report(field), across(field)):
        page = lxml.html.document_fromstring(
            MarkdownIt("commonmark", {"html": True}).enable("table").render(markdown(made))
        )
        seen = page.text_content()
        if made.kind == "practice":
            assert missing(without_marks(seen)) == []
        assert shown(plain(f"{NAME}2")) in shown(seen)
        assert OBEYED.search(seen) is None
        assert [one.tag for one in page.iter(*OFF)] == []


def test_pdf(field: Field) -> None:
    for made in (report(field), across(field)):
        pages = PdfReader(io.BytesIO(pdf(made)))
        seen = "".join(page.extract_text() for page in pages.pages)
        if made.kind == "practice":
            # Names of signs that no typeface holds stand in brackets; the order of what is left is theirs.
            for order in ("{{ 7*7 }}", "<script>alert(1)</script>", '#eval("1+1")', "$x$", "=cmd|' /C calc'!A0"):
                assert shown(seen).count(shown(order)) >= len(CARRIERS), order
        assert shown("Byen {{ 7*7 }} <b>&]]> #eval $x$") in shown(seen)
        assert OBEYED.search(seen) is None


def test_figures(field: Field) -> None:
    drawn = [
        svg(one.figure, id=one.id, alt=one.alt, language="da")
        for one in (*across(field).pictures(), *report(field).pictures())
    ]

    assert drawn
    for one in drawn:
        assert OBEYED.search(one.decode()) is None
        assert {etree.QName(each).localname for each in etree.fromstring(one).iter(etree.Element)}.isdisjoint(
            {"script", "a"}
        )
    assert shown(plain(NAME)) in shown(" ".join("".join(etree.fromstring(one).itertext()) for one in drawn))


@pytest.fixture
def asked(field: Field, monkeypatch: pytest.MonkeyPatch) -> Iterator[Field]:
    monkeypatch.setenv("WORKBENCH_PROJECT", str(field.store.root))
    monkeypatch.setenv("WORKBENCH_LANG", "en")
    yield field


def test_tables_of_quotes(asked: Field, tmp_path: Path) -> None:
    table, workbook = tmp_path / "citater.csv", tmp_path / "citater.xlsx"

    assert main(["quotes", "--csv", str(table), "--xlsx", str(workbook)]) == 0

    rows = list(csv.reader(io.StringIO(table.read_text("utf-8-sig")), delimiter=";"))
    sheet = load_workbook(workbook).active
    assert sheet is not None
    cells = [cell for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells if cell.value} == {"s"}
    assert all(cell.quotePrefix for cell in cells if cell.value)
    for text in (plain(said("citat")), plain(f"{NAME}2")):
        assert any(text in cell for row in rows for cell in row), text
        assert any(text in str(cell.value) for cell in cells), text
    assert f"'{FORMULAS[0]}" in {cell for row in rows for cell in row}
    assert FORMULAS[0] in {cell.value for cell in cells}
    assert [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@", "\t", "\r"))] == []
    assert OBEYED.search(table.read_text("utf-8-sig")) is None


def test_tables_of_codebooks(asked: Field, tmp_path: Path) -> None:
    text = {"definition": said("definition", ORDERS[:-2]), "examples": ["Vi mødes hver uge."], "keywords": [*FORMULAS]}
    codes = [
        {"id": f"k{number}", "name": {"da": formula, "en": said("name", ORDERS[:-2])}, **text, "include": [formula]}
        for number, formula in enumerate(FORMULAS)
    ]
    hostile = {"id": "fremmed", "version": "0.1.0", "name": {"da": "Fremmed", "en": "Foreign"}, "codes": codes}
    with asked.store.command("codebooks add") as command:
        add_codebook(command, parse(json.dumps(hostile)))

    assert main(["codebooks", "export", "fremmed", "--format", "table", str(tmp_path / "koder.csv")]) == 0

    rows = list(csv.DictReader(io.StringIO((tmp_path / "koder.csv").read_text("utf-8-sig"))))
    assert [row["name_da"] for row in rows] == [f"'{one}" for one in FORMULAS]
    assert [row["include"] for row in rows] == [f"'{one}" for one in FORMULAS]
    assert {row["definition"] for row in rows} == {said("definition", ORDERS[:-2])}
    assert [cell for row in rows for cell in row.values() if cell.startswith(("=", "+", "-", "@"))] == []


@pytest.mark.parametrize(
    "tag", ["{{ 7*7 }}", "{{ title|upper }}", "{% for one in range(9) %}x{% endfor %}", "{{ 'x'*9 }}", "{# x #}"]
)
def test_a_template_that_would_work_something_out_is_named(tmp_path: Path, tag: str) -> None:
    found = faults(changed(tmp_path, tag, "{{ summary }}"))

    named = re.findall(r"\{[{%#].*?[}%#]\}", tag)
    example = "A tag is one name in double braces, such as {{ municipality }}."
    assert found == tuple(f"A tag cannot be read: {one}. {example}" for one in named)


def test_a_templates_own_text_stays(field: Field, tmp_path: Path) -> None:
    own = "Eget <script>alert(1)</script> =cmd|' /C calc'!A0 @SUM(A1) ]]> #eval(\"1\") $x$ &lt; { 7*7 } slut"

    assert words(docx(report(field), changed(tmp_path, own, "{{ title }}", "{{ summary }}")))[:2] == [
        own,
        "Praksisrapport",
    ]
