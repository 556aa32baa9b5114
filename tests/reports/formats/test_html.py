"""The HTML file: one page that loads nothing, says what the document says, and can be found one's way in."""

import re
from collections.abc import Callable
from dataclasses import replace
from html import escape

import lxml.html
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml.html import HtmlElement

from tests.reports.formats.sample import hostile, sample
from workbench.reports import html
from workbench.reports.document import (
    Block,
    Box,
    BoxItem,
    Cell,
    Document,
    Heading,
    Place,
    Prose,
    Quotation,
    Run,
    Section,
    Shape,
    Table,
    Tone,
    Words,
)
from workbench.reports.plain import plain

SVG = "{http://www.w3.org/2000/svg}"
POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"


@pytest.fixture(scope="module")
def page() -> HtmlElement:
    return _page(html(sample()))


def test_head(page: HtmlElement) -> None:
    assert page.get("lang") == "da-DK"
    assert page.findtext("head/title") == "Praksisrapport – Kvistsund"
    assert page.xpath("string(//meta[@http-equiv='Content-Security-Policy']/@content)") == POLICY
    assert _page(html(sample("en"))).get("lang") == "en-GB"
    assert _page(html(replace(sample(), subtitle=""))).findtext("head/title") == "Praksisrapport"


def test_landmarks(page: HtmlElement) -> None:
    assert [element.tag for element in page.xpath("body/*")] == ["header", "nav", "main"]
    assert _lines(page.xpath("body/header")[0]) == [
        "Ungeindsats 2026",
        "Praksisrapport",
        "Kvistsund",
        "Status",
        "Foreløbig: 40 af 52 afsnit behandlet",
        "Data fra",
        "3. marts 2026",
        "Tallene viser, hvad der blev sagt.",
    ]
    assert [_text(link) for link in page.xpath("//nav//a")] == [
        "Sammenfatning",
        "Hvem der blev hørt",
        "Én plan",
        "Metode",
    ]


def test_headings_in_order(page: HtmlElement) -> None:
    found = [(int(element.tag[1]), _text(element)) for element in page.xpath("//h1|//h2|//h3|//h4|//h5")]

    assert found == [
        (1, "Praksisrapport"),
        (2, "Indhold"),
        (2, "Sammenfatning"),
        (2, "Hvem der blev hørt"),
        (3, "Hvad der mangler"),
        (2, "Én plan"),
        (3, "Det betyder"),
        (3, "Hvad interviewene viser"),
        (4, "Dobbelt dokumentation"),
        (3, "Anbefalinger"),
        (2, "Metode"),
    ]


def test_links_and_labels_lead_somewhere(page: HtmlElement) -> None:
    ids = page.xpath("//@id")
    named = [name.removeprefix("#") for name in page.xpath("//@href|//@aria-labelledby")]

    assert len(ids) == len(set(ids))
    assert set(named) <= set(ids)


def test_tables_name_their_columns_and_rows(page: HtmlElement) -> None:
    table = page.xpath("//table[caption]")[0]

    assert _text(table.find("caption")) == "Hvem der blev hørt"
    assert [(_text(cell), cell.get("scope")) for cell in table.iter("th")] == [
        ("Gruppe", "col"),
        ("Personer", "col"),
        ("Unge", "row"),
        ("Ledere", "row"),
    ]
    assert [_text(cell) for cell in table.iter("td")] == ["7", "færre end 3"]
    assert [column.get("style") for column in table.iter("col")] == ["width: 37.5%", "width: 62.5%"]


def test_quotes_stand_with_whom_they_are_by(page: HtmlElement) -> None:
    found = page.xpath("//main//figure[blockquote]")

    assert [(_text(one.find("blockquote")), _text(one.find("figcaption"))) for one in found] == [
        ("“Vi skriver det samme to steder.”", "– Ungeguide · 1f2e3d4c"),
        ("“Vi skriver det samme to steder.”", "– Ungeguide · Overblik · 5b6a7988"),
        ("“Lad os få ét skema.”", "– Ungeguide · 99aa00bb"),
    ]


def test_a_box_is_a_list_under_its_heading(page: HtmlElement) -> None:
    box = page.xpath("//*[@class='box']")[0]

    assert [_lines(item) for item in box.iter("li")] == [
        ["Lad de unge skrive med", "Et fast punkt på hvert møde.", "Bygger på: 3 udsagn"],
        ["Ét skema", "“Lad os få ét skema.”", "– Ungeguide · ", "99aa00bb"],
    ]


def test_figures_are_drawn_and_told(page: HtmlElement) -> None:
    found = page.xpath("//figure[.//*[local-name()='svg']]")

    assert [(_text(one.find("figcaption")), _told(one)) for one in found] == [
        ("Figur 2. Hvem talte om hvad", "Unge: Én plan 7."),
        ("Figur 1. Barrierer og fremmere", "Dobbelt dokumentation: 8 barrierer. Overblik: 3 fremmere."),
        ("Figur 3. Rejsens følelse", "Første møde: ned. Praktik: op."),
    ]


def test_what_people_wrote(page: HtmlElement) -> None:
    section = page.xpath("//section[h2[.='Én plan']]")[0]
    written = section.xpath(".//h3[.='Det betyder']")[0]
    paragraph = written.getprevious()

    assert section.get("class") == "new-page"
    assert re.sub(r"\n", "", lxml.html.tostring(paragraph, encoding="unicode")) == (
        "<p>Planen er <strong>ikke</strong> deres egen, og <em>det ved de</em></p>"
    )
    lists = [(one.tag, _lines(one)) for one in written.itersiblings("ul", "ol")]
    assert lists[:2] == [
        ("ul", ["at ingen følger op", "at mødet gentages"]),
        ("ol", ["først spørge", "så skrive"]),
    ]


@pytest.mark.parametrize("document", [sample(), hostile()], ids=["sample", "hostile"])
def test_nothing_is_loaded_and_nothing_runs(document: Document) -> None:
    page = _page(html(document))
    tags = {element.tag for element in page.iter() if isinstance(element.tag, str)}
    attributes = {str(name) for element in page.iter() for name in element.attrib}

    assert not tags & {"script", "link", "img", "iframe", "object", "embed", "base", "form"}
    assert not {name for name in attributes if name.startswith("on") or name in ("src", "srcset", "action", "data")}
    assert all(target.startswith("#") for target in page.xpath("//@*[local-name()='href']"))
    assert not re.search(r"url\(|@import|expression", page.findtext("head/style") or "")
    assert not any("url(" in style for style in page.xpath("//@style"))


CASES: tuple[tuple[Callable[[str], Block], str], ...] = (
    (lambda text: Words(text), "<p>{}</p>"),
    (lambda text: Words(text, Tone.NOTE), "<p class='note'>{}</p>"),
    (
        lambda text: Place("p", "", tuple(Prose((Run(text, bold=True),), shape) for shape in list(Shape)[:3])),
        "<p><strong>{}</strong></p><ul><li><strong>{}</strong></li></ul><ol><li><strong>{}</strong></li></ol>",
    ),
    (
        lambda text: Quotation(text, text, "0badc0de", text),
        "<figure class='quote'><blockquote><p>{}</p></blockquote>"
        "<figcaption>– {} · {} · <code>0badc0de</code></figcaption></figure>",
    ),
    (
        lambda text: Box(text, (BoxItem(text, text, evidence=text),)),
        "<section class='box'><h3>{}</h3><ul><li><p class='strong'>{}</p><p>{}</p><p class='evidence'>{}</p></li></ul>"
        "</section>",
    ),
    (
        lambda text: Table((text, ""), ((Cell.of(text), Cell()),), (8.0, 8.0), caption=text),
        "<div class='scroll' role='group' tabindex='0' aria-label='{}'><table><caption>{}</caption>"
        "<colgroup><col style='width: 50.0%'><col style='width: 50.0%'></colgroup>"
        "<thead><tr><th scope='col'>{}</th><td></td></tr></thead>"
        "<tbody><tr><th scope='row'><p>{}</p></th><td></td></tr></tbody></table></div>",
    ),
)
"""Blocks with a text in every place, and the elements they become."""


@given(st.text(min_size=1).map(plain).filter(str.strip), st.sampled_from(CASES))
def test_any_text_is_read_back(text: str, case: tuple[Callable[[str], Block], str]) -> None:
    block, elements = case
    section = Section("areas", "Én plan", (Heading("x"), block(text)))

    found = _page(html(replace(sample(), title=text, sections=(section,))))
    expected = _page(f"<section><h2>Én plan</h2><h3>x</h3>{elements.replace('{}', escape(text))}</section>")

    after = "h3[1]/following-sibling::*"
    assert _elements(found.xpath(f"//main/section/{after}")) == _elements(expected.xpath(f"body/section/{after}"))
    assert "".join(found.xpath("//title/text()|//h1/text()")) == f"{text} – Kvistsund{text}"


def _page(text: str) -> HtmlElement:
    return lxml.html.document_fromstring(text)


def _text(element: HtmlElement) -> str:
    return " ".join("".join(element.itertext()).split())


def _lines(element: HtmlElement) -> list[str]:
    return [text for text in element.itertext() if text.strip()]


def _told(figure: HtmlElement) -> str:
    """What a screen reader says instead of the drawing."""
    drawing = figure.xpath(".//*[local-name()='svg']")[0]
    assert drawing.get("role") == "img"
    return _text(figure.xpath(f".//*[@id='{drawing.get('aria-labelledby')}']")[0])


def _elements(roots: list[HtmlElement]) -> list[tuple[str, dict[str, str], str]]:
    """Every element with its attributes and its text, spaces aside."""
    return [
        (str(element.tag), {str(name): str(value) for name, value in element.attrib.items()}, _letters(element))
        for root in roots
        for element in root.iter()
    ]


def _letters(element: HtmlElement) -> str:
    return "".join("".join(element.itertext()).split())
