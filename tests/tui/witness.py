"""Somebody who presses keys and sees which of them write, the ways to every pane, and a project with enough in it."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from textual.pilot import Pilot

from tests.conftest import transcript
from tests.tui.conftest import press, settled, sitting
from tests.workflow.made import suggest_by_hand
from workbench.codebook import parse
from workbench.store import Store, add_codebook, add_source, history, municipalities, source, sources
from workbench.tui import registry
from workbench.tui.app import WorkbenchApp
from workbench.tui.ways import NAMES

DIGITS = range(1, 10)
NINE = "id: tal\nversion: 0.1.0\nlanguage: da\nname: {da: Tal, en: Numbers}\ncodes:\n" + "".join(
    f"- id: t{n}\n  name: {{da: Nummer {n}, en: Number {n}}}\n  definition: Om nummer {n}.\n" for n in DIGITS
)
"""A codebook with a code for every digit."""
PINNED = ("plan", "guide", *(f"t{n}" for n in DIGITS[2:]))
TALK = "S01: Hvordan går det?\n\nS02: Vi skriver det samme to steder.\n"
FILES = {"fg3.txt": f"---\nmunicipality: Odderby\n---\n{TALK}", "ny.txt": f"---\nmunicipality: Nyrup\n---\n{TALK}"}
ACTIONS = {one.id: one for one in registry.every()}
WAYS: dict[str, tuple[str, tuple[str, ...]]] = {
    "app": ("quotes", ()),
    "overview": ("overview", ()),
    "transcript": ("fg2", ()),
    "text": ("fg2", ()),
    "beside": ("fg2", ("g", "b")),
    "find": ("fg2", ("slash",)),
    "memo": ("fg2", ("m", "!")),
    "review": ("review", ()),
    "quotes": ("quotes", ()),
    "light_edit": ("quotes", ("e", "!")),
    "codebook": ("codebook", ()),
    "code_form": ("codebook", ("e", "!")),
    "codes": ("codebook", ()),
    "example": ("codebook", ("n", "!")),
    "sources": ("sources", ()),
    "import": ("sources", ("i", *"~/fg3.txt", "enter")),
    "preview": ("sources", ("i", *"~/fg3.txt", "enter")),
    "speakers": ("sources", ("s",)),
    "form": ("sources", ("e", "!")),
    "question": ("sources", ("i", "ctrl+u", *"~/ny.txt", "enter", "ctrl+s")),
    "history": ("history", ()),
    "help": ("overview", ("question_mark",)),
}
"""Where each pane and dialogue is, and the keys that lead there."""
FIRST = {"text.clear": ("s",), "transcript.unfind": ("slash", *"hver", "enter")}
"""Keys without which there is nothing to be done."""
LEAVES = {"app.quit"}
"""After these nobody sits there any more."""


def enrich(project: Path, home: Path) -> Path:
    """The small project with a code for every digit, and a passage where all of these are suggested; files at home."""
    home.mkdir()
    for name, text in FILES.items():
        (home / name).write_text(text, encoding="utf-8")
    with Store.open(project, person="Maja") as store:
        with store.command("codebooks add") as command:
            add_codebook(command, parse(NINE))
        with store.command("import") as command:
            id = add_source(
                command, transcript(("Ung", "Ti ord."), name="ti"), name="ti", municipality=municipalities(store)[0].id
            )
        suggested = tuple((f"t{n}", 1 - n / 20, "ord") for n in DIGITS)
        suggest_by_hand(store, source(store, id), {1: suggested}, codebook="tal")
    return project


def how_many(app: WorkbenchApp) -> int:
    """Commands in the history."""
    return int(app.desk.store.query("SELECT count(DISTINCT command) AS n FROM event")[0]["n"])


@dataclass(slots=True)
class Witness:
    """Presses keys one by one and notes which of them wrote."""

    app: WorkbenchApp
    pilot: Pilot[None]
    wrote: list[tuple[str, str]]
    """The action whose key it was, empty for a key inside a dialogue; and the verb."""

    async def press(self, *keys: str) -> None:
        for key in keys:
            before, who = how_many(self.app), self.does(key)
            await press(self.pilot, key)
            if (new := how_many(self.app) - before) > 0:
                self.wrote += [(who, one.verb) for one in history(self.app.desk.store, limit=new)]

    def does(self, key: str) -> str:
        """The id of the action that a key stands for now; empty where it belongs to a field or a list."""
        active = self.app.screen.active_bindings.get(key)
        return (active.binding.id or "") if active else ""


def key_of(action: str) -> str:
    return ACTIONS[action].keys[0]


@asynccontextmanager
async def watched(root: Path, at: str, place: int = 0) -> AsyncIterator[Witness]:
    """Somebody on a screen, or in the transcript of a source."""
    with Store.open(root, person="Maja") as store:
        source = next((one.id for one in sources(store) if one.name == at), "")
    screen = at if at in NAMES else "transcript"
    async with sitting(root, screen=screen, source=source, place=place, pinned=PINNED) as (app, pilot):
        yield Witness(app, pilot, [])


async def begin(witness: Witness, at: str) -> None:
    """Out of every dialogue, back to the screen."""
    while witness.app.screen is not witness.app.place:
        await witness.press("escape")
    await witness.press("escape")
    witness.app.open(at if at in NAMES else "transcript")
    await settled(witness.pilot)
