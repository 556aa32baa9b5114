"""The sources screen: what material there is, bringing more in with a look first, correcting what is known."""

import shutil
from pathlib import Path

import pytest
from textual.widgets import Checkbox, Input, OptionList

from tests.tui.conftest import SIZES, SMALL, commands, notice, press, screen_text, settled, sitting, told
from workbench.__main__ import main
from workbench.store import Store, sources, voices
from workbench.tui.app import WorkbenchApp
from workbench.tui.job import Stopped
from workbench.tui.screens.sources import bring_in
from workbench.tui.sources import Became, ImportForm, OutcomeForm, SourceForm, SpeakersForm
from workbench.tui.sources.form import Choice, Tick
from workbench.tui.sources.order import Order
from workbench.tui.sources.path_field import Offer, PathField, completed, offers
from workbench.tui.sources.question import Question
from workbench.tui.widgets.notice import Notice
from workbench.tui.widgets.table import Table
from workbench.workflow.import_ import Given

TALK = (
    "S01: Hvordan går det med planen?\n\nS02: Vi skriver det samme to steder. Det tager en formiddag.\n\n"
    "S01: Og så?\n\nS02: Så skriver vi det igen.\n"
)
SAID = "---\nmunicipality: Odderby\nkind: focus_group\nmonth: 2026-02\nconsent: [quote]\n---\n"


def rows(app: WorkbenchApp) -> list[list[str]]:
    table = app.place.query_one(Table)
    return [[cell.plain for cell in table.get_row_at(row)] for row in range(table.row_count)]


def said(app: WorkbenchApp) -> str:
    """What the form's notice says."""
    return str(app.screen.query_one(Notice).render())


def known(root: Path) -> list[tuple[object, ...]]:
    """Every source and who speaks in it, without ids."""
    with Store.open(root, person="Maja") as store:
        return [
            (
                one.name, one.title, one.municipality_name, one.kind, one.transcription, one.month, one.consent,
                one.lead_coder, one.turns, one.passages,
                [
                    (
                        voice.label, voice.talk_role, voice.turns, voice.elsewhere,
                        voice.participant
                        and (voice.participant.pseudonym, voice.participant.role, voice.participant.age_group),
                    )
                    for voice in voices(store, one.id)
                ],
            )
            for one in sources(store)
        ]  # fmt: skip


@pytest.fixture
def twin(project: Path, tmp_path: Path) -> Path:
    """Another copy of the project, for the command line."""
    return shutil.copytree(project, tmp_path / "twin")


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    """The command line would speak the project's Danish, and so would the screen after it."""
    monkeypatch.setenv("WORKBENCH_LANG", "en")


def typed(root: Path, *arguments: str) -> None:
    assert main(["-p", str(root), *arguments]) == 0


def written(folder: Path, name: str, text: str) -> Path:
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")
    return folder / name


async def read(app: WorkbenchApp, pilot: object, path: Path | str) -> None:
    """Open the import and take this path."""
    await press(pilot, "i")  # type: ignore[arg-type]
    app.screen.query_one(PathField).query_one(Input).value = str(path)
    await press(pilot, "enter")  # type: ignore[arg-type]
    await settled(pilot)  # type: ignore[arg-type]


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
            assert app.place.query_one(Table).cursor_row == 2

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


def test_good_files_stay_and_the_refused_one_is_named(project: Path, tmp_path: Path) -> None:
    folder = tmp_path / "Odderby"
    for name in ("a", "d"):
        written(folder, f"{name}.txt", TALK)
    written(folder, "b.docx", "ikke et dokument\x00")
    written(folder, "c.txt", TALK.replace("planen", "indgangen"))

    async def story() -> None:
        async with sitting(project, screen="sources") as (app, pilot):
            await read(app, pilot, folder)
            table = app.screen.query_one("#files", Table)
            assert [table.get_row_at(row)[1].plain for row in range(4)] == ["a.txt", "b.docx", "c.txt", "d.txt"]
            assert table.get_row_at(1)[0].plain == "!"
            await press(pilot, "ctrl+s")
            assert isinstance(app.screen, OutcomeForm)
            shown = " ".join(screen_text(app).split())
            assert "! b.docx" in shown
            assert "✓ a.txt: stored as a (Odderby)" in shown
            assert "= d.txt: is here already, as a." in shown
            assert "2 sources state no consent" in shown
            await press(pilot, "escape")
            assert notice(app) == "2 sources were stored. 1 was here already. 1 file was refused."
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
            await press(pilot, "escape")
            assert said(app) == "Nothing is stored yet. esc once more leaves what you filled in."
            await press(pilot, "escape")
            assert app.screen is app.place

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


def test_names_in_a_folder_are_offered_and_completed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("Fokus 1.txt", "fokus 2.docx", "billede.png", ".skjult.txt", "ond\x1b.txt"):
        written(tmp_path, name, "x")
    (tmp_path / "Fokusgrupper").mkdir()
    monkeypatch.setenv("HOME", str(tmp_path))
    found = offers("~/fok")
    assert found == [Offer("Fokusgrupper", True), Offer("Fokus 1.txt", False), Offer("fokus 2.docx", False)]
    assert completed("~/fok", found, None) == "~/Fokus"
    assert completed("~/fok", found, 0) == "~/Fokusgrupper/"
    assert completed("~/fokus 1", [Offer("Fokus 1.txt", False)], None) == "~/Fokus 1.txt"
    assert offers("~/.sk") == [Offer(".skjult.txt", False)]
    assert offers("~/ond") == offers("~/findes/ikke/") == offers("~nobody-here/") == []


def test_a_path_is_completed_and_chosen_by_key(project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written(tmp_path / "ind", "fg3.txt", TALK)
    written(tmp_path / "ind", "fg4.txt", TALK)
    monkeypatch.setenv("HOME", str(tmp_path))

    async def story() -> None:
        async with sitting(project, screen="sources") as (app, pilot):
            await press(pilot, "i", *"~/in", "tab", "f")
            field = app.screen.query_one(PathField)
            assert field.typed == "~/ind/f"
            assert field.query_one(OptionList).option_count == 2
            await press(pilot, "tab")
            assert field.typed == "~/ind/fg"
            await press(pilot, "down", "down", "enter")
            assert field.typed == "~/ind/fg4.txt"
            assert "fg4.txt · text" in screen_text(app)

    told(story)
