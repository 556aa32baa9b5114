"""Henrik, who leads the project, sees where the material is thin before the field phase ends, and who did what."""

from pathlib import Path

from tests.tui.conftest import MIDDLE, SMALL, commands, notice, press, screen_text, sitting, told
from tests.walks.stories import title
from workbench.coverage import State, coverage
from workbench.store import Store, check, history, sources
from workbench.tui.widgets.table import Table
from workbench.workflow.thin import sign, thinnest_first

AREAS = ("Én indgang", "Én plan", "Én ungeguide", "Sammenhængende indsats")


def rows(table: Table) -> list[list[str]]:
    """What a table says, row by row."""
    return [[str(one) for one in table.get_row_at(row)] for row in range(table.count)]


def test_he_goes_from_the_whole_down_to_what_was_said(demo_project: Path) -> None:
    before = len(commands(demo_project))
    with Store.open(demo_project, person="Henrik") as store:
        found = coverage(store)
        thin = thinnest_first(found.rows)

    async def story() -> None:
        async with sitting(demo_project, person="Henrik", language="da", size=SMALL) as (app, pilot):
            table = app.place.query_one(Table)
            assert rows(table) == [
                [row.municipality.name, str(row.sources), f"{row.dealt_with}/{row.passages}", *map(sign, row.cells)]
                for row in thin
            ]
            await press(pilot, "w")
            for said in ("intet sagt", "tyndt", "ønsket på forhånd", "Tallene er udsagn, ikke andele."):
                assert said in " ".join(screen_text(app).split())

            # From a municipality's focus area to its codes, the thin ones first, and what each lacks.
            await press(pilot, *["right"] * 3, "enter")
            first = thin[0].municipality
            assert title(app) == f"Overblik › {first.name} › {AREAS[0]}"
            signs = [row[1][0] for row in rows(table)]
            assert signs == sorted(signs, key="○◔●".index)
            assert "få udsagn" in screen_text(app)

            # Wider, it says who was heard, too; and it is the same place.
            await pilot.resize_terminal(*MIDDLE)
            await press(pilot)
            assert title(app) == f"Overblik › {first.name} › {AREAS[0]}"
            code = rows(table)[-1][0]
            await press(pilot, *["down"] * (table.count - 1), "enter")
            assert screen_text(app).splitlines()[1].strip().startswith(f"{code} · {first.name} ")
            await press(pilot, "escape", "escape", *["left"] * 3, "enter")
            assert title(app) == f"Overblik › {first.name}"
            assert len(rows(table)) == thin[0].sources

    told(story)
    assert len(commands(demo_project)) == before
    assert {one.state for row in found.rows for one in row.cells} == {State.OK}


def test_he_reviews_what_is_thin_and_is_at_the_same_screen_tomorrow(demo_project: Path) -> None:
    """He may look at everything; what he takes back is his own."""
    with Store.open(demo_project, person="Henrik") as store:
        passages = sum(one.passages for one in sources(store))
        newest = history(store, limit=1)[0]

    async def story() -> None:
        async with sitting(demo_project, person="Henrik", language="da") as (app, pilot):
            await press(pilot, "v")
            assert title(app).startswith(f"Gennemgang · {passages} tilbage · ")
            assert title(app).endswith(" · tynde steder først")
            await press(pilot, "escape", "7")
            assert rows(app.place.query_one(Table))[0][1] == newest.person
            await press(pilot, "U")
            assert notice(app).startswith("! “")
            assert notice(app).endswith(" blev gjort af Maja: kun vedkommende kan tage det tilbage.")

    async def tomorrow() -> None:
        async with sitting(demo_project, person="Henrik") as (app, pilot):
            assert title(app).startswith("Historik · ")
            await press(pilot, "u")
            assert notice(app) == "Der er ikke noget af dit at tage tilbage."

    told(story)
    told(tomorrow)
    with Store.open(demo_project, person="Henrik") as store:
        assert history(store, limit=1)[0].command == newest.command
        assert check(store).faults == ()
