"""Bringing transcripts in from the sources screen: a look first, what the files do not say, and all of it kept."""

import shutil
from pathlib import Path

import pytest
from textual.widgets import Input

from tests.tui.conftest import SMALL, commands, notice, press, screen_text, settled, sitting, told
from tests.tui.sources_said import SAID, TALK, known, read, rows, said, typed, written
from workbench.store import Store, sources, voices
from workbench.tui.sources import ImportForm
from workbench.tui.sources.fields import Choice, Tick
from workbench.tui.sources.path_field import PathField
from workbench.tui.sources.question import Question
from workbench.tui.widgets.table import Table


@pytest.fixture
def twin(project: Path, tmp_path: Path) -> Path:
    """Another copy of the project, for the command line."""
    return shutil.copytree(project, tmp_path / "twin")


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    """The command line would speak the project's Danish, and so would the screen after it."""
    monkeypatch.setenv("WORKBENCH_LANG", "en")


def test_a_file_is_looked_at_mapped_and_brought_in_as_the_command_line_does(
    project: Path, twin: Path, tmp_path: Path
) -> None:
    file = written(tmp_path / "ind", "fg3.txt", TALK)
    before = len(commands(project))

    async def story() -> None:
        async with sitting(project, screen="sources") as (app, pilot):
            await read(app, pilot, file)
            shown = screen_text(app)
            assert "fg3.txt · text, utf-8" in shown
            assert "Hvordan går det med planen?" in shown
            assert "No consent is stated" in shown
            assert commands(project)[before:] == []

            await press(pilot, "enter")  # the first speaker
            app.screen.query_one("#part", Choice).choose("interviewer")
            await press(pilot, "ctrl+s")
            await press(pilot, "down", "enter")
            app.screen.query_one("#role", Choice).choose("caseworker")
            await settled(pilot)
            assert app.screen.query_one("#pseudonym", Input).value == "fg3-2"
            app.screen.query_one("#pseudonym", Input).value = "KV-S1"
            app.screen.query_one("#age", Choice).choose("25-30")
            await press(pilot, "ctrl+s")
            table = app.screen.query_one("#speakers", Table)
            assert [[cell.plain for cell in table.get_row_at(row)] for row in range(2)] == [
                ["S01", "2", "interviewer", "", ""],
                ["S02", "2", "Caseworker", "KV-S1", "25-30"],
            ]

            app.screen.query_one("#municipality", Input).value = "kvistsund"
            app.screen.query_one("#kind", Choice).choose("focus_group")
            app.screen.query_one("#month", Input).value = "2026-03"
            for scope in ("quote", "suggest"):
                app.screen.query_one(f"#{scope}", Tick).value = True
            await settled(pilot)
            assert "No consent is stated" not in screen_text(app)
            await press(pilot, "ctrl+s")
            assert notice(app) == "fg3.txt: stored as fg3 (Kvistsund): 4 turns, 2 passages to code."
            assert app.place.query_one(Table).chosen == 2

    told(story)
    typed(
        twin, "import", str(file), "--speaker", "S01=interviewer", "--speaker", "S02=caseworker:KV-S1:25-30",
        "--municipality", "Kvistsund", "--kind", "focus_group", "--month", "2026-03",
        "--consent", "quote", "--consent", "suggest",
    )  # fmt: skip
    assert commands(project, since=before) == commands(twin, since=before)
    assert known(project) == known(twin)


def test_what_a_file_says_itself_is_not_asked(project: Path, tmp_path: Path) -> None:
    file = written(tmp_path / "ind", "fg3.md", SAID + TALK)

    async def story() -> None:
        async with sitting(project, screen="sources") as (app, pilot):
            await read(app, pilot, file)
            fields = {id: app.screen.query_one(f"#{id}") for id in ("municipality", "kind", "month", "quote")}
            assert all(one.disabled for one in fields.values())
            assert app.screen.query_one("#municipality", Input).value == "Odderby"
            assert app.screen.query_one("#month", Input).value == "2026-02"
            assert [app.screen.query_one(f"#{one}", Tick).value for one in ("quote", "share", "suggest")] == [
                True, False, False,
            ]  # fmt: skip
            assert "in the file" in screen_text(app)
            await press(pilot, "ctrl+s")
            assert notice(app) == "fg3.md: stored as fg3 (Odderby): 4 turns, 4 passages to code."
            await press(pilot, "u")
            assert len(rows(app)) == 3

    told(story)


def test_a_new_municipality_is_added_when_somebody_says_so(project: Path, twin: Path, tmp_path: Path) -> None:
    file = written(tmp_path / "ind", "fg3.txt", TALK)
    before = len(commands(project))

    async def story() -> None:
        async with sitting(project, screen="sources") as (app, pilot):
            await read(app, pilot, file)
            app.screen.query_one("#municipality", Input).value = "Nyrup"
            await press(pilot, "ctrl+s")
            assert isinstance(app.screen, Question)
            assert "“Nyrup” is not in this project yet." in screen_text(app)
            assert "Did you mean" not in screen_text(app)
            await press(pilot, "n")
            assert isinstance(app.screen, ImportForm)
            assert app.screen.query_one("#municipality").has_focus
            assert commands(project, since=before) == []
            await press(pilot, "ctrl+s", "j")
            assert [row[0] for row in rows(app)] == ["Kvistsund", "", "Nyrup", "Odderby"]

    told(story)
    typed(twin, "import", str(file), "--municipality", "Nyrup", "--new-municipality")
    assert commands(project, since=before) == commands(twin, since=before)
    assert known(project) == known(twin)


def test_the_folders_name_is_never_added_unasked(project: Path, tmp_path: Path) -> None:
    written(tmp_path / "Overførsler", "fg3.txt", TALK)

    async def story() -> None:
        async with sitting(project, screen="sources") as (app, pilot):
            await read(app, pilot, tmp_path / "Overførsler")
            await press(pilot, "ctrl+s")
            assert "The folder is called “Overførsler”" in " ".join(screen_text(app).split())
            await press(pilot, "escape", "escape", "escape")
            assert len(rows(app)) == 3

    told(story)


def test_a_file_that_is_none_is_told_of_and_the_form_stays(project: Path, tmp_path: Path) -> None:
    (tmp_path / "tom").mkdir()

    async def story() -> None:
        async with sitting(project, size=SMALL, screen="sources") as (app, pilot):
            await read(app, pilot, tmp_path / "ingen.txt")
            assert said(app).startswith("! There is no file")
            app.screen.query_one(Input).value = str(tmp_path / "tom")
            await press(pilot, "enter")
            assert said(app).startswith("! There is no transcript in")
            await press(pilot, "ctrl+s")
            assert said(app) == "! Name a file or a folder first, and press enter."
            await press(pilot, "escape")
            assert app.screen is app.place

    told(story)


def test_a_month_that_is_none_is_told_of(project: Path, tmp_path: Path) -> None:
    file = written(tmp_path / "ind", "fg3.txt", TALK)

    async def story() -> None:
        async with sitting(project, screen="sources") as (app, pilot):
            await read(app, pilot, file)
            app.screen.query_one("#municipality", Input).value = "Odderby"
            app.screen.query_one("#month", Input).value = "2026-13"
            await press(pilot, "ctrl+s")
            assert said(app) == "! “2026-13” is no month; write it as 2026-03."
            assert app.screen.query_one("#month").has_focus
            await press(pilot, "escape", "i")
            assert app.screen.query_one("#month", Input).value == "2026-13"
            assert app.screen.query_one("#municipality", Input).value == "Odderby"

    told(story)


def test_a_kept_label_stays_when_its_speaker_is_mapped(project: Path, tmp_path: Path) -> None:
    """The metadata keeps `M1` instead of a name: saying who M1 is must not bring the name in."""
    about = "---\nmunicipality: Odderby\nspeakers:\n  Lone Holm: {label: M1}\n---\n"
    file = written(tmp_path / "ind", "fg3.md", about + TALK.replace("S02", "Lone Holm"))

    async def story() -> None:
        async with sitting(project, screen="sources") as (app, pilot):
            await read(app, pilot, file)
            await press(pilot, "down", "enter")
            app.screen.query_one("#role", Choice).choose("youth")
            await press(pilot, "ctrl+s")
            await press(pilot, "ctrl+s")
            assert notice(app).startswith("fg3.md: stored as fg3 (Odderby)")

    told(story)
    with Store.open(project, person="Maja") as store:
        fg3 = next(one for one in sources(store) if one.name == "fg3")
        assert [(one.label, one.participant and one.participant.role) for one in voices(store, fg3.id)] == [
            ("S01", None),
            ("M1", "youth"),
        ]


def test_hostile_names_are_shown_as_they_are(project: Path, tmp_path: Path) -> None:
    about = "---\nmunicipality: Odderby\nspeakers:\n  S02: {pseudonym: '[bold]Ulv', role: youth}\n---\n"
    text = about + TALK.replace("igen", "igen [red]\x1b]0;x\x07")
    file = written(tmp_path / "ind", "[b]fg.txt", text)

    async def story() -> None:
        async with sitting(project, screen="sources") as (app, pilot):
            await read(app, pilot, file)
            assert "[bold]Ulv" in screen_text(app)
            assert "[red]␛]0;x␇" in screen_text(app)
            await press(pilot, "ctrl+s")
            assert "S02 ([bold]Ulv, Young person)" in screen_text(app)

    told(story)


def test_a_misspelt_municipality_is_not_added_in_haste(project: Path, tmp_path: Path) -> None:
    file = written(tmp_path / "ind", "fg3.txt", TALK)

    async def story() -> None:
        async with sitting(project, screen="sources") as (app, pilot):
            await read(app, pilot, file)
            app.screen.query_one("#municipality", Input).value = "Kvistsun"
            await press(pilot, "ctrl+s")
            assert "“Kvistsun” is not in this project yet. Did you mean Kvistsund?" in screen_text(app)
            await press(pilot, "escape")
            assert app.screen.query_one("#municipality").has_focus

    told(story)


def test_a_question_about_many_municipalities_shows_how_it_is_answered(project: Path, tmp_path: Path) -> None:
    for n in range(40):
        written(tmp_path / "ind" / f"Ny{n:02}", f"{n}.txt", f"{TALK}\nS01: {n}.\n")

    async def story() -> None:
        async with sitting(project, size=SMALL, screen="sources") as (app, pilot):
            await read(app, pilot, tmp_path / "ind")
            await press(pilot, "ctrl+s")
            shown = screen_text(app)
            assert "“Ny00”" in shown and "Add them to the project?" in shown and "y / j Yes" in shown
            await press(pilot, "end")
            assert "“Ny39”" in screen_text(app)
            await press(pilot, "n", "escape")
            assert len(rows(app)) == 3

    told(story)


def test_the_consent_of_one_file_is_not_given_to_the_next(project: Path, tmp_path: Path) -> None:
    first, second = (
        written(tmp_path / "ind", "a.md", SAID + TALK),
        written(tmp_path / "ind", "b.txt", TALK + "\nS01: B.\n"),
    )

    async def story() -> None:
        async with sitting(project, screen="sources") as (app, pilot):
            await read(app, pilot, first)
            assert app.screen.query_one("#quote", Tick).value is True
            app.screen.query_one(PathField).query_one(Input).value = str(second)
            app.screen.query_one(PathField).query_one(Input).focus()
            await press(pilot, "enter")
            assert [app.screen.query_one(f"#{one}", Tick).value for one in ("quote", "share", "suggest")] == [False] * 3
            assert app.screen.query_one("#municipality", Input).value == ""
            assert app.screen.query_one("#kind", Choice).chosen == ""
            assert not app.screen.query_one("#month").disabled

    told(story)


def test_a_file_is_read_another_way_when_somebody_says_so(project: Path, tmp_path: Path) -> None:
    file = written(tmp_path / "Odderby", "fg3.txt", TALK)

    async def story() -> None:
        async with sitting(project, screen="sources") as (app, pilot):
            await read(app, pilot, file)
            assert [row[0] for row in rows(app, "#speakers")] == ["S01", "S02"]
            app.screen.query_one("#format", Choice).choose("plain")
            await settled(pilot)
            assert [row[0] for row in rows(app, "#speakers")] == ["(nobody named)"]
            await press(pilot, "ctrl+s")

    told(story)
    with Store.open(project, person="Maja") as store:
        fg3 = next(one for one in sources(store) if one.name == "fg3")
        assert [(one.label, one.turns) for one in voices(store, fg3.id)] == [("", 4)]


def test_keys_that_mean_nothing_here_do_nothing(project: Path, tmp_path: Path) -> None:
    async def story() -> None:
        async with sitting(project, screen="sources") as (app, pilot):
            await press(pilot, "i", "ctrl+s")
            assert said(app) == "! Name a file or a folder first, and press enter."
            await press(pilot, "f9", "f10", "f7", "down", "up", "shift+tab")
            assert app.screen.query(PathField)
            await pilot.resize_terminal(80, 24)
            await press(pilot, "escape")
            assert app.screen is app.place

    told(story)
