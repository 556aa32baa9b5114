"""The transcript screen: an interview coded by keys, and every key writing what its command writes."""

import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import Run, run  # noqa: F401 — a fixture
from tests.conftest import transcript
from tests.tui.conftest import MIDDLE, SMALL, commands, notice, press, screen_text, sitting, told
from tests.workflow.made import suggest_by_hand
from workbench.model import Level, Place
from workbench.store import (
    Store,
    add_source,
    check,
    memos,
    municipalities,
    new_settings,
    quotes,
    sources,
    stored_codes,
)
from workbench.tui.coding.pins import filled
from workbench.tui.screens.transcript import ACTIONS, TranscriptScreen
from workbench.tui.widgets.beside import About, Beside, CodedHere, SuggestedHere, written
from workbench.tui.widgets.find import hits
from workbench.workflow.explain import Explained, LineKind


@pytest.fixture(autouse=True)
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """What speaks for a suggestion is worked out as soon as the cursor is there."""
    monkeypatch.setattr(TranscriptScreen, "WHY_AFTER", 0.001)


def source_id(root: Path, name: str) -> str:
    with Store.open(root, person="Maja") as store:
        return next(one.id for one in sources(store) if one.name == name)


def said(root: Path, name: str) -> list[tuple[str, str, str, int | None, bool, bool]]:
    """Maja's codings in a source: words, code, valence, strength, doubt, contrary."""
    with Store.open(root, person="Maja") as store:
        assert check(store).faults == ()
        return [
            (one.text, one.code, one.valence.value, one.strength, one.doubt, one.contrary)
            for one in quotes(store, source=source_id(root, name), layer="Maja")
        ]


TEN = [f"Det er svar nummer {number}. Planen er delt." for number in range(1, 11)]


@pytest.fixture
def interview(project: Path) -> Path:
    """The small project with an interview of ten answers."""
    with Store.open(project, person="Maja") as store, store.command("import") as command:
        talk = [("Interviewer", "Fortæl."), *(("Ung", words) for words in TEN)]
        add_source(command, transcript(*talk, name="ti"), name="ti", municipality=municipalities(store)[0].id)
    return project


def test_an_interview_is_coded_by_keys_and_found_again_where_it_was_left(interview: Path) -> None:
    source = source_id(interview, "ti")
    before = len(commands(interview))

    async def story() -> None:
        async with sitting(interview, screen="transcript", source=source) as (app, pilot):
            assert screen_text(app).splitlines()[0].strip() == "Kvistsund › ti"
            await press(pilot, "1")
            assert notice(app) == "! Only the interviewer speaks there."
            for number in range(10):
                # The answer's first sentence: by digit, every third as a barrier, the last by repetition.
                await press(pilot, "greater_than_sign")
                await press(pilot, "full_stop" if number == 9 else "2" if number % 2 else "1")
                if number % 3 == 0:
                    await press(pilot, "v")
            assert notice(app) == "✓ One plan – barrier"
            await press(pilot, "d", "k", "t", "t")
            assert notice(app) == "✓ One plan – barrier ●● ? · contrary"
            await press(pilot, "u", "u", "u", "u")
            await press(pilot, "home")

    told(story)
    first = [f"Det er svar nummer {number}." for number in range(1, 11)]
    codes = ["plan", "guide"] * 4 + ["plan", "plan"]  # the tenth is the ninth's once more
    valences = ["barrier" if number % 3 == 0 else "description" for number in range(10)]
    assert said(interview, "ti") == [
        (words, code, valence, None, False, False) for words, code, valence in zip(first, codes, valences, strict=True)
    ]
    verbs = [verb for verb, _events in commands(interview)[before:]]
    assert [verbs.count(verb) for verb in ("code", "adjust", "undo")] == [10, 8, 4]

    async def again() -> None:
        async with sitting(interview) as (app, _pilot):
            place = app.place
            assert isinstance(place, TranscriptScreen)
            assert place.text.document.text[place.text.cursor :].startswith(TEN[9])

    told(again)


def test_suggestions_are_answered_and_the_cursor_moves_on(project: Path) -> None:
    source = source_id(project, "fg2")
    before = commands(project)

    async def story() -> None:
        async with sitting(project, screen="transcript", source=source) as (app, pilot):
            place = app.place
            assert isinstance(place, TranscriptScreen)
            await press(pilot, "tab")
            assert place.text.passage == 3
            assert "One youth guide – middle" in screen_text(app)
            await press(pilot, "v", "v")
            assert notice(app) == "The next coding: enabler"
            await press(pilot, "y")
            assert notice(app) == "✓ One youth guide – enabler"
            assert "answered" in screen_text(app)
            await press(pilot, "tab")
            assert notice(app) == "Nothing else is suggested in this source that you have not dealt with."
            await press(pilot, "u")
            assert notice(app) == "Took back: accepted (fg2 · 3 · guide)"
            await press(pilot, "x")
            assert notice(app) == "✗ rejected: One youth guide"

    told(story)
    assert [verb for verb, _events in commands(project)[len(before) :]] == ["accept", "undo", "reject"]
    assert said(project, "fg2") == []


def test_each_answer_leads_to_the_next_suggestion_without_one(interview: Path) -> None:
    """First the rest of the passage, then the next passage; a passage that was passed over comes last."""
    source = source_id(interview, "ti")
    with Store.open(interview, person="Maja") as store:
        one = next(each for each in sources(store) if each.name == "ti")
        planned = (("plan", 0.9, "Planen"),)
        suggest_by_hand(
            store, one, {2: planned, 4: (*planned, ("guide", 0.3, "svar")), 5: planned, 7: planned, 9: planned}
        )
    way: list[tuple[int | None, str]] = []

    async def story() -> None:
        async with sitting(interview, screen="transcript", source=source) as (app, pilot):
            place = app.place
            assert isinstance(place, TranscriptScreen)
            for key in ("tab", "tab", "y", "x", "n", "X", "y", "y", "tab"):
                await press(pilot, key)
                at_hand = [line.partition("› ")[2] for line in screen_text(app).splitlines() if "› One" in line]
                way.append((place.text.passage, at_hand[-1] if at_hand else ""))

    told(story)
    assert way == [
        (2, "One plan – high"),
        (4, "One plan – high"),
        (4, "One youth guide – low"),
        (5, "One plan – high"),
        (7, "One plan – high"),
        (9, "One plan – high"),
        (2, "One plan – high"),
        (2, "One plan – answered"),
        (2, "One plan – answered"),
    ]
    assert [words for words, *_rest in said(interview, "ti")] == [TEN[0], TEN[2], TEN[7]]


def test_ends_are_adjusted_and_left(project: Path) -> None:
    source = source_id(project, "fg1")

    async def story() -> None:
        async with sitting(project, screen="transcript", source=source) as (app, pilot):
            place = app.place
            assert isinstance(place, TranscriptScreen)
            await press(pilot, "slash")
            await press(pilot, *"formiddag", "enter")
            assert (notice(app), len(place.text.hits)) == ("1 of 1 found", 1)
            await press(pilot, "escape", "a")
            assert place.text.selection == Place(28, 87)
            await press(pilot, "ctrl+shift+left", "escape")
            assert notice(app) == "The ends stay where they were."
            await press(pilot, "a", "o", "shift+right", "shift+right", "shift+right", "enter")
            assert notice(app) == "✓ Double documentation – barrier"
            assert place.text.selection is None
            await press(pilot, "delete")
            assert notice(app) == "✗ took away: Double documentation"
            await press(pilot, "u")

    told(story)
    assert said(project, "fg1")[0][:3] == (
        "skriver det samme to steder. Det tager en hel formiddag.", "plan.dobbelt", "barrier",
    )  # fmt: skip


def test_memos_are_kept_by_key_and_what_was_typed_is_not_lost(project: Path) -> None:
    source = source_id(project, "fg1")

    async def story() -> None:
        async with sitting(project, screen="transcript", source=source, place=30) as (app, pilot):
            await press(pilot, "m", *"Se", "escape")
            await press(pilot, "m", *"x", "backspace", "enter", *"her", "ctrl+s")
            assert notice(app) == "✎ memo written"
            assert "✎ Se her" in screen_text(app)
            await press(pilot, "m", *"!", "ctrl+s")
            assert notice(app) == "✎ memo changed"

    told(story)
    with Store.open(project, person="Maja") as store:
        [one] = memos(store)
        assert (one.body, one.target.type.value) == ("Se\nher!", "coding")


def test_search_keeps_where_one_was(project: Path) -> None:
    source = source_id(project, "fg1")

    async def story() -> None:
        async with sitting(project, screen="transcript", source=source, place=50) as (app, pilot):
            place = app.place
            assert isinstance(place, TranscriptScreen)
            await press(pilot, "slash", *"plan")
            assert (notice(app), place.text.cursor) == ("2 of 2 found", 111)
            await press(pilot, "escape")
            assert (place.text.cursor, len(place.text.hits), app.place.focused) == (50, 0, place.text)
            await press(pilot, "slash", "enter", "N")
            assert (notice(app), place.text.cursor) == ("1 of 2 found", 20)
            await press(pilot, "P", "escape")
            assert len(place.text.hits) == 0
            assert app.current_mode == "transcript"

    told(story)


def test_the_side_pane_is_under_the_text_in_a_small_window(project: Path) -> None:
    source = source_id(project, "fg1")

    async def story() -> None:
        async with sitting(project, size=SMALL, screen="transcript", source=source) as (app, pilot):
            pane = app.place.query_one(Beside)
            assert not pane.display
            await press(pilot, "i")
            assert (pane.display, pane.region.width, pane.region.y > 8) == (True, 80, True)
            await press(pilot, "g", "b")
            assert app.place.focused is pane
            await press(pilot, "escape", "f9")
            assert app.place.focused is app.place.query_one(TranscriptScreen.AUTO_FOCUS)

    told(story)


def test_without_a_source_it_says_what_to_do(tmp_path: Path) -> None:
    root = tmp_path / "tomt"
    Store.create(root, new_settings("tomt"), person="Maja").close()

    async def story() -> None:
        async with sitting(root, screen="transcript") as (app, pilot):
            assert "F6 brings transcripts in" in notice(app)
            await press(pilot, "c", "y", "m", "delete", "4")
            assert app.current_mode == "quotes"

    told(story)


SAME = {
    "accept": (2, ("tab", "y"), ["accept", "fg2", "3"]),
    "reject": (2, ("tab", "x"), ["reject", "fg2", "3"]),
    "no-code": (2, ("tab", "n"), ["reject", "fg2", "3", "--no-code"]),
    "code": (2, ("tab", "s", "2"), ["code", "fg2", "3", "guide"]),
    "valence": (1, ("v",), ["adjust", "CODING", "--valence", "enabler"]),
    "strength": (1, ("t",), ["adjust", "CODING", "--strength", "1"]),
    "doubt": (1, ("d",), ["adjust", "CODING", "--doubt"]),
    "contrary": (1, ("k",), ["adjust", "CODING", "--contrary"]),
    "ends": (1, ("a", "shift+left", "enter"), ["adjust", "CODING", "--end", "86"]),
    "uncode": (1, ("delete",), ["uncode", "fg1", "2"]),
    "memo": (1, ("m", "o", "k", "ctrl+s"), ["memo", "add", "ok", "--coding", "CODING"]),
}


@pytest.mark.parametrize("name", SAME)
def test_each_key_writes_what_its_command_writes(name: str, project: Path, tmp_path: Path, run: Run) -> None:  # noqa: F811
    number, keys, arguments = SAME[name]
    other = shutil.copytree(project, tmp_path / "other")
    source, before = source_id(project, f"fg{number}"), len(commands(project))

    async def story() -> None:
        async with sitting(project, screen="transcript", source=source, place=30 if number == 1 else 0) as (
            _app,
            pilot,
        ):
            await press(pilot, *keys)

    told(story)
    with Store.open(other, person="Maja") as store:
        coding = next(one.id for one in quotes(store, layer="Maja") if one.code == "plan.dobbelt")
    done = run("-p", str(other), *(coding if one == "CODING" else one for one in arguments))
    assert done.code == 0, done.err
    made = commands(project)[before:]
    assert len(made) == 1
    assert made == commands(other)[before:]
    assert made[0][0] in {verb for one in ACTIONS for verb in one.verbs}


def test_the_side_pane_says_what_and_why() -> None:
    why = Explained(LineKind.KEYWORD, "to steder", "Vi skriver alt\nto gange.", "fg2", "Odderby")
    about = About(
        codings=[CodedHere("d", 1, "Dobbelt", "barrier ●●", ["Se fg2."], at_hand=True)],
        suggestions=[
            SuggestedHere("Dobbelt", Level.HIGH, answered=True),
            SuggestedHere("Én guide", Level.LOW, answered=False, at_hand=True, why=why),
        ],
        memos=["Støj\x1b[2J."],
        next="enabler ?",
        pins=["Én plan", "En kode med et meget langt navn"],
    )
    assert [line.plain for line in written(about, 24)] == [
        "Next coding", "  enabler ?", "",
        "At the cursor", "› d Dobbelt", "    barrier ●●", "  ✎ Se fg2.", "",
        "Suggested", "  Dobbelt – answered", "› Én guide – low",
        "    codebook: “to", "    steder”", "    like: “Vi skriver", "    alt to gange.” …", "",
        "Memos", "  ✎ Støj␛[2J.", "",
        "Keys", "1 Én plan", "2 En kode med et meget …",
    ]  # fmt: skip
    assert [line.plain for line in written(About(), 24)] == [
        "At the cursor", "  no coding", "", "Suggested", "  nothing",
    ]  # fmt: skip


def test_no_key_does_two_things() -> None:
    for scope in {one.scope for one in ACTIONS}:
        scopes = {scope, "transcript"} if scope == "text" else {scope}
        keys = [key for one in ACTIONS if one.scope in scopes for key in one.keys]
        # `escape` clears a selection, then ends a search, then leads back: whatever there is.
        assert {key for key in keys if keys.count(key) > 1} - {"escape"} == set(), scope
    assert not {key for one in ACTIONS for key in one.keys} & set("[]{}@£$|\\~")


def test_digits_keep_their_codes(project: Path) -> None:
    with Store.open(project, person="Maja") as store:
        codes = stored_codes(store, folders=True)
    assert filled((), codes, ["plan.dobbelt", "plan"]) == ("plan", "guide", "plan.dobbelt")
    assert filled(("guide", "gone"), codes, ["plan.dobbelt"]) == ("guide", "plan", "plan.dobbelt")


def test_words_are_found_across_any_blanks() -> None:
    assert hits("En  plan.\nen Plan", "en plan") == [Place(0, 8), Place(10, 17)]
    assert hits("a.c abc", "a.c") == [Place(0, 3)]
    assert hits("abc", "  ") == []


def test_the_side_pane_stays_as_it_was_asked_for_when_the_window_changes(project: Path) -> None:
    async def story() -> None:
        async with sitting(project, size=SMALL, screen="transcript", source=source_id(project, "fg1")) as (app, pilot):
            pane = app.place.query_one(Beside)
            seen = []
            for size, keys in ((SMALL, ["i"]), (MIDDLE, []), (MIDDLE, ["i"]), (SMALL, [])):
                await pilot.resize_terminal(*size)
                await press(pilot, *keys)
                seen.append(pane.display)
            assert seen == [True, True, False, False]

    told(story)


def test_what_is_accepted_is_said_where_the_side_pane_is_not_there(project: Path) -> None:
    source = source_id(project, "fg2")

    async def story() -> None:
        async with sitting(project, size=SMALL, screen="transcript", source=source) as (app, pilot):
            await press(pilot, "tab")
            assert notice(app) == "Suggested: One youth guide, middle. y accepts, x rejects."
            await press(pilot, "y", "u")
            assert "accepted" in notice(app)
            await press(pilot, "y")
            assert notice(app) == "✓ One youth guide – description"

    told(story)
