"""The mouse: it moves the same cursor and selection as the keys; and the scroll bar beside the text."""

from rich.color import Color
from rich.style import Style
from textual.pilot import Pilot
from textual.scrollbar import ScrollBar

from tests.tui.transcript.said import TALK, Shown, coded, document, walk
from tests.tui.transcript.test_view import LONG, at, steps
from workbench.tui.transcript import PlaceClicked, TranscriptView
from workbench.tui.widgets.bar import SlimBar

LEFT = 15
"""Cells of the gutter."""


def test_a_click_puts_the_cursor() -> None:
    async def click(app: Shown, pilot: Pilot[None]) -> None:
        await pilot.click(TranscriptView, offset=(LEFT + 7, 1))
        assert (app.view.cursor, app.view.selection) == (at("tre"), None)
        await pilot.click(TranscriptView, offset=(0, 4))
        assert app.view.cursor == at("Min")
        await pilot.click(TranscriptView, offset=(LEFT + 20, 11))
        assert app.view.cursor == len(TALK)

    steps(click, Shown())


def test_twice_is_the_word_and_three_times_the_sentence() -> None:
    async def click(app: Shown, pilot: Pilot[None]) -> None:
        await pilot.click(TranscriptView, offset=(LEFT + 8, 1), times=2)
        assert app.view.chosen_text() == "tre"
        await pilot.click(TranscriptView, offset=(LEFT + 8, 1), times=3)
        assert app.view.chosen_text() == "Der er tre planer."

    steps(click, Shown())


def test_dragging_selects_over_turns_and_back() -> None:
    async def drag(app: Shown, pilot: Pilot[None]) -> None:
        await pilot.mouse_down(TranscriptView, offset=(LEFT + 7, 1))
        await pilot.hover(TranscriptView, offset=(LEFT + 1, 3))
        assert app.view.chosen_text() == TALK.text[at("tre") : at("Og hvem") + 2]
        await pilot.hover(TranscriptView, offset=(LEFT, 1))
        await pilot.mouse_up(TranscriptView, offset=(LEFT, 1))
        assert app.view.chosen_text() == "Der er t"
        await pilot.hover(TranscriptView, offset=(LEFT, 5))
        assert app.view.chosen_text() == "Der er t"

    steps(drag, Shown())


def test_dragging_below_the_view_scrolls_row_by_row() -> None:
    async def drag(pilot: Pilot[None]) -> None:
        await pilot.mouse_down(TranscriptView, offset=(LEFT, 0))
        for _step in range(3):
            await pilot.hover(TranscriptView, offset=(LEFT + 2, 8))
            await pilot.hover(None, offset=(LEFT + 2, 9))
        assert app.view.scroll_offset.y > 0
        assert app.view.selection is not None

    app = Shown(LONG)
    app.CSS = "TranscriptView { height: 9; }"  # type: ignore[misc]
    walk(app, drag)


def test_shift_reaches_there_from_the_cursor() -> None:
    async def click(app: Shown, pilot: Pilot[None]) -> None:
        await pilot.click(TranscriptView, offset=(LEFT + 7, 1))
        await pilot.click(TranscriptView, offset=(LEFT + 16, 1), shift=True)
        assert app.view.chosen_text() == "tre planer"

    steps(click, Shown())


def test_a_click_tells_which_codings_are_there() -> None:
    plan = coded("tre planer. De siger ikke", "plan")
    double = coded("ikke det samme", "plan.dobbelt", mark="d")

    async def click(app: Shown, pilot: Pilot[None]) -> None:
        row = TALK.text[TALK.starts[1] :].index("ikke")
        for offset in ((LEFT + row, 1), (10, 1), (11, 1), (LEFT, 1), (9, 4)):
            await pilot.click(TranscriptView, offset=offset)
        told = [one.codings for one in app.told if isinstance(one, PlaceClicked)]
        assert told == [(plan.id, double.id), (plan.id,), (double.id,)]

    steps(click, Shown(TALK, [plan, double]))


def test_wide_signs_are_hit_in_both_their_columns() -> None:
    wide = document(("Aya", "日本 ja"))

    async def click(app: Shown, pilot: Pilot[None]) -> None:
        seen = []
        for x in range(6):
            await pilot.click(TranscriptView, offset=(LEFT + x, 0))
            seen.append(app.view.cursor)
        assert seen == [0, 0, 1, 1, 2, 3]

    steps(click, Shown(wide))


def test_the_wheel_moves_the_text_and_not_the_cursor() -> None:
    async def wheel(app: Shown, pilot: Pilot[None]) -> None:
        await pilot._post_mouse_events([_Wheel], TranscriptView, offset=(LEFT, 3), button=0)
        await pilot.pause()
        assert (app.view.scroll_offset.y > 0, app.view.cursor) == (True, 0)
        await pilot.press("right")
        assert (app.view.scroll_offset.y, app.view.cursor) == (0, 1)

    from textual.events import MouseScrollDown as _Wheel

    steps(wheel, Shown(LONG))


def test_the_scroll_bar_looks_as_any() -> None:
    async def look(app: Shown, pilot: Pilot[None]) -> None:
        for row in (0, 77, 150, 199):
            app.view.scroll_to(y=row, animate=False, immediate=True)
            await pilot.pause()
            bar = app.view.vertical_scrollbar
            assert isinstance(bar, SlimBar)
            ours = bar.render_lines(bar.size.region)
            theirs = ScrollBar.render_lines(bar, bar.size.region)
            assert [strip.text for strip in ours] == [strip.text for strip in theirs]
            assert [_behind(one.style) for strip in ours for one in strip] == [
                _behind(one.style) for strip in theirs for one in strip
            ]

    steps(look, Shown(LONG))


def _behind(style: Style | None) -> Color | None:
    """The colour of a cell that holds a space."""
    assert style is not None
    return style.color if style.reverse else style.bgcolor
