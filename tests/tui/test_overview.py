"""The overview: what is thin and why, and the way down to what was said."""

import shutil
from pathlib import Path

import pytest
from textual.coordinate import Coordinate
from textual.widgets import Static

from tests.conftest import transcript
from tests.tui.conftest import LARGE, MIDDLE, SIZES, SMALL, commands, notice, press, screen_text, sitting, told
from workbench.__main__ import main
from workbench.model import Place
from workbench.store import (
    Store,
    add_municipality,
    add_source,
    new_settings,
    sources,
    standings,
    stored_codes,
    suggestions,
)
from workbench.tui.app import WorkbenchApp
from workbench.tui.overview import Why
from workbench.tui.overview.sources import MANY
from workbench.tui.screens.overview import OverviewScreen
from workbench.tui.widgets.table import MUTED, Table
from workbench.workflow.decide import set_code
from workbench.workflow.edit import edit_source


def shown(app: WorkbenchApp) -> list[str]:
    """The rows of the open table, headings first."""
    table = app.place.query_one(Table)
    head = [column.heading.text for column in table.columns]
    rows = [[str(one) for one in table.get_row_at(row)] for row in range(table.count)]
    return [" | ".join(one) for one in (head, *rows)]


def why(app: WorkbenchApp) -> list[str]:
    """What stands under the table."""
    return app.place.query_one(Why)._said.plain.splitlines()


def legend(app: WorkbenchApp) -> str:
    """What stands under the table whatever the cursor is on; empty where there is nothing."""
    one = app.place.query_one("#legend", Static)
    return str(one.visual) if one.display else ""


def title(app: WorkbenchApp) -> str:
    """Where one is."""
    return screen_text(app).splitlines()[0].strip()


def at(app: WorkbenchApp) -> Coordinate:
    """Where the cursor is."""
    return app.place.query_one(Table).cursor_coordinate


def test_thin_places_come_first_with_what_they_lack(project: Path) -> None:
    async def story() -> None:
        async with sitting(project) as (app, pilot):
            assert shown(app) == [
                "Municipality | Sources | Done | One plan | One youth guide",
                "Kvistsund | 2 | 4/5 | ◔ 1 | ◔ 1 !♪",
                "Odderby | 1 | 0/2 | ○ 0 | ○ 0",
            ]
            assert why(app) == [
                "Kvistsund · 2 sources · 4 of 5 passages dealt with",
                "  ◔ One plan: 1 statement, 1 source, Member of staff, no young people; "
                "few statements, one source only, one role group only",
                "  ◔ One youth guide: 1 statement, 1 source, Young person; "
                "few statements, one source only, one role group only",
            ]
            assert legend(app) == (
                "4 places are thin or empty, 1 of them asked for beforehand.\nNumbers are statements, never shares. "
                "○ nothing said · ◔ thin · ● enough · ! asked for beforehand · ♪ young people heard"
            )
            await press(pilot, "right", "right", "right", "right", "down")
            assert why(app)[1:3] == ["  ○ One plan: nothing said", "▸ ○ One youth guide: nothing said"]

    told(story)


def test_down_to_what_was_said_and_back_up(project: Path) -> None:
    async def story() -> None:
        async with sitting(project) as (app, pilot):
            await press(pilot, "enter")
            assert title(app) == "Overview › Kvistsund"
            assert shown(app) == [
                "Source | Kind | Month | Coder | Done | Codings | Suggestions",
                "fg2 | interview |  | Maja | 1/2 | 0 | made",
                "fg1 | interview |  | Maja | 3/3 | 2 | made",
            ]
            await press(pilot, "down", "enter")
            assert title(app) == "Overview › Kvistsund › fg1"
            assert shown(app) == [
                "No. |  | Speaker | Said | Codes",
                "2 | ✓ | Sagsbehandler | Vi skriver det samme to steder. Det tager en hel formiddag. "
                "| One plan, Double documentation",
                "3 | ✓ | Ung | Jeg har aldrig set den plan. | ",
                "5 | ✓ | Ung | Lone. Hun svarer altid, også om søndagen. | One youth guide",
            ]
            assert why(app) == [
                "Sagsbehandler · Caseworker",
                "Vi skriver det samme to steder. Det tager en hel formiddag.",
                "Double documentation ?, One youth guide ?",
            ]
            await press(pilot, "enter")
            assert title(app) == "Overview › Kvistsund › fg1 › passage 2"
            said = "Vi skriver det samme to steder. Det tager en hel formiddag."
            assert shown(app) == [
                "Code | Valence | Coder | Said",
                f"One plan | barrier | Peter | {said}",
                f"Double documentation | barrier | Maja | {said}",
            ]
            await press(pilot, "down", "enter")
            assert app.current_mode == "quotes"
            await press(pilot, "f1")
            assert (title(app), at(app).row) == ("Overview › Kvistsund › fg1 › passage 2", 1)
            for expected, row in (("Overview › Kvistsund › fg1", 0), ("Overview › Kvistsund", 1), ("Overview", 0)):
                await press(pilot, "escape")
                assert (title(app), at(app).row) == (expected, row)

    told(story)


def test_a_focus_area_opens_its_codes(project: Path) -> None:
    async def story() -> None:
        async with sitting(project, size=LARGE) as (app, pilot):
            await press(pilot, "right", "right", "right", "enter")
            assert title(app) == "Overview › Kvistsund › One plan"
            assert shown(app) == [
                "Code | Said | Sources | Who | What is missing",
                "One plan | ○ 0 |  |  | nothing said",
                "Double documentation | ◔ 1 | 1 | Member of staff "
                "| few statements, one source only, one role group only",
            ]
            await press(pilot, "down")
            assert why(app)[:2] == ["Double documentation", "Det samme skrives flere steder."]
            await press(pilot, "enter")
            assert app.current_mode == "quotes"
            await press(pilot, "f1", "escape")
            assert (title(app), at(app)) == ("Overview", Coordinate(0, 3))

    told(story)


def test_a_passage_without_codes_opens_in_the_transcript(project: Path) -> None:
    async def story() -> None:
        async with sitting(project) as (app, pilot):
            await press(pilot, "enter", "down", "enter", "down", "enter")
            with Store.open(project, person="Maja") as store:
                fg1 = next(one for one in sources(store) if one.name == "fg1")
            assert (app.current_mode, app.last.source, app.last.place) == ("transcript", fg1.id, 88)

    told(story)


def test_the_transcript_of_a_source_by_a_key(project: Path) -> None:
    async def story() -> None:
        async with sitting(project) as (app, pilot):
            await press(pilot, "t")
            assert (app.current_mode, notice(app)) == ("overview", "Go down to a source first: ↵.")
            await press(pilot, "enter", "t")
            with Store.open(project, person="Maja") as store:
                fg2 = next(one for one in sources(store) if one.name == "fg2")
            assert (app.current_mode, app.last.source) == ("transcript", fg2.id)

    told(story)


def test_quotes_and_review_from_where_one_is(project: Path) -> None:
    async def story() -> None:
        async with sitting(project) as (app, pilot):
            await press(pilot, "q")
            assert app.current_mode == "quotes"
            await press(pilot, "f1", "v")
            assert app.current_mode == "review"
            await press(pilot, "f1", "enter", "v")
            assert app.current_mode == "review"

    told(story)


def test_a_source_is_reviewed_from_its_row_and_from_within_it(project: Path) -> None:
    async def story() -> None:
        async with sitting(project) as (app, pilot):
            await press(pilot, "down", "enter", "v")
            assert (title(app), notice(app)) == ("Review · 2 left · Odderby · snak 2", "Only snak.")
            await press(pilot, "n", "n")
            assert title(app) == "Review · 0 left"
            await press(pilot, "escape", "escape", "up", "enter", "enter", "v")
            assert (title(app), notice(app)) == ("Review · 1 left · Kvistsund · fg2 3", "Only fg2.")
            await press(pilot, "w")
            assert (title(app), notice(app)) == ("Review · 1 left · Kvistsund · fg2 3", "Everywhere.")

    told(story)


def test_by_name_or_thin_places_first_with_the_cursor_on_the_same(project: Path) -> None:
    with Store.open(project, person="Maja") as store, store.command("municipalities add") as command:
        add_municipality(command, "Aaby")

    async def story() -> None:
        async with sitting(project) as (app, pilot):
            names = [line.split(" | ")[0] for line in shown(app)[1:]]
            assert names == ["Kvistsund", "Odderby", "Aaby"]
            await press(pilot, "down", "o")
            assert ([line.split(" | ")[0] for line in shown(app)[1:]], at(app).row, notice(app)) == (
                ["Aaby", "Kvistsund", "Odderby"],
                2,
                "By name.",
            )
            await press(pilot, "o")
            assert (at(app).row, notice(app)) == (1, "Thin places first.")

    told(story)


@pytest.mark.parametrize("size", SIZES)
def test_why_is_under_the_table_where_there_is_room_and_else_on_a_key(project: Path, size: tuple[int, int]) -> None:
    async def story() -> None:
        async with sitting(project, size=size) as (app, pilot):
            there = size != SMALL
            assert ("2 sources · 4 of 5" in screen_text(app)) is there
            await press(pilot, "w")
            assert ("2 sources · 4 of 5" in screen_text(app)) is not there
            lines = screen_text(app).splitlines()
            assert (len(lines), max(map(len, lines)) <= size[0]) == (size[1], True)

    told(story)


def test_what_is_done_elsewhere_is_seen_when_one_comes_back(project: Path) -> None:
    async def story() -> None:
        async with sitting(project) as (app, pilot):
            await press(pilot, "down", "f7")
            with Store.open(project, person="Maja") as store:
                snak = next(one for one in sources(store) if one.name == "snak")
                guide = next(one for one in stored_codes(store) if one.code == "guide")
                place = app.desk.store.query("SELECT start, end FROM passage WHERE revision = ?", snak.revision)[1]
                set_code(store, snak, Place(place["start"], place["end"]), guide)
            app.desk.changed()
            await press(pilot, "f1")
            assert shown(app)[2] == "Odderby | 1 | 1/2 | ○ 0 | ◔ 1 ♪"
            assert at(app).row == 1

    told(story)


def test_a_source_that_is_taken_back_leads_up_again(project: Path) -> None:
    with Store.open(project, person="Maja") as store:
        municipality = store.query("SELECT id FROM municipality WHERE name = 'Odderby'")[0]["id"]
        with store.command("import") as command:
            add_source(command, transcript(("Ung", "Nej."), name="ny"), name="ny", municipality=municipality)

    async def story() -> None:
        async with sitting(project) as (app, pilot):
            await press(pilot, "down", "enter", "down", "enter")
            assert title(app) == "Overview › Odderby › ny"
            await press(pilot, "u")
            assert (title(app), notice(app)) == ("Overview › Odderby", "Took back: brought in (ny · ny-Ung)")
            assert [line.split(" | ")[0] for line in shown(app)[1:]] == ["snak"]

    told(story)


def test_a_source_that_takes_long_is_read_beside_the_keys(project: Path) -> None:
    many = [("Ung", f"Svar {number}.") for number in range(MANY + 1)]
    with Store.open(project, person="Maja") as store:
        municipality = store.query("SELECT id FROM municipality WHERE name = 'Odderby'")[0]["id"]
        with store.command("import") as command:
            add_source(command, transcript(*many, name="lang"), name="lang", municipality=municipality)

    async def story() -> None:
        async with sitting(project) as (app, pilot):
            await press(pilot, "down", "enter")
            app.place.action_down()  # type: ignore[attr-defined]
            assert (title(app), notice(app)) == ("Overview › Odderby", "Reading …")
            await press(pilot)
            assert (title(app), notice(app)) == ("Overview › Odderby › lang", "")
            assert shown(app)[1] == "1 | · | Ung | Svar 0. | "
            # Who goes on meanwhile stays where they went.
            await press(pilot, "escape")
            app.place.action_down()  # type: ignore[attr-defined]
            await app.place.action_up()  # type: ignore[attr-defined]
            await press(pilot)
            assert title(app) == "Overview"

    told(story)


def test_suggest_for_what_has_no_suggestions_writes_no_history(project: Path) -> None:
    before = commands(project)

    async def story() -> None:
        async with sitting(project) as (app, pilot):
            await press(pilot, "s")
            with Store.open(project, person="Maja") as store:
                found = {one.name: standings(store)[one.id].suggested for one in sources(store)}
                snak = next(one for one in sources(store) if one.name == "snak")
                made = suggestions(store, snak.revision)
            assert found == {"fg1": True, "fg2": True, "snak": True}
            several = sum(len(each) for each in made.values())
            assert notice(app) == f"Suggested for 1 source: {several} suggestions in {len(made)} passages."
            await press(pilot, "s")
            assert notice(app) == "Every source that may have suggestions has them."
            await press(pilot, "enter", "s")
            assert notice(app) == "Every source that may have suggestions has them."

    told(story)
    assert commands(project) == before


def test_suggest_anew_for_the_source_one_is_in(project: Path) -> None:
    before = commands(project)

    async def story() -> None:
        async with sitting(project) as (app, pilot):
            await press(pilot, "enter", "enter")
            assert (title(app), shown(app)[1:]) == (
                "Overview › Kvistsund › fg2",
                [
                    "2 | ✓ | Sagsbehandler | Vi mødes hver torsdag. Så ved alle, hvad de andre gør. | ",
                    "3 | · | Ung | Min kontaktperson ringer hver uge. | One youth guide ?",
                ],
            )
            await press(pilot, "s")
            with Store.open(project, person="Maja") as store:
                fg2 = next(one for one in sources(store) if one.name == "fg2")
                made = suggestions(store, fg2.revision)
            several = sum(len(each) for each in made.values())
            assert notice(app) == f"Suggested for 1 source: {several} suggestions in {len(made)} passages."
            assert made[3][0].suggestion.confidence != 0.8, "what was suggested before is replaced"

    told(story)
    assert commands(project) == before


def test_no_suggestions_without_consent(project: Path) -> None:
    with Store.open(project, person="Maja") as store:
        edit_source(store, sources(store)[-1], {"consent": frozenset({"quote"})})

    async def story() -> None:
        async with sitting(project) as (app, pilot):
            await press(pilot, "down", "enter")
            assert shown(app)[1].endswith(" | no consent")
            await press(pilot, "s")
            assert notice(app) == "Every source that may have suggestions has them."
            await press(pilot, "enter", "s")
            assert notice(app) == "snak: the consent does not cover suggestions, so none were made."

    told(story)


def test_a_report_is_the_one_that_the_command_line_writes(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WORKBENCH_LANG", "en")
    by_hand = shutil.copytree(project, project.with_name("by-hand"))
    before = commands(project)

    async def story() -> None:
        async with sitting(project, size=SMALL) as (app, pilot):
            await press(pilot, "r")
            written = sorted((project / "reports").iterdir())
            stem = written[0].stem
            assert notice(app) == (f"1 report written, 1 with something to look at: {stem} (docx, html, md, pdf)")
            assert why(app)[:3] == [
                f"In {project / 'reports'}:",
                f"Kvistsund  {stem} (docx, html, md, pdf)",
                "  1 passage of 5 is undecided: the report says that it is preliminary.",
            ]
            assert "Kvistsund" in screen_text(app).split("Odderby")[1]
            await press(pilot, "escape")
            assert (app.current_mode, why(app)[0]) == (
                "overview",
                "Kvistsund · 2 sources · 4 of 5 passages dealt with",
            )

    told(story)
    assert main(["-p", str(by_hand), "report", "Kvistsund"]) == 0
    assert {one.name: one.read_bytes() for one in (by_hand / "reports").iterdir()} == {
        one.name: one.read_bytes() for one in (project / "reports").iterdir()
    }
    assert commands(project) == before


def test_all_reports_and_what_to_look_at(project: Path) -> None:
    async def story() -> None:
        async with sitting(project, size=MIDDLE) as (app, pilot):
            await press(pilot, "R")
            assert notice(app).startswith("2 reports written, 2 with something to look at: ")
            assert [line.split()[0] for line in why(app) if not line.startswith(" ")] == ["In", "Kvistsund", "Odderby"]
            assert len(list((project / "reports").iterdir())) == 8
            await press(pilot, "down")
            assert why(app)[0] == "Odderby · 1 source · 0 of 2 passages dealt with"

    told(story)


def test_what_was_left_to_read_is_scrolled(project: Path) -> None:
    async def story() -> None:
        async with sitting(project, size=SMALL) as (app, pilot):
            await press(pilot, "R", "g", "w", "end")
            assert app.focused is app.place.query_one(Why)
            last = why(app)[-1].strip()
            assert last.split()[-1] in screen_text(app)
            await press(pilot, "g", "t", "escape", "enter")
            assert title(app) == "Overview › Kvistsund"

    told(story)


def test_a_municipality_without_material_has_no_report(project: Path) -> None:
    with Store.open(project, person="Maja") as store, store.command("municipalities add") as command:
        add_municipality(command, "Aaby")

    async def story() -> None:
        async with sitting(project) as (app, pilot):
            await press(pilot, "o", "r")
            await press(pilot, "up", "up", "r")
            assert notice(app) == (
                "! There is nothing from Aaby yet: no source to report on. Add some with: workbench import PATH"
            )

    told(story)


def test_an_empty_project_says_what_comes_first(tmp_path: Path) -> None:
    with Store.create(tmp_path / "tom", new_settings("Tom"), person="Maja"):
        pass

    async def story() -> None:
        async with sitting(tmp_path / "tom") as (app, pilot):
            assert why(app) == ["There is nothing here yet. F6 brings transcripts in."]
            for key in ("enter", "t", "q", "o", "w", "w", "s", "r", "R", "down", "end", "escape"):
                await press(pilot, key)
            assert (app.current_mode, app.screen) == ("overview", app.place)

    told(story)


def test_a_municipality_without_sources_says_so_in_a_narrow_terminal_too(project: Path) -> None:
    with Store.open(project, person="Maja") as store, store.command("municipalities add") as command:
        add_municipality(command, "Aaby Kommune ved fjorden og heden og skoven", prioritised_themes=("plan",))

    async def story() -> None:
        async with sitting(project, size=SMALL) as (app, pilot):
            table = app.place.query_one(Table)
            # What was asked for and is empty stands out, and a long name leaves room for the numbers.
            assert [str(one.style) for one in table.get_row_at(0)] == ["", "", "", "bold", MUTED]
            assert " Aaby Kommune ved fjorde…        0   0/0  ○ 0 !     ○ 0" in screen_text(app).splitlines()
            await press(pilot, "enter")
            assert "There is nothing here yet. F6 brings transcripts in." in screen_text(app)
            await press(pilot, "escape", "down", "enter")
            assert "There is nothing here yet." not in screen_text(app)

    told(story)


def test_names_from_outside_cannot_touch_the_terminal(project: Path) -> None:
    with Store.open(project, person="Maja") as store, store.command("municipalities add") as command:
        add_municipality(command, "[red]\x1b[31mOnd\u202e")

    async def story() -> None:
        async with sitting(project) as (app, pilot):
            assert shown(app)[3].split(" | ")[0] == "[red]␛[31mOnd\ufffd"
            await press(pilot, "end", "enter")
            assert title(app) == "Overview › [red]␛[31mOnd\ufffd"

    told(story)


def test_two_clicks_go_down(project: Path) -> None:
    async def story() -> None:
        async with sitting(project) as (app, pilot):
            await pilot.click(Table, offset=(3, 2), times=2)
            await press(pilot)
            assert title(app) == "Overview › Odderby"

    told(story)


def test_the_demo_shows_every_municipality_at_every_size(demo_project: Path) -> None:
    async def story(size: tuple[int, int]) -> None:
        async with sitting(demo_project, size=size) as (app, pilot):
            assert isinstance(app.place, OverviewScreen)
            assert [line.split(" | ")[0] for line in shown(app)[1:]] == [
                "Gråskær", "Brændlyng", "Ravnstrøm", "Tjørnefjord", "Havrevig", "Kvistsund",
            ]  # fmt: skip
            await press(pilot, "enter", "enter")
            assert title(app).startswith("Overview › Gråskær › ")
            lines = screen_text(app).splitlines()
            assert (len(lines), max(map(len, lines)) <= size[0]) == (size[1], True)

    for size in SIZES:
        told(lambda size=size: story(size))  # type: ignore[misc]
