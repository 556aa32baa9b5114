"""Figures as SVG: text stays text, nothing reaches out of them, and the same figure gives the same bytes."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from lxml import etree

from tests.reports.figures_shown import BARS, HEATMAP, HOSTILE_BARS, HOSTILE_HEATMAP, HOSTILE_JOURNEY, JOURNEY
from workbench.reports.figures import Figure, svg

NAME = "{http://www.w3.org/2000/svg}"
EVERY = [BARS, HEATMAP, JOURNEY, HOSTILE_BARS, HOSTILE_HEATMAP, HOSTILE_JOURNEY]


def drawn(figure: Figure, alt: str = "Plan: 3 barrierer. Guide: 2 fremmere.") -> etree._Element:
    return etree.fromstring(svg(figure, id="bars-plan", alt=alt, language="da"))


def texts(figure: Figure) -> list[str]:
    return [str(text.text) for text in drawn(figure).iter(f"{NAME}text")]


def test_bars() -> None:
    assert texts(BARS) == [
        "Barrierer", "Fremmere", "udsagn",
        "Én indgang", "12", "3",
        "Ungdomsuddannelsesvejledningens", "samarbejde med beskæftigelsesindsatsen", "0", "·",
    ]  # fmt: skip


def test_heatmap() -> None:
    assert texts(HEATMAP) == ["Én plan", "Sammenhængende", "indsats", "Unge", "12", "·", "Ledere", "–", "4"]


def test_journey_line() -> None:
    assert texts(JOURNEY) == [
        "Median af stemning", "Meget svært", "Svært", "Hverken godt eller", "svært", "Godt", "Rigtig godt",
        "·", "−1½", "+2", "0", "Udskoling", "FGU", "Praktik", "Job", "7", "·", "6", "≥ 5", "Unge",
    ]  # fmt: skip


def test_who_cannot_see_it_is_told() -> None:
    root = drawn(BARS)
    assert dict(root.attrib) == {
        "id": "bars-plan",
        "role": "img",
        "aria-labelledby": "bars-plan-alt",
        "lang": "da",
        "{http://www.w3.org/XML/1998/namespace}lang": "da",
        "version": "1.1",
        "width": "453.543307pt",
        "height": root.get("height"),
        "viewBox": f"0 0 453.543307 {str(root.get('height')).removesuffix('pt')}",
        "stroke-linejoin": "round",
        "stroke-linecap": "butt",
    }
    title, told = root[:2]
    assert (title.tag, title.text) == (f"{NAME}title", "Plan: 3 barrierer")
    assert (told.tag, told.get("id"), told.text) == (
        f"{NAME}desc", "bars-plan-alt", "Plan: 3 barrierer. Guide: 2 fremmere.",
    )  # fmt: skip


@pytest.mark.parametrize("figure", EVERY)
def test_it_stands_in_a_page_and_loads_nothing(figure: Figure) -> None:
    root = drawn(figure, "<script>alert(1)</script> --> \x00")
    assert {etree.QName(element).localname for element in root.iter()} <= {"svg", "title", "desc", "g", "path", "text"}
    assert [element.get("id") for element in root.iter() if element.get("id")] == ["bars-plan", "bars-plan-alt"]
    attributes = [(name, value) for element in root.iter() for name, value in element.attrib.items()]
    assert [pair for pair in attributes if "href" in pair[0] or "url(" in pair[1] or pair[0].startswith("on")] == []
    written = svg(figure, id="a", alt="", language="da").decode()
    assert written.startswith('<svg xmlns="http://www.w3.org/2000/svg" ')
    assert re.findall(r"https?://[^\"]*", written) == ["http://www.w3.org/2000/svg"]
    assert "<!" not in written


@pytest.mark.parametrize("figure", EVERY)
def test_type_is_large_enough_to_read(figure: Figure) -> None:
    styles = [str(text.get("style")) for text in drawn(figure).iter(f"{NAME}text")]
    sizes = {float(size) for style in styles for size in re.findall(r"font-size: ([\d.]+)px", style)}
    families = {family for style in styles for family in re.findall("font-family: ([^;]*)", style)}
    assert min(sizes) >= 8  # the view box counts in points
    assert families == {"Calibri, Carlito, 'DejaVu Sans', Verdana, Arial, sans-serif"}


def test_hostile_text_is_text() -> None:
    assert "".join(texts(HOSTILE_BARS)[:3]).replace(" ", "").startswith("<script>alert('x')</script>$\\frac{1}{2}$a&b")
    assert texts(HOSTILE_HEATMAP)[-1] == "$3$␛"


def test_another_machine_draws_the_same(tmp_path: Path) -> None:
    """Another process, another hash seed, another taste in matplotlib."""
    taste = tmp_path / "matplotlibrc"
    taste.write_text(
        "font.size: 30\nsvg.fonttype: path\nfigure.dpi: 40\npath.sketch: 3, 50, 2\ntext.antialiased: False\n"
    )
    program = (
        "import hashlib; from tests.reports.figures_shown import BARS, HEATMAP, JOURNEY, HOSTILE_BARS;"
        "from workbench.reports.figures import png, svg;"
        "print([hashlib.sha256(made).hexdigest() for one in (BARS, HEATMAP, JOURNEY, HOSTILE_BARS)"
        " for made in (svg(one, id='a', alt='b', language='da'), png(one))])"
    )
    found = set()
    for seed, settings in (("1", {}), ("2", {"MATPLOTLIBRC": str(taste)})):
        environment = os.environ | {"PYTHONHASHSEED": seed} | settings
        found.add(
            subprocess.run(
                [sys.executable, "-c", program], env=environment, capture_output=True, text=True, check=True
            ).stdout
        )
    assert len(found) == 1
