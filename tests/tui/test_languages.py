"""Danish and English, switched while one works."""

import re
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo

from tests.tui.conftest import LARGE, press, screen_text, settled, sitting, told
from workbench import i18n
from workbench.codebook import roles
from workbench.store import Store
from workbench.tui.ways import NAMES

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
