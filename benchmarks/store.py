"""The store beside Taguette: import, coding, quotes and search on the same interviews, in the same run.

python -m benchmarks.store [--sources N] [--no-peer] [--peer-env FOLDER] [--out FILE]
"""

import argparse
import gc
import json
import os
import platform
import re
import statistics
import subprocess
import sys
import tempfile
import time
import venv
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any

from benchmarks.corpus import CODINGS, Coded, Interview, codings, interviews
from workbench.codebook import load
from workbench.danish import lemmas
from workbench.store import (
    Store,
    StoredCode,
    add_codebook,
    add_coding,
    add_municipality,
    add_source,
    new_settings,
    quotes,
    search,
    source,
    stored_codes,
)

PEER = "taguette==1.5.2"
CODEBOOK = "kui-fire-fokusomraader"
HEAVY = 0
"""The code with most codings in the corpus."""
SOURCES = 200
SINGLE = 200
"""Codings added one by one, each its own action; the others before them, so that every one meets a full project."""
ROUNDS = 40
"""Of reading all quotes and asking every query once."""
PEER_READS = 3
SCANS = 3
QUERIES = (
    ("no hit", "brobygningskoordinator"),
    ("rare", "ordblindeskemaet"),
    ("rare, two words", "bevilling mentorbrev"),
    ("middling", "ungeguide"),
    ("middling, two words", "ungeguide planen"),
    ("phrase", '"selv om jeg"'),
    ("common", "møde"),
    ("common, two words", "jeg planen"),
    ("very common", "jeg"),
    ("very common, two words", "jeg ikke"),
    ("very common, three words", "jeg er ikke"),
)
"""What kind of query it is, and the query."""


@dataclass(frozen=True, slots=True)
class Timed:
    """Seconds, one entry per time it was done."""

    seconds: Sequence[float]

    @property
    def median(self) -> float:
        return statistics.median(self.seconds)

    def __str__(self) -> str:
        shown = "{:.2f} s" if self.median >= 1 else "{:.1f} ms"
        factor = 1 if self.median >= 1 else 1000
        if len(self.seconds) < 20:
            return shown.format(self.median * factor)
        p95 = statistics.quantiles(self.seconds, n=20)[-1]
        return f"{shown.format(self.median * factor)} (p95 {p95 * factor:.1f})"


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the table; the goal in seconds. Without a peer there is no ratio."""

    work: str
    ours: Timed
    peer: Timed | None
    goal: float

    def cells(self) -> tuple[str, ...]:
        ratio = _times(self.peer.median / self.ours.median) if self.peer else "–"
        met = "yes" if self.ours.median <= self.goal else "**no**"
        return self.work, str(self.ours), str(self.peer or "–"), ratio, f"≤ {self.goal * 1000:.0f} ms", met


def _times(ratio: float) -> str:
    """How many times faster ours is; below 10 a tenth matters."""
    return f"{ratio:,.0f} ×" if ratio >= 10 else f"{ratio:.1f} ×"


def main() -> None:
    """Measure, print the table, and write it down where --out says."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.store", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--sources", type=int, default=SOURCES, help="interviews of 8,200 words; codings go with them")
    parser.add_argument("--no-peer", action="store_true", help="measure only ours, and the scan")
    parser.add_argument("--peer-env", type=Path, help="keep Taguette's environment here for the next run")
    parser.add_argument("--out", type=Path, help="write the table and what it compares to this file")
    options = parser.parse_args()
    if options.sources < 1:
        parser.error("--sources: 1 or more")
    made = interviews(options.sources)
    coded = in_order_of_work(codings(made, max(CODINGS * options.sources // 200, 2 * SINGLE)))
    print(f"{len(made)} interviews, {sum(len(one.transcript.text.split()) for one in made):,} words", file=sys.stderr)
    gc.collect()
    gc.freeze()  # the corpus is ours to carry, not the store's
    with tempfile.TemporaryDirectory(prefix="workbench-benchmark-") as folder:
        # The id of this copy belongs to the benchmark, not to the person who runs it.
        os.environ["XDG_STATE_HOME"] = folder
        ours = measure(Path(folder) / "project", made, coded)
        peer = None if options.no_peer else measure_peer(Path(folder), options.peer_env, made, coded)
    report = as_markdown(table(ours, peer, made), made, coded, ours, with_peer=peer is not None)
    print(report)
    if options.out:
        options.out.write_text(report, encoding="utf-8")


def in_order_of_work(coded: Sequence[Coded]) -> list[Coded]:
    """As people code: interview by interview, from top to bottom. The last SINGLE are a second look, anywhere."""
    first, later = coded[:-SINGLE], coded[-SINGLE:]
    return [*sorted(first, key=lambda one: (one.interview, one.place)), *later]


@dataclass(frozen=True, slots=True)
class Ours:
    """What the store took, and what it gave."""

    imports: Timed
    adds: Timed
    quotes: Timed
    quotes_found: int
    searches: dict[str, Timed]
    searches_found: dict[str, int]
    first_lemmas: float
    """Seconds the first import of a process takes more, for the lemma table."""
    database: int
    """Bytes."""


def measure(root: Path, made: Sequence[Interview], coded: Sequence[Coded]) -> Ours:
    """Import, code, read and search in a new project in this folder."""
    began = time.perf_counter()
    lemmas(["vindmøllerne"])  # no word of our own rows, which are read without the table
    first_lemmas = time.perf_counter() - began
    with Store.create(root, new_settings("benchmark"), person="Koder") as store:
        with store.command("init") as command:
            add_codebook(command, load(CODEBOOK))
        with store.command("municipalities add") as command:
            places = {name: add_municipality(command, name) for name in dict.fromkeys(one.municipality for one in made)}
        revisions: list[str] = []
        imports: list[float] = []
        for one in made:
            with clocked(imports), store.command("import") as command:
                id = add_source(
                    command, one.transcript, name=one.transcript.name, municipality=places[one.municipality]
                )
            revisions.append(source(store, id).revision)
        codes = [code for code in stored_codes(store) if code.area != code.code]
        adds = _code(store, made, coded, revisions, codes)
        reads: list[float] = []
        found = []
        taken: dict[str, list[float]] = {query: [] for _, query in QUERIES}
        totals: dict[str, int] = {}
        # In turn, so that a minute in which the machine is slow does not fall on one line of the table.
        for _ in range(ROUNDS):
            with clocked(reads):
                found = quotes(store, code=codes[HEAVY].code)
            for _, query in QUERIES:
                with clocked(taken[query]):
                    hits = search(store, query)
                totals[query] = hits.total
        _same_words(sorted(quote.text for quote in found), made, coded)
        searches = {query: Timed(each) for query, each in taken.items()}
        size = sum(file.stat().st_size for file in root.glob("project.db*"))
    return Ours(Timed(imports), Timed(adds), Timed(reads), len(found), searches, totals, first_lemmas, size)


def _code(
    store: Store,
    made: Sequence[Interview],
    coded: Sequence[Coded],
    revisions: Sequence[str],
    codes: Sequence[StoredCode],
) -> list[float]:
    """Set all codings: most of them in one action, the last SINGLE one by one and timed."""
    adds: list[float] = []
    at_once, single = coded[:-SINGLE], coded[-SINGLE:]

    def arguments(one: Coded) -> dict[str, Any]:
        words = one.place.of(made[one.interview].transcript.text)
        return {"revision": revisions[one.interview], "place": one.place, "words": words, "code": codes[one.code]}

    with store.command("code") as command:
        for one in at_once:
            add_coding(command, **arguments(one))
    for one in single:
        given = arguments(one)
        with clocked(adds), store.command("code") as command:
            add_coding(command, **given)
    return adds


def _same_words(found: Sequence[str], made: Sequence[Interview], coded: Sequence[Coded]) -> None:
    expected = sorted(one.place.of(made[one.interview].transcript.text) for one in coded if one.code == HEAVY)
    if list(found) != expected:
        raise SystemExit(f"quotes gave {len(found)} of {len(expected)}, or other words")


def measure_peer(
    folder: Path, environment: Path | None, made: Sequence[Interview], coded: Sequence[Coded]
) -> dict[str, Any]:
    """The same work in Taguette, in a Python of its own."""
    python = peer_python(environment or folder / "taguette")
    material = folder / "material.json"
    codes = 1 + max(one.code for one in coded)
    material.write_text(
        json.dumps(
            {
                "texts": [(one.transcript.name, one.transcript.text) for one in made],
                "codings": [
                    {"interview": one.interview, "start": one.place.start, "end": one.place.end, "code": one.code}
                    for one in coded
                ],
                "tags": [f"kode{number:02d}" for number in range(codes)],
                "heavy": HEAVY,
                "add": SINGLE,
                "reads": PEER_READS,
                "exports": 0,
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


def peer_python(environment: Path) -> Path:
    """The Python that has Taguette; made when it is missing."""
    python = environment / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    if not python.exists():
        print(f"Taguette is being installed in {environment}", file=sys.stderr)
        venv.create(environment, with_pip=True)
        subprocess.run([python, "-m", "pip", "install", "--quiet", PEER], check=True)
    return python


def scan(texts: Sequence[str], query: str) -> int:
    """A scan of every text for every word of the query, as QualCoder searches: our few lines, not its code.

    A floor for any program without an index: the texts are in memory already, nothing is shown, and what is
    counted are bare matches of letters.
    """
    words = [query.strip('"')] if query.startswith('"') else query.split()
    return sum(1 for word in words for text in texts for _ in re.finditer(re.escape(word), text, re.IGNORECASE))


@contextmanager
def clocked(taken: list[float]) -> Iterator[None]:
    """Adds the seconds of the block to the list."""
    began = time.perf_counter()
    yield
    taken.append(time.perf_counter() - began)


def table(ours: Ours, peer: dict[str, Any] | None, made: Sequence[Interview]) -> list[Row]:
    """Every line, the peer's timings beside ours; search beside the scan, which needs no peer."""

    def of(kind: str) -> Timed | None:
        return Timed(peer[kind]) if peer else None

    texts = [one.transcript.text for one in made]
    rows = [
        Row("import one interview of 8,200 words", ours.imports, of("import"), 0.020),
        Row("add one coding, durable", ours.adds, of("add"), 0.005),
        Row(f"all {ours.quotes_found:,} quotes of one code", ours.quotes, of("quotes"), 0.050),
    ]
    for kind, query in QUERIES:
        taken: list[float] = []
        for _ in range(SCANS):
            with clocked(taken):
                scan(texts, query)
        hits = ours.searches_found[query]
        rows.append(Row(f"search, {kind}: `{query}`, {hits:,} turns", ours.searches[query], Timed(taken), 0.010))
    return rows


def as_markdown(
    rows: Sequence[Row], made: Sequence[Interview], coded: Sequence[Coded], ours: Ours, *, with_peer: bool
) -> str:
    """The report: how it was made, the table, and what it does and does not compare."""
    head = ("work", "ours", "peer", "ratio", "goal", "met")
    lines = [" | ".join(cells) for cells in (head, ("---",) * len(head), *(row.cells() for row in rows))]
    words = sum(len(one.transcript.text.split()) for one in made)
    # Where this machine keeps things is nobody's business.
    asked = f"--sources {len(made)} " if len(made) != SOURCES else ""
    from sqlcipher3 import dbapi2

    return f"""# The store beside its peers

`python -m benchmarks.store {asked}--out benchmarks/store.md`
{datetime.now(UTC):%Y-%m-%d} · Python {platform.python_version()}, SQLite {dbapi2.sqlite_version}
(sqlcipher3 {version("sqlcipher3")}), {PEER if with_peer else "no Taguette"},
{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f} at the end.
{len(made)} interviews, {words:,} words, {len(coded):,} codings; made by `benchmarks/corpus.py`, the same every time.
Our project.db: {ours.database / 1e6:.0f} MB.

{chr(10).join(f"| {line} |" for line in lines)}

**What is compared.** Medians. Ours: from a parsed transcript to stored, indexed and durable; one coding in a
transaction of its own, with its event; every quote as an object with words, speaker, source and municipality, read
and compared with the corpus; the first 20 hits with their places, and how many there are. Peer, first three lines:
Taguette on the same texts and codings, asked over HTTP on this machine as its pages ask, a page of 50 highlights after
the other; its time holds HTTP, JSON and the cleaning of HTML, which its users wait for and ours do not. Its first
{len(coded) - SINGLE:,} highlights were put into its tables directly, which is not timed; the last {SINGLE} were added
over HTTP. Taguette has no search: there the peer is a scan with `re.finditer` over every text, as QualCoder does it, in
our own few lines, the texts already in memory: a floor, not a program. It counts matches of letters; ours finds words
in all their forms, turn by turn. **Not compared**: reading a file before the import, the screens of any of them, and
encryption (`encrypted = false` for now). **Noise.** The processors of a shared machine slow down for minutes at a time:
over a dozen runs the medians were 15–26 ms (ours) and 34–45 ms (peer) for an import, 42–74 ms and 12.9–15.5 s for the
quotes, and the ratio stayed. One such run is shown, not the best of each line. The first import of a process takes
{ours.first_lemmas:.1f} s more than the table says: it reads the lemma table.
"""


if __name__ == "__main__":
    main()
