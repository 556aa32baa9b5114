"""Anne, who writes reports, pulls quotes: finds them, reads around them, edits one lightly, and trusts the words."""

from pathlib import Path

from tests.tui.conftest import MIDDLE, SMALL, commands, notice, press, screen_text, sitting, told
from tests.walks.stories import source_named
from workbench.codebook import roles
from workbench.model import Valence
from workbench.store import Quote, Store, check, quote_marks, quotes
from workbench.tui.screens.quotes import QuotesScreen

TOLD_BY = "ungerejse-b"
"""A source of which she takes several quotes: one young person's journey."""


def of_young_people(root: Path) -> list[Quote]:
    """What young people say holds them back about the youth guide, as reports count it."""
    with Store.open(root, person="Anne") as store:
        return [
            one
            for one in quotes(store, code="guide", valence=Valence.BARRIER, counted=True)
            if roles().role(one.role).perspective == "youth"
        ]


def words(one: Quote) -> str:
    return " ".join(one.text.split())


def test_she_finds_stars_edits_approves_and_copies_a_quote(demo_project: Path) -> None:
    before = len(commands(demo_project))
    wanted = of_young_people(demo_project)
    first, second, *_rest = (at for at, one in enumerate(wanted) if one.source == TOLD_BY and one.may_quote)
    chosen = wanted[first]

    async def story() -> None:
        async with sitting(demo_project, person="Anne", language="da", screen="quotes", size=SMALL) as (app, pilot):
            assert "Alle citater, som rapporter tæller" in screen_text(app)
            await press(pilot, "f", *"kode én ungeguide", "enter")
            await press(pilot, "v", "v", "f", *"perspektiv ung", "enter")
            assert screen_text(app).splitlines()[1].strip() == f"Én ungeguide · barriere · Ung   {len(wanted)} citater"

            # Going down the list she reads each in its context; the window is pulled larger meanwhile.
            await press(pilot, *["down"] * first)
            await pilot.resize_terminal(*MIDDLE)
            await press(pilot)
            screen = app.place
            assert isinstance(screen, QuotesScreen)
            assert screen.chosen is not None
            assert screen.chosen.quote.id == chosen.id
            shown = screen_text(app)
            assert "– Ung" in shown
            assert f"{TOLD_BY} · passage {chosen.passage}" in shown
            assert "▌ Ung" in shown

            await press(pilot, "s")
            assert notice(app) == "★ stjerne: rapporter tager det først."
            await press(pilot, *["down"] * (second - first), "s")
            for said in ("! Brændlyng, Én ungeguide: 2 af 2", "fra samme person"):
                assert said in screen_text(app)
            await press(pilot, "s", *["up"] * (second - first))

            # A light edit: what is left out must be marked. Half way she goes to look something up, and comes back.
            last = words(chosen).rpartition(" ")[2]
            await press(pilot, "e", *["backspace"] * (len(last) + 1))
            assert "! udeladt: " in screen_text(app)
            await press(pilot, "escape", "e")
            await press(pilot, "ctrl+s")
            assert "Det her siger noget andet end det, der blev sagt" in screen_text(app)
            await press(pilot, "space", "ctrl+t")
            assert "✓ Kun det, der blev sagt, og det, der er markeret." in screen_text(app)
            await press(pilot, "ctrl+s")
            assert notice(app).startswith("Redigeret.")
            assert "Som sagt: " in screen_text(app)

            await press(pilot, "a")
            assert notice(app) == "✓ godkendt med disse ord."
            await press(pilot, "y")
            assert notice(app) == "Kopieret, med rollen under: Ung."
            assert app.clipboard.startswith(f"“{words(chosen)[:20]}")
            assert app.clipboard.endswith("[…]”\n– Ung")

    told(story)
    with Store.open(demo_project, person="Anne") as store:
        mark = quote_marks(store)[chosen.id]
        assert (mark.starred, mark.approved_by, mark.edited) == (
            True, "Anne", f"{words(chosen).rpartition(' ')[0]} […]",
        )  # fmt: skip
        assert check(store).faults == ()
    assert [verb for verb, _events in commands(demo_project)[before:]] == [
        "quotes star", "quotes star", "quotes unstar", "quotes edit", "quotes approve",
    ]  # fmt: skip


def test_what_she_chose_is_in_the_report_and_nothing_is_quoted_without_consent(demo_project: Path) -> None:
    with Store.open(demo_project, person="Anne") as store:
        source = source_named(store, TOLD_BY)
        chosen = next(one for one in of_young_people(demo_project) if one.source == TOLD_BY)

    async def story() -> None:
        async with sitting(demo_project, person="Anne", language="da") as (app, pilot):
            await press(pilot, "4", "/", *f'"{" ".join(words(chosen).split()[:5]).rstrip(",.")}"', "enter")
            await press(pilot, "s", "a")
            assert notice(app) == "✓ godkendt med disse ord."

            await press(pilot, "1", "o", *["up"] * 5, "r")
            assert notice(app).startswith("1 rapport skrevet")
            written = next((demo_project / "reports").glob("practice-report-braendlyng.md"))
            assert words(chosen) in " ".join(written.read_text(encoding="utf-8").split())

            # The young person takes the consent back: it is said what that costs, and no quote of theirs can be taken.
            await press(pilot, "6")
            while TOLD_BY not in str(app.place.query_one("#about").render()).lower().replace(" ", "-"):
                await press(pilot, "down")
            await press(pilot, "e", *["shift+tab"] * 3, "space")
            assert "[ ] citat" in screen_text(app)
            await press(pilot, "ctrl+s")
            assert notice(app).startswith(f"{TOLD_BY} er rettet. ")
            await press(pilot, "4", "y")
            assert notice(app).startswith("! ")

            await press(pilot, "u")
            assert notice(app) == f"Fortrudt: kilde rettet ({TOLD_BY})"
            await press(pilot, "y")
            assert notice(app).startswith("Kopieret")

    told(story)
    with Store.open(demo_project, person="Anne") as store:
        assert source_named(store, TOLD_BY).consent == source.consent
        assert check(store).faults == ()
