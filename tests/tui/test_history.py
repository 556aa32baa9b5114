"""The history: what was done, by whom, and the way back to before it."""

import json
import shutil
from pathlib import Path

import pytest
from textual.widgets import Input

from tests.conftest import CODEBOOK, transcript
from tests.tui.conftest import SIZES, commands, notice, press, screen_text, sitting, told
from tests.tui.test_overview import at, shown, title
from workbench.__main__ import main
from workbench.codebook import parse
from workbench.model import Valence
from workbench.store import Store, add_codebook, add_source, check, history, passages, sources, stored_codes
from workbench.tui.screens.history import HistoryScreen
from workbench.tui.widgets.table import MUTED, PAGE, Table
from workbench.workflow.decide import set_code
from workbench.workflow.edit import edit_source


def code_all(root: Path, person: str = "Maja", name: str = "snak") -> list[str]:
    """Three codings by this person, here; the ids of the commands, oldest first."""
    with Store.open(root, person=person) as store:
        one = next(each for each in sources(store) if each.name == name)
        first, second, *_rest = passages(store, one.revision)
        codes = {each.code: each for each in stored_codes(store)}
        set_code(store, one, first.place, codes["guide"], valence=Valence.BARRIER)
        set_code(store, one, second.place, codes["plan"])
        set_code(store, one, second.place, codes["guide"])
        return [each.command for each in reversed(history(store, limit=3))]


def deeds(root: Path) -> list[tuple[str, str, bool]]:
    """Who did what, newest first, and whether it is undone."""
    with Store.open(root, person="Maja") as store:
        return [(one.person, one.verb, one.undone) for one in history(store, limit=1000)]


def test_everything_that_was_done_newest_first(project: Path) -> None:
    async def story() -> None:
        async with sitting(project, screen="history") as (app, _pilot):
            assert title(app) == "History · 10 commands"
            # Without the time, which is now.
            assert [line.split(" | ", 1)[1] for line in shown(app)] == [
                "Who | What | About",
                "Peter | coded | fg1 · 2 · plan",
                "Maja | no code | fg2 · 2",
                "Maja | coded | fg1 · 5 · guide",
                "Maja | rejected | fg1 · 3 · plan",
                "Maja | accepted | fg1 · 2 · plan.dobbelt",
                "Maja | brought in | snak · snak-Ung",
                "Maja | brought in | fg2 · fg2-Sagsbehandler · fg2-Ung",
                "Maja | brought in | fg1 · fg1-Sagsbehandler · fg1-Ung",
                "Maja | added a municipality | Kvistsund · Odderby",
                "Maja | made the project | proeve 0.1.0",
            ]

    told(story)


@pytest.mark.parametrize("key", ["U", "enter"])
def test_back_to_here_is_what_the_command_line_does(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], key: str
) -> None:
    monkeypatch.setenv("WORKBENCH_LANG", "en")
    made = code_all(project)
    by_hand = shutil.copytree(project, project.with_name("by-hand"))
    before = len(commands(project))

    async def story() -> None:
        async with sitting(project, screen="history") as (app, pilot):
            await press(pilot, "down", "down", key)
            asked = "3 of your commands are taken back from here on: the same key again does it."
            assert (notice(app), len(commands(project))) == (asked, before)
            await press(pilot, key)
            assert notice(app) == "Took back 3 of 3."
            assert at(app).row == 5
            assert [line.split(" | ", 1)[1] for line in shown(app)[1:7]] == [
                "Maja | undid | snak · 2 · guide",
                "Maja | undid | snak · 3 · plan",
                "Maja | undid | snak · 3 · guide",
                "Maja | ↶ undone: coded | snak · 3 · guide",
                "Maja | ↶ undone: coded | snak · 3 · plan",
                "Maja | ↶ undone: coded | snak · 2 · guide",
            ]
            dimmed = [str(app.place.query_one(Table).get_row_at(row)[0].style) for row in range(7)]
            assert dimmed == ["", "", "", MUTED, MUTED, MUTED, ""]
            # One key brings each back.
            await press(pilot, "ctrl+r", "ctrl+r")
            assert notice(app) == "Put back: coded (snak · 3 · plan)"

    told(story)
    assert main(["-p", str(by_hand), "undo", "--to", made[0], "--json"]) == 0
    printed = json.loads(capsys.readouterr().out)
    assert (printed["wanted"], [one["undone"] for one in printed["taken_back"]], printed["refused"]) == (
        3,
        ["code", "code", "code"],
        None,
    )
    assert main(["-p", str(by_hand), "redo"]) == main(["-p", str(by_hand), "redo"]) == 0
    assert commands(by_hand) == commands(project)
    with Store.open(project, person="Maja") as store:
        assert check(store).faults == ()


def test_the_newest_is_taken_back_at_once(project: Path) -> None:
    code_all(project)

    async def story() -> None:
        async with sitting(project, screen="history") as (app, pilot):
            await press(pilot, "enter")
            assert notice(app) == "Took back: coded (snak · 3 · guide)"

    told(story)
    assert deeds(project)[:3] == [("Maja", "undo", False), ("Maja", "code", True), ("Maja", "code", False)]


def test_codes_that_were_taken_back_are_gone_on_every_screen(project: Path) -> None:
    more = CODEBOOK.replace("proeve", "mere").replace("plan", "rejse").replace("guide", "maal")
    with Store.open(project, person="Maja") as store, store.command("codebook add") as command:
        add_codebook(command, parse(more))

    async def story() -> None:
        async with sitting(project, screen="history") as (app, pilot):
            assert "rejse" in app.desk.by_code
            await press(pilot, "U")
            assert sorted(app.desk.by_code) == ["guide", "plan", "plan.dobbelt"]

    told(story)


def test_a_question_is_forgotten_where_the_cursor_moves_on(project: Path) -> None:
    code_all(project)

    async def story() -> None:
        async with sitting(project, screen="history") as (app, pilot):
            await press(pilot, "down", "U", "down")
            assert notice(app) == ""
            await press(pilot, "U")
            assert notice(app).startswith("3 of your commands")
            await press(pilot, "up", "up", "down", "down", "U")
            assert notice(app).startswith("3 of your commands")

    told(story)
    assert [one for one in deeds(project) if one[1] == "undo"] == []


def test_what_somebody_else_did_stays(project: Path) -> None:
    code_all(project, "Peter")
    before = commands(project)

    async def story() -> None:
        async with sitting(project, screen="history") as (app, pilot):
            await press(pilot, "U")
            assert notice(app) == "! “coded” was done by Peter: only they can take it back."

    told(story)
    assert commands(project) == before


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (0, "! “undid” cannot be taken back."),
        (1, "! “coded” is taken back already."),
        (5, "! “no code” was done on another computer: it is taken back there."),
        (13, "! “made the project” cannot be taken back."),
    ],
)
def test_what_cannot_be_taken_back_says_why(
    project: Path, monkeypatch: pytest.MonkeyPatch, row: int, said: str
) -> None:
    monkeypatch.setenv("WORKBENCH_LANG", "en")
    made = code_all(project)
    assert main(["-p", str(project), "undo", "--to", made[-1]]) == 0

    async def story() -> None:
        async with sitting(project, screen="history") as (app, pilot):
            await press(pilot, *["down"] * row, "enter")
            assert notice(app) == said

    told(story)
    assert len(commands(project)) == 14


def test_it_goes_as_far_as_it_can_and_says_what_stands_in_the_way(
    project: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WORKBENCH_LANG", "en")
    with Store.open(project, person="Maja") as store:
        municipality = store.query("SELECT id FROM municipality WHERE name = 'Odderby'")[0]["id"]
        with store.command("import") as command:
            add_source(
                command, transcript(("Ung", "Ja."), ("Ung", "Nej."), name="ny"), name="ny", municipality=municipality
            )
        brought = history(store, limit=1)[0].command
        one = next(each for each in sources(store) if each.name == "snak")
        edit_source(store, one, {"centre": "Havnen"})
    code_all(project, "Peter", "ny")
    by_hand = shutil.copytree(project, project.with_name("by-hand"))

    async def story() -> None:
        async with sitting(project, screen="history") as (app, pilot):
            await press(pilot, *["down"] * 4, "U", "U")
            assert notice(app).startswith("! Took back 1 of 2. “import” cannot be taken back: Peter did “code” ")
            assert notice(app).endswith(" Ask for that to be taken back first. See: workbench log")

    told(story)
    assert deeds(project)[0] == ("Maja", "undo", False)
    assert main(["-p", str(by_hand), "undo", "--to", brought]) == 1
    printed = capsys.readouterr()
    assert printed.out == "Took back: corrected a source (snak)\n"
    assert printed.err.startswith("Error: Took back 1 of 2. “import” cannot be taken back: Peter did “code” ")
    assert commands(by_hand) == commands(project)


def test_a_command_that_is_not_there(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["-p", str(project), "--lang", "en", "undo", "--to", "nix"]) == 1
    assert (
        capsys.readouterr().err
        == "Error: There is no command nix in the history.\nSee them with: workbench log --json\n"
    )


def test_filter_by_person_and_by_deed(project: Path) -> None:
    async def story() -> None:
        async with sitting(project, screen="history") as (app, pilot):
            await press(pilot, "slash", *"peter")
            assert (title(app), len(shown(app))) == ("History · 10 commands · 1 found", 2)
            await press(pilot, "escape")
            assert (title(app), isinstance(app.focused, Table)) == ("History · 10 commands", True)
            await press(pilot, "slash", *"MAJA brought", "enter", "down")
            assert title(app) == "History · 10 commands · 3 found"
            assert (at(app).row, isinstance(app.focused, Table)) == (1, True)
            assert [line.split(" | ", 1)[1] for line in shown(app)[1:]] == [
                "Maja | brought in | snak · snak-Ung",
                "Maja | brought in | fg2 · fg2-Sagsbehandler · fg2-Ung",
                "Maja | brought in | fg1 · fg1-Sagsbehandler · fg1-Ung",
            ]
            await press(pilot, "slash", *" nobody", "enter", "U", "enter")
            assert (title(app), len(shown(app))) == ("History · 10 commands · 0 found", 1)
            await press(pilot, "escape")
            assert app.place.query_one(Input).value == ""
            await press(pilot, "f1", "f7", "escape")
            assert app.current_mode == "overview"

    told(story)


def test_a_long_history_is_read_as_one_goes_down(project: Path) -> None:
    with Store.open(project, person="Maja") as store:
        one = next(each for each in sources(store) if each.name == "snak")
        for number in range(250):
            edit_source(store, one, {"centre": f"Hus {number}"})
            one = next(each for each in sources(store) if each.name == "snak")

    async def story() -> None:
        async with sitting(project, screen="history") as (app, pilot):
            table = app.place.query_one(Table)
            assert title(app) == "History · 260 commands"
            assert table.count == PAGE + 1
            await press(pilot, "end")
            assert table.count == 2 * PAGE + 1
            await press(pilot, "end", "end")
            assert (table.count, at(app).row) == (260, 259)
            assert shown(app)[-1].endswith("Maja | made the project | proeve 0.1.0")
            assert len(set(shown(app)[1:])) < 260
            # A change keeps the cursor where it was among the deeds.
            await press(pilot, "up", "up", "u")
            assert (at(app).row, table.count) == (258, 261)

    told(story)


def test_a_command_of_many_changes_is_told_in_short(project: Path) -> None:
    with Store.open(project, person="Maja") as store:
        municipality = store.query("SELECT id FROM municipality WHERE name = 'Odderby'")[0]["id"]
        with store.command("import") as command:
            for number in range(60):
                add_source(
                    command,
                    transcript(("Interviewer", "Nå."), name=f"k{number:02}"),
                    name=f"k{number:02}",
                    municipality=municipality,
                )

    async def story() -> None:
        async with sitting(project, screen="history") as (app, _pilot):
            names = " · ".join(f"k{number:02}" for number in range(14))
            assert shown(app)[1].split(" | ", 1)[1] == f"Maja | brought in | {names} · …"

    told(story)


@pytest.mark.parametrize("size", SIZES)
def test_the_demo_s_history_at_every_size(demo_project: Path, size: tuple[int, int]) -> None:
    async def story() -> None:
        async with sitting(demo_project, screen="history", size=size) as (app, pilot):
            assert isinstance(app.place, HistoryScreen)
            await press(pilot, "pagedown", "pagedown")
            lines = screen_text(app).splitlines()
            assert (len(lines), max(map(len, lines)) <= size[0]) == (size[1], True)
            assert lines[1].strip() == "/ filters: a name, or what was done"

    told(story)
