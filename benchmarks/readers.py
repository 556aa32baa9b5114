"""Reading one long interview in every shape people bring it in, beside the floor its container sets.

python -m benchmarks.readers [--rounds N] [--out FILE]
"""

import argparse
import gc
import io
import json
import os
import platform
import statistics
import tempfile
import time
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from benchmarks.corpus import interviews
from tests.exchange.writers import Talk, documents, line_shapes, subtitles, turn
from tests.exchange.writers.documents import docx_table
from workbench.exchange import read

WORDS = 8_200
GOAL_MS = 30.0
ROUNDS = 15
PACE = 2.7
"""Words in a second of talk."""


@dataclass(frozen=True, slots=True)
class Line:
    """One shape: medians in milliseconds."""

    shape: str
    size: int
    """Bytes of the file."""
    whole: float
    floor: float | None
    """Unzipping and parsing alone, where the container needs any."""
    turns: int

    @property
    def own(self) -> float:
        """What reading costs beyond the floor."""
        return self.whole - (self.floor or 0.0)


def talk() -> Talk:
    """The longest interview of the corpus, with times at the pace of talk, cut at 8,200 words."""
    interview = max(interviews(20), key=lambda one: len(one.transcript.text))
    said: Talk = []
    words, at = 0, 2.0
    for one in interview.transcript.turns:
        text = one.place.of(interview.transcript.text)
        if said and said[-1].label == one.speaker:
            continue  # a program would join the two, and the comparison would not hold
        length = len(text.split())
        said.append(turn(one.speaker, text, round(at, 1), round(at + length / PACE, 1)))
        words, at = words + length, at + length / PACE + 0.4
        if words >= WORDS:
            break
    return said


def files(said: Talk, folder: Path) -> dict[str, Path]:
    """The interview as a file of every shape."""
    made: dict[str, Path] = {}

    def keep(name: str, ending: str, content: str | bytes) -> None:
        made[name] = folder / f"{len(made):02}.{ending}"
        made[name].write_bytes(content if isinstance(content, bytes) else content.encode())

    for name, shape in line_shapes().items():
        keep(name, "txt", shape(said))
    text = line_shapes()["prefix"](said)
    for name, (ending, document) in documents().items():
        keep(f"prefix in {name}", ending, document(text))
    keep("Teams docx", "docx", documents()["docx"][1](line_shapes()["teams"](said)))
    keep("docx table", "docx", docx_table(said))
    keep("prefix in cp1252", "txt", text.encode("cp1252", "replace"))
    for name, (ending, shape) in subtitles().items():
        keep(name, ending, shape(said))
    return made


def floor(file: Path) -> Callable[[], object] | None:
    """Unzipping and parsing this file, and nothing more; None where reading starts from plain text."""
    from lxml import etree
    from lxml import html as web
    from striprtf.striprtf import rtf_to_text

    raw = file.read_bytes()
    members = {".docx": "word/document.xml", ".odt": "content.xml"}
    if file.suffix in members:
        return lambda: etree.fromstring(zipfile.ZipFile(io.BytesIO(raw)).read(members[file.suffix]))
    if file.suffix == ".html":
        return lambda: web.document_fromstring(raw)
    if file.suffix == ".json":
        return lambda: json.loads(raw)
    if file.suffix == ".rtf":
        return lambda: rtf_to_text(raw.decode("ascii"), encoding="cp1252")
    return None


def timed(work: Callable[[], object], rounds: int) -> float:
    """The median of these rounds, in milliseconds."""
    work()
    taken = []
    for _round in range(rounds):
        gc.collect()
        start = time.perf_counter()
        work()
        taken.append((time.perf_counter() - start) * 1000)
    return statistics.median(taken)


def measured(rounds: int) -> tuple[list[Line], int]:
    """Every shape, and the number of words."""
    said = talk()
    with tempfile.TemporaryDirectory() as folder:
        lines = []
        for name, file in files(said, Path(folder)).items():
            transcript = read(file).transcript
            if [one.place.of(transcript.text) for one in transcript.turns] != [one.text for one in said]:
                raise SystemExit(f"{name}: not what was written")
            base = floor(file)
            lines.append(
                Line(
                    name,
                    file.stat().st_size,
                    timed(lambda file=file: read(file), rounds),  # type: ignore[misc]
                    timed(base, rounds) if base else None,
                    len(transcript.turns),
                )
            )
    return lines, sum(len(one.text.split()) for one in said)


def report(lines: list[Line], words: int) -> str:
    """The table as Markdown."""
    slowest = max(lines, key=lambda line: line.own)
    head = f"""# Reading transcripts

`python -m benchmarks.readers --out benchmarks/readers.md`
{datetime.now(UTC):%Y-%m-%d} · Python {platform.python_version()}, lxml {version("lxml")}, \
striprtf {version("striprtf")}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f} at the end.
One interview of {words:,} words in {lines[0].turns:,} turns, written in every shape by `tests/exchange/writers`; each \
is read back to the same turns before it is timed.

| shape | file | whole | floor | beyond the floor | whole ÷ floor | ≤ {GOAL_MS:.0f} ms |
| --- | --- | --- | --- | --- | --- | --- |
"""
    rows = "".join(
        f"| {line.shape} | {line.size / 1000:.0f} kB | {line.whole:.1f} ms"
        f" | {f'{line.floor:.1f} ms' if line.floor is not None else '–'} | {line.own:.1f} ms"
        f" | {f'{line.whole / line.floor:.1f} ×' if line.floor else '–'} | {'yes' if line.own <= GOAL_MS else 'no'} |\n"
        for line in lines
    )
    return f"""{head}{rows}
**What is compared.** Medians. *Whole*: from a path to a transcript with turns, speakers, times and metadata, every
shape's score included, nothing stored. *Floor*: unzipping and parsing the same bytes with the same libraries (lxml,
json, striprtf) and throwing the result away; text has none. The slowest beyond its floor is {slowest.shape}
({slowest.own:.1f} ms). **Not compared**: storing, which `benchmarks/store.md` measures.
"""


def main() -> None:
    """Measure, print, and write where asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    parser.add_argument("--out", type=Path)
    options = parser.parse_args()
    lines, words = measured(options.rounds)
    text = report(lines, words)
    print(text)
    if options.out:
        options.out.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
