"""The Markdown file says what the document says, and nothing in it is taken for markup."""

from collections.abc import Callable
from dataclasses import replace
from html import escape

import lxml.html
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from tests.reports.formats.sample import hostile, sample
from workbench.reports import markdown
from workbench.reports.document import (
    Block,
    Box,
    BoxItem,
    Bullets,
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

_MARKS = st.sampled_from(list(" ab1.,-+=#*_`~[](){}<>&|\\$!:;/\"'“æ🙂\u00a0"))
TEXTS = st.text(_MARKS | st.characters(), min_size=1, max_size=30).map(plain).filter(str.strip)


def test_whole() -> None:
    assert (
        markdown(sample())
        == """\
# Praksisrapport: Kvistsund

Ungeindsats 2026

- **Status:** Foreløbig: 40 af 52 afsnit behandlet
- **Data fra:** 3. marts 2026

Tallene viser, hvad der blev sagt.

## Sammenfatning

| Fokusområde | Bygger på |
| --- | --- |
| **Én plan**<br>De unge kender ikke deres plan | 12 udsagn, 4 kilder |

## Hvem der blev hørt

**Hvem der blev hørt**

| Gruppe | Personer |
| --- | :---: |
| **Unge** | 7 |
| **Ledere** | færre end 3 |

**Figur 2. Hvem talte om hvad**

|  | Én plan |
| --- | :---: |
| Unge | 7 |
| Ledere | · |

### Hvad der mangler

- Ledere er ikke hørt.
- Få udsagn om: Én indgang.

## Én plan

12 udsagn, 4 kilder

**De unge kender ikke deres plan**

Planen er **ikke** deres egen, og *det ved de*

### Det betyder

- at ingen følger op
- at mødet gentages

1. først spørge
2. så skrive

**Figur 1. Barrierer og fremmere**

|  | Barrierer | Fremmere |
| --- | :---: | :---: |
| Dobbelt dokumentation | 8 | 0 |
| Overblik | 1 | 3 |

**Figur 3. Rejsens følelse**

| Trin | Medianfølelse | Rejser |
| --- | :---: | :---: |
| Første møde | −1½ | n = 7 |
| Praktik | +1 | n = 6 |

### Hvad interviewene viser

#### Dobbelt dokumentation

> “Vi skriver det samme to steder.”\\
> – Ungeguide `1f2e3d4c`

> “Vi skriver det samme to steder.”\\
> – Ungeguide · Overblik `5b6a7988`

Også nævnt: overlevering.

### Anbefalinger

- **Lad de unge skrive med**

  Et fast punkt på hvert møde.

  Bygger på: 3 udsagn

- **Ét skema**

  > “Lad os få ét skema.”\\
  > – Ungeguide `99aa00bb`

## Metode

Kodet med ungekodebogen.
"""
    )


def test_catalogue_has_no_subtitle() -> None:
    assert markdown(_only(Words("x"), subtitle="")) == "# Praksisrapport\n\n## Én plan\n\nx\n"


def test_hostile_text_is_text() -> None:
    tokens = MarkdownIt("commonmark").enable("table").parse(markdown(hostile()))
    inline = {child.type for token in tokens for child in token.children or ()}

    # Tags are those of this house: line breaks in cells, and emphasis that touches other emphasis.
    assert inline - {"text", "text_special", "strong_open", "strong_close", "code_inline", "hardbreak"} == {
        "html_inline"
    }
    assert {child.content for token in tokens for child in token.children or () if child.type == "html_inline"} == {
        "<strong>",
        "</strong>",
        "<em>",
        "</em>",
    }


CASES: tuple[tuple[Callable[[str], tuple[Block, ...]], str], ...] = (
    (lambda text: (Heading(text), Words("x")), "<h3>{}</h3><p>x</p>"),
    (lambda text: (Words(text),), "<p>{}</p>"),
    (lambda text: (Words(text, Tone.STRONG),), "<p><strong>{}</strong></p>"),
    (lambda text: (Bullets((text, text)),), "<ul><li>{}</li><li>{}</li></ul>"),
    (lambda text: (Place("p", "", (Prose((Run(text),), Shape.NUMBER),)),), "<ol><li>{}</li></ol>"),
    (
        lambda text: (Quotation(text, text, "0badc0de", text),),
        "<blockquote><p>{}<br>– {} · {} <code>0badc0de</code></p></blockquote>",
    ),
    (
        lambda text: (Box(text, (BoxItem(text, text, evidence=text),)),),
        "<h3>{}</h3><ul><li><p><strong>{}</strong></p><p>{}</p><p>{}</p></li></ul>",
    ),
    (
        lambda text: (Table((text, "y"), ((Cell.of(text), Cell.of(text, Tone.STRONG)),), (8.0, 8.0), caption=text),),
        "<p><strong>{}</strong></p><table><thead><tr><th>{}</th><th>y</th></tr></thead>"
        "<tbody><tr><td>{}</td><td><strong>{}</strong></td></tr></tbody></table>",
    ),
)
"""Blocks with a text in every place, and the page they are read back as."""


@given(TEXTS, st.sampled_from(CASES))
def test_any_text_is_read_back(text: str, case: tuple[Callable[[str], tuple[Block, ...]], str]) -> None:
    blocks, page = case
    expected = f"<h1>Praksisrapport: Kvistsund</h1><h2>Én plan</h2>{page}".replace("{}", escape(text))

    assert _told(_read(_only(*blocks(text)))) == _told(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("- a", "\\- a"),
        ("+ a", "\\+ a"),
        (": a", "\\: a"),
        ("12. a", "12\\. a"),
        ("3) a", "3\\) a"),
        ("    a", "a"),
        ("12 a", "12 a"),
    ],
)
def test_beginning_of_a_line(text: str, expected: str) -> None:
    assert markdown(_only(Words(text))) == f"# Praksisrapport: Kvistsund\n\n## Én plan\n\n{expected}\n"


@pytest.mark.parametrize(
    ("runs", "expected"),
    [
        ((Run("Helt "), Run("sikkert", bold=True), Run(".")), "Helt **sikkert**."),
        ((Run("a"), Run(" b ", italic=True), Run("c")), "a *b* c"),
        ((Run("ja", bold=True, italic=True),), "***ja***"),
        ((Run("u"), Run("nød", bold=True), Run("ig")), "u<strong>nød</strong>ig"),
        ((Run("a", bold=True), Run("b", italic=True)), "<strong>a</strong><em>b</em>"),
        ((Run(" ", bold=True), Run("- a")), "\\- a"),
    ],
)
def test_emphasis(runs: tuple[Run, ...], expected: str) -> None:
    found = markdown(_only(Place("p", "", (Prose(runs),))))

    assert found == f"# Praksisrapport: Kvistsund\n\n## Én plan\n\n{expected}\n"


@given(st.lists(st.builds(Run, TEXTS, st.booleans(), st.booleans()), min_size=1, max_size=4))
def test_any_emphasis_is_read_back(runs: list[Run]) -> None:
    page = lxml.html.document_fromstring(_read(_only(Place("p", "", (Prose(tuple(runs)),)))))

    for tag, styled in (("strong", [run for run in runs if run.bold]), ("em", [run for run in runs if run.italic])):
        assert _letters("".join(page.xpath(f"//{tag}//text()"))) == _letters("".join(run.text for run in styled))
    assert _letters("".join(page.xpath("//p//text()"))) == _letters("".join(run.text for run in runs))


def _only(*blocks: Block, subtitle: str = "Kvistsund") -> Document:
    section = Section("areas", "Én plan", blocks)
    return replace(sample(), subtitle=subtitle, project="", facts=(), reading_note="", sections=(section,))


def _read(document: Document) -> str:
    return str(MarkdownIt("commonmark").enable("table").render(markdown(document)))


def _told(page: str) -> list[tuple[str, str]]:
    """Every element with its text, spaces aside."""
    return [
        (str(element.tag), _letters("".join(element.itertext())))
        for element in lxml.html.document_fromstring(page).iter()
    ]


def _letters(text: str) -> str:
    return "".join(text.split())
