"""What every screen stands on: keys, help, palette, languages, themes, the last place, and work that goes wrong."""

import json
import pkgutil
import re
from collections import Counter
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import click
import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from textual.binding import Binding
from textual.color import Color
from textual.dom import DOMNode
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import Input

from tests.tui.conftest import LARGE, SIZES, SMALL, notice, press, screen_text, settled, sitting, told
from workbench import i18n, tui
from workbench.cli import program
from workbench.codebook import roles
from workbench.config import config_folder
from workbench.errors import InvalidFileError, WorkbenchError
from workbench.store import Store
from workbench.tui import registry
from workbench.tui.app import ACTIONS, NAMES, WorkbenchApp
from workbench.tui.job import Say
from workbench.tui.keymap import keymap
from workbench.tui.last import Last, last_file, remember, remembered
from workbench.tui.screens.base import DeskScreen
from workbench.tui.screens.help import HelpScreen
from workbench.tui.themes import DARK, LIGHT, THEMES
from workbench.tui.widgets.keybar import MOST
from workbench.tui.widgets.table import Table
from workbench.workflow.deeds import verb

ALTGR = {
    "at", "pound_sign", "dollar_sign", "euro_sign", "left_curly_bracket", "right_curly_bracket",
    "left_square_bracket", "right_square_bracket", "vertical_line", "tilde", "backslash",
}  # fmt: skip
"""On a Danish keyboard these need AltGr, by Textual's names."""
DEAD = {"circumflex_accent", "grave_accent", "acute_accent", "diaeresis"}
"""And these come only with the key after them."""


SPELLED = {"no-code": "reject"}
"""Verbs that the command line writes by another name: to reject without a code is to say that none fits."""


def every_class() -> list[type[DOMNode]]:
    """The app and every widget and screen of ours."""
    for module in pkgutil.walk_packages(tui.__path__, f"{tui.__name__}."):
        import_module(module.name)

    def below(one: type[DOMNode]) -> Iterator[type[DOMNode]]:
        for each in one.__subclasses__():
            yield each
            yield from below(each)

    return [WorkbenchApp, *dict.fromkeys(one for one in below(Widget) if one.__module__.startswith(tui.__name__))]


def bound(one: type[DOMNode]) -> dict[str, Binding]:
    """What keys do here, by the action's id."""
    merged = one._merged_bindings
    return {binding.id: binding for _key, binding in merged or () if binding.id}


# -- The registry ------------------------------------------------------------------------------------------------


def test_every_action_has_a_name_of_its_own_and_somebody_who_does_it() -> None:
    found = list(registry.every())
    assert [id for id, n in Counter(one.id for one in found).items() if n > 1] == []
    done = {
        id for one in every_class() for id, binding in bound(one).items() if hasattr(one, f"action_{binding.action}")
    }
    assert {one.id for one in found} - done == set()


def test_every_action_of_a_class_is_in_the_registry() -> None:
    """Then it is in the help, and can be given other keys."""
    known = {one.id for one in registry.every()}
    assert {id for one in every_class() for id in bound(one)} - known == set()


def test_no_key_needs_altgr_and_none_is_dead() -> None:
    keys = {key.rpartition("+")[2] for one in registry.every() for key in one.keys}
    assert keys & (ALTGR | DEAD) == set()


def test_no_key_does_two_things_in_one_place() -> None:
    used = Counter((one.scope, key) for one in registry.every() for key in one.keys)
    assert [pair for pair, n in used.items() if n > 1] == []


def test_the_footer_has_at_most_seven_keys() -> None:
    everywhere = sum(one.footer for one in ACTIONS)
    own = Counter(one.scope for one in registry.every() if one.footer and one.scope != "app")
    assert [scope for scope, n in own.items() if n + everywhere > MOST] == []


def test_titles_tell_actions_of_one_place_apart() -> None:
    titles = Counter((one.scope, one.title) for one in registry.every())
    assert [pair for pair, n in titles.items() if n > 1 or not pair[1]] == []


def test_what_a_key_changes_the_command_line_changes_by_the_same_verb() -> None:
    verbs = {name for one in registry.every() for name in one.verbs}
    assert {name for name in verbs if verb(name) == name} == set(), "not said in words"

    def is_command(words: list[str], group: click.Command) -> bool:
        if not words:
            return True
        if not isinstance(group, click.Group):
            return False
        below = group.get_command(click.Context(group), words[0])
        return below is not None and is_command(words[1:], below)

    assert {name for name in verbs if not is_command(SPELLED.get(name, name).split(" "), program())} == set()


def test_escape_leaves_every_dialogue() -> None:
    dialogues = [one for one in every_class() if issubclass(one, ModalScreen) and not one.__subclasses__()]
    assert len(dialogues) > 5
    assert [
        one.__name__
        for one in dialogues
        if not any(key == "escape" for key, _binding in one._merged_bindings or ()) and "on_key" not in vars(one)
    ] == []


# -- Keys everywhere -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("size", SIZES)
def test_screens_by_number_and_function_key_and_the_way_back(project: Path, size: tuple[int, int]) -> None:
    async def story() -> None:
        async with sitting(project, size=size) as (app, pilot):
            for number, name in enumerate(NAMES, 1):
                await press(pilot, "f1", f"f{number}")
                assert app.current_mode == name
                await press(pilot, "f1", str(number))
                assert app.current_mode == name
                await press(pilot, "f1", "g", str(number))
                assert (app.current_mode, app.screen) == (name, app.place)
            await press(pilot, "f1", "f7", "escape")
            assert app.current_mode == "overview"

    told(story)


@pytest.mark.parametrize("size", SIZES)
def test_dialogues_open_on_a_key_and_close_on_escape(project: Path, size: tuple[int, int]) -> None:
    async def story() -> None:
        async with sitting(project, size=size) as (app, pilot):
            for key in ("question_mark", "g", "ctrl+p"):
                await press(pilot, key)
                assert app.screen is not app.place
                await press(pilot, "escape")
                assert (app.screen, app.current_mode) == (app.place, "overview")

    told(story)


def test_go_to_a_pane_and_nowhere(project: Path) -> None:
    async def story() -> None:
        async with sitting(project, screen="history") as (app, pilot):
            await press(pilot, "slash")
            assert isinstance(app.focused, Input)
            await press(pilot, "tab", "g")
            assert screen_text(app).count("Table") == 1
            await press(pilot, "t")
            assert isinstance(app.focused, Table)
            await press(pilot, "g", "x")
            assert (app.screen, app.current_mode) == (app.place, "history")

    told(story)


def test_ctrl_q_leaves_also_while_one_types(project: Path) -> None:
    async def story() -> None:
        async with sitting(project, screen="history") as (app, pilot):
            await press(pilot, "slash", "m", "g", "u", "1")
            assert app.place.query_one(Input).value == "mgu1"
            await pilot.press("ctrl+q")
            await pilot.pause()
            assert not app.is_running

    told(story)


def test_ctrl_c_says_how_to_leave(project: Path) -> None:
    async def story() -> None:
        async with sitting(project) as (app, pilot):
            await press(pilot, "ctrl+c")
            assert notice(app) == "ctrl+q leaves. Everything is stored already."

    told(story)


def boxed(app: WorkbenchApp) -> list[str]:
    """The lines of the dialogue that is open."""
    found = (re.sub(" +", " ", one[1]).strip() for one in re.finditer(r"│(.*)│", screen_text(app)))
    return [line for line in found if line]


def test_help_begins_with_where_one_is_and_is_found_by_typing(project: Path) -> None:
    async def story() -> None:
        async with sitting(project, size=LARGE) as (app, pilot):
            await press(pilot, "question_mark")
            lines = boxed(app)
            assert lines[1] == "Here"
            assert lines[2].startswith("↵ Go down – To a municipality's sources, a focus area's codes,")
            titles = [line for line in lines if line in ("Here", "Everywhere", "History", "Transcript")]
            assert titles[:2] == ["Here", "Everywhere"]
            await press(pilot, *"undo to")
            lines = boxed(app)
            assert lines[1:] == [
                "History",
                "U ↵ Undo to here – Takes back what you did, newest first, down to this; redo brings each back.",
            ]
            await press(pilot, *"xyz")
            assert "No key does that." in screen_text(app)
            await press(pilot, "escape")
            assert not isinstance(app.screen, HelpScreen)

    told(story)


def test_the_palette_does_what_is_typed(project: Path) -> None:
    async def story() -> None:
        async with sitting(project) as (app, pilot):
            await press(pilot, "ctrl+p")
            assert "Review thin" in screen_text(app)
            await press(pilot, *"histo")
            await press(pilot, "enter")
            assert app.current_mode == "history"
            await press(pilot, "ctrl+p", *"light")
            await press(pilot, "enter")
            assert app.theme == DARK.name

    told(story)


# -- Keys of one's own ---------------------------------------------------------------------------------------------


def own_keys(text: str) -> Path:
    """The file of one's own keys, with this in it."""
    file = config_folder() / "keys.toml"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return file


def test_an_action_gets_other_keys(project: Path) -> None:
    own_keys('"app.screen_7" = "ø"\n"app.help" = "h,f8"\n')

    async def story() -> None:
        async with sitting(project) as (app, pilot):
            assert "h Help" in screen_text(app).splitlines()[-1]
            await press(pilot, "ø")
            assert app.current_mode == "history"
            await press(pilot, "f7", "f1", "7")
            assert app.current_mode == "overview"
            for key in ("h", "f8"):
                await press(pilot, key)
                assert isinstance(app.screen, HelpScreen)
                await press(pilot, "escape")

    told(story)


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        (
            '"app.hlep" = "h"',
            "{file} gives keys to “app.hlep”, which is no action.",
            "Did you mean app.help, app.theme?",
        ),
        *(
            (
                f'"app.help" = {value}',
                "{file}: “app.help” should have keys in quotation marks.",
                'Such as: "app.help" = "k,ctrl+k"',
            )
            for value in ("1", '" "')
        ),
        (
            '"app.help" = "g"',
            "{file}: the key “g” would do two things: app.go, app.help.",
            "Give one of them another key.",
        ),
        (
            '"overview.report" = "g"',
            "{file}: the key “g” would do two things: overview.report, app.go.",
            "Give one of them another key.",
        ),
    ],
)  # fmt: skip
def test_a_keys_file_that_cannot_be_meant_is_refused(text: str, message: str, hint: str) -> None:
    file = own_keys(text)
    with pytest.raises(InvalidFileError) as refused:
        keymap(file, registry.every())
    assert (refused.value.message, refused.value.hint) == (message.format(file=file), hint)


def test_a_keys_file_that_is_no_toml_is_refused_and_the_project_stays_closed(project: Path) -> None:
    own_keys("what = is = this")
    with pytest.raises(InvalidFileError, match=r"keys\.toml cannot be read: "):
        WorkbenchApp(project, "Maja")


def test_two_actions_may_change_keys_with_each_other() -> None:
    file = own_keys('"app.help" = "g"\n"app.go" = "question_mark"\n')
    assert keymap(file, registry.every()) == {"app.help": "g", "app.go": "question_mark"}


# -- Languages and themes ------------------------------------------------------------------------------------------

GREEK = str.maketrans("abcdefghijklmnopqrstuvwxyz", "αβψδεφγηιξκλμνοπχρστθωςυζϡ")
"""A language nobody here speaks, letter by letter: whatever is not in it was not translated."""


@pytest.fixture(scope="module")
def greek(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of catalogues in which Danish is Greek."""

    def said(message: str) -> str:
        parts = re.split(r"(\{[^}]*\})", message.casefold())
        kept = re.split(r"(\{[^}]*\})", message)
        return "".join(kept[i] if i % 2 else part.translate(GREEK) for i, part in enumerate(parts))

    catalogue = Catalog(locale="da")
    keywords: dict[str, tuple[int, ...] | None] = {"_": None, "N_": None, "ngettext": (1, 2)}
    for _file, _line, message, *_rest in extract_from_dir(Path(i18n.__file__).parent, keywords=keywords):
        both = message if isinstance(message, str) else (message[0], message[1])
        catalogue.add(both, said(both) if isinstance(both, str) else tuple(map(said, both)))
    folder = tmp_path_factory.mktemp("locale")
    file = folder / "da" / "LC_MESSAGES" / f"{i18n.DOMAIN}.mo"
    file.parent.mkdir(parents=True)
    with file.open("wb") as opened:
        write_mo(opened, catalogue)
    return folder


def words_of(text: str) -> set[str]:
    """The words of three letters and more that are in our alphabet."""
    return {word.casefold() for word in re.findall(r"[a-zA-ZæøåÆØÅéüö]{3,}", text)}


def data_words(root: Path) -> set[str]:
    """Every word that stands in the project, or in what is shipped with names in two languages."""
    with Store.open(root, person="Maja") as store:
        tables = [row["name"] for row in store.query("SELECT name FROM sqlite_schema WHERE type = 'table'")]
        found = words_of(store.settings.name)
        for table in tables:
            for row in store.query(f"SELECT * FROM [{table}]"):
                found |= words_of(" ".join(str(value) for value in row.values() if isinstance(value, str)))
    names = [*(one.labels for one in roles().roles), *(one.labels for one in roles().groups)]
    labels = [label for one in names for label in one.values()]
    return found | words_of(" ".join(labels)) | words_of(str(root))


@pytest.mark.parametrize("name", [*NAMES, "help", "palette", "go to"])
def test_no_word_of_ours_stays_english(project: Path, greek: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """Danish is replaced by a language of other letters: what stays legible is data, a key's name, or a fault."""
    monkeypatch.setattr(i18n, "LOCALE", greek)
    known = data_words(project) | {"esc", "pgup", "pgdn", "home", "end", "del", "tab", "ctrl", "shift", "backspace"}
    extra = {"help": "question_mark", "palette": "ctrl+p", "go to": "g"}

    async def story() -> None:
        async with sitting(project, size=LARGE, screen=name if name in NAMES else "overview") as (app, pilot):
            await press(pilot, "f9")
            if name in extra:
                await press(pilot, extra[name])
            await settled(pilot)
            shown = words_of(screen_text(app))
            # A word of the data may be cut off.
            assert {one for one in shown if not any(word.startswith(one) for word in known)} == set()
            assert "ε" in screen_text(app)

    told(story)


def test_the_language_is_switched_on_every_screen_and_remembered(project: Path) -> None:
    async def story() -> None:
        async with sitting(project) as (app, pilot):
            assert i18n.language() == "en"
            await press(pilot, "f7")
            await press(pilot, "f1", "f9", "f7")
            assert (i18n.language(), app.last.language) == ("da", "da")
            assert screen_text(app).splitlines()[0].strip() == app.place.title_said()
            await press(pilot, "f9")
            assert i18n.language() == "en"
            await press(pilot, "f9")
        async with sitting(project) as (app, pilot):
            assert (i18n.language(), app.current_mode) == ("da", "history")

    told(story)


def test_a_report_in_another_language_leaves_the_screen_alone() -> None:
    """A thread that speaks another language speaks it alone."""
    from threading import Thread

    said: list[str] = []
    i18n.use("en")
    with i18n.speaking("da"):
        thread = Thread(target=lambda: said.append(i18n.language()))
        thread.start()
        thread.join()
        i18n.use("en")
        said.append(i18n.language())
    assert [*said, i18n.language()] == ["en", "da", "en"]


def luminance(colour: str) -> float:
    """Relative luminance after WCAG 2."""
    parts = [part / 255 for part in Color.parse(colour).rgb]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """From 1 (the same) to 21 (black on white)."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


GROUNDS = ("background", "surface", "panel")
PAIRS = [
    *(("foreground", ground) for ground in (*GROUNDS, "tint", "evidence", "hit", "chosen", "footer-background")),
    *(("muted", ground) for ground in GROUNDS),
    *((ink, ground) for ink in ("primary", "secondary", "accent", "error") for ground in GROUNDS),
    *((f"lane-{n}", ground) for n in range(1, 7) for ground in ("background", "surface")),
    *((ink, "surface") for ink in ("success", "warning")),
    ("background", "primary"),
    ("block-cursor-foreground", "block-cursor-background"),
]


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
@pytest.mark.parametrize("pair", PAIRS, ids=" on ".join)
def test_text_stands_out(theme: object, pair: tuple[str, str]) -> None:
    chosen = next(one for one in THEMES if one is theme)
    colours = {name: str(getattr(chosen, name)) for name in (*GROUNDS, "foreground", "primary", "secondary", "accent",
                                                             "error", "success", "warning")}  # fmt: skip
    colours |= chosen.variables
    assert contrast(colours[pair[0]], colours[pair[1]]) >= 4.5


def test_the_theme_is_switched_and_remembered(project: Path) -> None:
    async def story() -> None:
        async with sitting(project) as (app, pilot):
            assert app.theme == LIGHT.name
            await press(pilot, "f10")
            assert app.theme == DARK.name
        async with sitting(project) as (app, pilot):
            assert app.theme == DARK.name

    told(story)


# -- The last place ------------------------------------------------------------------------------------------------


def test_one_begins_where_one_left_each_person_for_themselves(project: Path) -> None:
    async def story() -> None:
        async with sitting(project) as (app, pilot):
            await press(pilot, "f7")
        async with sitting(project) as (app, _pilot):
            assert app.current_mode == "history"
        async with sitting(project, person="Peter") as (app, _pilot):
            assert app.current_mode == "overview"

    told(story)


def test_the_place_is_known_after_a_power_cut(project: Path) -> None:
    async def story() -> None:
        async with sitting(project) as (app, pilot):
            file = last_file(app.desk.store.settings.id, "Maja")
            await press(pilot, "f6")
            app.keep_place()
            assert json.loads(file.read_text(encoding="utf-8"))["screen"] == "sources"

    told(story)


@pytest.mark.parametrize("text", ["", "{", "[]", '"x"', '{"screen": 3, "widths": 4}', '{"pinned": 5}', "\ud800"])
def test_a_last_place_that_cannot_be_read_is_the_beginning(project: Path, text: str) -> None:
    with Store.open(project, person="Maja") as store:
        file = last_file(store.settings.id, "Maja")
    file.parent.mkdir(parents=True)
    file.write_bytes(text.encode("utf-8", "surrogatepass"))

    async def story() -> None:
        async with sitting(project) as (app, _pilot):
            assert app.current_mode == "overview"

    told(story)


def test_what_makes_no_sense_is_forgotten_and_the_rest_kept(tmp_path: Path) -> None:
    file = tmp_path / "last.json"
    strange = {"screen": 3, "source": "id", "place": "x", "theme": None, "widths": {"a": "b", "side": 30}, "other": 1}
    file.write_text(json.dumps({**strange, "pinned": ["plan", 4]}), encoding="utf-8")
    assert remembered(file) == Last(source="id", widths={"side": 30}, pinned=("plan",))


def test_what_is_remembered_is_read_back(tmp_path: Path) -> None:
    last = Last("review", "id", 7, "t", "da", {"side": 30}, ("plan", "guide"))
    remember(tmp_path / "deep" / "last.json", last)
    assert remembered(tmp_path / "deep" / "last.json") == last
    assert [file.name for file in (tmp_path / "deep").iterdir()] == ["last.json"]


def test_a_folder_that_cannot_be_written_loses_the_place_alone(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    remember(tmp_path / "file" / "last.json", Last())
    (tmp_path / "last.json").mkdir()
    remember(tmp_path / "last.json", Last())
    assert sorted(one.name for one in tmp_path.iterdir()) == ["file", "last.json"]


# -- Work that goes wrong ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (WorkbenchError("It is raining.", hint="Take an umbrella."), "! It is raining. Take an umbrella."),
        (ZeroDivisionError("secret"), "! A fault in the workbench itself: ZeroDivisionError at test_foundation.py:"),
    ],
)  # fmt: skip
def test_work_that_fails_says_so_and_closes_nothing(project: Path, error: Exception, said: str) -> None:
    def fail(store: Store, say: Say) -> str:
        raise error

    async def story() -> None:
        async with sitting(project) as (app, pilot):
            app.place.work(fail)
            await settled(pilot)
            assert notice(app).startswith(said)
            assert "secret" not in notice(app)
            await press(pilot, "f7")
            assert app.current_mode == "history"

    told(story)


def test_what_went_wrong_is_told_whole_in_a_narrow_terminal(project: Path) -> None:
    sentences = [f"Sentence {number} says what is wrong." for number in range(1, 7)]

    async def story() -> None:
        async with sitting(project, size=SMALL) as (app, pilot):
            app.place.tell(WorkbenchError(" ".join(sentences), hint="Do this."))
            await settled(pilot)
            lines = screen_text(app).splitlines()
            assert " ".join(" ".join(lines[-4:-1]).split()) == f"! {' '.join(sentences)} Do this."
            app.place.say("It is well again.")
            await settled(pilot)
            assert screen_text(app).splitlines()[-2:-1] == [" It is well again."]

    told(story)


def test_work_says_how_far_it_is_and_stops_on_escape(project: Path) -> None:
    from threading import Event

    begun, go_on = Event(), Event()
    steps: list[int] = []

    def many(store: Store, say: Say) -> str:
        for step in range(1, 100):
            say(f"Step {step}")
            steps.append(step)
            begun.set()
            go_on.wait(10)
        return "Never said."

    async def story() -> None:
        async with sitting(project) as (app, pilot):
            app.place.work(many)
            begun.wait(10)
            await pilot.pause()
            assert notice(app) == "Step 1"
            app.place.work(many)
            assert notice(app) == "! One thing at a time: esc stops what is being done."
            await pilot.press("escape")
            assert (app.current_mode, notice(app)) == ("overview", "Stopping …")
            go_on.set()
            await settled(pilot)
            assert (notice(app), steps) == ("Stopped. What was finished before is stored.", [1])
            await press(pilot, "f7")
            assert app.current_mode == "history"

    told(story)


def test_work_that_ends_elsewhere_is_told_where_one_is(project: Path) -> None:
    from threading import Event

    go_on = Event()

    def slow(store: Store, say: Say) -> str:
        go_on.wait(10)
        return "Done at last."

    async def story() -> None:
        async with sitting(project) as (app, pilot):
            first: DeskScreen = app.place
            first.work(slow)
            await pilot.press("f7")
            go_on.set()
            while first.working:
                await pilot.pause()
            await settled(pilot)
            assert (app.current_mode, notice(app)) == ("history", "Done at last.")

    told(story)
