"""The transcript view alone beside an editor widget and an empty application, on the same enormous source."""

import asyncio
import gc
import pickle
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.screen.enormous import LARGE_CODINGS, TURNS, enormous, places
from benchmarks.screen.pressing import ToNobody, press_all, resident, still
from workbench.model import Passage, Place, Turn

CODES = ("indgang", "plan", "plan.dobbelt", "guide", "guide.skift", "sammen", "sammen.tillid", "trivsel")
SIZE = (140, 45)
KINDS = ("view", "editor", "empty")


@dataclass(frozen=True, slots=True)
class Material:
    """One source: its text, turns, passages, and places to code."""

    text: str
    turns: list[Turn]
    passages: list[Passage]
    coded: list[Place]


def material(turns: int) -> Material:
    """A source of so many turns, and codings all over it."""
    from workbench.danish import passages

    one = enormous(turns)
    coded = places(one, LARGE_CODINGS * turns // TURNS)
    return Material(one.text, list(one.turns), passages(one.text, one.turns), coded)


PLANS: dict[str, dict[str, Sequence[str]]] = {
    "view": {
        "a row down": ["down"] * 120,
        "a page down": ["pagedown"] * 60,
        "a letter": ["right"] * 60,
        "a word": ["w"] * 60,
        "a sentence": ["right_parenthesis"] * 60,
        "a turn": ["greater_than_sign"] * 60,
        "select row by row": ["v"] + ["down"] * 60 + ["escape"],
        "select page by page": ["v"] + ["pagedown"] * 60 + ["escape"],
        "select a sentence, grow": ["s", "s", "escape", "right_parenthesis"] * 15,
        "add a coding": ["f2"] * 60,
        "undo it": ["f3"] * 60,
        "next suggestion, its words marked": ["f4"] * 60,
        "search hits, one in 600 letters": ["f5"] * 60,
        "to the end and back": ["ctrl+end", "ctrl+home"] * 30,
    },
    "editor": {
        "a row down": ["down"] * 60,
        "a page down": ["pagedown"] * 30,
        "a letter": ["right"] * 30,
        "a word": ["ctrl+right"] * 30,
        "select row by row": ["shift+down"] * 30,
    },
    "empty": {"a row down": ["down"] * 120, "add a coding": ["f2"] * 60},
}
"""What is done in each application, and the keys for it."""


def _application(kind: str, made: Material) -> Any:
    """The application to measure."""
    from textual.app import App, ComposeResult
    from textual.widgets import Static, TextArea

    class Measured(App[None]):
        def __init__(self) -> None:
            super().__init__(driver_class=ToNobody)

    class Empty(Measured):
        def compose(self) -> ComposeResult:
            yield Static("0", id="it")

        def on_key(self) -> None:
            self.query_one(Static).update(str(time.perf_counter()))

    class Editor(Measured):
        def compose(self) -> ComposeResult:
            yield TextArea(made.text, read_only=True, soft_wrap=True, id="it")

    if kind != "view":
        return {"editor": Editor, "empty": Empty}[kind]()

    from workbench.tui.themes import LIGHT
    from workbench.tui.transcript import Coded, Document, TranscriptView, marks

    class View(Measured):
        def __init__(self) -> None:
            super().__init__()
            self.register_theme(LIGHT)
            self.theme = LIGHT.name

        def compose(self) -> ComposeResult:
            yield TranscriptView(id="it")

        def on_mount(self) -> None:
            known = marks(CODES)
            self.coded = [
                Coded(str(number), place, code, *known[code])
                for number, place in enumerate(made.coded)
                for code in (CODES[number % len(CODES)],)
            ]
            self.it = self.query_one(TranscriptView)
            self.it.show(Document(made.text, made.turns, asking={"Interviewer"}), self.coded, made.passages)
            self.added: list[Coded] = []
            self.at = 0

        def prepare(self) -> None:
            self.found = [[Place(at, at + 5) for at in range(first, len(made.text) - 9, 600)] for first in (0, 11)]

        def key_f2(self) -> None:
            self.it.action_next_sentence()
            one = Coded(f"new {len(self.added)}", self.it.here, CODES[1], "P", 2)
            self.it.add_coding(one)
            self.added.append(one)

        def key_f3(self) -> None:
            gone = self.added.pop()
            self.it.remove_coding(gone.id)
            self.it.go_to(gone.place)

        def key_f4(self) -> None:
            passage = made.passages[self.at]
            self.at = (self.at + 7) % len(made.passages)
            self.it.go_to(passage.place)
            self.it.highlight([Place(passage.place.start, passage.place.start + 12)])

        def key_f5(self) -> None:
            self.found.reverse()
            self.it.show_hits(self.found[0])

    return View()


def measure(kind: str, file: Path, plans: Mapping[str, Sequence[str]]) -> dict[str, Any]:
    """What one application costs with the material in a file: to be called in a process of its own."""
    gc.disable()  # in each of the three alike, as the workbench has it
    began = time.process_time()
    # Made a moment ago by whoever started this process.
    made: Material = pickle.loads(file.read_bytes()) if kind != "empty" else Material("", [], [], [])  # noqa: S301
    still()
    reading, before = time.process_time() - began, resident()
    app = _application(kind, made)
    found: dict[str, Any] = {}

    async def walk(pilot: Any) -> None:
        await pilot.pause()
        found["first paint"] = time.process_time() - reading
        if kind == "view":
            app.prepare()
        app.query_one("#it").focus()
        still()
        await pilot.pause()
        found["memory"] = resident() - before + sys.getsizeof(made.text) / 2**20
        for name, keys in plans.items():
            found[name] = await press_all(app, keys)
        app.exit()

    asyncio.run(app.run_async(size=SIZE, auto_pilot=walk, mouse=False))
    return found
