"""The quotes: found, read in their context, starred, lightly edited, approved, copied."""

import shutil
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.conftest import TALK, transcript
from tests.tui.conftest import (
    LARGE,
    SIZES,
    SMALL,
    commands,
    notice,
    press,
    screen_text,
    settled,
    sitting,
    told,
)
from workbench import i18n
from workbench.__main__ import main
from workbench.codebook import roles
from workbench.model import Transcription
from workbench.store import Store, add_municipality, add_source, new_settings, sources
from workbench.tui.quotes import LightEditScreen, QuoteFilter, QuoteList, asked_line
from workbench.tui.screens.quotes import QuotesScreen
from workbench.workflow.quotes import MarkedQuote

SAID = "Vi skriver det samme to steder. Det tager en hel formiddag."
LONE = "Lone. Hun svarer altid, også om søndagen."


def quotes_of(app: object) -> QuotesScreen:
    """The screen of quotes, which is open."""
    screen = app.place  # type: ignore[attr-defined]
    assert isinstance(screen, QuotesScreen)
    return screen


def texts(screen: QuotesScreen) -> list[str]:
    return [one.text for one in screen.found]


def at(screen: QuotesScreen) -> MarkedQuote:
    assert screen.chosen is not None
    return screen.chosen


def sheet(file: Path) -> bytes:
    """The rows of a workbook; its other parts say when it was written."""
    with ZipFile(file) as parts:
        return parts.read("xl/worksheets/sheet1.xml")


def by_command_line(root: Path, *arguments: str) -> None:
    assert main(["-p", str(root), *arguments]) == 0


def test_a_quote_is_starred_edited_approved_and_copied(project: Path) -> None:
    before = len(commands(project))

    async def story() -> None:
        async with sitting(project) as (app, pilot):
            await press(pilot, "f4")
            screen = quotes_of(app)
            assert texts(screen) == [SAID, LONE]
            await press(pilot, "s")
            assert (at(screen).mark.starred, notice(app)) == (True, "★ starred: reports take it first.")
            await press(pilot, "e", *["backspace"] * len(" Det tager en hel formiddag."))
            assert "! left out: “Det tager en hel formiddag”" in screen_text(app)
            await press(pilot, "ctrl+s")
            assert "This says something else than was said, without a mark" in screen_text(app)
            await press(pilot, "space", "ctrl+t")
            assert "✓ Nothing but what was said, and what is marked." in screen_text(app)
            await press(pilot, "ctrl+s")
            assert (at(screen).text, notice(app)) == ("Vi skriver det samme to steder. […]", "Edited.")
            await press(pilot, "a")
            assert at(screen).mark.approved_by == "Maja"
            await press(pilot, "y")
            assert app.clipboard == "“Vi skriver det samme to steder. […]”\n– Member of staff"
            assert notice(app) == "Copied, with whom it is by: Member of staff."
            await press(pilot, "a", "s", "u")
            assert (at(screen).mark.approved_by, at(screen).mark.starred) == ("", True)

    told(story)
    assert [verb for verb, _events in commands(project)[before:]] == [
        "quotes star", "quotes edit", "quotes approve", "quotes unapprove", "quotes unstar", "undo",
    ]  # fmt: skip


def test_going_back_to_the_words_as_said_is_what_clear_does(project: Path, tmp_path: Path) -> None:
    ids: list[str] = []

    async def story() -> None:
        async with sitting(project) as (app, pilot):
            await press(pilot, "f4", "e", "ctrl+g", "e", "j", "ctrl+s")
            ids.append(at(quotes_of(app)).quote.id)
            shutil.copytree(project, tmp_path / "other")
            await press(pilot, "e", "ctrl+o", "ctrl+s")
            assert notice(app) == "Back to the words as said."

    told(story)
    by_command_line(tmp_path / "other", "quotes", "edit", "--clear", *ids)
    assert commands(project) == commands(tmp_path / "other")


def test_what_was_typed_is_there_when_one_comes_back(project: Path) -> None:
    async def story() -> None:
        async with sitting(project) as (app, pilot):
            await press(pilot, "f4", "e", "x", "escape")
            assert at(quotes_of(app)).text == SAID
            await press(pilot, "e")
            assert "! “formiddag” became “formiddag.x”" in screen_text(app) or f"{SAID}x" in screen_text(app)
            await press(pilot, "ctrl+o", "escape", "e")
            assert isinstance(app.screen, LightEditScreen)
            assert "✓ Nothing but what was said" in screen_text(app)

    told(story)


def test_a_refused_edit_is_told_line_by_line(project: Path) -> None:
    before = commands(project)

    async def story() -> None:
        async with sitting(project) as (app, pilot):
            await press(pilot, "f4", "e", "x", "x", "ctrl+s")
            told_so = [line.strip(" │") for line in screen_text(app).split("\n")]
            first = next(number for number, line in enumerate(told_so) if "This says something else" in line)
            assert "added: “xx”" in told_so[first + 1]
            assert "Write […]" in told_so[first + 2]
            assert "␊" not in screen_text(app)
            await press(pilot, "backspace", "backspace", "ctrl+s")
            assert (app.screen, notice(app)) == (app.place, "Nothing to change.")

    told(story)
    assert commands(project) == before


def test_a_quote_becomes_an_example_of_its_code(project: Path) -> None:
    before = len(commands(project))

    async def story() -> None:
        async with sitting(project) as (app, pilot):
            await press(pilot, "f4", "down", "n", "x", "escape")
            assert (app.screen, len(commands(project))) == (app.place, before)
            await press(pilot, "n")
            assert f"{LONE}x" in screen_text(app)
            await press(pilot, "backspace", "enter")
            assert notice(app).startswith("The project codes by proeve 0.1.1 now.")
            assert at(quotes_of(app)).text == LONE
            await press(pilot, "n", "enter")
            assert notice(app) == "Nothing to change."
            await press(pilot, "u", "f5", "down", "down")
            assert LONE not in screen_text(app)

    told(story)
    assert [verb for verb, _events in commands(project)[before:]] == ["codebooks example", "undo"]


def test_what_is_shown_is_written_as_a_table(project: Path) -> None:
    before = commands(project)

    async def story() -> None:
        async with sitting(project) as (app, pilot):
            await press(pilot, "f4", "slash", *"formiddag", "enter", "w")
            assert notice(app) == "Wrote reports/quotes.xlsx with 1 quote."
            await press(pilot, "x", "w")
            assert notice(app) == (
                "Wrote reports/quotes.xlsx with 2 quotes. The earlier file is kept as quotes (1).xlsx."
            )

    told(story)
    by_command_line(project, "--lang", "en", "quotes", "--xlsx", str(project / "by hand.xlsx"))
    assert sheet(project / "reports" / "quotes.xlsx") == sheet(project / "by hand.xlsx")
    assert commands(project) == before


def test_a_role_that_too_few_have_is_told(demo_project: Path) -> None:
    async def story() -> None:
        async with sitting(demo_project, size=LARGE) as (app, pilot):
            await press(pilot, "f4")
            screen, known = quotes_of(app), roles()
            own = [known.label(one.quote.role, "en") if one.quote.role in known else one.by for one in screen.found]
            coarser = next(number for number, one in enumerate(screen.found) if one.by != own[number])
            same = next(number for number, one in enumerate(screen.found) if one.by == own[number])
            for number, is_told in ((coarser, True), (same, False)):
                screen.query_one("QuoteList", QuoteList).choose(number)
                await settled(pilot)
                line = f"Not “{own[number]}”: too few have that role for nobody to be recognised."
                assert (line in screen_text(app)) is is_told

    told(story)


def test_a_project_without_codings_says_where_one_codes(tmp_path: Path) -> None:
    root = tmp_path / "ny"
    with Store.create(root, new_settings("Ny"), person="Maja") as store, store.command("import") as command:
        kvistsund = add_municipality(command, "Kvistsund")
        add_source(command, transcript(*TALK, name="fg1"), name="fg1", municipality=kvistsund)

    async def story() -> None:
        async with sitting(root, size=SMALL) as (app, pilot):
            await press(pilot, "f4", *"seaynw", "enter", "space", "f9", "f9", "x", "v", "x")
            assert "Nothing is coded yet. That is done in 2 and 3." in screen_text(app)

    told(story)


def test_one_reads_on_in_a_quote_without_leaving_the_list(demo_project: Path) -> None:
    async def story() -> None:
        async with sitting(demo_project, size=SMALL) as (app, pilot):
            await press(pilot, "f4")
            name = app.desk.name(at(quotes_of(app)).quote.code)
            assert screen_text(app).count(name) == 1
            await press(pilot, "space")
            assert name not in screen_text(app)
            await press(pilot, *["space"] * 9, "down", "up")
            assert screen_text(app).count(name) == 1
            await press(pilot, "tab", "down", "s")
            assert at(quotes_of(app)).mark.starred

    told(story)


def test_the_number_of_quotes_is_seen_beside_the_longest_filter() -> None:
    assert asked_line("Ledelse og prioritering · anbefaling", 12, 24).plain == "Ledelse og …   12 quotes"
    assert asked_line("", None, 60).plain == "All quotes that reports count   …"
    assert asked_line("\x1b[2J", 1, 60).plain == "␛[2J   1 quote"


def test_filters_are_said_and_taken_away_again(demo_project: Path) -> None:
    async def story() -> None:
        async with sitting(demo_project) as (app, pilot):
            await press(pilot, "f4")
            screen = quotes_of(app)
            every = len(screen.found)
            await press(pilot, "f", *"barrier", "enter")
            assert {one.quote.valence.value for one in screen.found} == {"barrier"}
            barriers = len(screen.found)
            await press(pilot, "f", *"role", "space", *"young", "enter")
            assert screen.filter == QuoteFilter(valence="barrier", role="youth")
            assert 0 < len(screen.found) < barriers < every
            assert f"barrier · Young person   {len(screen.found)} quotes" in screen_text(app)
            await press(pilot, "s", "S")
            assert (len(screen.found), screen.filter.starred) == (1, True)
            await press(pilot, "f", *"starred", "enter")
            assert screen.filter == QuoteFilter(valence="barrier", role="youth")
            await press(pilot, "x", "A", "A")
            assert (screen.filter.approved, len(screen.found)) == (False, every)
            await press(pilot, "x", "v")
            assert screen.filter.valence == "description"
            assert {one.quote.valence.value for one in screen.found} == {"description"}

    told(story)


def test_what_was_asked_for_is_asked_for_again_and_said(demo_project: Path) -> None:
    async def story() -> None:
        async with sitting(demo_project) as (app, pilot):
            await press(pilot, "f4", "f", *"barrier", "enter", "f", *"role", "space", *"young", "enter")
            await press(pilot, "S", "S", "A", "A", "slash", *"jeg", "enter")
        async with sitting(demo_project) as (app, pilot):
            # Words that were typed may be somebody's own: they are not written down.
            assert quotes_of(app).filter == QuoteFilter(valence="barrier", role="youth", approved=False)
            assert screen_text(app).splitlines()[1].startswith(" barrier · Young person · not approved   ")
            assert {(one.quote.valence.value, one.quote.role) for one in quotes_of(app).found} == {("barrier", "youth")}
            await press(pilot, "x")
            assert screen_text(app).splitlines()[1].startswith(" All quotes that reports count   ")
        async with sitting(demo_project) as (app, pilot):
            assert quotes_of(app).filter == QuoteFilter()
        async with sitting(demo_project, person="Peter", screen="quotes") as (app, pilot):
            assert quotes_of(app).filter == QuoteFilter()

    told(story)


def test_what_cannot_be_asked_for_any_more_is_not(project: Path) -> None:
    kept = {"code": "gone", "municipality": "gone", "role": 4, "valence": "barrier", "starred": "yes", "text": "Lone"}

    async def story() -> None:
        async with sitting(project, screen="quotes", quotes=kept) as (app, pilot):
            assert quotes_of(app).filter == QuoteFilter(valence="barrier")
        async with sitting(project, quotes={"valence": "barrier"}) as (app, pilot):
            app.open_quotes(code="guide")
            await settled(pilot)
            assert quotes_of(app).filter == QuoteFilter(code="guide")

    told(story)


def test_a_line_says_what_is_marked_when_one_has_gone_on(project: Path) -> None:
    async def story() -> None:
        async with sitting(project) as (app, pilot):
            await press(pilot, "f4", "down", "up", "s", "down")
            assert "\n ★   Vi skriver det samme" in screen_text(app)
            await press(pilot, "up", "s", "down")
            assert "\n     Vi skriver det samme" in screen_text(app)

    told(story)


def test_words_are_sought_in_any_form(project: Path) -> None:
    async def story() -> None:
        async with sitting(project) as (app, pilot):
            await press(pilot, "f4", "slash", *"skrive", "enter")
            assert texts(quotes_of(app)) == [SAID]
            assert "“skrive”   1 quote" in screen_text(app)
            await press(pilot, "slash", *["backspace"] * 6, *"zzz", "enter")
            assert texts(quotes_of(app)) == []
            assert "No quote is like that. x shows all again." in screen_text(app)
            await press(pilot, "s", "a", "e", "y", "enter", "x")
            assert texts(quotes_of(app)) == [SAID, LONE]

    told(story)


def test_asked_for_from_elsewhere_and_on_to_the_transcript(project: Path) -> None:
    async def story() -> None:
        async with sitting(project) as (app, pilot):
            app.open_quotes(code="guide")
            await settled(pilot)
            assert (texts(quotes_of(app)), quotes_of(app).filter) == ([LONE], QuoteFilter(code="guide"))
            one = at(quotes_of(app)).quote
            await press(pilot, "enter")
            assert (app.current_mode, app.last.source, app.last.place) == ("transcript", one.source_id, one.place.start)

    told(story)


def test_what_may_not_be_quoted_says_why(project: Path) -> None:
    with Store.open(project, person="Maja") as store, store.command("sources edit") as command:
        fg1 = next(one for one in sources(store) if one.name == "fg1")
        command.change("source", (fg1.id,), transcription=Transcription.MINUTES.value)
    before = commands(project)

    async def story() -> None:
        async with sitting(project) as (app, pilot):
            await press(pilot, "f4")
            assert "× from minutes, never quoted" in screen_text(app)
            for key in "saey":
                await press(pilot, key)
                assert "is from minutes (fg1): these are nobody's own words, and never quoted." in notice(app)
            assert app.clipboard == ""

    told(story)
    assert commands(project) == before


def test_several_stars_for_one_person_are_told(demo_project: Path) -> None:
    async def story() -> None:
        async with sitting(demo_project, size=LARGE) as (app, pilot):
            await press(pilot, "f4")
            screen = quotes_of(app)
            first = at(screen).quote
            again = next(
                number
                for number, one in enumerate(screen.found)
                if (one.quote.person, one.quote.area) == (first.person, first.area) and one.quote.place != first.place
            )
            await press(pilot, "s", *["down"] * again, "s")
            assert "of 2 starred quotes come from the same person." in screen_text(app)

    told(story)


@pytest.mark.parametrize("size", SIZES)
def test_list_and_quote_are_both_in_sight(demo_project: Path, size: tuple[int, int]) -> None:
    async def story() -> None:
        async with sitting(demo_project, size=size) as (app, pilot):
            await press(pilot, "f4")
            one = at(quotes_of(app))
            shown = screen_text(app)
            assert shown.count(one.text[:20]) >= 2
            assert one.by in shown
            await press(pilot, "end")
            assert at(quotes_of(app)) == quotes_of(app).found[-1]
            assert quotes_of(app).found[-1].text[:20] in screen_text(app)

    told(story)


def test_a_click_chooses_and_two_open(project: Path) -> None:
    async def story() -> None:
        async with sitting(project, size=SMALL) as (app, pilot):
            await press(pilot, "f4")
            await pilot.click("QuoteList", offset=(5, 1))
            await settled(pilot)
            assert at(quotes_of(app)).text == LONE
            await pilot.click("QuoteList", offset=(5, 4), times=2)  # below the last one
            await settled(pilot)
            assert (at(quotes_of(app)).text, app.current_mode) == (LONE, "quotes")
            await pilot.click("QuoteList", offset=(5, 1), times=2)
            await settled(pilot)
            assert app.current_mode == "transcript"

    told(story)


def test_another_language_is_spoken_at_once(project: Path) -> None:
    async def story() -> None:
        async with sitting(project) as (app, pilot):
            await press(pilot, "f4", "down", "f9")
            assert at(quotes_of(app)).text == LONE
            assert (i18n.language(), "Én ungeguide" in screen_text(app)) == ("da", True)

    told(story)
