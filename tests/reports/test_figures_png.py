"""Figures as PNG: as wide as the page's text, at printing quality, with nothing in them but the picture."""

import io
import warnings

import pytest
from PIL import Image, ImageChops

from tests.reports.figures_shown import BARS, HEATMAP, HOSTILE_BARS, HOSTILE_HEATMAP, HOSTILE_JOURNEY, JOURNEY
from workbench.reports.figures import BarRow, Bars, Figure, Heatmap, HeatmapCell, JourneyLine, png
from workbench.reports.figures.lettering import width
from workbench.reports.figures.palette import ACCENT, WARM

EMPTY = [
    Bars((), "Barrierer", "Fremmere", "udsagn"),
    Heatmap((), (), ()),
    Heatmap(("Unge",), (), ((),)),
    JourneyLine((), "", "", "", ("",) * 5),
]


def opened(figure: Figure) -> Image.Image:
    return Image.open(io.BytesIO(png(figure)))


@pytest.mark.parametrize("figure", [BARS, HEATMAP, JOURNEY])
def test_16_centimetres_at_200_dots_per_inch(figure: Figure) -> None:
    picture = opened(figure)
    assert (picture.format, picture.mode, picture.width) == ("PNG", "RGB", int(16 / 2.54 * 200))
    assert [round(dots) for dots in picture.info.pop("dpi")] == [200, 200]
    assert picture.info == {}


def test_barriers_are_dark_and_as_long_as_their_number() -> None:
    picture = opened(Bars((BarRow("Plan", 20, 10),), "Barrierer", "Fremmere", "udsagn"))
    lengths = {colour: longest(picture, colour) for colour in (WARM, ACCENT)}
    assert lengths[WARM] > 800
    assert abs(lengths[WARM] - 2 * lengths[ACCENT]) < 6


def test_a_cell_is_as_dark_as_it_says() -> None:
    row = (HeatmapCell("1", 0.1), HeatmapCell("5", 0.5), HeatmapCell("10", 1.0))
    picture = opened(Heatmap(("Unge",), ("A", "B", "C"), (row,))).convert("L")
    height = picture.height - 20
    left, light, middle, dark = 0, *(grey(picture, centre, height) for centre in (150, 400, 650))
    assert left < dark < middle < light


def test_text_is_as_wide_as_it_was_measured() -> None:
    label = "Ungdomsuddannelse og mere"
    picture = opened(Heatmap((label,), (), ((),)))
    drawn = ImageChops.difference(picture, Image.new("RGB", picture.size, "white")).getbbox()
    assert drawn is not None
    assert abs(drawn[2] - width(label) / 72 * 200) < 4


@pytest.mark.parametrize("figure", [*EMPTY, HOSTILE_BARS, HOSTILE_HEATMAP, HOSTILE_JOURNEY])
def test_nothing_to_show_and_anything_to_show_are_drawn_without_a_word(figure: Figure) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert opened(figure).width == int(16 / 2.54 * 200)


def longest(picture: Image.Image, colour: str) -> int:
    """Most neighbouring dots of this colour in any line."""
    most = 0
    for top in range(picture.height):
        run = 0
        for left in range(picture.width):
            run = run + 1 if picture.getpixel((left, top)) == tuple(bytes.fromhex(colour)) else 0
            most = max(most, run)
    return most


def grey(picture: Image.Image, x: int, y: int) -> int:
    value = picture.getpixel((x, y))
    assert isinstance(value, int)
    return value
