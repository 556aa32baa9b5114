"""Figures drawn by matplotlib: for the page as SVG with its text as text, for Word as PNG.

The same figure gives the same bytes: no clock, no random ids, no settings of the machine.
"""

import io
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from workbench.reports.figures import bars, heatmap, journey
from workbench.reports.figures.lettering import FAMILY, typeface
from workbench.reports.figures.marks import SIZE, WIDTH, Area, Dot, Drawing, Letters, Mark, Stroke
from workbench.reports.figures.page import for_the_page
from workbench.reports.figures.palette import PAPER
from workbench.reports.figures.values import Bars, Figure, Heatmap, JourneyLine
from workbench.reports.plain import all_plain

if TYPE_CHECKING:
    from matplotlib.artist import Artist
    from matplotlib.figure import Figure as Sheet
    from matplotlib.font_manager import FontProperties

_DOTS = 200
"""Of a PNG, per inch."""
_KEPT = 32
"""Drawings of the newest report: HTML, PDF and files of their own show the same ones."""


@lru_cache(maxsize=_KEPT)
def svg(figure: Figure, *, id: str, alt: str, language: str) -> bytes:
    """The figure as SVG, 16 cm wide, to stand in a file of its own or in an HTML page as it is.

    `id` begins every id in it and must be unique on the page; `alt` is read aloud instead of it.
    """
    from matplotlib.backends.backend_svg import FigureCanvasSVG

    written = io.BytesIO()
    with _own_settings():
        canvas: Any = FigureCanvasSVG(_sheet(figure))
        canvas.print_svg(written, metadata={"Date": None, "Creator": None})
    return for_the_page(written.getvalue(), id=id, alt=alt, language=language)


@lru_cache(maxsize=_KEPT)
def png(figure: Figure) -> bytes:
    """The figure as PNG, 16 cm wide at 200 dots per inch."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from PIL import Image

    with _own_settings():
        canvas: Any = FigureCanvasAgg(_sheet(figure))
        canvas.draw()
    drawn = Image.frombuffer("RGBA", canvas.get_width_height(), canvas.buffer_rgba()).convert("RGB")
    written = io.BytesIO()
    # Opaque and lightly packed: half the time for a tenth more bytes.
    drawn.save(written, "png", compress_level=1, dpi=(_DOTS, _DOTS))
    return written.getvalue()


@contextmanager
def _own_settings() -> Iterator[None]:
    """Whatever stands in somebody's matplotlibrc, and quiet about signs the typeface lacks."""
    import matplotlib

    with matplotlib.rc_context(), warnings.catch_warnings():
        warnings.filterwarnings("ignore", message="Glyph")
        matplotlib.rcdefaults()
        matplotlib.rcParams.update({"svg.fonttype": "none", "svg.hashsalt": "workbench", "text.hinting": "none"})
        yield


def _sheet(figure: Figure) -> "Sheet":
    from matplotlib.figure import Figure as Sheet
    from matplotlib.font_manager import FontProperties
    from matplotlib.transforms import Affine2D

    drawing = _drawing(all_plain(figure))
    sheet = Sheet(figsize=(WIDTH / 72, drawing.height / 72), dpi=_DOTS, facecolor=f"#{PAPER}")
    points = Affine2D().scale(1 / 72, -1 / 72).translate(0, drawing.height / 72) + sheet.dpi_scale_trans
    font = FontProperties(family=FAMILY, size=SIZE, fname=str(typeface()))
    for mark in drawing.marks:
        artist = _artist(mark, font)
        artist.set_transform(points)
        sheet.add_artist(artist)
    return sheet


def _drawing(figure: Figure) -> Drawing:
    match figure:
        case Bars():
            return bars.drawn(figure)
        case Heatmap():
            return heatmap.drawn(figure)
        case JourneyLine():
            return journey.drawn(figure)


def _artist(mark: Mark, font: "FontProperties") -> "Artist":
    from matplotlib.patches import Circle, PathPatch, Rectangle
    from matplotlib.path import Path
    from matplotlib.text import Text

    match mark:
        case Area():
            inset = 0.4 if mark.outline else 0.0
            return Rectangle(
                (mark.left + inset, mark.top + inset),
                max(mark.width - 2 * inset, 0.1),
                mark.height - 2 * inset,
                facecolor=f"#{mark.fill}",
                edgecolor=f"#{mark.outline}" if mark.outline else "none",
                linewidth=2 * inset,
            )
        case Stroke():
            path = Path.make_compound_path(*(Path(line) for line in mark.lines))
            return PathPatch(path, fill=False, edgecolor=f"#{mark.colour}", linewidth=mark.width)
        case Dot():
            return Circle((mark.x, mark.y), mark.radius, facecolor=f"#{mark.colour}", edgecolor="none")
        case Letters():
            return Text(
                mark.x,
                mark.baseline,
                mark.text,
                color=f"#{mark.colour}",
                fontproperties=font,
                horizontalalignment=mark.align,
                verticalalignment="baseline",
                rotation=90 if mark.upright else 0,
                rotation_mode="anchor",
                parse_math=False,  # a dollar sign is a dollar sign
            )
