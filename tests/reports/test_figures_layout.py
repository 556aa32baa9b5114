"""Figures can be read: no text upon another, none cut, enough contrast on every colour."""

from collections.abc import Iterable
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.reports.figures_shown import BARS, FEELINGS, HEATMAP, JOURNEY
from workbench.reports.figures import BarRow, Bars, Heatmap, HeatmapCell, JourneyLine, Stage, bars, heatmap, journey
from workbench.reports.figures.columns import Columns
from workbench.reports.figures.lettering import width, wrapped
from workbench.reports.figures.marks import CAPITAL, WIDTH, Area, Drawing, Letters
from workbench.reports.figures.palette import (
    ACCENT,
    ENABLER,
    GROUND,
    INK,
    MUTED,
    PAPER,
    WARM,
    contrast,
    readable_on,
    tint,
)  # fmt: skip

PARTS = (
    "ung",
    "uddannelses",
    "vejledning",
    "s",
    "hjælp",
    "beskæftigelses",
    "indsats",
    "samarbejds",
    "aftale",
    "praktik",
)
LABELS = st.lists(st.lists(st.sampled_from(PARTS), min_size=1, max_size=5).map("".join), min_size=1, max_size=8).map(
    lambda words: " ".join(words)[:60]
)
NUMBERS = st.none() | st.integers(0, 2000)
BARS_DRAWN = st.builds(
    lambda rows: Bars(tuple(rows), "Barrierer", "Fremmere", "udsagn"),
    st.lists(st.builds(BarRow, LABELS, NUMBERS, NUMBERS), min_size=1, max_size=12),
)
CELLS = st.one_of(
    st.just(HeatmapCell("·", None, hidden=True)),
    st.just(HeatmapCell("–", 0.0)),
    st.integers(1, 999).map(lambda number: HeatmapCell(str(number), number / 999)),
)
HEATMAPS = st.tuples(st.lists(LABELS, min_size=1, max_size=12), st.lists(LABELS, min_size=1, max_size=12)).flatmap(
    lambda names: st.builds(
        lambda cells: Heatmap(tuple(names[0]), tuple(names[1]), tuple(map(tuple, cells))),
        st.lists(
            st.lists(CELLS, min_size=len(names[1]), max_size=len(names[1])),
            min_size=len(names[0]),
            max_size=len(names[0]),
        ),
    )
)
HALVES = st.none() | st.integers(-4, 4).map(lambda steps: steps / 2)
JOURNEYS = st.builds(
    lambda stages: JourneyLine(tuple(stages), "Etape", "Median af stemning", "Unge", FEELINGS),
    st.lists(st.builds(Stage, LABELS, HALVES, st.sampled_from(["7", "·", "≥ 5", "12"])), min_size=1, max_size=13),
)


@given(BARS_DRAWN)
def test_bars_can_be_read(shown: Bars) -> None:
    readable(bars.drawn(shown))


@given(HEATMAPS)
def test_heatmaps_can_be_read(shown: Heatmap) -> None:
    readable(heatmap.drawn(shown))


@given(JOURNEYS)
def test_journey_lines_can_be_read(shown: JourneyLine) -> None:
    readable(journey.drawn(shown))


@given(st.lists(st.sampled_from(PARTS), min_size=2, max_size=6), st.floats(16, 75))
def test_names_of_columns_stay_apart(names: list[str], each: float) -> None:
    columns = Columns(names, each)
    readable(Drawing(columns.height + 2, tuple(columns.marks(0, 0, INK, on_floor=True))))


@given(LABELS, st.floats(30, 200))
def test_a_wrapped_label_is_whole_and_fits(label: str, room: float) -> None:
    lines = wrapped(label, room)
    assert max(map(width, lines)) <= room
    assert "".join(lines).replace("-", "").replace(" ", "") == label.replace(" ", "")


def test_long_words_are_broken_where_danish_words_are_joined() -> None:
    assert wrapped("Ungdomsuddannelsesvejledning", 120) == ("Ungdomsuddannelses-", "vejledning")
    assert wrapped("Uddannelses-/jobplaner", 70) == ("Uddannelses-/", "jobplaner")


@given(st.floats(0, 1))
def test_numbers_stand_out_from_every_shade(shade: float) -> None:
    assert contrast(readable_on(tint(shade)), tint(shade)) >= 4.5


@given(st.floats(0, 1), st.floats(0, 1))
def test_more_is_never_lighter(one: float, other: float) -> None:
    less, more = sorted((one, other))
    assert contrast(tint(more), PAPER) >= contrast(tint(less), PAPER)


def test_contrast() -> None:
    assert round(contrast("FFFFFF", "000000"), 2) == 21
    assert round(contrast("777777", "FFFFFF"), 2) == 4.48
    assert [contrast(ink, PAPER) >= 4.5 for ink in (INK, MUTED)] == [True, True]
    assert contrast(INK, GROUND) >= 4.5


def test_barriers_and_enablers_differ_in_grey() -> None:
    assert contrast(WARM, ENABLER) >= 4.5
    assert contrast(ACCENT, PAPER) >= 3


@pytest.mark.parametrize("drawing", [bars.drawn(BARS), heatmap.drawn(HEATMAP), journey.drawn(JOURNEY)])
def test_what_is_hidden_lies_on_its_own_ground(drawing: Drawing) -> None:
    assert len([mark for mark in drawing.marks if isinstance(mark, Area) and mark.fill == GROUND]) == 1


def test_a_hidden_bar_is_always_as_long() -> None:
    def ground(most: int) -> Iterable[float]:
        drawing = bars.drawn(Bars((BarRow("A", None, most),), "B", "F", "u"))
        return [mark.width for mark in drawing.marks if isinstance(mark, Area) and mark.fill == GROUND]

    assert ground(1) == ground(2000)


def readable(drawing: Drawing) -> None:
    letters = [mark for mark in drawing.marks if isinstance(mark, Letters) and mark.text]
    boxes = [(box(mark), mark.text) for mark in letters]
    for (left, top, right, bottom), text in boxes:
        assert left >= -0.01 and right <= WIDTH + 0.01, text
        assert top >= -0.01 and bottom <= drawing.height + 0.01, text
    for (one, text), (other, beside) in combinations(boxes, 2):
        apart = one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]
        assert apart, (text, beside)


def box(mark: Letters) -> tuple[float, float, float, float]:
    """Left, top, right, bottom."""
    long, foot = width(mark.text), 1.8
    back = {"left": 0.0, "center": long / 2, "right": long}[mark.align]
    if mark.upright:
        return mark.x - CAPITAL, mark.baseline + back - long, mark.x + foot, mark.baseline + back
    return mark.x - back, mark.baseline - CAPITAL, mark.x - back + long, mark.baseline + foot
