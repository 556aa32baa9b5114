"""Reports beside Taguette's export: the demo's six, and one municipality with 2,000 codings, in the same run.

python -m benchmarks.reports [--rounds N] [--no-peer] [--peer-env FOLDER] [--out FILE]
"""

import argparse
import json
import os
import platform
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any

from benchmarks.corpus import Coded, Interview, codings, interviews
from benchmarks.store import CODEBOOK, PEER, Timed, clocked, peer_python
from workbench.codebook import load
from workbench.model import Valence
from workbench.store import (
    Store,
    add_codebook,
    add_coding,
    add_municipality,
    add_source,
    mark_seen,
    municipalities,
    new_settings,
    passages,
    quotes,
    source,
    stored_codes,
)
from workbench.workflow.quote_sheet import write_sheet
from workbench.workflow.quotes import marked
from workbench.workflow.report import FORMATS, Wanted, write_report

SOURCES = 20
CODINGS = 2_000
WHERE = "Kvistsund"
"""Invented, as in the corpus; all interviews are this one's."""
ROUNDS = 5
VALENCES = tuple(Valence)


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the table; the goal in seconds, where one is set."""

    work: str
    ours: Timed
    peer: Timed | None = None
    goal: float | None = None

    def cells(self) -> tuple[str, ...]:
        ratio = f"{self.peer.median / self.ours.median:.1f} ×" if self.peer else "–"
        goal, met = "–", "–"
        if self.goal is not None:
            goal, met = f"≤ {self.goal:.0f} s", "yes" if self.ours.median <= self.goal else "**no**"
        return self.work, str(self.ours), str(self.peer or "–"), ratio, goal, met


def main() -> None:
    """Measure, print the table, and write it down where --out says."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.reports", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--rounds", type=int, default=ROUNDS, help="how often everything is done")
    parser.add_argument("--no-peer", action="store_true", help="measure only ours")
    parser.add_argument("--peer-env", type=Path, help="keep Taguette's environment here for the next run")
    parser.add_argument("--out", type=Path, help="write the table and what it compares to this file")
    options = parser.parse_args()
    if options.rounds < 1:
        parser.error("--rounds: 1 or more")
    load_before = os.getloadavg()[0]
    made = interviews(SOURCES)
    coded = codings(made, CODINGS)
    with tempfile.TemporaryDirectory(prefix="workbench-benchmark-") as name:
        folder = Path(name)
        # The id of this copy belongs to the benchmark, not to the person who runs it.
        os.environ["XDG_STATE_HOME"] = name
        os.environ["WORKBENCH_PERSON"] = "Koder"
        project = fill(folder / "project", made, coded)
        rows = [*demo(folder / "demo", options.rounds), *commands(project, options.rounds)]
        peer = None if options.no_peer else measure_peer(folder, options.peer_env, made, coded, options.rounds)
        rows += warm(project, options.rounds, peer)
    told = as_markdown(rows, made, options.rounds, load_before, with_peer=peer is not None)
    print(told)
    if options.out:
        options.out.write_text(told, encoding="utf-8")


def fill(root: Path, made: Sequence[Interview], coded: Sequence[Coded]) -> Path:
    """A project in which all the codings are one municipality's, dealt with and of every valence."""
    with Store.create(root, new_settings("benchmark"), person="Koder") as store:
        with store.command("init") as command:
            add_codebook(command, load(CODEBOOK))
        with store.command("municipalities add") as command:
            where = add_municipality(command, WHERE)
        revisions = []
        for one in made:
            with store.command("import") as command:
                id = add_source(command, one.transcript, name=one.transcript.name, municipality=where)
            revisions.append(source(store, id).revision)
        codes = [code for code in stored_codes(store) if code.area != code.code]
        with store.command("code") as command:
            for number, each in enumerate(coded):
                add_coding(
                    command,
                    revision=revisions[each.interview],
                    place=each.place,
                    words=each.place.of(made[each.interview].transcript.text),
                    code=codes[each.code],
                    valence=VALENCES[number % len(VALENCES)],
                )
        with store.command("review") as command:
            for revision in revisions:
                for passage in passages(store, revision):
                    mark_seen(command, revision, passage.number)
    return root


def run(*arguments: str | Path) -> None:
    """The command as a person starts it: a process of its own, with all that it has to load."""
    subprocess.run([sys.executable, "-m", "workbench", *arguments], check=True, capture_output=True)


def demo(folder: Path, rounds: int) -> list[Row]:
    """The demo's six reports in every format, where none are yet and where earlier ones are."""
    run("demo", folder)
    first: list[float] = []
    again: list[float] = []
    catalogue: list[float] = []
    for _ in range(rounds):
        shutil.rmtree(folder / "reports")
        with clocked(first):
            run("-p", folder, "report", "--all")
        _all_there(folder, 6)
        with clocked(again):
            run("-p", folder, "report", "--all")
        with clocked(catalogue):
            run("-p", folder, "report", "--catalogue")
    return [
        Row("six reports of the demo, four formats", Timed(first), goal=15),
        Row("the same over earlier ones, compared with them", Timed(again), goal=15),
        Row("the demo's catalogue, four formats", Timed(catalogue)),
    ]


def commands(project: Path, rounds: int) -> list[Row]:
    """One report on all the codings, from the command to the files."""
    taken: dict[str, list[float]] = {"short": [], "full": []}
    for _ in range(rounds):
        for outline, seconds in taken.items():
            shutil.rmtree(project / "reports", ignore_errors=True)
            with clocked(seconds):
                run("-p", project, "report", WHERE, "--outline", outline)
            _all_there(project, 1)
    return [
        Row(f"one report of {CODINGS:,} codings, {outline}, four formats", Timed(seconds), goal=3)
        for outline, seconds in taken.items()
    ]


def _all_there(project: Path, number: int) -> None:
    files = [file.suffix[1:] for file in (project / "reports").iterdir() if file.stat().st_size]
    if sorted(files) != sorted([*FORMATS] * number):
        raise SystemExit(f"not {number} reports in {FORMATS}, but {files}")


def warm(project: Path, rounds: int, peer: dict[str, Any] | None) -> list[Row]:
    """In a process that runs already, as the peer's server does: tables of all quotes, and the report as a page."""
    taken: dict[str, list[float]] = {"csv": [], "xlsx": [], "html": []}
    with Store.open(project, person="Koder") as store:
        (where,) = municipalities(store)
        for number in range(rounds + 1):
            for form in ("csv", "xlsx"):
                one: list[float] = []
                file = project / f"quotes.{form}"
                file.unlink(missing_ok=True)
                with clocked(one):
                    written = write_sheet(file, marked(store, quotes(store)), workbook=form == "xlsx")
                if written.quotes != CODINGS:
                    raise SystemExit(f"{written.quotes} of {CODINGS} quotes were written")
                # The first of each loads what it needs.
                taken[form] += one if number else []
            one = []
            shutil.rmtree(project / "reports", ignore_errors=True)
            with clocked(one):
                write_report(store, where, Wanted(formats=("html",)))
            taken["html"] += one if number else []
    csv, xlsx, page = (Timed(taken[form]) for form in ("csv", "xlsx", "html"))

    def of(form: str) -> Timed | None:
        return Timed(peer["exports"][form]) if peer else None

    return [
        Row(f"all {CODINGS:,} quotes as .csv, warm", csv, of("csv")),
        Row(f"all {CODINGS:,} quotes as .xlsx, warm", xlsx, of("xlsx")),
        Row("report as .html, warm; peer: all highlights as .html", page, of("html")),
    ]


def measure_peer(
    folder: Path, environment: Path | None, made: Sequence[Interview], coded: Sequence[Coded], rounds: int
) -> dict[str, Any]:
    """Taguette with the same texts and codings, in a Python of its own."""
    python = peer_python(environment or folder / "taguette")
    material = folder / "material.json"
    material.write_text(
        json.dumps(
            {
                "texts": [(one.transcript.name, one.transcript.text) for one in made],
                "codings": [
                    {"interview": one.interview, "start": one.place.start, "end": one.place.end, "code": one.code}
                    for one in coded
                ],
                "tags": [f"kode{number:02d}" for number in range(1 + max(one.code for one in coded))],
                "heavy": 0,
                "add": 1,
                "reads": 1,
                "exports": rounds,
            }
        ),
        encoding="utf-8",
    )
    work = folder / "peer"
    work.mkdir()
    script = Path(__file__).with_name("taguette_peer.py")
    done = subprocess.run([python, script, material, work], stdout=subprocess.PIPE, text=True, check=False)
    if done.returncode:
        raise SystemExit("Taguette could not be measured; see above")
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def as_markdown(rows: Sequence[Row], made: Sequence[Interview], rounds: int, load: float, *, with_peer: bool) -> str:
    """The report: how it was made, the table, and what it does and does not compare."""
    head = ("work", "ours", "peer", "ratio", "goal", "met")
    lines = [" | ".join(cells) for cells in (head, ("---",) * len(head), *(row.cells() for row in rows))]
    words = sum(len(one.transcript.text.split()) for one in made)
    asked = f"--rounds {rounds} " if rounds != ROUNDS else ""
    spread = ", ".join(f"{min(row.ours.seconds):.2f}–{max(row.ours.seconds):.2f}" for row in rows)
    return f"""# Reports beside a peer's export

`python -m benchmarks.reports {asked}--out benchmarks/reports.md`
{datetime.now(UTC):%Y-%m-%d} · Python {platform.python_version()}, Typst {version("typst")},
{PEER if with_peer else "no Taguette"}, {os.cpu_count()} cores, load {load:.1f} before, {os.getloadavg()[0]:.1f} after.
{len(made)} interviews of one municipality, {words:,} words, {CODINGS:,} codings under 25 codes, made by
`benchmarks/corpus.py`, the same every time; and the demo.

{chr(10).join(f"| {line} |" for line in lines)}

**What is compared.** Medians of {rounds}. The first five lines are commands, from the start of the process to the
last file on disk: Word, HTML, Markdown and PDF with their figures; “over earlier ones” reads what people wrote in
the earlier Word files and says what changed. The last three are done in a process that runs already, as Taguette's
server does, with the same texts and codings on both sides: every quote with its code, source and words as a table
(ours also with role, valence, place, and whom it may be attributed to), and, last, pages for a browser. There the
work differs: Taguette's page lists every highlight; ours counts them all, chooses some, hides what is too few, and
draws figures. **Not compared**: a report. Taguette makes none; its Word and PDF files are the same list, converted by
calibre, a program of its own that was not run. Its times hold HTTP on this machine, which its users wait for too. What
it gave was held against what was put in, letter for letter. **Noise.** The machine is shared. Fastest and slowest of
our lines, in seconds: {spread}.
"""


if __name__ == "__main__":
    main()
