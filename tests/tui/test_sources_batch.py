"""Many files at once: dropped, looked at together, answered once, stopped half way, and nothing lost."""

import shutil
from pathlib import Path

import pytest
from textual.message import Message
from textual.widgets import Input

from tests.tui.conftest import SIZES, SMALL, commands, notice, press, screen_text, settled, sitting, told
from tests.tui.sources_said import TALK, drop, known, read, rows, said, typed, written
from workbench.exchange import AS_FOUND
from workbench.exchange import read as read_file
from workbench.model import TalkRole
from workbench.store import Store, sources, voices
from workbench.tui.job import Stopped
from workbench.tui.sources import Became, OutcomeForm, bring_in
from workbench.tui.sources.batch import Batch, Seen, homes_of, orders
from workbench.tui.sources.draft import Answers, Order
from workbench.tui.sources.fields import Choice, Tick
from workbench.tui.sources.path_field import PathField
from workbench.tui.sources.reading import FileRead, Reading, read_files
from workbench.tui.sources.who import Who
from workbench.workflow.import_ import Given
from workbench.workflow.preview import Preview


@pytest.fixture
def twin(project: Path, tmp_path: Path) -> Path:
    """Another copy of the project, for the command line."""
    return shutil.copytree(project, tmp_path / "twin")


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    """The command line would speak the project's Danish, and so would the screen after it."""
    monkeypatch.setenv("WORKBENCH_LANG", "en")


MANY = 60
"""Files enough for somebody to stop half way."""


def seen(*files: Path) -> Batch:
    """The files as they would be read; nothing of it asks a project."""
    return Batch(tuple(Seen.of(Preview(file, AS_FOUND, read_file(file))) for file in files))


def test_good_files_stay_and_the_refused_one_is_named(project: Path, tmp_path: Path) -> None:
    folder = tmp_path / "Odderby"
    for name in ("a", "d"):
        written(folder, f"{name}.txt", TALK)
    written(folder, "b.docx", "ikke et dokument\x00")
    written(folder, "c.txt", TALK.replace("planen", "indgangen"))

    async def story() -> None:
        async with sitting(project, screen="sources") as (app, pilot):
            await read(app, pilot, folder)
            doubtful = "No consent is stated, so nothing is suggested for it and nothing quoted from it."
            table = rows(app, "#files")
            assert [row[:3] for row in table] == [
                ["", "All 4 files", "12"], ["·", "a.txt", "4"], ["!", "b.docx", ""], ["·", "c.txt", "4"],
                ["·", "d.txt", "4"],
            ]  # fmt: skip
            assert [row[3] for row in table if row[1] != "b.docx"] == ["3 new · 1 cannot be read", *[doubtful] * 3]
            await press(pilot, "ctrl+s")
            assert isinstance(app.screen, OutcomeForm)
            shown = " ".join(screen_text(app).split())
            assert "! b.docx" in shown
            assert "✓ a.txt: stored as a (Odderby)" in shown
            assert "= d.txt: is here already, as a." in shown
            assert "2 sources state no consent" in shown
            await press(pilot, "escape")
            assert notice(app) == "2 sources were stored. 1 was here already. 1 file was refused."
            assert "1 file waits: i goes on." in shown
            assert [row[1] for row in rows(app)] == ["fg1", "fg2", "a", "c", "snak"]
            await press(pilot, "r")
            assert isinstance(app.screen, OutcomeForm)

    told(story)


def test_an_import_that_is_stopped_keeps_the_files_it_finished(project: Path, tmp_path: Path) -> None:
    files = [written(tmp_path / "ind", f"{n}.txt", TALK + f"\nS01: Nummer {n}.\n") for n in range(3)]
    orders = [Order(file, Given(municipality="Odderby")) for file in files]
    heard: list[str] = []

    def say(sentence: str) -> None:
        if len(heard) == 2:
            raise Stopped
        heard.append(sentence)

    became: list[Became] = []
    with Store.open(project, person="Maja") as store:
        with pytest.raises(Stopped):
            bring_in(store, orders, became, say)
        assert [one.name for one in sources(store)] == ["fg1", "fg2", "0", "1", "snak"]
    assert heard == ["Importing 1 of 3: 0.txt (esc stops)", "Importing 2 of 3: 1.txt (esc stops)"]
    assert [one.file for one in became] == files[:2]


def test_reading_that_is_stopped_keeps_the_files_it_read(project: Path, tmp_path: Path) -> None:
    files = [written(tmp_path / "ind", f"{n}.txt", TALK) for n in range(3)]
    posted: list[Message] = []

    def say(sentence: str) -> None:
        if len(posted) == 2:
            raise Stopped

    reading = Reading(Batch())
    with Store.open(project, person="Maja") as store, pytest.raises(Stopped):
        read_files(lambda: [(file, AS_FOUND) for file in files], posted.append)(store, say)
    reading.read += [one.seen for one in posted if isinstance(one, FileRead)]
    assert [one.file for one in reading.batch] == files[:2]


def test_files_that_are_dropped_are_answered_once_and_become_what_the_command_line_makes(
    project: Path, twin: Path, tmp_path: Path
) -> None:
    names = ("fg3", "Fokus gruppe 4", "fg5")
    files = [written(tmp_path / "ind", f"{name}.txt", f"{TALK}\nS01: {name}, tak.\n") for name in names]
    before = len(commands(project))

    async def story() -> None:
        async with sitting(project, screen="sources") as (app, pilot):
            await drop(app, pilot, files[:2])
            assert [row[1] for row in rows(app, "#files")] == ["All 2 files", "fg3.txt", "Fokus gruppe 4.txt"]
            await drop(app, pilot, files[2:])  # they come besides
            assert rows(app, "#files")[0] == ["", "All 3 files", "15", "3 new"]
            assert app.screen.query_one("#files").has_focus
            assert rows(app, "#speakers") == [
                ["S01", "3", "9", "respondent", ""],
                ["S02", "3", "6", "respondent", ""],
            ]
            await press(pilot, "enter", "enter")
            assert "Who speaks as S01 in 3 files?" in screen_text(app)
            app.screen.query_one("#part", Choice).choose("interviewer")
            await press(pilot, "ctrl+s", "down", "enter")
            app.screen.query_one("#role", Choice).choose("caseworker")
            await press(pilot, "ctrl+s")
            assert rows(app, "#speakers") == [
                ["S01", "3", "9", "interviewer", ""],
                ["S02", "3", "6", "Caseworker", "fg3-2 · fokus-gruppe-4-2 · fg5-2"],
            ]
            app.screen.query_one("#municipality", Input).value = "Kvistsund"
            app.screen.query_one("#suggest", Tick).value = True
            await settled(pilot)
            assert "municipality" not in " ".join(row[3] for row in rows(app, "#files"))
            await press(pilot, "ctrl+s")
            assert notice(app) == "3 sources were stored."

    told(story)
    for file, name in zip(files, ("fg3", "fokus-gruppe-4", "fg5"), strict=True):
        typed(
            twin, "import", str(file), "--speaker", "S01=interviewer", "--speaker", f"S02=caseworker:{name}-2",
            "--municipality", "Kvistsund", "--consent", "suggest",
        )  # fmt: skip
    assert commands(project, since=before) == commands(twin, since=before)
    assert known(project) == known(twin)


def test_a_stop_half_way_loses_nothing_that_was_said(project: Path, tmp_path: Path) -> None:
    files = [written(tmp_path / "ind", f"t{n:03}.txt", f"{TALK}\nS01: Nummer {n}.\n") for n in range(MANY)]

    async def story() -> None:
        async with sitting(project, screen="sources") as (app, pilot):
            await drop(app, pilot, files)
            await press(pilot, "enter", "enter")
            app.screen.query_one("#part", Choice).choose("interviewer")
            await press(pilot, "ctrl+s")
            app.screen.query_one("#municipality", Input).value = "Odderby"
            app.screen.query_one("#month", Input).value = "2026-05"
            await settled(pilot)
            for key in ("ctrl+s", "escape"):
                app.simulate_key(key)
            await settled(pilot)
            with Store.open(project, person="Maja") as store:
                stored = [one.name for one in sources(store) if one.name.startswith("t")]
            if len(stored) < MANY - 1:
                n = MANY - len(stored)
                assert notice(app) == f"Stopped. What was finished before is stored. {n} files wait: i goes on."
            await press(pilot, "i")
            if len(stored) < MANY:
                await settled(pilot)
                left = [file.name for file in files if file.stem not in stored]
                shown = [row[1] for row in rows(app, "#files")][1:] if len(left) > 1 else left
                assert shown == left
                assert app.screen.query_one("#municipality", Input).value == "Odderby"
                await press(pilot, "ctrl+s")

    told(story)
    with Store.open(project, person="Maja") as store:
        brought = [one for one in sources(store) if one.name.startswith("t")]
        assert [one.name for one in brought] == [file.stem for file in files]
        assert {(one.municipality_name, one.month) for one in brought} == {("Odderby", "2026-05")}
        assert {voices(store, one.id)[0].talk_role for one in brought} == {TalkRole.INTERVIEWER}


def test_what_is_put_aside_is_there_when_one_comes_back(project: Path, tmp_path: Path) -> None:
    for name in ("a", "b"):
        written(tmp_path / "ind", f"{name}.txt", f"{TALK}\nS01: {name}.\n")

    async def story() -> None:
        async with sitting(project, screen="sources") as (app, pilot):
            await read(app, pilot, tmp_path / "ind")
            await press(pilot, "enter", "enter")
            app.screen.query_one("#part", Choice).choose("interviewer")
            await press(pilot, "ctrl+s")
            app.screen.query_one("#municipality", Input).value = "Odd"
            app.screen.query_one("#kind", Choice).choose("focus_group")
            app.screen.query_one("#quote", Tick).value = True
            await settled(pilot)
            await press(pilot, "escape")
            assert notice(app) == "Nothing is stored yet. 2 files wait: i goes on."
            (tmp_path / "ind" / "b.txt").unlink()
            await press(pilot, "i")
            assert app.screen.query_one(PathField).typed == str(tmp_path / "ind")
            assert [row[:2] for row in rows(app, "#files")] == [["", "All 2 files"], ["·", "a.txt"], ["!", "b.txt"]]
            assert rows(app, "#speakers")[0][2:4] == ["interviewer", ""]
            assert app.screen.query_one("#municipality", Input).value == "Odd"
            assert app.screen.query_one("#kind", Choice).chosen == "focus_group"
            assert app.screen.query_one("#quote", Tick).value is True
            app.screen.query_one("#files").focus()
            await press(pilot, "x")  # all of them
            assert app.screen.query_one("PathInput").has_focus
            await press(pilot, "escape")
            assert notice(app) == ""

    told(story)


def test_a_file_that_is_left_out_stays_out(project: Path, tmp_path: Path) -> None:
    for name in ("a", "b", "c"):
        written(tmp_path / "Odderby", f"{name}.txt", f"{TALK}\nS01: {name}.\n")

    async def story() -> None:
        async with sitting(project, screen="sources") as (app, pilot):
            await read(app, pilot, tmp_path / "Odderby")
            await press(pilot, "down", "down", "x")
            assert [row[1] for row in rows(app, "#files")] == ["All 2 files", "a.txt", "c.txt"]
            await press(pilot, "ctrl+s")
            assert [row[1] for row in rows(app)] == ["fg1", "fg2", "a", "c", "snak"]

    told(story)


def test_keys_that_are_faster_than_the_screen_ask_about_the_file_one_is_at(project: Path, tmp_path: Path) -> None:
    written(tmp_path / "Odderby", "a.txt", TALK)
    written(tmp_path / "Odderby", "b.txt", TALK.replace("S01", "Ida").replace("S02", "Bo"))

    async def story() -> None:
        async with sitting(project, screen="sources") as (app, pilot):
            await read(app, pilot, tmp_path / "Odderby")
            for key in ("down", "down", "enter"):
                app.simulate_key(key)
            await pilot.pause()
            await press(pilot, "enter")
            assert "Who speaks as Ida?" in screen_text(app)

    told(story)


def test_what_is_said_for_all_leaves_what_a_file_says(tmp_path: Path) -> None:
    about = "---\nspeakers:\n  S02: {pseudonym: KV-S7, role: manager}\n---\n"
    batch = seen(written(tmp_path, "a.md", about + TALK), written(tmp_path, "b.txt", TALK))
    assert [(one.label, one.files, one.turns, one.who) for one in batch.speakers(None)] == [
        ("S01", 2, 4, Who(False)),
        ("S02", 2, 4, Who(False)),
    ]
    both = batch.mapped("s02", Who(False, age_group="25-30"), None)
    assert both.speakers(None)[1].said == (Who(False, "KV-S7", "manager", "25-30"), Who(False, "b-2", "", "25-30"))
    one = batch.mapped("S02", Who(False), 0)
    assert one.speakers(0)[1].said == (Who(False),)
    assert batch.mapped("S02", Who(interviewer=True), None).speakers(None)[1].who == Who(True)


def test_saying_who_one_speaker_is_hides_no_other(project: Path, tmp_path: Path) -> None:
    """A label in brackets counts where no other is known: one that is declared must not take the rest away."""
    text = "\n\n".join(f"[{name}] {words}" for name, words in (("Ida", "Hej."), ("Bo", "Ja.")) * 3)
    batch = seen(written(tmp_path / "Odderby", "a.txt", text)).mapped("Ida", Who(interviewer=True), 0)
    assert [(one.label, one.turns) for one in batch.speakers(0)] == [("Ida", 3), ("Bo", 3)]
    with Store.open(project, person="Maja") as store:
        given = orders(batch, Answers(), homes_of(store, batch, ""), set())
        bring_in(store, given, [], lambda sentence: None)
        brought = next(one for one in sources(store) if one.name == "a")
        assert [(one.label, one.turns, one.talk_role) for one in voices(store, brought.id)] == [
            ("Ida", 3, TalkRole.INTERVIEWER),
            ("Bo", 3, TalkRole.RESPONDENT),
        ]


@pytest.mark.parametrize("size", SIZES)
def test_many_files_with_long_names_can_be_looked_through(project: Path, tmp_path: Path, size: tuple[int, int]) -> None:
    name = "Fokusgruppe med ungevejledere og sagsbehandlere, anden runde efter sommerferien 🎉"
    for n in range(40):
        written(tmp_path / "Odderby", f"{n:02} {name}.txt", f"{TALK}\nS01: {n}.\n")

    async def story() -> None:
        async with sitting(project, size=size, screen="sources") as (app, pilot):
            await read(app, pilot, tmp_path / "Odderby")
            await press(pilot, *["down"] * 7)
            shown = screen_text(app)
            assert "06 Fokusgruppe med" in shown and "No consent" in shown and "Municipality" in shown
            assert "Hvordan går det med planen?" in shown or size == SMALL
            if size == SMALL:
                await press(pilot, "t")
                assert "Hvordan går det med planen?" in screen_text(app)
                await press(pilot, "t")
                assert "Municipality" in screen_text(app)

    told(story)


def test_a_wrong_path_takes_nothing_away(project: Path, tmp_path: Path) -> None:
    for name in ("a", "b"):
        written(tmp_path / "Odderby", f"{name}.txt", f"{TALK}\nS01: {name}.\n")

    async def story() -> None:
        async with sitting(project, screen="sources") as (app, pilot):
            await read(app, pilot, tmp_path / "Odderby")
            await press(pilot, "enter", "enter")
            app.screen.query_one("#part", Choice).choose("interviewer")
            await press(pilot, "ctrl+s")
            path = app.screen.query_one(PathField).query_one(Input)
            path.focus()
            path.value = str(tmp_path / "findes ikke.txt")
            await press(pilot, "enter")
            assert said(app).startswith("! There is no file")
            path.value = str(tmp_path / "Odderby")
            await press(pilot, "enter")
            assert rows(app, "#speakers")[0][:4] == ["S01", "2", "6", "interviewer"]

    told(story)
