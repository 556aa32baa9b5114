"""The sources screen: what material there is, and correcting what is known of it."""

import shutil
from pathlib import Path

import pytest
from textual.events import Paste
from textual.widgets import Checkbox, Input

from tests.tui.conftest import SIZES, SMALL, commands, notice, press, screen_text, settled, sitting, told
from tests.tui.sources_said import TALK, drop, known, rows, said, typed, written
from workbench.store import Store, new_settings, sources, voices
from workbench.tui.sources import OutcomeForm, SourceForm, SpeakersForm
from workbench.tui.sources.fields import Choice


@pytest.fixture
def twin(project: Path, tmp_path: Path) -> Path:
    """Another copy of the project, for the command line."""
    return shutil.copytree(project, tmp_path / "twin")


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    """The command line would speak the project's Danish, and so would the screen after it."""
    monkeypatch.setenv("WORKBENCH_LANG", "en")


def test_sources_stand_under_their_municipality_with_how_far_one_is(project: Path) -> None:
    async def story() -> None:
        async with sitting(project, screen="sources") as (app, pilot):
            assert rows(app) == [
                ["Kvistsund", "fg1", "interview", "", "", "quoting, suggestions", "3/3", "Maja"],
                ["", "fg2", "interview", "", "", "quoting, suggestions", "1/2", "Maja"],
                ["Odderby", "snak", "interview", "", "", "quoting, suggestions", "0/2", "Maja"],
            ]
            assert "Sagsbehandler (fg1-Sagsbehandler, Caseworker)" in screen_text(app)
            await press(pilot, "down", "down", "enter")
            assert app.current_mode == "transcript"
            with Store.open(project, person="Maja") as store:
                assert app.last.source == sources(store)[2].id

    told(story)


def test_a_source_is_reviewed_by_a_key(project: Path) -> None:
    async def story() -> None:
        async with sitting(project, screen="sources") as (app, pilot):
            assert "v Review here" in screen_text(app).splitlines()[-1]
            await press(pilot, "down", "v")
            assert screen_text(app).splitlines()[0].strip() == "Review · 1 left · Kvistsund · fg2 3"
            assert notice(app) == "Only fg2."
            await press(pilot, "escape")
            assert app.current_mode == "sources"

    told(story)


@pytest.mark.parametrize("size", SIZES)
def test_what_a_source_is_can_be_read_in_every_size(project: Path, size: tuple[int, int]) -> None:
    async def story() -> None:
        async with sitting(project, size=size, screen="sources") as (app, pilot):
            shown = screen_text(app)
            for each in ("Kvistsund", "fg1", "interview", "quoting, suggestions", "3/3", "Maja"):
                assert each in shown
            await press(pilot, "e")
            assert "Legal basis" in screen_text(app) and "[✓] quoting" in screen_text(app)

    told(story)


def test_metadata_and_consent_are_corrected_as_on_the_command_line(project: Path, twin: Path) -> None:
    for root in (project, twin):
        with Store.open(root, person="Maja") as store:
            quote = store.query("SELECT id FROM coding WHERE layer = 'Maja' ORDER BY start LIMIT 1")[0]["id"]
        typed(root, "quotes", "star", str(quote))
    before = len(commands(project))

    async def story() -> None:
        async with sitting(project, screen="sources") as (app, pilot):
            await press(pilot, "e")
            assert isinstance(app.screen, SourceForm)
            app.screen.query_one("#month", Input).value = "2026-13"
            app.screen.query_one("#quote", Checkbox).focus()
            await press(pilot, "space")
            assert "1 starred or approved quote can then not be printed; it stays marked." in screen_text(app)
            await press(pilot, "ctrl+s")
            assert said(app) == "! “2026-13” is no month; write it as 2026-03."
            app.screen.query_one("#month", Input).value = "2026-04"
            app.screen.query_one("#kind", Choice).choose("focus_group")
            await press(pilot, "ctrl+s")
            assert notice(app) == ("Changed fg1. 1 starred or approved quote can then not be printed; it stays marked.")
            assert rows(app)[0] == ["Kvistsund", "fg1", "focus group", "2026-04", "", "suggestions", "3/3", "Maja"]
            await press(pilot, "e", "ctrl+s")
            assert notice(app) == "Nothing to change."

    told(story)
    typed(twin, "sources", "edit", "fg1", "--month", "2026-04", "--kind", "focus_group", "--consent", "suggest")
    assert commands(project, since=before) == commands(twin, since=before)
    assert known(project) == known(twin)


def test_speakers_and_participants_are_corrected_as_on_the_command_line(project: Path, twin: Path) -> None:
    before = len(commands(project))

    async def story() -> None:
        async with sitting(project, screen="sources") as (app, pilot):
            await press(pilot, "s", "down", "enter")
            assert app.screen.query_one("#pseudonym", Input).value == "fg1-Sagsbehandler"
            app.screen.query_one("#role", Choice).choose("manager")
            await press(pilot, "ctrl+s")
            assert isinstance(app.screen, SpeakersForm)
            assert said(app) == "Changed Sagsbehandler."
            await press(pilot, "down", "enter")
            app.screen.query_one("#pseudonym", Input).value = "KV-U9"
            app.screen.query_one("#age", Choice).choose("15-24")
            await press(pilot, "ctrl+s")
            assert said(app) == "Changed Ung."
            await press(pilot, "enter")
            app.screen.query_one("#part", Choice).choose("interviewer")
            await press(pilot, "ctrl+s", "escape")
            assert rows(app)[0][6] == "1/1"
            await press(pilot, "u")
            assert rows(app)[0][6] == "3/3"

    told(story)
    typed(twin, "participants", "edit", "fg1-Sagsbehandler", "--role", "manager")
    typed(twin, "participants", "assign", "fg1", "Ung", "KV-U9", "--role", "youth", "--age-group", "15-24")
    typed(twin, "participants", "assign", "fg1", "Ung", "--interviewer")
    typed(twin, "undo")
    assert commands(project, since=before) == commands(twin, since=before)
    assert known(project) == known(twin)


def test_a_role_without_a_pseudonym_is_refused(project: Path) -> None:
    async def story() -> None:
        async with sitting(project, screen="sources") as (app, pilot):
            await press(pilot, "s", "down", "enter")
            app.screen.query_one("#pseudonym", Input).value = ""
            await press(pilot, "ctrl+s")
            assert said(app) == "! Give a pseudonym: a role and an age group belong to a participant."

    told(story)


def test_a_project_without_sources_says_what_to_do(tmp_path: Path) -> None:
    root = tmp_path / "tom"
    with Store.create(root, new_settings("Tom"), person="Maja"):
        pass

    async def story() -> None:
        async with sitting(root, size=SMALL, screen="sources") as (app, pilot):
            await press(pilot, "enter", "e", "s", "down", "end", "pagedown")
            assert app.screen is app.place and rows(app) == []
            assert "There are no sources yet. i brings transcripts in." in screen_text(app)
            await press(pilot, "r")
            assert isinstance(app.screen, OutcomeForm)
            assert "Nothing was imported in this sitting." in screen_text(app)
            file = written(tmp_path / "Nyrup", "fg1.txt", TALK)
            await press(pilot, "escape")
            await drop(app, pilot, [file])
            await press(pilot, "ctrl+s", "y")
            assert rows(app) == [["Nyrup", "fg1", "interview", "not given", "0/4"]]

    told(story)


def test_text_that_is_no_file_is_not_dropped(project: Path) -> None:
    async def story() -> None:
        async with sitting(project, screen="sources") as (app, pilot):
            await app.on_event(Paste("Vi skriver det samme to steder."))
            await settled(pilot)
            assert app.screen is app.place

    told(story)


def test_what_was_filled_in_is_not_left_by_one_escape(project: Path) -> None:
    async def story() -> None:
        async with sitting(project, screen="sources") as (app, pilot):
            await press(pilot, "e", "end", *" i maj", "escape")
            assert said(app) == "Nothing is stored yet. esc once more leaves what you filled in."
            await press(pilot, "ctrl+s")
            assert notice(app) == "Changed fg1."
            await press(pilot, "e", "x", "escape", "escape")
            assert notice(app) == "Changed fg1."
            await press(pilot, "s", "down", "enter", "tab", "tab", "x", "escape")
            assert said(app) == "Nothing is stored yet. esc once more leaves what you filled in."
            await press(pilot, "escape", "escape")
            assert app.screen is app.place

    told(story)
    with Store.open(project, person="Maja") as store:
        assert sources(store)[0].title == "fg1 i maj"
        assert [one.participant and one.participant.pseudonym for one in voices(store, sources(store)[0].id)] == [
            None, "fg1-Sagsbehandler", "fg1-Ung",
        ]  # fmt: skip
