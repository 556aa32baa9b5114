"""The codebook: read, changed, given an example, put on a digit, looked over."""

from pathlib import Path

import pytest

from tests.tui.conftest import SIZES, commands, notice, press, screen_text, settled, sitting, told
from workbench import i18n
from workbench.codebook import Code, Exclusion
from workbench.store import Store, current_codebooks
from workbench.tui.codebook import share_said
from workbench.tui.screens.codebook import CodebookScreen
from workbench.tui.screens.quotes import QuotesScreen
from workbench.tui.widgets.choose import Choice, found
from workbench.tui.widgets.pin import pinned_on
from workbench.workflow.quality import Counts


def now(root: Path, code: str) -> tuple[str, Code]:
    """The codebook's version, and a code as it stands there."""
    with Store.open(root, person="Maja") as store:
        [book] = current_codebooks(store)
    return book.version, book.code(code)


def test_a_code_is_read_and_its_quotes_are_opened(project: Path) -> None:
    async def story() -> None:
        async with sitting(project) as (app, pilot):
            await press(pilot, "f5", "down")
            shown = screen_text(app)
            for text in (
                "Double documentation  plan.dobbelt",
                "Det samme skrives flere steder.",
                "1 statement in 1 municipality",
                "Precision: not measured yet (1 of 40 decisions)",
                "Vi skriver det samme to steder, hver eneste gang.",
                "dobbelt, to steder, kopier*",
            ):
                assert text in shown
            await press(pilot, "enter")
            assert isinstance(app.place, QuotesScreen)
            assert [one.quote.code for one in app.place.found] == ["plan.dobbelt"]
            await press(pilot, "escape")
            assert isinstance(app.place, CodebookScreen)
            assert app.place.chosen == ("proeve", "plan.dobbelt")

    told(story)


def test_a_code_is_changed_and_the_change_taken_back(project: Path) -> None:
    async def story() -> None:
        async with sitting(project) as (app, pilot):
            await press(pilot, "f5", "e", "tab", "tab", "end", *"!", "tab", *"planer", "tab", *"dage", "ctrl+s")
            assert now(project, "plan")[0] == "0.2.0"
            code = now(project, "plan")[1]
            assert (code.definition, code.include, code.exclude) == (
                "Om den ene plan for den unge.!", ("planer",), (Exclusion("dage"),),
            )  # fmt: skip
            again = "1 coding was made before that: look at it again."
            assert notice(app) == f"The project codes by proeve 0.2.0 now. {again}"
            assert "– dage" in screen_text(app)
            await press(pilot, "u")
            assert now(project, "plan")[0] == "0.1.0"
            assert "– dage" not in screen_text(app)

    told(story)


def test_a_refusal_leaves_the_form_as_it_was(project: Path) -> None:
    async def story() -> None:
        async with sitting(project) as (app, pilot):
            await press(pilot, "f5", "e", *["tab"] * 4, *"dage -> gide", "ctrl+s")
            assert "did you mean 'guide'?" in screen_text(app)
            await press(pilot, *["backspace"] * 4, *"guide", "ctrl+s")
            assert now(project, "plan")[1].exclude == (Exclusion("dage", "guide"),)
            assert "– dage → One youth guide (guide)" in screen_text(app)

    told(story)


def test_what_was_typed_is_there_when_one_comes_back(project: Path) -> None:
    before = commands(project)

    async def story() -> None:
        async with sitting(project) as (app, pilot):
            await press(pilot, "f5", "e", *" og mere", "escape", "n", *"Vi har", "escape")
            assert commands(project) == before
            await press(pilot, "e")
            assert "Én plan og mere" in screen_text(app)
            await press(pilot, "escape", "n")
            assert "Vi har" in screen_text(app)
            await press(pilot, *" en plan.", "enter")
            said = "An example goes wherever the codebook goes: see that it points to nobody."
            assert notice(app) == f"The project codes by proeve 0.1.1 now. {said}"
            await press(pilot, "n")
            assert "Vi har" not in screen_text(app).partition("fits")[2].partition("An example")[0]
            await press(pilot, "escape", "down", "e")
            assert "og mere" not in screen_text(app)

    told(story)
    assert [verb for verb, _events in commands(project)[len(before) :]] == ["codebooks example"]


def test_codes_are_folded_away_by_keys_and_by_the_mouse(project: Path) -> None:
    async def story() -> None:
        async with sitting(project) as (app, pilot):
            await press(pilot, "f5")
            assert isinstance(app.place, CodebookScreen)
            await press(pilot, "down", "left")
            assert app.place.chosen == ("proeve", "plan")
            await press(pilot, "left")
            assert "Double documentation" not in screen_text(app)
            await press(pilot, "plus")
            assert "Double documentation" in screen_text(app)
            await pilot.click("CodeTree", offset=(3, 1))
            await settled(pilot)
            assert (app.place.chosen, "Double documentation" in screen_text(app)) == (("proeve", "plan"), False)
            await press(pilot, "f9", "f9", "u")
            assert "Double documentation" not in screen_text(app)
            await press(pilot, "slash", *"double", "enter", "left", "left", "left", "left", "left")
            assert app.place.chosen == ("proeve", "")
            await press(pilot, "enter", "e", "n", "p")
            assert (app.place.chosen, notice(app)) == (("proeve", ""), "! Choose a code first.")

    told(story)


def test_a_code_is_put_on_a_digit(project: Path) -> None:
    before = commands(project)

    async def story() -> None:
        async with sitting(project) as (app, pilot):
            await press(pilot, "f5", "p", "4")
            assert list(app.last.pinned) == ["plan"]
            assert notice(app) == "1 sets “One plan” in the transcript."
            await press(pilot, "end", "p", "1")
            assert list(app.last.pinned) == ["guide"]
            assert "‹1›" in screen_text(app)
            await press(pilot, "p", "0")
            assert list(app.last.pinned) == []
            assert notice(app) == "“One youth guide” is on no digit."

    told(story)
    assert commands(project) == before


@pytest.mark.parametrize(
    ("pinned", "code", "digit", "then"),
    [
        ((), "a", 7, ("a",)),
        (("a", "b"), "c", 1, ("c", "b")),
        (("a", "b", "c"), "c", 1, ("c", "b", "a")),
        (("a", "b"), "a", 9, ("b", "a")),
        (("a", "b"), "a", 0, ("b",)),
        (("a", "b"), "c", 0, ("a", "b")),
        (tuple("abcdefghi"), "j", 9, tuple("abcdefghj")),
    ],
)
def test_digits_have_no_gap(pinned: tuple[str, ...], code: str, digit: int, then: tuple[str, ...]) -> None:
    assert pinned_on(pinned, code, digit) == then


def test_what_could_be_better_leads_to_its_code(project: Path) -> None:
    async def story() -> None:
        async with sitting(project) as (app, pilot):
            await press(pilot, "f5", "l")
            assert "What could be better" in screen_text(app)
            await press(pilot, *"guide", "enter")
            assert isinstance(app.place, CodebookScreen)
            assert app.place.chosen == ("proeve", "guide")

    told(story)


def test_precision_is_said_once_it_is_measured() -> None:
    assert share_said(Counts(agreed=30, rejected=9)) == "Precision: not measured yet (39 of 40 decisions)"
    assert share_said(Counts(agreed=30, rejected=10, untouched=7)) == "Precision: 75 % (yes, of 40 decisions)"


def test_a_code_is_found_by_a_part_of_its_name(demo_project: Path) -> None:
    async def story() -> None:
        async with sitting(demo_project) as (app, pilot):
            await press(pilot, "f5", "left", "slash", *"double", "enter")
            assert isinstance(app.place, CodebookScreen)
            assert app.place.chosen[1] == "plan.dobbelt"

    told(story)


def test_choices_are_found_by_words_then_by_letters() -> None:
    choices = [Choice("Én plan", "Kode"), Choice("Dobbeltdokumentation", "Kode"), Choice("Ålborg", "Kommune")]
    assert found(choices, "") == [0, 1, 2]
    assert found(choices, "kode plan") == [0]
    assert found(choices, "dbdok") == [1]
    assert found(choices, "aalb") == [2]
    assert found(choices, "qq") == []


@pytest.mark.parametrize("size", SIZES)
def test_tree_and_code_are_both_in_sight(demo_project: Path, size: tuple[int, int]) -> None:
    async def story() -> None:
        async with sitting(demo_project, size=size) as (app, pilot):
            await press(pilot, "f5", "down", "down")
            assert isinstance(app.place, CodebookScreen)
            code = app.place.code
            assert code is not None
            assert screen_text(app).count(code.name("en")) >= 2
            await press(pilot, "e", "escape", "n", "escape", "p", "escape", "l", "f9")
            await settled(pilot)
            assert i18n.language() == "da"
            assert code.name("da") in screen_text(app)

    told(story)
