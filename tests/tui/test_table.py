"""The table: how wide its columns are, what is read of its rows, and what a mouse does with it."""

from pathlib import Path

import pytest
from textual.coordinate import Coordinate

from tests.tui.conftest import press, sitting, told
from tests.tui.test_overview import at, title
from workbench.tui.widgets.columns import Column, Columns, Heading, cell, columns
from workbench.tui.widgets.reading_on import PAGE, ReadOn
from workbench.tui.widgets.table import Table

HEADINGS = [
    Heading("No.", right=True),
    Heading("Said", grows=True),
    Heading("Codes", share=0.25),
    Heading("Month", spare=True),
]
ROWS = [[cell(7, right=True), cell("Ja."), cell("Én plan"), cell("2026-02")]]


def said(found: Columns) -> list[tuple[str, int, int]]:
    """The columns: heading, left edge, width."""
    return [(one.heading.text, one.left, one.width) for one in found]


def test_columns_take_what_they_need() -> None:
    assert said(columns(HEADINGS, ROWS, 120)) == [("No.", 0, 3), ("Said", 5, 4), ("Codes", 11, 7), ("Month", 20, 7)]


def test_a_narrow_table_leaves_out_what_can_be_spared_and_what_grows_gives_way() -> None:
    long = [[cell(7), cell("x" * 200), cell("y" * 200), cell("2026-02")]]
    assert said(columns(HEADINGS, long, 80)) == [("No.", 0, 3), ("Said", 5, 50), ("Codes", 57, 20)]
    assert columns(HEADINGS, long, 80).wide == 79


def test_no_column_is_squeezed_to_nothing() -> None:
    long = [[cell(7), cell("x" * 200), cell("y" * 200), cell("2026-02")]]
    assert said(columns(HEADINGS, long, 12)) == [("No.", 0, 3), ("Said", 5, 8), ("Codes", 15, 8)]


@pytest.mark.parametrize(
    ("text", "right", "fitted"),
    [
        ("Ja.", False, " Ja.   "),
        ("Ja.", True, "   Ja. "),
        ("Abcde", False, " Abcde "),
        ("Abcdef", False, " Abcd… "),
        ("👍👍👍", False, " 👍👍… "),
        ("日本", True, "  日本 "),
    ],
)
def test_a_cell_has_its_width_whatever_stands_in_it(text: str, right: bool, fitted: str) -> None:
    assert Column(Heading("", right=right), 0, 0, 5).fitted(text) == fitted


def test_the_column_under_the_mouse_and_how_far_to_scroll_for_one() -> None:
    headings = [Heading("a" * 8), Heading("b" * 8), Heading("c" * 8), Heading("d" * 8)]
    found = columns(headings, [], 100, fixed=1)
    assert (found.wide, found.fixed_wide) == (40, 10)
    assert [found.under(x, 0) for x in (0, 9, 10, 39, 40)] == [0, 0, 1, 3, 4]
    assert [found.under(x, 10) for x in (0, 9, 10)] == [0, 0, 2]
    assert [found.scrolled_to(number, 0, 25) for number in range(4)] == [0, 0, 5, 15]
    assert [found.scrolled_to(number, 15, 25) for number in range(4)] == [0, 0, 10, 15]


def test_rows_are_read_a_page_at_a_time_as_one_comes_near() -> None:
    asked: list[int] = []
    found = ReadOn(asked.append(number) or number for number in range(2 * PAGE + 10))  # type: ignore[func-returns-value]
    assert (len(found), len(asked)) == (PAGE + 1, PAGE + 1)
    assert (found.near(PAGE // 2), len(found)) == (False, PAGE + 1)
    assert (found.near(PAGE // 2 + 2), len(found)) == (True, 2 * PAGE + 1)
    assert list(found.every()) == list(range(2 * PAGE + 10))


def test_a_click_selects_two_open_and_beside_the_rows_nothing_is_done(project: Path) -> None:
    async def story() -> None:
        async with sitting(project) as (app, pilot):
            await pilot.click(Table, offset=(3, 2))
            await press(pilot)
            assert (title(app), at(app)) == ("Overview", Coordinate(1, 0))
            for offset in ((3, 0), (3, 9)):  # the headings; below the last row
                await pilot.click(Table, offset=offset, times=2)
                await press(pilot)
                assert (title(app), at(app)) == ("Overview", Coordinate(1, 0))
            await pilot.click(Table, offset=(34, 1))
            await press(pilot)
            assert at(app) == Coordinate(0, 3)
            await pilot.click(Table, offset=(34, 1), times=2)
            await press(pilot)
            assert title(app) == "Overview › Kvistsund › One plan"

    told(story)


def test_a_table_too_wide_keeps_its_first_column_in_sight(demo_project: Path) -> None:
    async def story() -> None:
        async with sitting(demo_project, size=(50, 24)) as (app, pilot):
            table = app.place.query_one(Table)
            await press(pilot, *["right"] * 6)
            line = "".join(segment.text for segment in table.render_line(1))
            assert (line.startswith(" Gråskær "), "●" in line, len(line)) == (True, True, 50)
            await press(pilot, *["left"] * 6)
            assert table.scroll_offset.x == 0

    told(story)
