"""No word of ours stays untranslated: on no screen, in no dialogue, in neither language.

Each language is spoken with letters of another kind here; what stays legible is data, the name of a key, or a word that
nobody gave to gettext.
"""

import ast
import asyncio
import gettext
import re
from pathlib import Path

import pytest
from textual.screen import ModalScreen
from textual.widgets import Input

from tests.tui.conftest import press, screen_text, sitting
from tests.tui.pictures import FILE, STATES, TALK, Picture, at_home, source_id
from tests.tui.test_actions import every_class
from tests.tui.witness import FILES, FIRST, LEAVES, WAYS, begin, enrich, key_of, watched
from workbench import i18n
from workbench.codebook import roles
from workbench.store import Store, current_codebooks
from workbench.tui import actions, registry
from workbench.tui.ways import NAMES

LETTERS = "abcdefghijklmnopqrstuvwxyzæøå"
FOREIGN = "".join(chr(0x1D5BA + at) for at in range(26)) + "𝖺𝗈𝖺"
"""The same in letters that no data has, one cell wide, and still to be read where a test fails."""
MARKED = str.maketrans(LETTERS + LETTERS.upper(), FOREIGN + FOREIGN)
WORD = re.compile(rf"[{LETTERS}{LETTERS.upper()}éüö]+")


class Marked(gettext.NullTranslations):
    """A language in those letters. What stands in braces is filled in by the code and stays as it is."""

    def __init__(self, spoken: gettext.NullTranslations) -> None:
        super().__init__()
        self._spoken = spoken

    def gettext(self, message: str) -> str:
        return marked(self._spoken.gettext(message))

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return marked(self._spoken.ngettext(msgid1, msgid2, n))


def marked(said: str) -> str:
    return "".join(part if part.startswith("{") else part.translate(MARKED) for part in re.split(r"(\{[^{}]*\})", said))


@pytest.fixture
def letters(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every language is spoken in them."""
    spoken = i18n._translations
    monkeypatch.setattr(i18n, "_translations", lambda language: Marked(spoken(language)))
    i18n.use("en")


@pytest.fixture
def richer(project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The small project with more in it, and files to bring in at home."""
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("WORKBENCH_LANG", "en")
    return enrich(project, tmp_path / "home")


def words(text: str) -> set[str]:
    return {word.casefold() for word in WORD.findall(text)}


def data(root: Path, language: str) -> set[str]:
    """Every word of the project, the names of codes and roles in the language spoken, and what keys are called."""
    parts = [FILE.as_posix(), TALK, "utf", " ".join(actions.shown(key) for one in registry.every() for key in one.keys)]
    parts += [*(one.labels[language] for one in roles().roles), *(one.labels[language] for one in roles().groups)]
    with Store.open(root, person="Maja") as store:
        parts.append(store.settings.name)
        tables = {row["name"] for row in store.query("SELECT name FROM sqlite_schema WHERE type = 'table'")}
        for table in tables - {"codebook", "code", "event", "original"}:
            for row in store.query(f"SELECT * FROM [{table}]"):
                parts += [value for value in row.values() if isinstance(value, str)]
        for book in current_codebooks(store):
            parts += [book.id, book.name(language)]
            for one in book.codes:
                parts += [one.id, one.name(language), one.definition, *one.include, *one.examples, *one.keywords]
                parts += [part for use in one.exclude for part in (use.text, use.use)]
    return words(" ".join(parts))


def legible(text: str, known: set[str]) -> set[str]:
    """Words that are neither data, nor its beginning or end where it is cut off, nor in the letters of a language.

    A word has three letters and a vowel: others are signs, such as those of codes beside a transcript.
    """
    left = {word for word in words(text) - known if len(word) > 2 and set(word) & set("aeiouyæøå")}
    return {word for word in left if not any(one.startswith(word) or one.endswith(word) for one in known)}


MORE = (
    *(Picture(name, name) for name in NAMES),
    Picture("overview-passages", "overview", ("enter", "enter")),
    Picture("overview-codings", "overview", ("enter", "enter", "enter")),
    Picture("transcript-sources", "transcript", ("l",)),
    Picture("quotes-words", "quotes", ("slash",)),
    Picture("codebook-example", "codebook", ("n",)),
    Picture("codebook-find", "codebook", ("slash",)),
    Picture("sources-speakers", "sources", ("s",)),
    Picture("sources-outcome", "sources", ("r",)),
    Picture("no-key", "overview", ("question_mark", *"xyz")),
    Picture("no-command", "overview", ("ctrl+p", *"xyz")),
)


@pytest.mark.usefixtures("letters")
@pytest.mark.parametrize("language", i18n.LANGUAGES)
def test_what_can_be_read_is_data(language: str, demo_project: Path, tmp_path: Path) -> None:
    known, dialogues = data(demo_project, language) | words(str(tmp_path)), set[str]()
    left: dict[str, set[str]] = {}
    bare: list[str] = []

    async def look() -> None:
        source = source_id(demo_project, "")
        async with sitting(demo_project, language=language, source=source) as (app, pilot):
            # What was begun in a form is there when it is opened again: the question first, then the form itself.
            for one in sorted((*MORE, *STATES), key=lambda one: one.name != "new-municipality"):
                await pilot.resize_terminal(*one.size)
                app.open(one.screen)
                await press(pilot, *one.keys)
                text = screen_text(app)
                left[one.name] = legible(text, known | words("".join(key for key in one.keys if len(key) == 1)))
                bare.extend([one.name] if len(set(FOREIGN) & set(text)) < 9 else [])
                dialogues.add(type(app.screen).__name__)
                while app.screen is not app.place:
                    await press(pilot, "escape")
                await press(pilot, "escape")

    with at_home(tmp_path / "home"):
        asyncio.run(look())
    assert {name: found for name, found in left.items() if found} == {}
    assert bare == []
    every = {one.__name__ for one in every_class() if issubclass(one, ModalScreen) and not one.__subclasses__()}
    assert every - dialogues == set()


@pytest.mark.usefixtures("letters")
@pytest.mark.parametrize("scope", WAYS)
def test_what_a_key_says_is_translated(scope: str, richer: Path) -> None:
    at, way = WAYS[scope]
    known = data(richer, "en") | data(richer, "da") | words(f"{FILES} {richer} reports docx html")
    left: dict[str, set[str]] = {}

    async def look() -> None:
        async with watched(richer, at) as witness:
            for one in sorted(registry.of(scope), key=lambda one: bool(one.verbs)):
                if one.id not in LEAVES:
                    await begin(witness, at)
                    await press(witness.pilot, *way, *FIRST.get(one.id, ()), key_of(one.id))
                    typed = words(" ".join(field.value for field in witness.app.screen.query(Input)))
                    left[one.id] = legible(screen_text(witness.app), known | typed)

    asyncio.run(look())
    assert {id: found for id, found in left.items() if found} == {}


# -- In the code ---------------------------------------------------------------------------------------------------

SAID = re.compile(rf"[{LETTERS}]{{2,}} [{LETTERS}]|^\W*[A-ZÆØÅ][{LETTERS}]")
STYLE = re.compile(r"((not |on )?(bold|dim|italic|strike|underline|reverse)|on|\$[\w-]+| )+")
NEVER_SHOWN = {"_", "getattr", "N_", "ngettext", "cast", "TypeVar", "query_one", "query"}
"""Calls whose texts are translated, or looked up."""
NAMES_OF_THINGS = {"__all__", "AUTO_FOCUS", "CSS", "DEFAULT_CSS"}


TUI = Path(i18n.__file__).parent / "tui"


class Literals(ast.NodeVisitor):
    """Texts in the code that look like words somebody reads: two in a row, or one that begins with a capital."""

    def __init__(self) -> None:
        self.found: list[tuple[int, str]] = []

    def visit_Constant(self, node: ast.Constant) -> None:
        said = node.value
        if isinstance(said, str) and SAID.search(said) and not STYLE.fullmatch(said):
            self.found.append((node.lineno, said))

    def visit_Expr(self, node: ast.Expr) -> None:
        if not isinstance(node.value, ast.Constant):  # else it is a docstring
            self.generic_visit(node)

    def visit_Call(self, node: ast.Call) -> None:
        name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
        if name not in NEVER_SHOWN:
            self.generic_visit(node)

    def visit_keyword(self, node: ast.keyword) -> None:
        if node.arg != "verbs":
            self.generic_visit(node)

    def visit_Assign(self, node: ast.Assign) -> None:
        if not any(isinstance(one, ast.Name) and one.id in NAMES_OF_THINGS for one in node.targets):
            self.generic_visit(node)

    def visit_AnnAssign(self, node: ast.AnnAssign) -> None:
        if node.value is not None and not (isinstance(node.target, ast.Name) and node.target.id in NAMES_OF_THINGS):
            self.visit(node.value)

    def visit_Subscript(self, node: ast.Subscript) -> None:
        self.visit(node.value)  # what is asked for by name, or a type

    def visit_arg(self, node: ast.arg) -> None:
        """What a parameter is called, and of which type, is shown to nobody."""

    def visit_FunctionDef(self, node: ast.FunctionDef) -> None:
        for one in (*node.decorator_list, node.args, *node.body):
            self.visit(one)

    def visit_AsyncFunctionDef(self, node: ast.AsyncFunctionDef) -> None:
        for one in (*node.decorator_list, node.args, *node.body):
            self.visit(one)


@pytest.mark.parametrize("module", sorted(file.relative_to(TUI).as_posix() for file in TUI.rglob("*.py")))
def test_no_text_in_the_code_is_left_to_itself(module: str) -> None:
    looked = Literals()
    looked.visit(ast.parse((TUI / module).read_text(encoding="utf-8")))
    assert looked.found == []


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("Static('Nothing here')", ["Nothing here"]),
        ("self.say(f'{n} quotes found')", [" quotes found"]),
        ("line.append('! Refused', 'bold')", ["! Refused"]),
        ("Input(placeholder='type a name')", ["type a name"]),
        ("TITLE: ClassVar[str] = 'Quotes'", ["Quotes"]),
        ("Static(_('Nothing here'), 'bold $muted')", []),
        ("def of(self) -> 'Marks': pass", []),
    ],
)
def test_a_text_that_is_left_to_itself_is_found(line: str, said: list[str]) -> None:
    looked = Literals()
    looked.visit(ast.parse(line))
    assert [text for _line, text in looked.found] == said
