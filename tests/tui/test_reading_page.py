"""A page beside a list: broken into rows, turned by its keys, painted as far as it changed."""

from textual.app import App, ComposeResult
from textual.content import Content
from textual.pilot import Pilot

from tests.tui.conftest import told
from workbench.tui.themes import LIGHT
from workbench.tui.widgets.page import BAR, ReadingPage


class Book(App[None]):
    """Nothing but a page."""

    CSS = "ReadingPage, ReadingPage:focus { padding: 0; border: none; }"

    def get_theme_variable_defaults(self) -> dict[str, str]:
        return LIGHT.variables

    def compose(self) -> ComposeResult:
        yield ReadingPage()


def rows(pilot: Pilot[None]) -> list[str]:
    """What stands on the screen, without the blank rows at its end."""
    strips = pilot.app.screen._compositor.render_strips()
    return "\n".join("".join(one.text for one in strip).rstrip() for strip in strips).rstrip().split("\n")


async def shown(pilot: Pilot[None], text: str) -> list[str]:
    pilot.app.query_one(ReadingPage).show(Content(text))
    await pilot.pause()
    return rows(pilot)


def test_rows_break_at_blanks_and_hang_under_their_sign() -> None:
    async def story() -> None:
        async with Book().run_test(size=(12, 12)) as pilot:
            assert await shown(pilot, "Vi mødes hver torsdag.\n+ planer og aftaler\n  Ung  Det ved jeg ikke.") == [
                "Vi mødes", "hver", "torsdag.", "+ planer og", "  aftaler", "  Ung  Det", "  ved jeg", "  ikke.",
            ]  # fmt: skip
            assert await shown(pilot, "› Match og forankring") == ["› Match og", "  forankring"]
            assert await shown(pilot, f"{BAR} Ung  Det ved jeg ikke.") == [
                f"{BAR} Ung  Det", f"{BAR} ved jeg", f"{BAR} ikke.",
            ]  # fmt: skip

    told(story)


def test_words_that_are_too_long_and_signs_that_are_wide() -> None:
    async def story() -> None:
        async with Book().run_test(size=(8, 6)) as pilot:
            assert await shown(pilot, "uddannelsesplan") == ["uddannel", "sesplan"]
            assert await shown(pilot, "日本語日本語 🙂") == ["日本語日", "本語 🙂"]

    told(story)


def test_pages_are_turned_and_another_text_begins_at_its_beginning() -> None:
    async def story() -> None:
        async with Book().run_test(size=(10, 4)) as pilot:
            page = pilot.app.query_one(ReadingPage)
            page.focus()
            text = "\n".join(map(str, range(9)))
            assert await shown(pilot, text) == ["0", "1", "2", "⋮"]
            await pilot.press("down")
            assert rows(pilot) == ["2", "3", "4", "⋮"]
            await pilot.press("down", "down", "down")
            assert rows(pilot) == ["5", "6", "7", "8"]
            await pilot.press("up")
            assert rows(pilot) == ["3", "4", "5", "⋮"]
            # The first row is the same as before it was turned, and must be painted all the same.
            assert await shown(pilot, "0\nzz") == ["0", "zz"]

    told(story)


def test_round_it_goes_from_the_end_to_the_beginning() -> None:
    async def story() -> None:
        async with Book().run_test(size=(10, 4)) as pilot:
            page = pilot.app.query_one(ReadingPage)
            await shown(pilot, "\n".join(map(str, range(6))))
            seen = []
            for _ in range(3):
                page.go_round()
                await pilot.pause()
                seen.append(rows(pilot))
            assert seen == [["2", "3", "4", "5"], ["0", "1", "2", "⋮"], ["2", "3", "4", "5"]]

    told(story)


def test_another_width_breaks_it_anew() -> None:
    async def story() -> None:
        async with Book().run_test(size=(20, 4)) as pilot:
            assert await shown(pilot, "Vi mødes hver torsdag") == ["Vi mødes hver", "torsdag"]
            await pilot.resize_terminal(30, 4)
            await pilot.pause()
            assert rows(pilot) == ["Vi mødes hver torsdag"]

    told(story)
