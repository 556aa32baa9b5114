"""Picking a code: by a few letters, with what it is about beside it."""

import re
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from tests.tui.conftest import SIZES, press, screen_text, sitting, told
from workbench.codebook import parse
from workbench.store import Store, add_codebook, passages, sources, stored_codes
from workbench.tui.app import WorkbenchApp
from workbench.tui.widgets.choose import ChoiceLines
from workbench.tui.widgets.code_picker import CodePicker
from workbench.workflow.decide import set_code

MORE = """
id: mere
version: 0.1.0
language: da
name: {da: Mere, en: More}
codes:
- id: trivsel
  name: {da: Trivsel, en: Well-being}
  definition: Om hvordan den unge har det.
  folder: true
  codes:
  - id: trivsel.fravaer
    name: {da: Fravær på skolen, en: Absence from school}
    definition: Den unge kommer ikke.
    include: [sene morgener]
    exclude: [{text: ferie med familien, use: trivsel.aargang}]
    examples: ['Jeg sov bare videre.']
  - id: trivsel.oekonomi
    name: {da: Økonomi i hjemmet, en: Money at home}
    definition: Der er ikke råd til det.
  - id: trivsel.aargang
    name: {da: Årgang og alder, en: Year and age}
    definition: Hvor gammel man er.
"""


@pytest.fixture
def more(project: Path) -> Path:
    """The small project with one more codebook."""
    with Store.open(project, person="Maja") as store, store.command("codebooks add") as command:
        add_codebook(command, parse(MORE))
    return project


def listed(app: WorkbenchApp) -> list[str]:
    """The codes in the list, as they stand there."""
    lines = app.screen.query_one(ChoiceLines)
    found = [lines.render_line(y).text.strip() for y in range(lines.size.height)]
    return [line.rpartition("  ")[2] for line in found if line]


async def opened(app: WorkbenchApp, pilot: Pilot[None]) -> list[str | None]:
    """Ask for a code; the list gets the answer."""
    answers: list[str | None] = []
    app.push_screen(CodePicker(app.desk), answers.append)
    await press(pilot)
    return answers


def test_those_set_last_come_first_and_folders_not_at_all(more: Path) -> None:
    async def story() -> None:
        async with sitting(more) as (app, pilot):
            answers = await opened(app, pilot)
            assert listed(app) == [
                "guide", "plan.dobbelt", "trivsel.fravaer", "trivsel.oekonomi", "trivsel.aargang", "plan",
            ]  # fmt: skip
            assert re.search("• One youth guide +guide", screen_text(app))
            await press(pilot, "escape")
            assert answers == [None]

    told(story)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("fr", ["trivsel.fravaer"]),
        ("øk", ["trivsel.oekonomi"]),
        ("oe", ["trivsel.oekonomi", "guide"]),
        ("år", ["trivsel.aargang"]),
        ("fravæ", ["trivsel.fravaer"]),
        ("pl", ["plan.dobbelt", "plan"]),
        ("råd", ["trivsel.oekonomi"]),
        ("fravr", ["trivsel.fravaer"]),
        ("qqq", []),
    ],
)
def test_two_letters_do_and_danish_ones_are_letters(more: Path, typed: str, found: list[str]) -> None:
    async def story() -> None:
        async with sitting(more) as (app, pilot):
            answers = await opened(app, pilot)
            app.screen.query_one(Input).value = typed
            await press(pilot)
            assert listed(app) == found
            await press(pilot, "enter")
            assert answers == found[:1]

    told(story)


@pytest.mark.parametrize("size", SIZES)
def test_what_a_code_is_about_stands_beside_it_and_goes_with_the_choice(more: Path, size: tuple[int, int]) -> None:
    async def story() -> None:
        async with sitting(more, size=size) as (app, pilot):
            answers = await opened(app, pilot)
            assert "Den ene voksne, der følger den" in screen_text(app)
            await press(pilot, "down", "down")
            said = screen_text(app)
            for part in (
                "Den unge kommer ikke.", "+ sene morgener", "– ferie med familien", "“Jeg sov bare videre.”",
            ):  # fmt: skip
                assert part in said
            await press(pilot, "pagedown", "up", "enter")
            assert answers == ["trivsel.aargang"]

    told(story)


def test_a_click_takes_it(more: Path) -> None:
    async def story() -> None:
        async with sitting(more) as (app, pilot):
            answers = await opened(app, pilot)
            await pilot.click(ChoiceLines, offset=(5, 3))
            await press(pilot)
            assert answers == ["trivsel.oekonomi"]

    told(story)


def test_nothing_like_it_is_said_and_enter_stays(more: Path) -> None:
    async def story() -> None:
        async with sitting(more) as (app, pilot):
            answers = await opened(app, pilot)
            await press(pilot, *"qqq", "enter")
            assert (answers, "No code looks like that." in screen_text(app)) == ([], True)
            await press(pilot, "backspace", "backspace", "backspace", "enter")
            assert answers == ["guide"]

    told(story)


def test_a_name_that_would_command_the_terminal_is_shown_as_signs(more: Path) -> None:
    with Store.open(more, person="Maja") as store, store.command("codebooks add") as command:
        hostile = MORE.replace("id: mere", "id: ond").replace("trivsel", "slem")
        hostile = hostile.replace("Absence from school", '"\\e]0;x\\a[bold]Gone"')
        add_codebook(command, parse(hostile))

    async def story() -> None:
        async with sitting(more) as (app, pilot):
            await opened(app, pilot)
            await press(pilot, *"slem.fr")
            said = screen_text(app)
            assert "␛]0;x␇[bold]Gone" in said
            assert said.count("␛]0;x␇[bold]Gone") == 2

    told(story)


def test_a_code_set_now_is_first_next_time(more: Path) -> None:
    with Store.open(more, person="Maja") as store:
        one = next(each for each in sources(store) if each.name == "snak")
        code = next(each for each in stored_codes(store) if each.code == "trivsel.oekonomi")
        set_code(store, one, passages(store, one.revision)[0].place, code)

    async def story() -> None:
        async with sitting(more) as (app, pilot):
            await opened(app, pilot)
            assert listed(app)[:3] == ["trivsel.oekonomi", "guide", "plan.dobbelt"]

    told(story)


def test_keys_in_a_burst_are_all_heard_and_answer_once(more: Path) -> None:
    async def story() -> None:
        async with sitting(more) as (app, pilot):
            answers = await opened(app, pilot)
            for key in (*"øk", "enter", "enter", "enter"):
                app.simulate_key(key)
            await press(pilot)
            assert (answers, app.screen is app.place) == (["trivsel.oekonomi"], True)

    told(story)


LONG = "Samarbejdet mellem jobcenter og uddannelsesvejledning og socialpsykiatri om den unges plan"


def test_a_long_name_gives_way_to_what_the_code_is_called(more: Path) -> None:
    with Store.open(more, person="Maja") as store, store.command("codebooks add") as command:
        add_codebook(command, parse(MORE.replace("id: mere", "id: lang").replace("trivsel", "lang").replace(
            "Absence from school", LONG)))  # fmt: skip

    async def story() -> None:
        async with sitting(more, size=(80, 24)) as (app, pilot):
            await opened(app, pilot)
            await press(pilot, *"lang.fra")
            [row] = [line for line in screen_text(app).splitlines() if "lang.fravaer" in line and "…" in line]
            assert re.search(r"Samarbejdet mellem jobcenter og uddannelsesv\S* *…? +lang\.fravaer", row)

    told(story)
