"""Long work: how far it is, how it stops, and what goes wrong in it."""

from pathlib import Path

import pytest

from tests.tui.conftest import SMALL, notice, press, screen_text, settled, sitting, told
from workbench.errors import WorkbenchError
from workbench.store import Store
from workbench.tui.job import Say
from workbench.tui.screens.base import DeskScreen


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (WorkbenchError("It is raining.", hint="Take an umbrella."), "! It is raining. Take an umbrella."),
        (ZeroDivisionError("secret"), "! A fault in the workbench itself: ZeroDivisionError at test_work.py:"),
    ],
)  # fmt: skip
def test_work_that_fails_says_so_and_closes_nothing(project: Path, error: Exception, said: str) -> None:
    def fail(store: Store, say: Say) -> str:
        raise error

    async def story() -> None:
        async with sitting(project) as (app, pilot):
            app.place.work(fail)
            await settled(pilot)
            assert notice(app).startswith(said)
            assert "secret" not in notice(app)
            await press(pilot, "f7")
            assert app.current_mode == "history"

    told(story)


def test_what_went_wrong_is_told_whole_in_a_narrow_terminal(project: Path) -> None:
    sentences = [f"Sentence {number} says what is wrong." for number in range(1, 7)]

    async def story() -> None:
        async with sitting(project, size=SMALL) as (app, pilot):
            app.place.tell(WorkbenchError(" ".join(sentences), hint="Do this."))
            await settled(pilot)
            lines = screen_text(app).splitlines()
            assert " ".join(" ".join(lines[-4:-1]).split()) == f"! {' '.join(sentences)} Do this."
            app.place.say("It is well again.")
            await settled(pilot)
            assert screen_text(app).splitlines()[-2:-1] == [" It is well again."]

    told(story)


def test_work_says_how_far_it_is_and_stops_on_escape(project: Path) -> None:
    from threading import Event

    begun, go_on = Event(), Event()
    steps: list[int] = []

    def many(store: Store, say: Say) -> str:
        for step in range(1, 100):
            say(f"Step {step}")
            steps.append(step)
            begun.set()
            go_on.wait(10)
        return "Never said."

    async def story() -> None:
        async with sitting(project) as (app, pilot):
            app.place.work(many)
            begun.wait(10)
            await pilot.pause()
            assert notice(app) == "Step 1"
            app.place.work(many)
            assert notice(app) == "! One thing at a time: esc stops what is being done."
            await pilot.press("escape")
            assert (app.current_mode, notice(app)) == ("overview", "Stopping …")
            go_on.set()
            await settled(pilot)
            assert (notice(app), steps) == ("Stopped. What was finished before is stored.", [1])
            await press(pilot, "f7")
            assert app.current_mode == "history"

    told(story)


def test_work_that_ends_elsewhere_is_told_where_one_is(project: Path) -> None:
    from threading import Event

    go_on = Event()

    def slow(store: Store, say: Say) -> str:
        go_on.wait(10)
        return "Done at last."

    async def story() -> None:
        async with sitting(project) as (app, pilot):
            first: DeskScreen = app.place
            first.work(slow)
            await pilot.press("f7")
            go_on.set()
            while first.working:
                await pilot.pause()
            await settled(pilot)
            assert (app.current_mode, notice(app)) == ("history", "Done at last.")

    told(story)
