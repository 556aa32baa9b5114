"""The transcript view beside an editor widget and an empty application, on the same source, in the same run.

python -m benchmarks.screen [--turns N] [--out FILE]
"""

import argparse
import asyncio
import gc
import json
import os
import pickle
import platform
import statistics
import subprocess
import sys
import tempfile
import textwrap
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from random import Random
from typing import Any

from benchmarks.corpus import interview
from workbench.danish import passages
from workbench.model import Passage, Place, Turn

TURNS = 20_000
CODINGS = 6_000
CODES = ("indgang", "plan", "plan.dobbelt", "guide", "guide.skift", "sammen", "sammen.tillid", "trivsel")
SIZE = (140, 45)
KINDS = ("view", "editor", "empty")
MEDIAN, P95, MEMORY = 8.0, 16.0, 30.0
"""Goals: milliseconds of processor time a key, and megabytes for the source."""
STARTS = 5
"""Times an application is started."""
LONGEST = 1.0
"""Seconds that a key may take to be painted before the run is given up."""


@dataclass(frozen=True, slots=True)
class Material:
    """One source: its text, turns, passages, and places to code."""

    text: str
    turns: list[Turn]
    passages: list[Passage]
    coded: list[Place]


def material(turns: int) -> Material:
    """A source of so many turns, the interviews of the corpus one after the other, and codings all over it."""
    parts: list[str] = []
    made: list[Turn] = []
    at, number, seconds = 0, 0, 0.0
    while len(made) < turns:
        transcript = interview(number).transcript
        for turn in transcript.turns[: turns - len(made)]:
            said = turn.place.of(transcript.text)
            made.append(Turn(turn.speaker, Place(at, at + len(said)), seconds))
            parts.append(said)
            at, seconds = at + len(said) + 1, seconds + 4.2
        number += 1
    text, random = "\n".join(parts), Random(7)
    starts = (random.randrange(len(text) - 400) for _ in range(CODINGS * turns // TURNS))
    return Material(text, made, passages(text, made), [Place(at, at + random.randrange(20, 380)) for at in starts])


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
    """The application to measure; its driver writes to nobody and notes when."""
    from textual.app import App, ComposeResult
    from textual.drivers.headless_driver import HeadlessDriver
    from textual.widgets import Static, TextArea

    from workbench.tui.themes import LIGHT
    from workbench.tui.transcript import Coded, Document, TranscriptView, marks

    class Driver(HeadlessDriver):
        """Paints in full, as for a terminal."""

        written: list[tuple[float, int]]

        @property
        def is_headless(self) -> bool:
            return False

        def write(self, data: str) -> None:
            self.written.append((time.thread_time(), len(data.encode())))

    Driver.written = []

    class Measured(App[None]):
        def __init__(self) -> None:
            super().__init__(driver_class=Driver)
            self.register_theme(LIGHT)
            self.theme = LIGHT.name
            self.written = Driver.written

    class Empty(Measured):
        def compose(self) -> ComposeResult:
            yield Static("0", id="it")

        def on_key(self) -> None:
            self.query_one(Static).update(str(time.perf_counter()))

    class Editor(Measured):
        def compose(self) -> ComposeResult:
            yield TextArea(made.text, read_only=True, soft_wrap=True, id="it")

    class View(Measured):
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

    return {"view": View, "editor": Editor, "empty": Empty}[kind]()


def measure(kind: str, file: Path, plans: Mapping[str, Sequence[str]]) -> dict[str, Any]:
    """What one application costs with the material in a file: to be called in a process of its own."""
    began = time.process_time()
    # Made a moment ago by whoever started this process.
    made: Material = pickle.loads(file.read_bytes()) if kind != "empty" else Material("", [], [], [])  # noqa: S301
    gc.collect()
    gc.freeze()
    reading, before = time.process_time() - began, _resident()
    app = _application(kind, made)
    found: dict[str, Any] = {}

    async def walk(pilot: Any) -> None:
        await pilot.pause()
        found["first paint"] = time.process_time() - reading
        app.query_one("#it").focus()
        gc.collect()
        gc.freeze()
        await pilot.pause()
        found["memory"] = _resident() - before + sys.getsizeof(made.text) / 2**20
        for name, keys in plans.items():
            found[name] = [await _press(app, key) for key in keys]
        app.exit()

    asyncio.run(app.run_async(size=SIZE, auto_pilot=walk, mouse=False))
    return found


async def _press(app: Any, key: str) -> tuple[float, int]:
    """Milliseconds of processor time until the last of what a key changes is painted, and the bytes of that."""
    from textual import events

    await asyncio.sleep(0.005)
    app.written.clear()
    began, until = time.thread_time(), time.perf_counter() + LONGEST
    app.post_message(events.Key(key, key if len(key) == 1 else None))
    while not app.written and time.perf_counter() < until:
        await asyncio.sleep(0)
    if not app.written:
        return 0.0, 0
    # What is painted in a second step belongs to the key too.
    await asyncio.sleep(0.02)
    return (app.written[-1][0] - began) * 1000, sum(size for _at, size in app.written)


def _resident() -> float:
    """Megabytes of this process in memory."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20


def _apart(file: Path) -> dict[str, dict[str, Any]]:
    """Each measured in processes of its own: memory and first paint are nobody else's.

    They are started in turns, so that a slow minute of the machine is everybody's, and the middle of a few counts.
    """
    starts = [{kind: _one(kind, file, "--start")["first paint"] for kind in KINDS} for _round in range(STARTS)]
    return {kind: _one(kind, file) | {"first paint": statistics.median(one[kind] for one in starts)} for kind in KINDS}


def _one(kind: str, file: Path, *options: str) -> dict[str, Any]:
    command = [sys.executable, "-m", "benchmarks.screen", "--measure", kind, "--material", str(file), *options]
    # The timer that waits for the next frame is no work of ours.
    done = subprocess.run(command, env={**os.environ, "TEXTUAL_FPS": "1000"}, capture_output=True, text=True)
    if done.returncode:
        raise SystemExit(done.stderr)
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


def _row(name: str, results: dict[str, dict[str, Any]]) -> tuple[str, ...]:
    cells = [name]
    for kind in KINDS:
        cells.append(_cell([ms for ms, _size in results[kind].get(name, [])]))
    ours = sorted(ms for ms, _size in results["view"][name])
    theirs = [ms for ms, _size in results["editor"].get(name, [])]
    cells.append(f"{statistics.median(theirs) / statistics.median(ours):.0f} ×" if theirs else "–")
    met = statistics.median(ours) <= MEDIAN and _p95(ours) <= P95
    size = statistics.median(size for _ms, size in results["view"][name])
    return (*cells, f"{size / 1000:.1f} kB", "yes" if met else "**no**")


def _p95(times: Sequence[float]) -> float:
    return statistics.quantiles(times, n=20)[-1] if len(times) > 1 else times[0]


def _cell(times: Sequence[float]) -> str:
    return f"{statistics.median(times):.1f} / {_p95(times):.1f}" if times else "–"


MEASURED = f"""
**What is measured.** Processor time of the main thread from the key to the last byte written, all that is painted in
full and written to nobody; goal ≤ {MEDIAN:.0f} ms median and ≤ {P95:.0f} ms p95. The collector is frozen after
reading the source and again after opening it. `TextArea` shows the text alone: it knows no speakers and no codings,
and cannot grow a selection. The empty application changes one word. Memory is what the process takes more than that of
the empty application, and the text; turns and passages as the store gives them need not be kept. To the first picture:
all processor time since Python began, but for reading the source; the middle of {STARTS}. Each application runs in a
process of its own.
"""


def table(results: dict[str, dict[str, Any]], made: Material) -> str:
    """All of it as Markdown."""
    view, editor, empty = (results[kind] for kind in KINDS)
    ratio = view["first paint"] / empty["first paint"]
    rows = [_row(name, results) for name in PLANS["view"]]
    lines = [
        "# The transcript view beside an editor and an empty application",
        "",
        "`python -m benchmarks.screen --out benchmarks/screen.md`",
        f"{datetime.now(UTC):%Y-%m-%d} · Python {platform.python_version()}, textual=={version('textual')},",
        f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f} at the end.",
        f"One source of {len(made.turns):,} turns and {len(made.text):,} characters with {len(made.coded):,} codings,",
        f"in a terminal of {SIZE[0]} × {SIZE[1]}.",
        "",
        "| a key | ours: median / p95 ms | `TextArea` | empty application | `TextArea` : ours | written | met |",
        "| --- | --- | --- | --- | --- | --- | --- |",
        *(f"| {' | '.join(row)} |" for row in rows),
        "",
        "| at the start | ours | `TextArea` | empty application | goal |",
        "| --- | --- | --- | --- | --- |",
        f"| to the first picture | {view['first paint']:.2f} s | {editor['first paint']:.2f} s |"
        f" {empty['first paint']:.2f} s | {ratio:.1f} × empty, ≤ 1.5 × |",
        f"| memory for the source | {view['memory'] - empty['memory']:.0f} MB |"
        f" {editor['memory'] - empty['memory']:.0f} MB | – | ≤ {MEMORY:.0f} MB |",
        "",
        *textwrap.wrap(MEASURED.strip(), 120),
    ]
    return "\n".join(lines) + "\n"


def main() -> None:
    """Measure, print the table, and write it down where --out says."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.screen", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--turns", type=int, default=TURNS, help="turns of the source; codings go with them")
    parser.add_argument("--measure", choices=KINDS, help=argparse.SUPPRESS)
    parser.add_argument("--material", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--start", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("--out", type=Path, help="write the table and what it compares to this file")
    options = parser.parse_args()
    if options.turns < 100:
        parser.error("--turns: 100 or more")
    if options.measure:
        plans = {} if options.start else PLANS[options.measure]
        print(json.dumps(measure(options.measure, options.material, plans)))
        return
    made = material(options.turns)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "material"
        file.write_bytes(pickle.dumps(made))
        done = table(_apart(file), made)
    print(done)
    if options.out:
        options.out.write_text(done, encoding="utf-8")


if __name__ == "__main__":
    main()
