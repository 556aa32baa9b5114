"""Jonas, an analyst, codes blind what Maja coded, sharpens a code, and finds his own way back through the history."""

from pathlib import Path

from tests.tui.conftest import MIDDLE, SMALL, commands, notice, press, screen_text, sitting, told
from tests.walks.stories import source_named, title
from workbench.codebook import Exclusion
from workbench.store import Store, check, current_codebooks, quotes
from workbench.tui.last import last_file, remembered

SOURCE = "fokusgruppe-ungeenheden"


def exclusions(root: Path, code: str) -> tuple[str, tuple[Exclusion, ...]]:
    """The codebook's version, and what does not belong to a code."""
    with Store.open(root, person="Jonas") as store:
        [book] = current_codebooks(store)
    return book.version, tuple(book.code(code).exclude)


def counted(root: Path) -> list[str]:
    """Ids of what reports count, which is Maja's."""
    with Store.open(root, person="Jonas") as store:
        return [one.id for one in quotes(store, counted=True)]


def test_he_codes_blind_beside_maja(demo_project: Path) -> None:
    """What he decides stands beside hers, was not led by any suggestion, and changes no number in a report."""
    before, numbers = len(commands(demo_project)), counted(demo_project)
    with Store.open(demo_project, person="Jonas") as store:
        source = source_named(store, SOURCE)

    async def story() -> None:
        async with sitting(demo_project, person="Jonas", language="da", source=source.id) as (app, pilot):
            await press(pilot, "f3")
            await press(pilot, "w", "w", "B")
            assert f" · blindt · Brændlyng · {SOURCE} " in title(app)
            assert "Forslag er skjult, til du har taget stilling." in screen_text(app)
            await press(pilot, "1")
            assert notice(app) == "! Forslag er skjult: Tag først stilling med c eller n, eller vis dem med B."
            await press(pilot, "n")
            assert notice(app).startswith("– ingen kode her")
            await press(pilot, "enter", "v", "c", *"ledelse", "enter")
            assert notice(app).startswith("✓ Ledelse og prioritering – barriere")
            here = title(app)
            await pilot.resize_terminal(*SMALL)
            await press(pilot)
            assert title(app) == here

    told(story)
    assert [verb for verb, _events in commands(demo_project)[before:]] == ["no-code", "code"]
    assert counted(demo_project) == numbers
    with Store.open(demo_project, person="Jonas") as store:
        assert [
            (row["no_code"], row["blind"])
            for row in store.query("SELECT * FROM review_mark WHERE coder = 'Jonas' ORDER BY passage")
        ] == [(1, 1), (0, 1)]
        assert {one.layer for one in quotes(store, source=source.id)} == {"Maja", "Jonas"}
        assert check(store).faults == ()


def test_he_sharpens_a_code_and_takes_only_his_own_back(demo_project: Path) -> None:
    before = len(commands(demo_project))
    old = exclusions(demo_project, "plan.dobbelt")
    new = Exclusion("et system, der er nede", "plan.system")

    async def story() -> None:
        async with sitting(demo_project, person="Jonas", language="da", screen="codebook") as (app, pilot):
            await press(pilot, "slash", *"dobbelt", "enter")
            shown = screen_text(app)
            for said in ("Dobbeltdokumentation  plan.dobbelt", "Hører ikke til", "Præcision: ikke målt endnu"):
                assert said in shown
            await press(pilot, "e", *["tab"] * 4, *["up"] * 9, "home", *f"{new.text} -> {new.use}", "enter", "ctrl+s")
            assert notice(app).startswith("Nu kodes der efter kui-fire-fokusomraader ")
            assert "24 kodninger er lavet før det: se på dem igen." in notice(app)
            assert f"– {new.text}" in screen_text(app)
            await press(pilot, "l")
            assert notice(app) == "Intet at rette."

    told(story)
    version, excluded = exclusions(demo_project, "plan.dobbelt")
    assert version != old[0]
    assert new in excluded

    async def the_day_after() -> None:
        async with sitting(demo_project, person="Jonas", size=MIDDLE) as (app, pilot):
            assert title(app) == "Kodebog"
            await press(pilot, "7", "slash", *"jonas", "enter")
            assert title(app).endswith(" · 1 fundet")
            await press(pilot, "U")
            assert exclusions(demo_project, "plan.dobbelt") == old
            await press(pilot, "escape", "down", "down", "down", "U")
            assert notice(app).startswith("! ")
            assert "Maja" in notice(app)
            await press(pilot, "ctrl+r")
            assert exclusions(demo_project, "plan.dobbelt") == (version, excluded)

    told(the_day_after)
    assert [verb for verb, _events in commands(demo_project)[before:]] == ["codebooks edit", "undo", "redo"]
    with Store.open(demo_project, person="Jonas") as store:
        assert remembered(last_file(store.settings.id, "Jonas")).screen == "history"
        assert check(store).faults == ()
